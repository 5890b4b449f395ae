"""Web pages: the report without the furniture, each stretch with its bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.errors import UnreadableSource
from enduse.sources.documents import place
from enduse.sources.documents.html.head import stated_in
from enduse.sources.documents.html.reader import HtmlReader
from enduse.sources.documents.html.retracing import flattened
from tests.sources.documents.conftest import Read

SOURCE = "0" * 64
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Plant ships engines | Example Wire</title>
<meta property="og:site_name" content="Example Wire"><meta name="author" content="Ann Example">
<meta property="article:published_time" content="2024-09-25T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Plant ships engines</h1>
<p>The plant <b>Kupol</b> has shipped seven engines &amp; two frames to
a depot near the border, according to a report that was sent to the ministry.</p>
<table><tr><td>Company</td><td>Stake</td></tr><tr><td>Kupol</td><td>50%</td></tr></table>
<p>“We know nothing about it,” the spokesman said on Tuesday, and added that no licence
was asked for.</p></article>
<div id="comments"><a href="#c">Post a Comment</a><p>great article, thank you</p></div>
<footer>© 2024 Example Wire. All rights reserved</footer></body></html>"""


def test_the_report_is_kept_and_the_furniture_is_not(read: Read) -> None:
    document = read(PAGE.encode(), "a.html")
    assert document.text.split("\n")[0] == "Plant ships engines"
    assert "seven engines & two frames to a depot" in document.text
    assert "Company\tStake\nKupol\t50%" in document.text
    for furniture in ("Post a Comment", "great article", "Home", "rights reserved"):
        assert furniture not in document.text


def test_what_the_page_states_of_itself_is_found(read: Read) -> None:
    document = read(PAGE.encode(), "a.html")
    assert (document.publisher, document.author) == ("Example Wire", "Ann Example")
    assert (document.title, document.published) == ("Plant ships engines", "2024-09-25")
    assert document.language == "en"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_part_is_found_again_in_the_bytes(encoding: str) -> None:
    raw = PAGE.replace("utf-8", encoding.removesuffix("-sig")).encode(encoding)
    document = HtmlReader().read(raw, SOURCE, "a.html")
    assert all(part.raw for part in document.parts)
    for part in document.parts:
        if part.raw and part.codec:
            found = raw[part.raw[0] : part.raw[1]].decode(part.codec)
            assert found.replace("\n", " ") == document.text[part.start : part.end]


def test_a_quotation_across_markup_has_a_place_for_each_stretch() -> None:
    raw = PAGE.encode()
    document = HtmlReader().read(raw, SOURCE, "a.html")
    start = document.text.index("Kupol has")
    end = document.text.index(" frames")
    found = [raw[p.raw[0] : p.raw[1]] for p in place(document, start, end) if p.raw]
    assert found == [b"Kupol", b" has shipped seven engines ", b"&amp;", b" two"]


def test_json_ld_speaks_before_meta_elements() -> None:
    markup = """<html><head><title>x</title><meta name="author" content="Meta Author">
    <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],
    "headline":"A head","author":[{"name":"Ann"},{"name":"Bo"}],"publisher":{"name":"Wire"},
    "datePublished":"2023-01-02T00:00:00+03:00","inLanguage":"ru-RU"}]}</script></head></html>"""
    assert stated_in(markup) == {
        "publisher": "Wire",
        "author": "Ann, Bo",
        "title": "A head",
        "published": "2023-01-02",
        "language": "ru",
    }


def test_a_day_is_not_guessed_among_several_times() -> None:
    markup = '<html><body><time datetime="2023-01-02"></time><time datetime="2023-05-06"></time>'
    assert stated_in(markup)["published"] is None
    assert (
        stated_in(markup.split("<time")[0] + '<time datetime="2023-01">')["published"] == "2023-01"
    )


def test_a_short_page_without_an_article_is_read_whole(read: Read) -> None:
    page = b"<html><body><div>Kupol<script>x()</script> declined.</div><div>Post a comment</div>"
    assert read(page, "a.html").text == "Kupol declined."


