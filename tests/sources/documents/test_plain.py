"""Plain text, which is its own canonical text, and Markdown as it is shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.errors import UnreadableSource
from enduse.sources.documents import Limits, place
from enduse.sources.documents.text.plain import MarkdownReader, TextReader
from tests.sources.documents.conftest import Read

SOURCE = "0" * 64
WORDS = st.text(alphabet=st.sampled_from("abc Купол红箭é’\r\n\t."), min_size=1, max_size=120)


def test_the_canonical_text_is_the_file_unchanged(read: Read) -> None:
    text = "  Kupol declined.\r\n\r\nSecond line\u00a0here\t.\n\x1a"
    assert read(text.encode(), "a.txt").text == text


@given(
    WORDS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]), st.data()
)
@settings(max_examples=150)
def test_every_quotation_is_found_again_in_the_bytes(
    text: str, encoding: str, data: st.DataObject
) -> None:
    raw = ("Report: " + text).encode(encoding)
    document = TextReader().read(raw, SOURCE, "a.txt")
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    for part in place(document, start, end):
        assert part.raw is not None
        assert part.codec
        found = raw[part.raw[0] : part.raw[1]].decode(part.codec)
        assert found == document.text[part.start : part.end]


def test_a_quotation_over_three_lines_has_three_places(read: Read) -> None:
    document = read(b"one\ntwo\nthree", "a.txt")
    assert [part.label for part in place(document, 1, 10)] == ["line 1", "line 2", "line 3"]
    assert place(document, 3, 3) == []


def test_lines_pair_with_bytes_even_where_a_byte_is_broken() -> None:
    raw = "Купол\nпло".encode() + b"\xff" + "хо\nхорошо".encode()
    document = TextReader().read(raw + "абвгд".encode() * 30, SOURCE, "a.txt")
    first, broken, last = document.parts
    assert first.raw == (0, 10)
    assert broken.codec == ""
    assert last.raw is not None and raw[last.raw[0] :].decode() == "хорошо"
    assert document.issues[0].where.part == "line 2"


def test_a_file_of_many_lines_keeps_a_bounded_number_of_parts() -> None:
    document = TextReader().read(b"x\n" * 100_000, SOURCE, "a.txt")
    assert len(document.parts) <= 20_001
    assert document.parts[0].label == "lines 1-6"


def test_twenty_megabytes_are_read(read: Read) -> None:
    sentence = "The plant declined to comment on the matter. " * 22_000
    assert len(read((sentence * 20).encode(), "a.txt").text) == 20 * len(sentence)


def test_a_text_beyond_the_limit_is_refused_in_words() -> None:
    with pytest.raises(UnreadableSource, match="11 characters"):
        TextReader(Limits(text_characters=10)).read(b"eleven char", SOURCE, "a.txt")


def test_markdown_states_what_its_front_matter_states() -> None:
    text = '---\ntitle: "On engines"\nauthor: Ann\ndate: 2024-09-25\nlang: en-GB\n---\n# Other\n'
    document = MarkdownReader().read(text.encode(), SOURCE, "a.md")
    assert document.text == "Other\n"
    assert (document.title, document.author) == ("On engines", "Ann")
    assert (document.published, document.language) == ("2024-09-25", "en")


def test_markdown_without_front_matter_takes_its_first_heading() -> None:
    document = MarkdownReader().read(b"intro\n# On engines #\n## Two\n", SOURCE, "a.md")
    assert (document.title, document.published) == ("On engines", None)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Orbis Ltd**, of [Belmash](https://example.org/b)", "Orbis Ltd, of Belmash"),
        ("***Orbis*** sold `P-40` pumps[^1] to __Nordfab__", "Orbis sold P-40 pumps to Nordfab"),
        ("**[Orbis](a) and *Kupol*** met", "Orbis and Kupol met"),
        ("**红箭**公司 ~~sold~~ bought", "红箭公司 sold bought"),
        ("# Pumps #\ntext", "Pumps\n\ntext"),
        ("Pumps\n=====\ntext", "Pumps\ntext"),
        ("| Seller | Buyer |\n|---|:-:|\n| Orbis | **Kupol** |", "Seller\tBuyer\nOrbis\tKupol"),
        ("> quoted\n> [Kupol][1]\n\n[1]: https://example.org", "quoted\nKupol\n\n"),
        ("[^1]: A note on <https://example.org>", "A note on https://example.org"),
        ("```\n**kept** | as is\n```", "**kept** | as is"),
        ("5 * 3 * 2, a_b_c, \\*starred\\* and *open", "5 * 3 * 2, a_b_c, *starred* and *open"),
        ("- one\n- two\n1. three", "- one\n- two\n1. three"),
    ],
)
def test_markdown_is_read_as_it_is_shown(written: str, shown: str) -> None:
    assert MarkdownReader().read(written.encode(), SOURCE, "a.md").text.rstrip("\n") == (
        shown.rstrip("\n")
    )


MARKDOWN = st.text(alphabet=st.sampled_from("ab Купол红*_`[]()|#>-!<~\\\r\n\t."), max_size=160)


@given(MARKDOWN, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@settings(max_examples=150)
def test_what_markdown_shows_is_found_again_in_the_bytes(text: str, encoding: str) -> None:
    raw = ("Report: " + text).encode(encoding)
    document = MarkdownReader().read(raw, SOURCE, "a.md")
    assert document.parts
    for part in document.parts:
        assert part.raw is not None
        found = raw[part.raw[0] : part.raw[1]].decode(part.codec)
        assert found == document.text[part.start : part.end]


@pytest.mark.parametrize("mark", ["*a ", "[", "`a", "_a ", "<a ", "![a](", "|", "\\", "<!--"])
def test_marks_that_are_never_closed_cost_no_more_than_others(mark: str) -> None:
    document = MarkdownReader().read(b"x " + mark.encode() * 20_000, SOURCE, "a.md")
    assert document.text.startswith("x ")


def test_a_markdown_file_of_very_many_lines_is_kept_as_it_is_written() -> None:
    text = "**x**\n" * 20_001
    assert MarkdownReader().read(text.encode(), SOURCE, "a.md").text == text
