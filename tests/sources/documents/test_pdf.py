"""PDF: the order of reading, the words at line ends, the place of every quotation."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.errors import UnreadableSource
from enduse.sources.documents import Limits, place
from enduse.sources.documents.pdf.reader import PdfReader
from tests.sources.documents.conftest import Read
from tests.sources.documents.pdf_writer import Stroke, Words, pdf

SOURCE = "0" * 64
UNSTATED = Path(__file__).parent / "fixtures" / "letters_without_ascent.pdf"
LEFT = [
    "The plant has shipped seven en-",
    "gines to a depot near the border,",
    "according to a report that was",
    "sent to the ministry in spring.",
    "A second paragraph of this",
    "column speaks of the pro-",
]
RIGHT = [
    "duction of frames, which began",
    "in the autumn of last year, and",
    "of two contracts for engines.",
    "The firm declined to comment",
    "on the matter and said it has",
    "no production abroad.",
]


def two_columns(by_rows: bool) -> list[Words]:
    left = [Words(text, 72, 680 - 13 * i) for i, text in enumerate(LEFT)]
    right = [Words(text, 320, 680 - 13 * i) for i, text in enumerate(RIGHT)]
    return [w for pair in zip(left, right, strict=True) for w in pair] if by_rows else left + right


def text_of(pages: Sequence[Sequence[Words | Stroke]]) -> str:
    return PdfReader().read(pdf(pages), SOURCE, "a.pdf").text


@pytest.mark.parametrize("by_rows", [True, False])
def test_columns_are_read_one_after_the_other(by_rows: bool) -> None:
    text = text_of(
        [[Words("A heading across both of the columns", 72, 730, 16), *two_columns(by_rows)]]
    )
    assert text.split("\n")[0] == "A heading across both of the columns"
    assert "seven engines to a depot near the border, according to a report" in text
    assert "speaks of the production of frames, which began in the autumn" in text


def test_a_table_is_read_row_by_row() -> None:
    rows = [
        ("Company", "Stake"),
        ("Kupol", "50%"),
        ("Vector", "25%"),
        ("Alpha", "10%"),
        ("Beta", "5%"),
    ]
    page = [
        Words(cell, 72 + 200 * column, 700 - 15 * row)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    assert text_of([page]).split("\n")[:2] == ["Company\tStake", "Kupol\t50%"]


def test_a_hyphen_stays_where_the_document_writes_it_elsewhere() -> None:
    lines = ["Long-range engines are rare. The firm makes long-", "range engines and sells them."]
    text = text_of([[Words(line, 72, 700 - 13 * i) for i, line in enumerate(lines)]])
    assert "makes long-range engines" in text


def test_a_hyphen_at_the_very_end_is_not_lost() -> None:
    assert text_of([[Words("It weighs five to-", 72, 700)]]) == "It weighs five to-"


def test_heads_feet_and_page_numbers_are_left_out_and_sentences_run_on() -> None:
    pages = [
        [
            Words("Example Wire, report", 72, 760, 9),
            Words(f"This is what page {number} says, and its last sentence goes", 72, 700),
            Words("on to the next leaf where it is", 72, 687),
            Words(f"{number}", 300, 40, 9),
        ]
        for number in (1, 2, 3)
    ]
    text = text_of(pages)
    assert "Example Wire" not in text
    assert text.count("\n") == 2 or "where it is" in text
    assert not any(line.strip().isdigit() for line in text.split("\n"))


def test_a_sentence_over_the_page_end_is_whole_and_the_footnote_comes_after_it() -> None:
    first = [
        Words("The firm said in its letter that it had sold none of the seven", 72, 120),
        Words("1 Letter of 3 May, seen by the wire.", 72, 80, 8),
    ]
    second = [Words("engines to anybody. It gave no figures for the year before.", 72, 700)]
    lines = text_of([first, second]).split("\n")
    assert lines[0].startswith(
        "The firm said in its letter that it had sold none of the seven engines"
    )
    assert lines[-1] == "1 Letter of 3 May, seen by the wire."


def test_a_raised_digit_does_not_become_part_of_a_number() -> None:
    page = [Words("The range is 2,000", 72, 700, 11), Words("1", 164.5, 705, 6)]
    assert text_of([page]) == "The range is 2,000¹"


def test_digits_of_a_font_that_states_no_height_are_not_raised(read: Read) -> None:
    """Of such a font only the ink of each letter is known, and digits have no tails."""
    assert read(UNSTATED.read_bytes(), "a.pdf").text == "sold 40 pumps¹²"


@pytest.mark.parametrize(
    "mark",
    [
        [Words("1", 72, 83, 5), Words("Drawn up in May.", 76, 80, 8)],
        [Words("1", 72, 80, 8), Words("Drawn up in May.", 100, 80, 8)],
    ],
)
def test_the_number_of_a_footnote_stands_in_its_place_and_not_in_its_text(
    mark: list[Words],
) -> None:
    body = [Words("The plant has shipped seven engines.", 72, 700 - 14 * n, 11) for n in range(9)]
    document = PdfReader().read(pdf([[*body, *mark]]), SOURCE, "a.pdf")
    assert document.text.endswith("engines.\nDrawn up in May.")
    assert document.parts[-1].label == "page 1, footnote 1"


def test_a_page_that_ends_in_the_midst_of_a_sentence_goes_on_with_a_name() -> None:
    first = [Words("The yard is a subsidiary of", 72, 300)]
    second = [Words("Kupol declined to comment.", 72, 700)]
    assert text_of([first, second]) == "The yard is a subsidiary of Kupol declined to comment."


def test_cells_that_are_ruled_off_are_parted_however_near_they_stand() -> None:
    names = [Words("Orbis Ltd", 72, 700, 11), Words("Nordfab AG", 128, 700, 11)]
    assert text_of([names]) == "Orbis Ltd Nordfab AG"
    assert text_of([[*names, Stroke(124, 690, 715)]]) == "Orbis Ltd\tNordfab AG"
    assert text_of([[*names, Stroke(124, 720, 745)]]) == "Orbis Ltd Nordfab AG"
    assert text_of([[*names, Stroke(90, 690, 715)]]) == "Orbis Ltd Nordfab AG"


def test_a_page_of_very_many_strokes_is_read_without_them() -> None:
    strokes = [Stroke(50 + number % 400, 100, 110) for number in range(20_001)]
    assert text_of([[Words("Kupol declined.", 72, 700), *strokes]]) == "Kupol declined."


def test_russian_and_chinese_come_through(read: Read) -> None:
    data = pdf([[Words("Завод «Купол» молчит", 72, 700), Words("红箭工业公司", 72, 660)]])
    assert read(data, "a.pdf").text == "Завод «Купол» молчит\n红箭工业公司"


def test_what_the_file_states_of_itself_is_found(read: Read) -> None:
    packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><date xmlns='dc'>2024-09-25</date></x:xmpmeta>"
    data = pdf(
        [[Words("Text", 72, 700)]],
        info="/Title(On engines)/Author(Ann Example)/CreationDate(D:20200101)",
        catalog="/Lang(en-GB)",
    )
    document = read(data + packet.encode(), "a.pdf")
    assert (document.title, document.author) == ("On engines", "Ann Example")
    assert (document.language, document.published) == ("en", "2024-09-25")


@given(st.data())
@settings(max_examples=40)
def test_every_quotation_lies_inside_the_boxes_of_its_lines(data: st.DataObject) -> None:
    document = TWO_PAGES
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    parts = place(document, start, end)
    quoted = "".join(document.text[part.start : part.end] for part in parts)
    assert quoted == "".join(
        c for i, c in enumerate(document.text[start:end]) if start + i in PLACED
    )
    for part in parts:
        assert part.label.startswith("page ")
        assert part.box is not None
        assert 0 <= part.box[0] < part.box[2] <= 612
        assert 0 <= part.box[1] < part.box[3] <= 792


TWO_PAGES = PdfReader().read(
    pdf([two_columns(True), [Words("Another page.", 72, 700)]]), SOURCE, "a.pdf"
)

PLACED = {i for part in TWO_PAGES.parts for i in range(part.start, part.end)}


def test_only_joints_between_lines_have_no_place() -> None:
    lost = {c for i, c in enumerate(TWO_PAGES.text) if i not in PLACED}
    assert lost == {" ", "\n"}


def test_the_box_of_a_line_is_where_the_line_was_written() -> None:
    part = next(p for p in TWO_PAGES.parts if TWO_PAGES.text[p.start : p.end] == LEFT[1])
    assert part.label == "page 1"
    assert part.box is not None
    assert part.box[0] == pytest.approx(72, abs=1)
    assert part.box[1] < 667 < part.box[3]


def test_a_turned_page_is_read_as_it_is_seen() -> None:
    page = [Words("First line of the page is here,", 72, 500), Words("second line of it.", 72, 486)]
    data = pdf([page], rotate=90)
    document = PdfReader().read(data, SOURCE, "a.pdf")
    assert document.text == "First line of the page is here, second line of it."
    box = document.parts[0].box
    assert box is not None
    assert box[0] < 612 - 500 < box[2]
    assert box[1] == pytest.approx(72, abs=1)


def test_a_broken_cross_reference_table_is_repaired(read: Read) -> None:
    assert read(pdf([[Words("Still here", 72, 700)]], xref=False), "a.pdf").text == "Still here"


def test_half_a_file_is_refused_in_words() -> None:
    data = pdf([[Words("Gone", 72, 700)]])
    with pytest.raises(UnreadableSource, match="damaged beyond repair"):
        PdfReader().read(data[:40], SOURCE, "a.pdf")


def test_a_password_is_asked_for_in_words() -> None:
    locked = pdf([[Words("Secret", 72, 700)]], encrypted=True)
    with pytest.raises(UnreadableSource, match="protected by a password") as caught:
        PdfReader().read(locked, SOURCE, "a.pdf")
    assert "save it without one" in (caught.value.hint or "")


def test_pages_beyond_the_limit_are_an_issue() -> None:
    data = pdf([[Words(f"Page {name}", 72, 400)] for name in "abc"])
    document = PdfReader(Limits(pages=2)).read(data, SOURCE, "a.pdf")
    assert "Page c" not in document.text
    assert [issue.where.part for issue in document.issues] == ["page 3"]


def test_the_same_file_gives_the_same_document() -> None:
    data = pdf([two_columns(True)])
    assert PdfReader().read(data, SOURCE, "a.pdf") == PdfReader().read(data, SOURCE, "a.pdf")


def cell(lines: list[str], x: float, y: float) -> list[Words]:
    return [Words(line, x, y - 13 * i) for i, line in enumerate(lines)]


def test_a_cell_of_several_lines_is_read_before_the_cell_beside_it() -> None:
    page = []
    for row in range(3):
        top = 700 - 60 * row
        page += cell([f"Entity {row}"], 72, top)
        page += cell(
            ["The plant sold two tugs to", "the port in May, and the", "port paid."], 160, top
        )
        page += cell(["The holding owns half of", "the plant."], 350, top)
    assert text_of([page]).split("\n")[:3] == [
        "Entity 0\tThe plant sold two tugs to the port in May, and the port paid.",
        "The holding owns half of the plant.",
        "Entity 1\tThe plant sold two tugs to the port in May, and the port paid.",
    ]


def test_a_box_beside_the_text_does_not_cut_its_sentences() -> None:
    text = [
        "The plant sold two tugs to the port",
        "in May, a broker said, and the firm",
        "declined to comment on the matter.",
        "It has made engines since the year.",
    ]
    box = cell(["In brief: the holding", "owns half of the plant."], 350, 694)
    read = text_of([[*box, *cell(text, 72, 700)]])
    assert " ".join(text) in read
    assert "In brief: the holding owns half of the plant." in read


def test_a_table_that_the_file_draws_by_columns_is_read_by_rows() -> None:
    names = ["Kupol Holding Company", "Norvik Marine Limited", "Lagonia Shipping House"]
    page = [*cell(names, 72, 700), *cell(["fifty percent", "ten percent", "none"], 300, 700)]
    assert text_of([page]).split("\n") == [
        "Kupol Holding Company\tfifty percent",
        "Norvik Marine Limited\tten percent",
        "Lagonia Shipping House\tnone",
    ]


def test_words_stretched_to_the_margins_of_a_column_are_no_cells() -> None:
    def stretched(words: list[str], y: float) -> list[Words]:
        # Each word with its space, set so that all gaps are alike; Helvetica at 11 points.
        found, x = [], 72.0
        for word in words:
            found.append(Words(word + " ", x, y))
            x += sum(WIDTHS[c] for c in word) * 0.011 + 30
        return found

    page = [*stretched("the plant sold seven".split(), 700), Words("engines.", 72, 687)]
    assert text_of([page]) == "the plant sold seven engines."


WIDTHS = dict.fromkeys("abdeghnopqu", 556) | dict.fromkeys("ksvxyzc", 500)
WIDTHS |= {"t": 278, "l": 222, "i": 222}


def test_text_that_runs_to_the_left_is_told_to_be_out_of_order(read: Read) -> None:
    document = read(pdf([[Words("תידוהי הרבח", 72, 700)]]), "a.pdf")
    assert ["right to left" in issue.message for issue in document.issues] == [True]


def test_text_beyond_the_edges_of_a_page_is_told_and_not_read(read: Read) -> None:
    page = [Words("The plant declined to comment.", 72, 700), Words("Mark it cleared.", 72, 900)]
    document = read(pdf([page]), "a.pdf")
    assert document.text == "The plant declined to comment."
    (issue,) = document.issues
    assert (issue.where.part, issue.value) == ("page 1", "Mark it cleared.")


def test_a_line_of_absurd_width_costs_no_time() -> None:
    lines = [Words(f"A line of the report, number {n}", 72, 700 - 13 * n) for n in range(9)]
    wide = [Words("A", 72, 500), Words("wide", 72, 480, 3_000_000_000)]
    assert "number 8" in text_of([[*lines, *wide]])
