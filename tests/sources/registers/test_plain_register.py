"""Tables of one's own: parties and stakes by column name."""

from pathlib import Path

import pytest

from enduse.errors import UnreadableSource
from enduse.graph.stakes.stated import share_range, stakes
from enduse.model import Right, Stake
from tests.sources.registers.reading import FIXTURES, Read, read

FOLDER = FIXTURES / "plain"


@pytest.fixture(scope="module")
def plain() -> Read:
    return read("plain_register", FOLDER / "parties.csv", FOLDER / "stakes.csv")


def test_a_party_has_all_its_names_countries_and_checked_numbers(plain: Read) -> None:
    assert plain.values("plain-p1", "alias") == ["Ivan Primer", "I. Primer"]
    assert plain.values("plain-c1", "name") == ["Invented, Holding LLC"]
    assert plain.values("plain-c1", "country") == ["ru", "cy"]
    assert plain.values("plain-c1", "innCode") == ["7707083893"]
    assert plain.values("plain-c1", "leiCode") == ["PY6ZZQWO2IZFZC3IOL08"]
    assert len(plain.values("plain-c1", "addressEntity")) == 2
    assert plain.values("plain-c2", "idNumber") == ["7707083894"]


def test_what_is_wrong_is_reported_with_its_row(plain: Read) -> None:
    told = [(issue.where.part, issue.message) for issue in plain.issues]
    wanted = {
        ("row 1", "colour"), ("row 2", "1970-02-31"), ("row 4", "Atlantis"), ("row 4", "birthDate"),
        ("row 4", "check digits"), ("row 5", "without an id"), ("row 6", "Spaceship"),
        ("row 7", "never closed"), ("row 7", "share"), ("row 8", "owner and asset"),
        ("row 9", "'ownership' is no right"),
    }  # fmt: skip
    for part, words in wanted:
        assert any(p == part and words in message for p, message in told), (part, words)


def test_stakes_are_exact_bands_joint_unknown_votes_and_control(plain: Read) -> None:
    made = [one for one in stakes(plain.statements) if isinstance(one, Stake)]
    found = [(s.owner, s.asset, s.right, s.share, s.joint) for s in made]
    assert found == [
        ("plain-p1", "plain-c1", Right.SHARES, share_range("33.3"), ()),
        ("plain-p1", "plain-c1", Right.VOTES, share_range(">50-<75"), ()),
        (
            "plain-p1",
            "plain-c3",
            Right.SHARES,
            share_range("25-50"),
            ("plain-p1", "plain-c2"),
        ),
        ("plain-c1", "plain-c2", Right.SHARES, None, ()),
        ("plain-p1", "plain-c2", Right.CONTROL, None, ()),
    ]
    assert made[4].basis == "appoints the board"
    assert made[2].end == "2021-06-30"


def test_a_table_of_anything_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(UnreadableSource, match="neither"):
        read("plain_register", path)


def test_a_table_of_another_encoding_and_with_a_nul_is_read(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    rows = [f"{n};Завод Пример\n{n}a;Опытный завод\n{n}b;Бюро\0 приборов\n" for n in range(9)]
    path.write_bytes(("id;name\n" + "".join(rows)).encode("cp1251"))
    got = read("plain_register", path)
    assert got.values("plain-1", "name") == ["Завод Пример"]
    assert got.values("plain-3b", "name") == ["Бюро\0 приборов"]


def test_an_id_that_comes_again_is_reported_and_its_values_joined(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    path.write_text("id,name\n1,First Name\n1,Second Name\n")
    got = read("plain_register", path)
    assert got.values("plain-1", "name") == ["First Name", "Second Name"]
    assert "appears again" in got.issues[0].message
