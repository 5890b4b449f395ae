"""Plain text and Markdown: the file itself is the canonical text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.errors import UnreadableSource
from enduse.sources.documents import Limits, place
from enduse.sources.documents.plain import MarkdownReader, TextReader
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
    assert document.text == text
    assert (document.title, document.author) == ("On engines", "Ann")
    assert (document.published, document.language) == ("2024-09-25", "en")


def test_markdown_without_front_matter_takes_its_first_heading() -> None:
    document = MarkdownReader().read(b"intro\n# On engines #\n## Two\n", SOURCE, "a.md")
    assert (document.title, document.published) == ("On engines", None)
