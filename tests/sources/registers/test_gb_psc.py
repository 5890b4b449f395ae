"""The PSC register: all kinds of holders, all natures, bands as ranges."""

import itertools
import json
from pathlib import Path

import pytest

from enduse.errors import UnreadableSource
from enduse.graph.stakes.stated import stakes
from enduse.model import Right, Stake
from enduse.sources.registers.gb_psc.natures import Nature, nature
from tests.shared import SHARED, needs_shared
from tests.sources.registers.reading import FIXTURES, Read, read

BANDS = {"25-to-50": ">25-50", "50-to-75": ">50-<75", "75-to-100": "75-100"}
SUFFIXES = (
    "",
    "-as-trust",
    "-as-firm",
    "-limited-liability-partnership",
    "-registered-overseas-entity",
)


@pytest.fixture(scope="module")
def psc() -> Read:
    return read("gb_psc", FIXTURES / "gb_psc.jsonl")


@pytest.mark.parametrize(
    ("start", "words", "suffix"),
    list(itertools.product(
        (("ownership-of-shares", "shares"), ("voting-rights", "votes"),
         ("right-to-share-surplus-assets", "shares"),
         ("part-right-to-share-surplus-assets", "shares")),
        BANDS, SUFFIXES,
    )),
)  # fmt: skip
def test_every_band_of_every_right_is_known(
    start: tuple[str, str], words: str, suffix: str
) -> None:
    found = nature(f"{start[0]}-{words}-percent{suffix}")
    through = {"-as-trust": "trust", "-as-firm": "firm"}.get(suffix, "")
    assert found == Nature(start[1], BANDS[words], through)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("right-to-appoint-and-remove-directors", "control"),
        ("right-to-appoint-and-remove-members-limited-liability-partnership", "control"),
        ("right-to-appoint-and-remove-person-as-firm", "control"),
        ("significant-influence-or-control-as-trust", "control"),
        ("ownership-of-shares-more-than-25-percent-registered-overseas-entity", "shares"),
        ("registered-owner-as-nominee-person-england-wales-registered-overseas-entity", "link"),
    ],
)
def test_natures_without_a_band_are_known_too(code: str, kind: str) -> None:
    found = nature(code)
    assert found is not None
    assert found.kind == kind


def test_an_unknown_nature_is_unknown_and_not_the_nearest() -> None:
    assert nature("ownership-of-shares-10-to-25-percent") is None
    assert nature("ownership-of-boats-25-to-50-percent") is None


def test_a_person_has_a_birth_month_both_nationalities_and_an_address(psc: Read) -> None:
    ann = "gb-psc-00000001-Aa1"
    assert psc.values(ann, "birthDate") == ["1977-02"]
    assert psc.values(ann, "nationality") == ["gb", "ie"]
    assert psc.values(ann, "lastName") == ["Example"]
    assert psc.values(ann, "address") == ["2, Sample Road, Sampleton, ZZ9 1AA, England"]
    (address,) = psc.values(ann, "addressEntity")
    assert psc.values(address, "postalCode") == ["ZZ9 1AA"]


def test_each_nature_is_its_own_holding(psc: Read) -> None:
    ann = "gb-psc-00000001-Aa1"
    got = [
        (psc.values(f"{ann}-{n}", "ownershipType"), psc.values(f"{ann}-{n}", "percentage"))
        for n in (1, 2, 3)
    ]
    assert got == [(["shares"], [">25-50"]), (["votes"], [">50-<75"]), (["control"], [])]
    assert psc.values(f"{ann}-2", "description") == ["held as a member of a trust"]


def test_a_company_stands_once_with_what_it_stated(psc: Read) -> None:
    assert psc.values("gb-coh-00000001", "registrationNumber") == ["00000001"]
    assert psc.values("gb-coh-00000001", "notes") == [
        "psc-exists-but-not-identified (from 2018-05-14)"
    ]
    assert psc.values("gb-coh-00000004", "notes") == [
        "psc_exempt_as_trading_on_uk_regulated_market"
    ]
    assert psc.values("gb-coh-OE000005", "jurisdiction") == []


def test_a_protected_person_has_no_name_and_a_link_without_share(psc: Read) -> None:
    assert psc.values("gb-psc-OC000003-Dd4", "name") == []
    assert psc.values("gb-psc-OC000003-Dd4-1", "object") == ["gb-coh-OC000003"]


def test_what_is_not_understood_is_reported(psc: Read) -> None:
    told = " ".join(issue.message for issue in psc.issues)
    assert "a-nature-invented-tomorrow" in told
    assert "2022-13-01" in told
    assert "Not JSON" in told
    assert "names no company" in told
    assert len(psc.issues) == 5  # the date stands on two holdings
    assert psc.values("gb-psc-OE000005-Ee5", "notes") == ["declared to the register as sanctioned"]


def test_bands_become_stakes_with_open_ends(psc: Read) -> None:
    made = [s for s in stakes(psc.statements) if isinstance(s, Stake)]
    first = made[0]
    assert first.share is not None
    assert (first.share.low_open, first.share.high_open) == (True, False)
    assert [s.right for s in made[:3]] == [Right.SHARES, Right.VOTES, Right.CONTROL]
    assert made[3].end == "2018-05-14"


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"a": 1}\n' * 30)
    with pytest.raises(UnreadableSource):
        read("gb_psc", path)


@needs_shared
def test_the_sample_line_of_the_snapshot_is_read_whole() -> None:
    assert SHARED is not None
    path = SHARED / "data/registers/psc/psc_snapshot_sample.jsonl"
    (raw,) = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    got = read("gb_psc", path)
    assert [i.value for i in got.issues] == ["REDACTED"]  # its nationality
    assert got.count("Ownership") == len(raw["data"]["natures_of_control"])
    assert next(s.value for s in got.statements if s.prop == "percentage") == ">50-<75"
