"""Every real file is read, and what comes out is counted a second way by a test that is named."""

import csv
import json
import re
import zipfile
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.shared import SHARED, needs_shared
from tests.sources.registers.reading import read as read_register
from tests.sources.watchlists.reading import read

pytestmark = needs_shared
DATA = (SHARED or Path()) / "data"
OFAC = DATA / "lists" / "us_ofac"
_COUNTS, _BODS = "watchlists.test_counts", "registers.test_bods"
COUNTED = {
    "lists/un/UN_consolidated*.xml": f"{_COUNTS}:test_the_un_list_gives_its_persons_and_entities"
    "_and_keeps_low_names_apart",
    "lists/un/deriv_sample_unsc.xml": "test_every_file:test_the_sample_of_the_un_list",
    "lists/ftm/*": f"{_COUNTS}:test_opensanctions_entities_come_out_value_by_value",
    "lists/ua/*": f"{_COUNTS}:test_the_table_of_targets_gives_its_rows",
    "lists/us_csl/csl_*": f"{_COUNTS}:test_the_screening_list_gives_all_records_of_both_headers",
    "lists/us_csl/dpl_*": f"{_COUNTS}:test_the_denied_persons_list_gives_all_names_and_orders",
    "lists/uk/FCDO*.csv": f"{_COUNTS}:test_the_uk_list_of_2025_gives_its_designations",
    "lists/uk/FCDO*.ods": "test_every_file:test_the_uk_table_holds_what_its_spreadsheet_holds",
    "lists/uk/uk_*": f"{_COUNTS}:test_the_sample_of_2026_gives_its_ship",
    "lists/jp/*": f"{_COUNTS}:test_the_japanese_lists_give_every_number",
    "lists/ch/*": f"{_COUNTS}:test_the_swiss_sample_keeps_the_delisted_and_marks_them",
    "lists/eu/fsf_fixtures/*": f"{_COUNTS}:test_the_eu_xml_gives_its_entities",
    "lists/eu/official_journal/*": f"{_COUNTS}:test_the_journal_gives_every_designation_after"
    "_its_amendments",
    "lists/us_ofac/sdn_2021-07-07/*": f"{_COUNTS}:test_the_sdn_file_gives_exactly_its_listed"
    "_parties",
    "lists/us_ofac/*_demo_rows_*": "test_every_file:test_the_rows_of_the_example",
    "lists/us_ofac/xml_fixtures/deriv_sdn.xml": f"{_COUNTS}:test_the_older_xml_gives_its_entries",
    "lists/us_ofac/xml_fixtures/deriv_sample_*": "test_every_file:test_the_sample_of_ofacs_xml",
    "lists/us_ofac/xml_fixtures/sdn_advanced*": f"{_COUNTS}:test_the_advanced_shape_gives_its"
    "_party",
    "lists/us_ofac/alt_add_2025-12/*": f"{_COUNTS}:test_names_without_their_party_are_reported"
    "_not_dropped_in_silence",
    "lists/us_ofac/consolidated_*": f"{_COUNTS}:test_the_consolidated_list_and_its_comments",
    "registers/bods/sample_300*": f"{_BODS}:test_the_300_statements_give_what_a_plain_count_gives",
    "registers/bods/examples/*": f"{_BODS}:test_every_worked_example_of_the_standard_is_read_whole",
    "registers/bods/tests/*": "test_every_file:test_the_statements_that_try_the_standard",
    "registers/psc/*": "registers.test_gb_psc:test_the_sample_line_of_the_snapshot_is_read_whole",
}
NO_LIST = {
    "registers/bods/libcovebods/*": "schemata and code lists of the standard",
    "registers/gleif/*": "names of columns, and a table of legal forms",
    "registers/icij/*": "names of columns",
}


@pytest.mark.parametrize("room", ["lists", "registers"])
def test_every_file_has_a_test_that_counts_it(room: str) -> None:
    for path in (DATA / room).rglob("*"):
        if path.is_file():
            name = path.relative_to(DATA).as_posix()
            assert any(fnmatch(name, one) for one in (*COUNTED, *NO_LIST)), name


@pytest.mark.parametrize("place", sorted(set(COUNTED.values())))
def test_the_test_that_counts_is_there(place: str) -> None:
    module, _, name = place.partition(":")
    assert hasattr(import_module(f"tests.sources.{module}"), name), place