def test_a_russian_page_in_windows_1251_is_read_as_it_declares(read: Read) -> None:
    page = (
        '<html lang="ru"><head><meta http-equiv="Content-Type" content="text/html; '
        'charset=windows-1251"></head><body><p>Завод «Купол» поставил семь двигателей на склад '
        "у границы, говорится в отчёте министерству.</p><p>Читайте также:</p></body></html>"
    )
    document = read(page.encode("cp1251"), "a.htm")
    assert document.text.startswith("Завод «Купол» поставил семь двигателей")
    assert "Читайте" not in document.text
    assert document.language == "ru"


def test_a_page_that_lies_about_its_charset_is_read_by_its_bytes(read: Read) -> None:
    page = '<html><meta charset="utf-8"><body><p>Завод Купол молчит о поставках двигателей</p>'
    assert "Завод Купол молчит" in read(page.encode("cp1251"), "a.html").text


def test_a_page_that_shows_nothing_is_said_to() -> None:
    with pytest.raises(UnreadableSource, match="it shows no text"):
        HtmlReader().read(b"<html><body><script>x</script></body></html>", SOURCE, "a.html")


@given(
    st.lists(
        st.sampled_from(["Kupol ", "&lt;", "&#1050;", "<b>", "</i>", "\n ", "é", "<!-- x -->"])
    )
)
@settings(max_examples=200)
def test_flat_text_and_its_runs_cover_each_other(pieces: list[str]) -> None:
    markup = "".join(pieces)
    flat = flattened(markup)
    assert sum(run.length for run in flat.runs) == len(flat.text)
    for run in flat.runs:
        if run.length == run.width:
            there = markup[run.at : run.at + run.width]
            here = flat.text[run.flat : run.flat + run.length]
            assert here == there or here.isspace()


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>1 < 2 and 3 > 2</p>", "1 < 2 and 3 > 2"),
        ("Kupol<!-- never closed <p>x</p>", "Kupol"),
        ("Kupol<script>never closed", "Kupol"),
        ("Kupol <a" + "<a" * 300_000, "Kupol "),
    ],
)
def test_what_is_opened_and_never_closed_runs_to_the_end(markup: str, text: str) -> None:
    assert flattened(markup).text == text


def test_navigation_forms_and_comments_give_no_text(read: Read) -> None:
    page = """<!doctype html><html><body><nav><ul><li>Kupol sold drones to the port</li></ul></nav>
    <article><h1>Tugs sold</h1><p>Norvik Marine sold two tugs to Lagonia Shipping in May, a broker
    said on Friday in a letter.</p><p>The company declined to comment on the matter.</p></article>
    <section id="comments"><h3>3 Comments</h3><p>troll: Lagonia sold rockets to Acme.</p>
    <form><label>Post a Comment</label><textarea>Kupol paid</textarea><button>Post a Comment
    </button></form></section><footer>Kupol owns this site</footer></body></html>"""
    text = read(page.encode(), "a.html").text
    assert "Norvik Marine sold two tugs" in text
    for furniture in ("drones", "rockets", "Kupol", "Post a Comment"):
        assert furniture not in text


@pytest.mark.parametrize(
    "line", ["Read more: Ocean Ltd sold 12 vessels", "Читайте также: «Море» продало 12 судов"]
)
def test_a_line_that_names_another_report_is_furniture(read: Read, line: str) -> None:
    page = PAGE.replace(
        "</article>", f"<p>{line}</p><p>Read more carefully, it said.</p></article>"
    )
    text = read(page.encode(), "a.html").text
    assert line not in text
    assert "Read more carefully, it said." in text


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ('<h1>Engines</h1><div class="date">12 апреля 2024, 10:30</div>', "2024-04-12"),
        ('<h1>Engines</h1><span id="pubdate">April 12, 2024</span>', "2024-04-12"),
        ('<div class="date">26 November 2026</div><h1>Engines</h1>', None),
        ('<h1>Engines</h1><b class="date">1 May 2024</b><b class="date">2 May 2024</b>', None),
        ('<h1>Engines</h1><p class="dateless">12 April 2024</p>', None),
    ],
)
def test_a_day_that_a_page_shows_under_its_heading_is_found(body: str, day: str | None) -> None:
    assert stated_in(f"<html><body>{body}</body></html>")["published"] == day
