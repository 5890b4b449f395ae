"""No name whose score reaches the floor is missed: against scoring every listed name."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.matching import ListedName, NameIndex, Question
from enduse.names import Sort
from tests.shared import SHARED, needs_shared

PARTS = ["ivan", "ivanov", "yvanov", "sergei", "sergey", "kupol", "plant", "558", "559", "al", "j",
         "trading", "tradng", "محمد", "ахмад", "kuznetsov", "kusnezow", "ivanovkupol"]  # fmt: skip
NAMES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map(" ".join)
SORTS = st.sampled_from([Sort.PERSON, Sort.ORGANISATION])


def best_by_force(index: NameIndex, text: str, sort: Sort) -> dict[int, float]:
    scores = np.asarray(index.score_each(text, sort), np.float64)
    best: dict[int, float] = {}
    for entity, score in zip(index.names.entity.tolist(), scores.tolist(), strict=True):
        best[entity] = max(best.get(entity, 0.0), score)
    return best


def agrees(index: NameIndex, text: str, sort: Sort, floor: float) -> None:
    wanted = {e: s for e, s in best_by_force(index, text, sort).items() if s >= floor and s > 0}
    found = index.ask([Question(text, sort, floor)], limit=max(1, len(index.names.sort)))[0]
    assert {f.entity for f in found} == set(wanted), (text, floor)
    for one in found:
        assert one.score == pytest.approx(wanted[one.entity], abs=1e-5)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(NAMES, SORTS), min_size=1, max_size=12), NAMES, SORTS,
       st.sampled_from([0.3, 0.5, 0.7, 0.84, 0.95]))  # fmt: skip
def test_retrieval_finds_what_scoring_every_name_finds_on_random_names(
    listed: list[tuple[str, Sort]], asked: str, sort: Sort, floor: float
) -> None:
    names = [ListedName(i, s, n) for i, (n, s) in enumerate(listed)]
    agrees(NameIndex.build(names, [s for _, s in listed]), asked, sort, floor)


@needs_shared
def test_retrieval_finds_what_scoring_every_name_finds_on_real_names() -> None:
    assert SHARED is not None
    folder = SHARED / "data" / "screening"
    sorts = {"Person": Sort.PERSON, "Vessel": Sort.VESSEL, "Airplane": Sort.AIRCRAFT}
    listed = (folder / "list.ftm.jsonl").read_text("utf-8").splitlines()[::60]
    names, kinds = [], []
    for number, line in enumerate(listed):
        entity = json.loads(line)
        kinds.append(sorts.get(entity["schema"], Sort.ORGANISATION))
        held = entity["properties"]
        for text in held["name"] + held.get("alias", []):
            names.append(ListedName(number, kinds[-1], text))
    index = NameIndex.build(names, kinds)
    for number, one in enumerate(names[:: len(names) // 24]):
        # A slip, or the words the other way round, so that words are near and not only equal.
        text = one.text[:-1] if number % 2 else " ".join(reversed(one.text.split()))
        agrees(index, text, one.sort, (0.4, 0.6, 0.84)[number % 3])
