"""Publisher, author, title, day and language: found where a file states them, else empty."""

import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.sources.documents.html.head import stated_in
from enduse.sources.documents.stated_day import stated_day
from enduse.sources.documents.text.head import text_head
from enduse.sources.protocols import Document
from tests.sources.documents.conftest import Read
from tests.sources.documents.office_writer import W, archive
from tests.sources.documents.pdf_writer import Words, pdf

CORE = (
    '<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="dcterms"><dc:title>On engines'
    "</dc:title><dc:creator>Ann Example</dc:creator><dc:publisher>Example Wire</dc:publisher>"
    "<dc:language>en-GB</dc:language><dcterms:issued>2024-09-25T10:00:00Z</dcterms:issued>"
    "<dcterms:created>2020-01-01T00:00:00Z</dcterms:created></cp:coreProperties>"
)
ALL = ("Example Wire", "Ann Example", "On engines", "2024-09-25", "en")


def stated(document: Document) -> tuple[str | None, ...]:
    return (
        document.publisher,
        document.author,
        document.title,
        document.published,
        document.language,
    )


def page(head: str, body: str = "") -> dict[str, Any]:
    return dict(stated_in(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"))


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)))
def test_a_day_is_the_same_in_every_form_it_is_stated_in(day: date) -> None:
    month = day.strftime("%B")
    for told in (
        day.isoformat(),
        day.isoformat() + "T23:59:00-11:00",
        day.strftime("%Y%m%d"),
        day.strftime("%d.%m.%Y"),
        f"{day.day} {month} {day.year}",
        f"{month[:3]}. {day.day}, {day.year}",
        f"{day.year}年{day.month}月{day.day}日",
        day.strftime("%a, %d %b %Y 23:59:00 +0300"),
    ):
        assert stated_day(told) == day.isoformat(), told


@pytest.mark.parametrize(
    "told",
    ["03/05/2024", "2024-13-45", "0000-00-00", "soon", "", None, 20240925, "May 3", "99", "2024 r"],
)
def test_what_leaves_a_choice_is_no_day(told: object) -> None:
    assert stated_day(told) is None


@pytest.mark.parametrize(
    "script",
    [
        '{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"On engines",'
        '"author":{"name":"Ann Example"},"publisher":{"@id":"#o"},"datePublished":"2024-09-25",'
        '"inLanguage":"en-GB"},{"@id":"#o","@type":"Organization","name":"Example Wire"}]}',
        '//<![CDATA[\n{"@type":["Report"],"headline":"On\n engines","author":["Ann Example"],'
        '"publisher":{"name":"Example Wire",},"datePublished":"Sept. 25, 2024",'
        '"inLanguage":"en"}\n//]]>',
        '{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"On engines",'
        '"author":[{"name":"Ann Example"}],"publisher":{"name":"Example Wire"},'
        '"datePublished":"2024-09-25T23:30:00+03:00","inLanguage":"en-US"}}',
    ],
)
def test_json_ld_is_read_in_the_shapes_that_outlets_write(script: str) -> None:
    told = page(f'<script type="application/ld+json">{script}</script>')
    assert tuple(told.values()) == ALL


def test_an_article_that_the_page_links_to_is_not_the_page() -> None:
    script = (
        '{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Other",'
        '"datePublished":"2020-01-01"}]}'
    )
    told = page(f'<script type="application/ld+json">{script}</script>')
    assert (told["title"], told["published"]) == (None, None)


def test_meta_elements_speak_where_json_ld_is_silent() -> None:
    told = page(
        '<meta property="og:title" content="On engines"><meta property="og:site_name" '
        'content="Example Wire"><meta name="parsely-author" content="Ann Example"><meta '
        'name="publish-date" content="20240925"><meta http-equiv="Content-Language" content="en">'
    )
    assert tuple(told.values()) == ALL


def test_microdata_of_the_article_counts_and_that_of_comments_does_not() -> None:
    told = page(
        "",
        '<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">troll</b></div>'
        '<article itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">On '
        'engines</h1><span itemprop="author"><b itemprop="name">Ann Example</b></span>'
        '<span itemprop="publisher"><meta itemprop="name" content="Example Wire"></span>'
        '<meta itemprop="datePublished" content="2024-09-25"></article>',
    )
    assert tuple(told.values())[:4] == ALL[:4]


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pptx"])
def test_office_files_state_themselves_in_their_core_properties(read: Read, kind: str) -> None:
    made: dict[str, bytes] = {}
    if kind == "docx":
        body = f"<w:document {W}><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>"
        made["docx"] = archive({"word/document.xml": body, "docProps/core.xml": CORE})
    elif kind == "xlsx":
        made["xlsx"] = with_core(workbook())
    else:
        made["pptx"] = with_core(slides())
    assert stated(read(made[kind], f"a.{kind}")) == ALL


def workbook() -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    assert book.active is not None
    book.active["A1"] = "Kupol"
    book.save(out)
    return out.getvalue()


def slides() -> bytes:
    from pptx import Presentation

    out = io.BytesIO()
    show = Presentation()
    show.slides.add_slide(show.slide_layouts[5])
    show.save(out)
    return out.getvalue()


