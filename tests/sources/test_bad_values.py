"""A value that cannot be right is said with its place, in every reader; all others are kept."""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from enduse.model import Issue, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.registry import record_reader
from tests.shared import SHARED, needs_shared

LISTS = (SHARED or Path()) / "data" / "lists"
OWN = Path(__file__).parent / "watchlists" / "fixtures"
REGISTERS = Path(__file__).parent / "registers" / "fixtures"


@dataclass(frozen=True)
class Shape:
    """A file of one kind and where in it a value of each sort stands.

    Attributes:
        kind: The reader.
        path: The file.
        places: By sort of trouble, a pattern whose first group is the value to be spoiled.
        beside: Files read together with it.
    """

    kind: str
    path: Path
    places: dict[str, str]
    beside: Sequence[Path] = field(default=())


SHAPES = {
    "OFAC's CSV": Shape(
        "us_ofac_sdn",
        OWN / "sdn" / "sdn.csv",
        {
            "date": r"issued (26 May 1999)",
            "country": r"K754050 \((Russia)\)",
            "program": "(NO-SUCH)",
        },
    ),
    "OFAC's older XML": Shape(
        "us_ofac_sdn",
        LISTS / "us_ofac" / "xml_fixtures" / "deriv_sdn.xml",
        {
            "date": r"<dateOfBirth>([^<]+)",
            "country": r"<nationality>\s*<uid>\d+</uid>\s*<country>([^<]+)",
            "program": r"<program>([^<]+)",
        },
    ),
    "the UN list": Shape(
        "un_sc",
        LISTS / "un" / "deriv_sample_unsc.xml",
        {
            "date": r"<DATE>([^<]+)",
            "country": r"<NATIONALITY>\s*<VALUE>([^<]+)",
            "program": r"<UN_LIST_TYPE>([^<]+)",
        },
    ),
    "the EU's XML": Shape(
        "eu_fsf",
        LISTS / "eu" / "fsf_fixtures" / "deriv_sample_eu.xml",
        {
            "date": r'designationDate="([^"]+)',
            "country": r'<citizenship region="" countryIso2Code="(\w\w)" countryDesc',
            "program": r'programme="([^"]+)',
        },
    ),
    "the UK's XML": Shape(
        "uk_sl",
        OWN / "uk.xml",
        {
            "date": r"<DOB>([^<]+)",
            "country": r"<AddressCountry>([^<]+)",
            "program": r"<RegimeName>([^<]+)",
        },
    ),
    "the UK's 58 columns": Shape(
        "uk_sl",
        LISTS / "uk" / "uk_sanctions_list_2026_58col_sample.csv",
        {"date": r",(31/07/2024),,,", "country": r",(Gabon),", "program": r"(The Russia[^,]+2019)"},
    ),
    "the Swiss list": Shape(
        "ch_seco",
        LISTS / "ch" / "seco_trimmed_2026-08-27.xml",
        {"date": r'(day="23" month="3" year="1980")'},
    ),
    "the screening list's JSON": Shape(
        "us_csl",
        OWN / "csl.json",
        {
            "date": r'"(circa 1951)"',
            "country": r'"nationalities": \["(RU)"',
            "program": r'"(RUSSIA-EO14024)"',
        },
    ),
    "the screening list's 29 columns": Shape(
        "us_csl",
        LISTS / "us_csl" / "csl_2023_29col_sample.csv",
        {"date": r'"(2023-07-19)"'},
    ),
    "the denied persons": Shape(
        "us_bis_dpl",
        LISTS / "us_csl" / "dpl_2021.txt",
        {"date": r'"(06/19/2003)"', "country": r'"TX"\t"(US)"'},
    ),
    "the Official Journal": Shape(
        "eu_journal",
        LISTS / "eu" / "official_journal" / "consolidated" / "32014R0208.csv",
        {"date": r",(20 January 1963),", "program": r"\n32014R0208,2,(EU-UKR),"},
    ),
    "OpenSanctions' targets": Shape(
        "opensanctions",
        LISTS / "ua" / "war_sanctions_targets_simple_2026-03-13.csv",
        {"date": r'"(2026-02-05T14:54:48)"', "country": r'"","(hk)",""'},
    ),
    "LEI-CDF as XML": Shape(
        "gleif",
        REGISTERS / "gleif" / "lei2.xml",
        {
            "date": r"<lei:EntityCreationDate>([^<]+)",
            "country": r"<lei:LegalJurisdiction>([^<]+)",
        },
    ),
    "LEI-CDF as CSV": Shape(
        "gleif",
        REGISTERS / "gleif" / "lei2.csv",
        {"date": r"(2002-11-18)T", "country": r"1027700000000,(RU),"},
    ),
    "RR-CDF as CSV": Shape("gleif", REGISTERS / "gleif" / "rr.csv", {"date": r",(2012-11-29)T"}),
    "the PSC register": Shape(
        "gb_psc",
        REGISTERS / "gb_psc.jsonl",
        {"date": r'"notified_on":"([^"]+)', "country": r'"country_of_residence":"([^"]+)'},
    ),
    "BODS": Shape(
        "bods",
        REGISTERS / "bods_0_4.json",
        {"date": r'"birthDate": "([^"]+)', "country": r'"nationalities": \[\{"code": "(RU)'},
    ),
    "the offshore leaks": Shape(
        "icij_offshore",
        REGISTERS / "icij" / "nodes-entities.csv",
        {"date": r",(23-MAR-2006),", "country": r",SAM,(Samoa)"},
        [REGISTERS / "icij" / name for name in ("nodes-officers.csv", "relationships.csv")],
    ),
    "one's own tables": Shape(
        "plain_register",
        REGISTERS / "plain" / "parties.csv",
        {"date": r",(1999),", "country": r",(Russia);"},
        [REGISTERS / "plain" / "stakes.csv"],
    ),
}
WRONG = {"date": "31 Feb 1970", "country": "Atlantis", "program": "NO-SUCH-PROGRAMME"}
_MADE = re.compile(r"-[0-9a-f]{16}$")
AS_WRITTEN = {("the Swiss list", "date"): 'day="31" month="2" year="1970"'}
CASES = [(name, sort) for name, shape in SHAPES.items() for sort in shape.places]