def test_the_sample_of_the_un_list() -> None:
    path = DATA / "lists" / "un" / "deriv_sample_unsc.xml"
    root, made = ET.parse(path).getroot(), read("un_sc", path)
    persons, entities = list(root.iter("INDIVIDUAL")), list(root.iter("ENTITY"))
    assert len(made.ids("Person")) == len(persons) > 0
    assert len(made.ids("Organization")) == len(entities)
    told: dict[str, set[tuple[str, str]]] = {"Good": set(), "Low": set()}
    for one in persons:
        ident = f"un-{one.findtext('DATAID')}"
        for alias in one.iter("INDIVIDUAL_ALIAS"):
            if name := " ".join((alias.findtext("ALIAS_NAME") or "").split()):
                told[alias.findtext("QUALITY") or ""].add((ident, name))
        # The name in its own script is a good name too.
        told["Good"].add((ident, " ".join((one.findtext("NAME_ORIGINAL_SCRIPT") or "").split())))
    for quality, prop in (("Good", "alias"), ("Low", "weakAlias")):
        got = {(s.entity_id, s.value) for s in made.of(prop)}
        assert got == {one for one in told[quality] if one[1]}, prop


def test_the_sample_of_ofacs_xml() -> None:
    path = OFAC / "xml_fixtures" / "deriv_sample_ofac_consolidated.xml"
    text, made = path.read_text("utf-8"), read("us_ofac_cons", path)
    parties = made.ids("Person", "Organization", "Company", "Vessel", "Airplane", "LegalEntity")
    assert len(parties) == len(re.findall(r"<(?:\w+:)?sdnEntry>", text)) > 0
    assert len(made.of("weakAlias")) == text.count("<category>weak</category>")
    assert len(made.of("alias")) + len(made.of("previousName")) == text.count(
        "<category>strong</category>"
    )


def _cells(name: str) -> list[list[str]]:
    with (OFAC / name).open(newline="", encoding="utf-8") as file:
        return [row for row in csv.reader(file) if len(row) > 1]


def test_the_rows_of_the_example() -> None:
    names = ("sdn_demo_rows_2026.csv", "alt_demo_rows_2025-12.csv", "add_demo_rows_2025-12.csv")
    sdn, alt, add = (_cells(name) for name in names)
    made = read("us_ofac_sdn", *(OFAC / name for name in names))
    known = {row[0] for row in sdn}
    assert made.ids("Organization", "Person", "Vessel") == {f"ofac-{row[0]}" for row in sdn}
    assert {s.entity_id for s in made.of("full")} == {
        f"ofac-addr-{row[1]}" for row in add if row[0] in known
    }
    former = [(f"ofac-{row[0]}", row[3]) for row in alt if row[0] in known and row[2] == "fka"]
    assert sorted((s.entity_id, s.value) for s in made.of("previousName")) == sorted(former)
    assert len(made.of("alias")) + len(former) == sum(row[0] in known for row in alt)


def test_the_uk_table_holds_what_its_spreadsheet_holds() -> None:
    folder = DATA / "lists" / "uk"
    inside = zipfile.ZipFile(folder / "FCDO_SL_Mon_Aug_11_2025.ods").read("content.xml").decode()
    ids = set(re.findall(r">([A-Z]{3}\d{4})<", inside))
    made = read("uk_sl", folder / "FCDO_SL_2025-08-11_from_ods.csv")
    assert {entity.partition("-")[2].upper() for entity in made.ids("Person")} <= ids
    assert len(made.ids("Person", "Organization", "Vessel")) == len(ids)


def test_the_statements_that_try_the_standard() -> None:
    """The files by which validators of BODS are tried, the broken ones among them."""
    files = sorted((DATA / "registers" / "bods" / "tests").rglob("*.json"))
    assert len(files) > 400
    for path in files:
        raw = json.loads(path.read_text("utf-8"))
        if not isinstance(raw, list):
            continue
        made = read_register("bods", path)
        wanted = {
            str(one["recordId"])
            for one in raw
            if one.get("recordId") and one.get("recordType") in ("entity", "person")
        }
        got = {s.entity_id.removeprefix("bods-") for s in made.statements}
        assert wanted <= got or made.issues, path.name
