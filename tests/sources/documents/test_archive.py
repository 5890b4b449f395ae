"""ZIP: what is inside, within a budget, and never a path."""

import stat
import zipfile
from io import BytesIO

import pytest

from enduse.errors import UnreadableSource
from enduse.sources.documents import Limits
from enduse.sources.documents.archive import ZipReader, inner_path
from enduse.sources.protocols import Document
from tests.sources.documents.conftest import Read
from tests.sources.documents.office_writer import archive, docx


def unpacked(data: bytes, limits: Limits | None = None) -> Document:
    return ZipReader(limits).read(data, "0" * 64, "a.zip")


def test_files_inside_become_attachments_and_archives_inside_are_opened(read: Read) -> None:
    word = docx("<w:p/>")
    inner = archive({"b/two.txt": "two"})
    document = read(archive({"one.txt": "one", "in.zip": inner, "r.docx": word}), "a.zip")
    assert [(one.name, one.data) for one in document.attachments] == [
        ("one.txt", b"one"),
        ("in.zip/b/two.txt", b"two"),
        ("r.docx", word),
    ]
    assert document.text == ""


def test_names_lead_nowhere() -> None:
    hostile = {"../../x.txt": "1", "/etc/passwd": "2", "C:\\Windows\\y.txt": "3", "a/./b": "4"}
    names = [one.name for one in unpacked(archive(hostile)).attachments]
    assert names == ["x.txt", "etc/passwd", "Windows/y.txt", "a/b"]


@pytest.mark.parametrize("name", ["", "..", "/", "../..", "\u202e\x00"])
def test_a_name_of_nothing_is_still_a_name(name: str) -> None:
    assert inner_path(name) == "file"


def test_names_in_the_code_page_of_their_country_are_read() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        written.writestr("Xavod Kupol dogovor.txt", b"x")
    data = out.getvalue().replace(b"Xavod Kupol dogovor", "Завод Купол договор".encode("cp866"))
    assert [one.name for one in unpacked(data).attachments] == ["Завод Купол договор.txt"]


def test_a_link_is_not_followed() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        link = zipfile.ZipInfo("link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        written.writestr(link, "/etc/passwd")
        written.writestr("good.txt", "good")
    document = unpacked(out.getvalue())
    assert [one.name for one in document.attachments] == ["good.txt"]
    assert "link to another file" in document.issues[0].message


def test_a_bomb_is_left_packed_and_its_neighbour_is_read() -> None:
    document = unpacked(archive({"bomb": bytes(20_000_000), "good.txt": "good"}))
    assert [one.name for one in document.attachments] == ["good.txt"]
    assert "20,000,000 bytes are packed" in document.issues[0].message


def test_bytes_are_counted_over_all_levels() -> None:
    noise = bytes(range(256)) * 40
    inner = archive({f"{n}.bin": noise + b"x" for n in range(5)}, pack=False)
    nested = archive({f"{n}.zip": inner for n in range(5)}, pack=False)
    document = unpacked(nested, Limits(unpacked_bytes=100_000))
    assert sum(len(one.data) for one in document.attachments) <= 100_000
    assert any("more than 100,000 bytes" in issue.message for issue in document.issues)


def test_depth_and_count_are_bounded() -> None:
    nested = archive({"leaf.txt": "leaf"})
    for _ in range(6):
        nested = archive({"in.zip": nested})
    assert "too deep" in unpacked(nested).issues[0].message
    many = archive({f"{n}.txt": "x" for n in range(20)})
    document = unpacked(many, Limits(members=5))
    assert len(document.attachments) == 5
    assert "more files" in document.issues[0].message


def test_a_damaged_member_is_an_issue_and_the_others_are_read() -> None:
    data = archive({"a.txt": "first words", "b.txt": "second words"}, pack=False)
    document = unpacked(data.replace(b"first words", b"fXrst words"))
    assert [one.name for one in document.attachments] == ["b.txt"]
    assert document.issues[0].where.part == "a.txt"


def test_an_archive_of_nothing_is_said_to_be() -> None:
    with pytest.raises(UnreadableSource, match="it holds no file"):
        unpacked(archive({}))


@pytest.mark.parametrize(
    ("name", "words"),
    [("a.docx", "the Word file"), ("a.xlsx", "the workbook"), ("a.zip", "the archive")],
)
def test_an_office_file_cut_off_on_its_way_is_called_what_it_was(
    read: Read, name: str, words: str
) -> None:
    whole = docx("<w:p><w:r><w:t>Kupol</w:t></w:r></w:p>")
    with pytest.raises(UnreadableSource, match=f"{words}: it is cut off or damaged") as caught:
        read(whole[: len(whole) // 2], name)
    assert caught.value.hint == "Get the file again from where it came, or leave it out."


def test_a_cut_file_inside_an_archive_is_handed_on_so_that_it_is_told_by_its_name() -> None:
    cut = docx("<w:p/>")[:300]
    document = unpacked(archive({"cut.docx": cut, "good.txt": "good"}))
    assert [(one.name, one.data) for one in document.attachments] == [
        ("cut.docx", cut),
        ("good.txt", b"good"),
    ]


def test_an_archive_whose_first_member_is_spoilt_is_no_fault_of_ours(read: Read) -> None:
    data = bytearray(archive({"mimetype": "application/x" * 12, "a.txt": "Kupol"}))
    at = data.index(b"mimetype") + len("mimetype")
    data[at : at + 6] = b"\xff" * 6
    document = read(bytes(data), "a.odt")
    assert [one.name for one in document.attachments] == ["a.txt"]