def with_core(data: bytes) -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        members: dict[str, str | bytes] = {n: whole.read(n) for n in whole.namelist()}
    return archive(members | {"docProps/core.xml": CORE})


def test_an_opendocument_text_states_itself_in_its_meta_file(read: Read) -> None:
    space = 'xmlns:office="o" xmlns:text="t" xmlns:dc="dc" xmlns:meta="m" xmlns:dcterms="dt"'
    data = archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {space}><office:body><office:text><text:p>x"
            "</text:p></office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {space}><office:meta><dc:title>On engines"
            "</dc:title><meta:initial-creator>Ann Example</meta:initial-creator>"
            "<dc:publisher>Example Wire</dc:publisher>"
            "<dcterms:issued>2024-09-25</dcterms:issued><dc:language>en-GB"
            "</dc:language></office:meta></office:document-meta>",
        }
    )
    assert stated(read(data, "a.odt")) == ALL


def test_a_field_that_a_program_filled_for_want_of_a_value_states_nothing(read: Read) -> None:
    data = pdf([[Words("Kupol declined.", 72, 700)]], info="/Title(untitled)/Author(anonymous)")
    document = read(data, "a.pdf")
    assert (document.title, document.author) == (None, None)


def test_a_pdf_states_itself_in_its_dictionary_and_in_xmp(read: Read) -> None:
    packet = (
        "<x:xmpmeta xmlns:x='adobe:ns:meta/' xmlns:dc='dc' xmlns:r='r'><dc:publisher><r:Bag><r:li>"
        "Example Wire</r:li></r:Bag></dc:publisher><dc:date><r:Seq><r:li>2024-09-25T10:00:00Z"
        "</r:li></r:Seq></dc:date></x:xmpmeta>"
    )
    data = pdf(
        [[Words("x", 72, 700)]],
        info="/Title(On engines)/Author(Ann Example)/CreationDate(D:20200101)",
        catalog="/Lang(en-GB)",
    )
    assert stated(read(data + packet.encode(), "a.pdf")) == ALL


@pytest.mark.parametrize(
    ("text", "publisher", "published"),
    [
        ("HELSINKI, Sept 18 (Northwire) - A firm sold tugs.", "Northwire", None),
        ("HELSINKI, Sept. 18, 2024 (Northwire) — A firm sold.", "Northwire", "2024-09-18"),
        ("LONDON (AP) — The firm sold.", "AP", None),
        ("ВИЛЬНЮС, 5 июня. /Балт-Пресс/. Компания продала.", "Балт-Пресс", None),
        ("МОСКВА, 18 сен 2024 — РИА Новости. Завод продал.", "РИА Новости", "2024-09-18"),
        ("海湾新闻社香港2025年3月18日电  两人说", "海湾新闻社", "2025-03-18"),
        ("A head\n\nPublished: 3 May 2024\n\nThe firm sold.", None, "2024-05-03"),
        ("Заголовок\nОпубликовано: 3 мая 2024\n\nЗавод молчит.", None, "2024-05-03"),
        ("标题\n发布时间：2024年5月3日 10:20\n\n工厂没有回应。", None, "2024-05-03"),
        ("Полярная трибуна, 14 марта 2025 года\n\nЗавод молчит.", None, "2025-03-14"),
        (
            "MINISTRY OF TRADE\nPress release\n12 June 2025\n\nThe ministry said.",
            None,
            "2025-06-12",
        ),
    ],
)
def test_a_plain_text_states_its_agency_and_its_day_in_its_head(
    text: str, publisher: str | None, published: str | None
) -> None:
    head = text_head(text)
    assert (head.publisher, head.published) == (publisher, published)


@pytest.mark.parametrize(
    "text",
    [
        "The deal was signed on 3 June 2025\nand nobody knew.",
        "On 3 June 2025 the office designated five firms.",
        "IEMZ KUPOL (Izhevsk) - a plant in Udmurtia.",
        "By the Courier's trade desk\n\nThe firm sold.",
        "Hearing of 3 May 2024\n1 June 2024\nMinutes, 2 June 2024\n\nThe firm sold.",
        "Source: a broker\nThe firm sold.",
        f"The firm sold. {'It said so. ' * 30}\nPublished: 3 May 2024",
        "",
    ],
)
def test_what_only_looks_like_a_head_states_nothing(text: str) -> None:
    assert text_head(text) == text_head("")


def test_a_by_line_names_the_author() -> None:
    assert text_head("Tugs sold\nBy Ann Example and Bo Sample\n\nx").author == (
        "Ann Example and Bo Sample"
    )


def test_the_file_speaks_before_its_first_lines(read: Read) -> None:
    matter = b"---\ndate: 2024-09-25\n---\nDate: 1 May 2020\nBy Ann Example\n"
    document = read(matter, "a.md")
    assert (document.published, document.author) == ("2024-09-25", "Ann Example")


@given(st.text(max_size=200))
def test_any_text_has_a_head_or_none(text: str) -> None:
    head = text_head(text)
    assert head.published is None or stated_day(head.published) == head.published
