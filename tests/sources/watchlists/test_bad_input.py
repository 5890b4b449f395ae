"""Broken files: each fault an issue with its place, everything else kept."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from enduse.errors import UnreadableSource
from tests.sources.watchlists.reading import FIXTURES, Read, read

GOOD = '{0},"PARTY {0}",-0- ,"RUSSIA-EO14024",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Gender Male."\r\n'


def sdn(folder: Path, rows: Sequence[str | bytes]) -> Read:
    path = folder / "sdn.csv"
    path.write_bytes(b"".join(row if isinstance(row, bytes) else row.encode() for row in rows))
    return read("us_ofac_sdn", path)


def parties(made: Read) -> list[str]:
    return [s.entity_id for s in made.of("name")]


def test_a_last_line_of_ctrl_z_is_the_end_and_no_row(tmp_path: Path) -> None:
    made = sdn(tmp_path, [GOOD.format(1), b"\x1a"])
    assert parties(made) == ["ofac-1"]
    assert not [i for i in made.issues if "columns" in i.message or "number" in i.message]


def test_a_row_with_too_few_columns_is_said_and_kept(tmp_path: Path) -> None:
    made = sdn(tmp_path, [GOOD.format(1), '2,"SHORT"\r\n', GOOD.format(3)])
    assert parties(made) == ["ofac-1", "ofac-2", "ofac-3"]
    (issue,) = made.about("2 columns; 12 were expected")
    assert issue.where.part == "record 2"


def test_a_row_with_too_many_columns_is_said_and_kept(tmp_path: Path) -> None:
    made = sdn(tmp_path, [GOOD.format(1).rstrip() + ",x,y\r\n", GOOD.format(2)])
    assert parties(made) == ["ofac-1", "ofac-2"]
    assert len(made.about("14 columns")) == 1


def test_a_quote_that_is_never_closed_costs_its_own_row_only(tmp_path: Path) -> None:
    broken = '2,"NEVER CLOSED,-0- ,"RUSSIA-EO14024",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    made = sdn(tmp_path, [GOOD.format(1), broken, GOOD.format(3)])
    assert {"ofac-1", "ofac-3"} <= set(parties(made))
    assert len(made.about("never closed")) == 1


def test_a_nul_is_said_with_its_column_and_the_value_kept(tmp_path: Path) -> None:
    made = sdn(tmp_path, [GOOD.format(1).replace("PARTY 1", "PAR\0TY"), GOOD.format(2)])
    assert made.values("ofac-1", "name") == ["PAR TY"]
    (issue,) = made.about("NUL")
    assert (issue.where.part, issue.where.field) == ("record 1", "SDN_Name")


def test_mixed_encodings_spoil_no_other_row(tmp_path: Path) -> None:
    rows = [GOOD.format(1).replace("PARTY", "ПАРТИЯ"), GOOD.format(2)]
    odd = GOOD.format(3).replace("PARTY", "ПАРТИЯ").encode("cp1251")
    made = sdn(tmp_path, [*rows, odd])
    assert len(parties(made)) == 3
    assert "PARTY 2" in made.values("ofac-2", "name")


def test_a_number_that_comes_again_is_a_party_of_its_own(tmp_path: Path) -> None:
    made = sdn(tmp_path, [GOOD.format(1), GOOD.format(1).replace("PARTY", "OTHER")])
    assert parties(made) == ["ofac-1", "ofac-1-again-1"]
    assert [issue.value for issue in made.about("comes again")] == ["1"]


@pytest.mark.parametrize("day", ["00/00/0000", "31 Feb 1970", "soon", "99 Xyz 1970"])
def test_a_day_that_the_calendar_has_not_is_said_and_the_rest_kept(
    tmp_path: Path, day: str
) -> None:
    row = GOOD.format(1).replace("-0- ,", '"individual",', 1)
    made = sdn(tmp_path, [row.replace("Gender", f"DOB {day}; Gender")])
    assert made.values("ofac-1", "birthDate") == []
    assert made.values("ofac-1", "gender") == ["male"]
    (issue,) = made.about("no date of the calendar")
    assert (issue.where.part, issue.where.field, issue.value) == ("record 1", "Remarks", day)


def test_an_identifier_in_the_wrong_column_is_kept_and_said(tmp_path: Path) -> None:
    words = "Tax ID No. 1197746546282 (Russia); Registration Number 9706002422 (Russia)"
    made = sdn(tmp_path, [GOOD.format(51229).replace("Gender Male", words)])
    assert made.values("ofac-51229", "taxNumber") == ["1197746546282"]
    assert made.values("ofac-51229", "registrationNumber") == ["9706002422"]
    assert len(made.about("is an OGRN")) == len(made.about("is an INN")) == 1


def test_a_check_digit_that_fails_is_kept_and_said(tmp_path: Path) -> None:
    words = "Legal Entity Number 253400WSS48YWMBUA689; Tax ID No. 3849055366 (Russia)"
    made = sdn(tmp_path, [GOOD.format(1).replace("Gender Male", words)])
    assert made.values("ofac-1", "registrationNumber") == ["253400WSS48YWMBUA689"]
    assert made.values("ofac-1", "taxNumber") == ["3849055366"]
    assert len(made.about("does not hold")) == 2


def test_a_very_long_line_is_passed_over_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("enduse.sources.rows.LINE_LIMIT", 100_000)
    made = sdn(tmp_path, [GOOD.format(1), "x" * 3_000_000, "\r\n", GOOD.format(2)])
    assert parties(made) == ["ofac-1", "ofac-2"]
    assert len(made.about("was passed over")) == 1


def test_a_file_that_is_none_of_the_set_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sdn.csv"
    path.write_text("name,country\nA,B\n")
    with pytest.raises(UnreadableSource):
        read("us_ofac_sdn", path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sdn.csv"
    path.write_bytes(b"")
    with pytest.raises(UnreadableSource):
        read("us_ofac_sdn", path)


UN = """<?xml version="1.0"?>{head}<CONSOLIDATED_LIST><INDIVIDUALS>{body}</INDIVIDUALS>
</CONSOLIDATED_LIST>"""
PERSON = (
    "<INDIVIDUAL><DATAID>{0}</DATAID><FIRST_NAME>{1}</FIRST_NAME>"
    "<UN_LIST_TYPE>DRC</UN_LIST_TYPE></INDIVIDUAL>"
)


def un(folder: Path, body: str, head: str = "") -> Read:
    path = folder / "un.xml"
    path.write_text(UN.format(head=head, body=body), "utf-8")
    return read("un_sc", path)


def test_an_external_entity_is_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    head = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]>'
    made = un(tmp_path, PERSON.format(1, "A &x; B") + PERSON.format(2, "SECOND"), head)
    assert made.values("un-1", "name") == ["A &x; B"]
    assert made.values("un-2", "name") == ["SECOND"]
    assert not [s for s in made.statements if "SECRET" in s.value]
    assert len(made.about("declares entities")) == len(made.about("was not followed")) == 1


def test_a_billion_laughs_make_nobody_laugh(tmp_path: Path) -> None:
    lines = ['<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    head = f"<!DOCTYPE a [{''.join(lines)}]>"
    made = un(tmp_path, PERSON.format(1, "&a11;"), head)
    assert made.values("un-1", "name") == ["&a11;"]
    assert len(made.about("declares entities")) == 1


def test_a_record_that_is_never_closed_costs_nobody_else(tmp_path: Path) -> None:
    broken = "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>ONE</FIRST_NAME>"
    made = un(tmp_path, broken + PERSON.format(2, "TWO"))
    assert made.values("un-1", "name") == ["ONE"]
    assert made.values("un-2", "name") == ["TWO"]
    (issue,) = made.about("never closed")
    assert issue.where.part == "record 1"


def test_a_wrong_end_tag_is_said_and_the_values_kept(tmp_path: Path) -> None:
    body = PERSON.format(1, "ONE").replace("</FIRST_NAME>", "</FIRSTNAME></FIRST_NAME>")
    made = un(tmp_path, body + PERSON.format(2, "TWO"))
    assert made.values("un-2", "name") == ["TWO"]
    assert len(made.about("closed that was never opened")) == 1


def test_a_file_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "un.xml"
    whole = UN.format(head="", body=PERSON.format(1, "ONE") + PERSON.format(2, "TWO"))
    path.write_text(whole[: whole.index("TWO") + 3], "utf-8")
    made = read("un_sc", path)
    assert made.values("un-1", "name") == ["ONE"]
    assert made.about("never closed") and made.about("ends before its root")


def test_an_unknown_regime_quality_and_country_are_said(tmp_path: Path) -> None:
    body = PERSON.format(1, "ONE").replace("DRC", "ATLANTIS")
    extra = (
        "<NATIONALITY><VALUE>Atlantis</VALUE></NATIONALITY><INDIVIDUAL_ALIAS><QUALITY>So-so"
        "</QUALITY><ALIAS_NAME>UNO</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL>"
    )
    made = un(tmp_path, body.replace("</INDIVIDUAL>", extra))
    assert made.values("un-1", "weakAlias") == ["UNO"]
    assert "nationality: Atlantis" in made.values("un-1", "notes")
    fields = {issue.where.field for issue in made.issues}
    assert fields == {"UN_LIST_TYPE", "VALUE", "ALIAS_NAME"}


def test_an_xml_of_another_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_text("<html><body/></html>")
    for kind in ("un_sc", "uk_sl", "eu_fsf", "ch_seco", "us_ofac_sdn"):
        with pytest.raises(UnreadableSource):
            read(kind, path)


def test_a_broken_line_of_entities_costs_its_own_entity_only(tmp_path: Path) -> None:
    path = tmp_path / "entities.ftm.json"
    good = '{"id":"a","schema":"Person","properties":{"name":["A \\u0416"]},"datasets":["x"]}'
    path.write_text(f'{good}\n{{"id": "b", "schema": \n{good.replace("a", "c", 1)}\n', "utf-8")
    made = read("opensanctions", path)
    assert made.values("a", "name") == ["A Ж"]
    assert len(made.issues) == 1


def test_a_delta_takes_the_place_of_what_it_changes(tmp_path: Path) -> None:
    base, delta = tmp_path / "entities.ftm.json", tmp_path / "delta.json"
    line = '{{"id":"{0}","schema":"Person","properties":{{"name":["{1}"]}},"datasets":["x"]}}'
    base.write_text("\n".join(line.format(i, i.upper()) for i in "abc"), "utf-8")
    changes = [
        '{"op":"DEL","entity":{"id":"a"}}',
        '{"op":"MOD","entity":' + line.format("b", "NEW") + "}",
        '{"op":"ADD","entity":' + line.format("d", "D") + "}",
    ]
    delta.write_text("\n".join(changes), "utf-8")
    made = read("opensanctions", base, delta)
    assert {s.entity_id: s.value for s in made.of("name")} == {"c": "C", "b": "NEW", "d": "D"}


def test_every_fixture_says_where_its_issues_are() -> None:
    made = read("us_ofac_sdn", *(FIXTURES / "sdn" / n for n in ("sdn.csv", "alt.csv", "add.csv")))
    assert all(issue.where.part and issue.where.field for issue in made.issues)