def said(shape: Shape, path: Path) -> tuple[list[Statement], list[Issue]]:
    files = [
        StoredFile(hashlib.sha256(one.read_bytes()).hexdigest(), one.name, one)
        for one in (path, *shape.beside)
    ]
    out = list(record_reader(shape.kind).read(files))
    return [o for o in out if isinstance(o, Statement)], [o for o in out if isinstance(o, Issue)]


def told(statements: Sequence[Statement], but: range) -> Counter[tuple[str, str]]:
    """Values by property, those that stand on the spoiled characters left out."""
    return Counter(
        (one.prop, one.value)
        for one in statements
        if not (one.evidence.locator.start < but.stop and but.start < one.evidence.locator.end)
        and not _MADE.search(one.value)  # ids of what hangs on the party are made of its values
    )


@needs_shared
@pytest.mark.parametrize(("name", "sort"), CASES)
def test_a_wrong_value_is_said_with_its_place_and_costs_no_other(
    name: str, sort: str, tmp_path: Path
) -> None:
    shape = SHAPES[name]
    text = shape.path.read_bytes().decode("utf-8-sig")
    found = re.search(shape.places[sort], text)
    assert found is not None
    wrong = AS_WRITTEN.get((name, sort), WRONG[sort])
    good, spoiled = tmp_path / "good" / shape.path.name, tmp_path / "bad" / shape.path.name
    for path, content in (
        (good, text),
        (spoiled, text[: found.start(1)] + wrong + text[found.end(1) :]),
    ):
        path.parent.mkdir()
        path.write_bytes(content.encode())
    before, known = said(shape, good)
    after, issues = said(shape, spoiled)
    shown = Counter((one.message, one.value) for one in issues)
    fresh = shown - Counter((one.message, one.value) for one in known)
    blamed = [one for one in issues if (one.message, one.value) in fresh]
    assert any(wrong in one.value + one.message for one in blamed), blamed
    assert all(one.where.part and one.where.field for one in blamed), blamed
    place = range(found.start(1), found.end(1))
    lost = told(before, place) - told(after, range(0))
    assert not lost, lost


