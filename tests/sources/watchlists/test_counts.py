"""Exact counts of every list of the shared folder, each found a second way without our readers."""

import csv
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.shared import SHARED, needs_shared
from tests.sources.watchlists.reading import Read, read

pytestmark = needs_shared
LISTS = (SHARED or Path()) / "data" / "lists"
SDN = LISTS / "us_ofac" / "sdn_2021-07-07"


def plain(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def sdn() -> Read:
    return read("us_ofac_sdn", *(SDN / name for name in ("sdn.csv", "alt.csv", "add.csv")))


def in_field(made: Read, field: str, *props: str) -> list[str]:
    return [
        s.value for s in made.statements if s.prop in props and s.evidence.locator.field == field
    ]


def test_the_sdn_file_gives_exactly_its_listed_parties() -> None:
    numbers = re.findall(rb"^(\d+),", (SDN / "sdn.csv").read_bytes(), re.MULTILINE)
    assert len(numbers) == 8976
    parties = sdn().ids("Person", "Organization", "Company", "Vessel", "Airplane", "LegalEntity")
    assert parties == {f"ofac-{number.decode()}" for number in numbers}


def test_nobody_who_is_only_named_in_a_remark_is_a_party() -> None:
    made = sdn()
    named = {s.entity_id for s in made.of("name")}
    assert len(named) == 8976
    for link in (s for s in made.statements if s.schema == "UnknownLink" and s.prop == "object"):
        assert link.value in named


def test_all_alternate_names_come_out() -> None:
    rows = [row for row in plain(SDN / "alt.csv") if len(row) == 5]
    assert len(rows) == 11910
    kinds = Counter("previousName" if row[2] == "fka" else "alias" for row in rows)
    for prop, count in kinds.items():
        assert len(in_field(sdn(), "alt_name", prop)) == count


def test_a_handful_of_alternate_names_repeat_their_primary() -> None:
    primary = {s.entity_id: s.value for s in sdn().of("name")}
    same = [s for s in sdn().of("alias") if s.value == primary[s.entity_id]]
    names = {row[0]: row[1] for row in plain(SDN / "sdn.csv") if len(row) == 12}
    rows = [row for row in plain(SDN / "alt.csv") if len(row) == 5]
    assert len(same) == sum(names[row[0]] == row[3] for row in rows) == 4


def test_addresses_that_are_not_empty_come_out_and_no_others() -> None:
    lines = (SDN / "add.csv").read_text("utf-8").splitlines()
    rows = [line for line in lines if re.match(r"\d", line)]
    empty = [line for line in rows if re.match(r"\d+,\d+,-0- ,-0- ,-0- ,", line)]
    assert (len(rows), len(rows) - len(empty)) == (13837, 11440)
    assert len(sdn().ids("Address")) == 11440


def test_weak_aliases_come_out_weak_and_none_of_them_strong() -> None:
    text = (SDN / "sdn.csv").read_text("utf-8")
    found = re.findall(r"a\.k\.a\. '(.+?)'(?=[;.]| *\"|\.\")", text)
    made = sdn().of("weakAlias")
    assert len(found) == len(made) == 2414
    assert len({s.entity_id for s in made}) == 1254
    assert Counter(s.evidence.quote for s in made) == Counter(found)
    assert not [s for s in sdn().of("alias") if s.evidence.locator.field == "Remarks"]


def test_every_form_of_a_date_of_birth_is_understood() -> None:
    text = (SDN / "sdn.csv").read_text("utf-8")
    written = re.findall(r"\bDOB ([^;\"]+?)(?=;|\.?\")", text)
    assert len(written) == 5125
    forms = Counter(re.sub(r"\d", "9", re.sub(r"[A-Z][a-z]{2}", "Mon", one)) for one in written)
    assert forms["99 Mon 9999"] == 4025 and forms["9999 to 9999"] == 56
    born = [
        s
        for s in sdn().statements
        if s.prop in ("birthDate", "incorporationDate")
        and s.evidence.locator.field == "Remarks"
        and s.evidence.quote in set(written)
    ]
    stretches = {one for one in written if re.search(r" to |\d-\d", one)}
    ends = sum(one in stretches for one in written)
    wrong = [issue for issue in sdn().about("no date of the calendar") if issue.value in written]
    assert not wrong and ends == 113
    single = [s for s in born if s.evidence.quote not in stretches]
    assert len([s for s in single if s.schema == "Person"]) >= len(written) - ends - 2
    double = [s for s in born if s.evidence.quote in stretches]
    assert len(double) == 2 * ends


def test_cut_remarks_are_reported_where_their_end_is_missing() -> None:
    remarks = [row[11] for row in plain(SDN / "sdn.csv") if len(row) == 12]
    cut = [remark for remark in remarks if len(remark) == 1000]
    assert len(cut) == len(sdn().about("cut at 1,000 characters")) == 5


def test_every_remark_is_kept_to_the_letter() -> None:
    remarks = {row[0]: row[11] for row in plain(SDN / "sdn.csv") if len(row) == 12}
    notes = {(s.entity_id, s.value) for s in sdn().of("notes")}
    for number, remark in remarks.items():
        if remark.strip() != "-0-":
            assert (f"ofac-{number}", remark.strip()) in notes


def test_names_without_their_party_are_reported_not_dropped_in_silence() -> None:
    folder = LISTS / "us_ofac" / "alt_add_2025-12"
    alone = [folder / name for name in ("alt.csv", "add.csv", "sdn_comments.csv")]
    names = {row[0] for row in plain(alone[0]) if len(row) == 5}
    places = {row[0] for row in plain(alone[1]) if len(row) == 6}
    comments = {row[0] for row in plain(alone[2]) if len(row) == 2}
    rows = [row for row in plain(alone[0]) if len(row) == 5]
    assert (len(rows), len(names)) == (20107, 8653)
    demo = LISTS / "us_ofac" / "sdn_demo_rows_2026.csv"
    made = read("us_ofac_sdn", demo, *alone)
    known = {row[0] for row in plain(demo)}
    orphans = len(names - known) + len(places - known) + len(comments - known)
    assert len(made.about("stands in the primary file")) == orphans
    assert len(comments) == 28


def test_the_consolidated_list_and_its_comments() -> None:
    folder = LISTS / "us_ofac" / "consolidated_2025-12"
    made = read("us_ofac_cons", *sorted(folder.glob("*.csv")))
    numbers = {row[0] for row in plain(folder / "cons_prim.csv") if len(row) == 12}
    assert len(numbers) == 442
    assert made.ids("Person", "Organization", "Company", "Vessel") == {f"ofac-{n}" for n in numbers}
    rows = [row for row in plain(folder / "cons_alt.csv") if len(row) == 5]
    assert len(in_field(made, "alt_name", "alias", "previousName")) == len(rows)
    full = [row for row in plain(folder / "cons_add.csv") if len(row) == 6]
    assert len(made.ids("Address")) == sum(
        any(cell.strip() != "-0-" for cell in row[2:5]) for row in full
    )
    assert made.values("ofac-31695", "innCode") == ["7702235133"]  # stands in the comments alone
    assert not made.about("cut at 1,000")


def test_a_value_across_the_cut_is_put_together() -> None:
    folder = LISTS / "us_ofac" / "consolidated_2025-12"
    made = read("us_ofac_cons", *sorted(folder.glob("*.csv")))
    assert "1027700342890" in made.values("ofac-17014", "ogrnCode")
    assert "RUSAG" in made.values("ofac-17014", "weakAlias")


def test_the_older_xml_gives_its_entries() -> None:
    path = LISTS / "us_ofac" / "xml_fixtures" / "deriv_sdn.xml"
    root = ET.parse(path).getroot()
    space = "{http://tempuri.org/sdnList.xsd}"
    made = read("us_ofac_sdn", path)
    assert len(made.ids("Person", "Organization", "Vessel")) == len(
        root.findall(f"{space}sdnEntry")
    )
    weak = [a for a in root.iter(f"{space}aka") if a.findtext(f"{space}category") == "weak"]
    strong = [a for a in root.iter(f"{space}aka") if a.findtext(f"{space}category") == "strong"]
    assert len(made.of("weakAlias")) == len(weak)
    assert len(made.of("alias")) + len(made.of("previousName")) == len(strong)


def test_the_advanced_shape_gives_its_party() -> None:
    made = read("us_ofac_sdn", LISTS / "us_ofac" / "xml_fixtures" / "sdn_advanced_shape.xml")
    assert made.values("ofac-27307", "name") == ["Lazarus Group"]
    assert made.values("ofac-27307", "weakAlias") == ["Hidden Cobra"]
    assert [s.value for s in made.of("publicKey")] == ["0x098B716B8Aaf21512996dC57EB0615e2383E2f96"]


def un() -> Read:
    return read("un_sc", LISTS / "un" / "UN_consolidated_2026-02-27.xml")


def test_the_un_list_gives_its_persons_and_entities_and_keeps_low_names_apart() -> None:
    text = (LISTS / "un" / "UN_consolidated_2026-02-27.xml").read_text("utf-8")
    assert (text.count("<INDIVIDUAL>"), text.count("<ENTITY>")) == (730, 273)
    assert (len(un().ids("Person")), len(un().ids("Organization"))) == (730, 273)
    good, low = text.count("<QUALITY>Good<"), text.count("<QUALITY>Low<")
    assert (good, low) == (1524, 615)
    persons = [s for s in un().statements if s.schema == "Person"]
    fields = Counter((s.prop, s.evidence.locator.field) for s in persons)
    assert fields["alias", "ALIAS_NAME"] == good
    assert fields["weakAlias", "ALIAS_NAME"] == low == fields["weakAlias", "ALIAS_NAME"]
    others = Counter(
        s.prop
        for s in un().statements
        if s.schema == "Organization" and s.evidence.locator.field == "ALIAS_NAME"
    )
    assert (others["alias"], others["previousName"]) == (594, 19)


def test_the_un_list_keeps_original_script_and_dates() -> None:
    text = (LISTS / "un" / "UN_consolidated_2026-02-27.xml").read_text("utf-8")
    scripts = [s for s in un().of("alias") if s.evidence.locator.field == "NAME_ORIGINAL_SCRIPT"]
    assert len(scripts) == len(re.findall(r"<NAME_ORIGINAL_SCRIPT>[^<]", text)) == 378
    dates = Counter(re.findall(r"<TYPE_OF_DATE>(\w+)<", text))
    assert dates == {"EXACT": 722, "APPROXIMATELY": 117, "BETWEEN": 31}
    about = [s for s in un().of("birthDate") if (s.original_value or "").startswith("APPROX")]
    between = [s for s in un().of("birthDate") if (s.original_value or "").startswith("BETWEEN")]
    bare = re.findall(r"APPROXIMATELY</TYPE_OF_DATE>\s*<NOTE>(.*?)</NOTE>\s*</INDIV", text)
    assert bare == ["30-35 years old"]  # an age is no date: it stays in the notes
    assert (len(about), len(between)) == (117 - len(bare), 2 * 31)


def test_the_uk_list_of_2025_gives_its_designations() -> None:
    path = LISTS / "uk" / "FCDO_SL_2025-08-11_from_ods.csv"
    rows = [row for row in plain(path)[1:] if row[0]]
    kinds = Counter(row[4] for row in rows)
    made = read("uk_sl", path)
    assert kinds == {"Individual": 3754, "Entity": 1087, "Ship": 461}
    assert len(made.ids("Person")) == kinds["Individual"]
    assert len(made.ids("Organization")) == kinds["Entity"]
    assert len(made.ids("Vessel")) == kinds["Ship"]
    assert len({row[0] for row in rows}) == len(made.ids("Sanction")) == 5302
    banned = [s for s in made.of("provisions") if s.value == "Travel Ban"]
    assert len(banned) == sum("Travel Ban" in row[7] for row in rows)


def test_the_sample_of_2026_gives_its_ship() -> None:
    made = read("uk_sl", LISTS / "uk" / "uk_sanctions_list_2026_58col_sample.csv")
    assert made.values("uk-RUS2176", "imoNumber") == ["IMO9826902"]
    assert made.values("uk-RUS2176", "name") == ["KOROLEV PROSPECT"]
    assert made.values("uk-RUS2176", "flag") == ["ga"]


def test_the_eu_xml_gives_its_entities() -> None:
    path = LISTS / "eu" / "fsf_fixtures" / "deriv_sample_eu.xml"
    text = path.read_text("utf-8")
    made = read("eu_fsf", path)
    assert len(made.ids("Person", "Organization")) == text.count("<sanctionEntity ") == 7
    names = len(re.findall(r"wholeName=\"[^\"]+\"", text))
    assert len([s for s in made.statements if s.prop in ("name", "alias", "weakAlias")]) == names
    assert len(made.of("birthDate")) == text.count("<birthdate ")


def journal() -> Read:
    folder = LISTS / "eu" / "official_journal"
    return read("eu_journal", *sorted(folder.rglob("*.csv")))


def journal_rows(kind: str) -> Iterator[dict[str, str]]:
    for path in sorted((LISTS / "eu" / "official_journal" / kind).glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def test_the_journal_gives_every_designation_after_its_amendments() -> None:
    whole, later = list(journal_rows("consolidated")), list(journal_rows("amendments"))
    assert (len(whole), len(later)) == (8017, 417)

    def key(row: dict[str, str]) -> tuple[str, ...]:
        number = row["recordId"] or f"name {row['name']}"
        act = row.get("celex") or row["amendedCelex"]
        return act, row["annex"], number, row["schema"]

    assert len(
        journal().ids("Person", "LegalEntity", "Company", "Organization", "Vessel", "Asset")
    ) == len({key(row) for row in (*whole, *later)})


def test_an_amended_entry_takes_the_place_of_the_old_one() -> None:
    before = [row for row in journal_rows("consolidated") if row["recordId"] == "629"]
    assert [row["name"] for row in before if row["annex"] == "XLII"] == ["KRITI VIGOR"]
    names = journal().values("euoj-32014R0833-XLII-629-Vessel", "name")
    assert names == ["STORMBRINGER (ex KRITI VIGOR)"]


def test_an_export_control_of_annex_iv_is_no_asset_freeze() -> None:
    topics: dict[str, set[str]] = {}
    for s in journal().of("topics"):
        topics.setdefault(s.entity_id, set()).add(s.value)
    annex = {i: found for i, found in topics.items() if i.startswith("euoj-32014R0833-IV-")}
    assert len(annex) > 800
    assert all(found == {"export.control"} for found in annex.values())
    frozen = [found for i, found in topics.items() if i.startswith("euoj-32014R0269-I.")]
    assert all(found == {"sanction"} for found in frozen)


def test_the_artefacts_of_the_transcription_are_no_names() -> None:
    cells = [row["alias"] for kind in ("consolidated", "amendments") for row in journal_rows(kind)]
    artefacts = sum(cell.count("Text of image") for cell in cells)
    assert len(journal().about("'Text of image'")) == artefacts == 32
    assert not [s for s in journal().of("alias") if "Text of image" == s.value]


def test_the_screening_list_gives_all_records_of_both_headers() -> None:
    for name, count in (("csl_2019_28col.csv", 115), ("csl_2023_29col_sample.csv", 13)):
        path = LISTS / "us_csl" / name
        rows = plain(path)
        made = read("us_csl", path)
        assert len(rows) - 1 == count == len(made.ids("Sanction"))
        alts = rows[0].index("alt_names")
        several = sum(len(row[alts].split("; ")) for row in rows[1:] if row[alts])
        assert len(made.of("alias")) == several


def test_an_entity_list_entry_is_an_export_control_and_a_blocked_one_is_not() -> None:
    made = read("us_csl", LISTS / "us_csl" / "csl_2019_28col.csv")
    programs = {}
    for s in made.statements:
        if s.prop == "program" and s.value.startswith("Entity List"):
            programs[s.entity_id] = s
    assert len(programs) == 22
    listed = {s.value for s in made.of("entity") if s.entity_id in programs}
    topics = {s.value for s in made.of("topics") if s.entity_id in listed}
    assert topics == {"export.control"}


def test_treasury_records_of_the_screening_list_meet_the_sdn_list() -> None:
    made = read("us_csl", LISTS / "us_csl" / "csl_2019_28col.csv")
    rows = plain(LISTS / "us_csl" / "csl_2019_28col.csv")
    treasury = [row for row in rows[1:] if row[1]]
    assert len(treasury) == 68
    assert {f"ofac-{row[1]}" for row in treasury} <= {s.entity_id for s in made.of("name")}


def test_the_denied_persons_list_gives_all_names_and_orders() -> None:
    path = LISTS / "us_csl" / "dpl_2021.txt"
    rows = plain(path, "\t")[1:]
    names = {" ".join(row[0].split()).casefold() for row in rows}
    made = read("us_bis_dpl", path)
    assert (len(rows), len(names)) == (581, 459)
    assert len(made.ids("LegalEntity")) == len(names)
    orders = {(" ".join(row[0].split()).casefold(), row[6], row[11]) for row in rows}
    assert len(made.ids("Sanction")) == len(orders)
    assert {s.value for s in made.of("topics")} == {"export.control"}


def test_the_swiss_sample_keeps_the_delisted_and_marks_them() -> None:
    made = read("ch_seco", LISTS / "ch" / "seco_trimmed_2026-08-27.xml")
    assert made.ids("Person", "Organization", "Vessel") == {"seco-5142", "seco-46130", "seco-34461"}
    assert made.values("seco-5142", "topics") == []
    assert made.values("seco-5142", "alias") == ["Dzmitry Aliaksandravich Lukashenko"]
    assert made.values("seco-34461", "imoNumber") == ["IMO8405270"]


def test_the_japanese_lists_give_every_number() -> None:
    expected = {
        "250912_list_russia_tokutei.pdf.txt": 561,
        "list_belarus_tokutei.pdf.txt": 27,
        "250912_list_daisangoku_tokutei.pdf.txt": 56,
    }
    for name, count in expected.items():
        path = LISTS / "jp" / name
        made = read("jp_meti_ru", path)
        assert len(made.ids("Organization")) == count
        words = re.findall(r"所\s*在\s*地\s*[：:]", path.read_text("utf-8"))
        assert len({s.entity_id for s in made.of("address")}) == len(words) == count
        assert not made.about("announces")
        assert {s.value for s in made.of("topics")} == {"export.control"}


def test_opensanctions_entities_come_out_value_by_value() -> None:
    import json

    folder = LISTS / "ftm" / "yente_fixtures"
    for name in ("zala", "t1", "parteispenden"):
        path = folder / name / "entities.ftm.json"
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
        made = read("opensanctions", path)
        assert {s.entity_id for s in made.statements} == {one["id"] for one in lines}
        values = sum(len(v) for one in lines for v in one["properties"].values())
        assert len([s for s in made.statements if s.prop != "id"]) == values
        assert not made.issues
    delta = next((folder / "t2").rglob("*.json"))
    changes = delta.read_text("utf-8").splitlines()
    made = read("opensanctions", delta)
    alive = sum('"op":"DEL"' not in line for line in changes if line)
    assert len({s.entity_id for s in made.of("id")}) == alive


def test_the_table_of_targets_gives_its_rows() -> None:
    path = LISTS / "ua" / "war_sanctions_targets_simple_2026-03-13.csv"
    rows = plain(path)
    made = read("opensanctions", path)
    assert len({s.entity_id for s in made.of("name")}) == len(rows) - 1 == 5600
    aliases = sum(len(row[3].split(";")) for row in rows[1:] if row[3] and '"' not in row[3])
    assert len(made.of("alias")) >= aliases
