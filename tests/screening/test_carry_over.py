"""The engine on a list it was not measured on while it was made: the United Nations'."""

import csv
from pathlib import Path

from enduse.matching import kept
from enduse.model.ftm import entities
from enduse.screening import Party, ScreeningIndex, listed_from_ftm, screen_all
from tests.shared import SHARED, needs_shared
from tests.sources.watchlists.reading import read

DATA = (SHARED or Path()) / "data"
# Uncompiled kernels answer some dozens of names in a second or two.
ASKED = 300 if kept() else 40


def names(file: str) -> list[str]:
    with (DATA / "screening" / file).open(encoding="utf-8-sig", newline="") as opened:
        every = [row["full_name"] for row in csv.DictReader(opened) if row["full_name"].strip()]
    return every[:: max(1, len(every) // ASKED)][:ASKED]


@needs_shared
def test_names_of_the_un_list_are_found_and_others_are_not() -> None:
    made = read("un_sc", DATA / "lists" / "un" / "UN_consolidated_2026-02-27.xml")
    listed = [one for e in entities(made.statements) if (one := listed_from_ftm(e))]
    index = ScreeningIndex.build(listed)
    shares = []
    for file in ("positives_un_untreated.csv", "negatives_global.csv"):
        asked = [Party(name, "Person") for name in names(file)]
        hits = screen_all(asked, index)
        shares.append(sum(map(bool, hits)) / len(asked))
    recall, false_alarms = shares
    assert recall >= 0.95
    assert false_alarms <= 0.03