RECORDS = {
    "OFAC's CSV": r"103,[^\n]*\n",
    "OFAC's older XML": r"<sdnEntry>.*?</sdnEntry>",
    "the UN list": r"<INDIVIDUAL>.*?</INDIVIDUAL>",
    "the EU's XML": r"<sanctionEntity.*?</sanctionEntity>",
    "the UK's XML": r"<Designation>.*?</Designation>\s",
    "the Swiss list": r"<target .*?</target>",
    "the screening list's JSON": r'  \{"id": "aa01".*?\},\n',
    "the screening list's 29 columns": r'"233a[^\n]*\n',
    "OpenSanctions' targets": r'"NK-24Z[^\n]*\n',
    "LEI-CDF as XML": r"<lei:LEIRecord>.*?</lei:LEIRecord>",
    "LEI-CDF as CSV": r'"5299SAMPLE0000000138"[^\n]*\n',
    "the PSC register": r'\{"company_number":"00000001","data":\{"kind":"ind[^\n]*\n',
    "the offshore leaks": r"10000001[^\n]*\n",
    "one's own tables": r"c1,[^\n]*\n",
    "BODS": r'  \{"statementId": "s-1".*?\}\]\}\},\n',
}


@needs_shared
@pytest.mark.parametrize("name", RECORDS)
def test_a_record_whose_id_comes_again_is_said_and_takes_nothing_from_anybody(
    name: str, tmp_path: Path
) -> None:
    shape = SHAPES[name]
    text = shape.path.read_bytes().decode("utf-8-sig")
    found = re.search(RECORDS[name], text, re.DOTALL)
    assert found is not None
    path = tmp_path / shape.path.name
    path.write_bytes((text[: found.end()] + found[0] + text[found.end() :]).encode())
    (before, known), (after, issues) = said(shape, shape.path), said(shape, path)
    fresh = [one for one in issues if one.message not in {old.message for old in known}]
    assert any(re.search("again|came before", one.message) and one.where.part for one in fresh)
    assert not told(before, range(0)) - told(after, range(0))


NAMES = {
    "OFAC's older XML": r"<lastName>([^<]+)",
    "the UN list": r"<FIRST_NAME>([^<]+)",
    "the EU's XML": r'wholeName="([^"]+)',
    "the UK's XML": r"<Name6>([^<]+)",
    "the Swiss list": r"<value>([^<]+)",
    "the screening list's JSON": r'"name": "([^"]+)',
    "LEI-CDF as XML": r"<lei:LegalName[^>]*>([^<]+)",
    "LEI-CDF as CSV": r",(Sample Ministry),",
    "the PSC register": r'"name":"([^"]+)',
    "BODS": r'"name": "(Plainly[^"]+)',
    "one's own tables": r",(Sample Trading),",
}


@needs_shared
@pytest.mark.parametrize("name", NAMES)
def test_a_byte_that_is_no_text_is_said_and_the_rest_of_the_name_kept(
    name: str, tmp_path: Path
) -> None:
    shape = SHAPES[name]
    data = shape.path.read_bytes().decode("utf-8-sig")
    found = re.search(NAMES[name], data)
    assert found is not None
    path = tmp_path / shape.path.name
    path.write_bytes(data[: found.end(1)].encode() + b"\xff" + data[found.end(1) :].encode())
    before, _ = said(shape, shape.path)
    after, issues = said(shape, path)
    (first, *_) = [one for one in issues if "encoding of the file" in one.message]
    assert "\ufffd" in first.value and first.where.part and first.where.field
    assert any("\ufffd" in one.value for one in after)
    kept = told(after, range(0))
    last = found[1].strip('"').split()[-1]
    assert not [one for one in told(before, range(0)) - kept if last not in one[1]]
