"""Records of XML, however the file is cut into pieces and whatever stands between them."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from enduse.sources.xml_records import Fault, Record, _read, xml_records

TEXT = (
    "<list><!-- <one>not a record</one> --><one id='1' x=\"a>b\"><name>Kupol</name><two/>"
    "<note><![CDATA[<name>no</name>]]></note></one><a:one id='2'><ab>x</ab></a:one>"
    "<?go <one>?><one/></list>"
)


def _told(found: Record | Fault) -> tuple[object, ...]:
    if isinstance(found, Fault):
        return (found.start, found.end, found.message)
    inside = [(e.tag, e.start, e.end, e.inner, e.raw, e.text) for e in found.root.walk()]
    return (found.text, found.number, found.faults, found.root.attribute("id"), inside)


@given(st.lists(st.integers(0, len(TEXT)), max_size=8))
def test_where_a_file_is_cut_into_pieces_changes_nothing(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(TEXT)]
    pieces = [TEXT[a:b] for a, b in zip(places, places[1:], strict=False)]
    whole = [_told(one) for one in _read([TEXT], {"one"}, 0)]
    assert [_told(one) for one in _read(pieces, {"one"}, 0)] == whole
    assert len(whole) == 3


def test_every_element_stands_where_it_says() -> None:
    for found in _read([TEXT], {"one"}, 0):
        assert isinstance(found, Record)
        for one in found.root.walk():
            assert re.match(rf"<(a:)?{one.tag}\b", TEXT[one.start : one.end])
            assert TEXT[one.inner :].startswith(one.raw)


def test_a_comment_that_never_ends_hides_nobody(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    path.write_text("<list><one>A</one><!-- cut <one>B</one><one>C</one></list>", "utf-8")
    found = list(xml_records(path, {"one"}))
    assert [one.root.text for one in found if isinstance(one, Record)] == ["A", "B", "C"]
    assert ["never closed" in one.message for one in found if isinstance(one, Fault)] == [True]


def test_a_very_long_comment_is_not_waited_for_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    filler = "<one>B</one>" + " " * 3_000_000
    path.write_text(f"<list><one>A</one><!-- {filler}<one>C</one></list>", "utf-8")
    found = [one.root.text for one in xml_records(path, {"one"}) if isinstance(one, Record)]
    assert found == ["A", "B", "C"]
