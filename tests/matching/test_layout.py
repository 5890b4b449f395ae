"""Where tokens and names lie in an index decides how fast it is, and nothing else."""

# Kernels are typed by numba.
# mypy: disallow-untyped-calls=False

from itertools import permutations

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from enduse.matching import ListedName, NameIndex, Question
from enduse.matching.spelling.expansion import in_order
from enduse.matching.spelling.near import Scratch
from enduse.names import Sort, keys

TEXTS = ["Kupol Plant", "Kupal Trading", "Vektor Plant", "Plant 558", "Kupol"]


def index_of(texts: list[str]) -> NameIndex:
    sorts = [Sort.ORGANISATION] * len(texts)
    return NameIndex.build([ListedName(i, sorts[i], t) for i, t in enumerate(texts)], sorts)


def test_the_order_of_a_list_changes_no_answer() -> None:
    answers = set()
    for texts in list(permutations(TEXTS))[::24]:
        index = index_of(list(texts))
        found = index.ask([Question("Kupol Plant", Sort.ORGANISATION, 0.2)], 5)[0]
        answers.add(tuple(sorted((texts[f.entity], round(f.score, 6)) for f in found)))
    assert len(answers) == 1


def test_words_are_numbered_by_sound_and_each_name_keeps_its_text_and_its_words() -> None:
    index = index_of(TEXTS)
    words = [index.lookup.token_text(n) for n in range(len(index.names.weight))]
    assert keys(words) == sorted(keys(words))
    assert {index.written(n) for n in range(len(index))} == set(TEXTS)
    for name in range(len(index)):
        told = [index.lookup.token_text(token) for token in index.tokens(name)]
        assert told == index.written(name).lower().split()
        assert TEXTS[index.names.entity[name]] == index.written(name)


@given(st.lists(st.floats(0.5, 1.0, width=32), max_size=40))
def test_near_tokens_are_put_in_order_of_nearness(near: list[float]) -> None:
    scratch = Scratch.of(len(near) + 1, 1)
    scratch.sims[: len(near)] = near
    scratch.touched[: len(near)] = np.arange(len(near))[::-1]
    tokens: npt.NDArray[np.int32] = np.zeros(len(near), np.int32)
    sims: npt.NDArray[np.float32] = np.zeros(len(near), np.float32)
    in_order(scratch, np.zeros(129, np.int32), tokens, sims)
    assert sims.tolist() == sorted(scratch.sims[: len(near)].tolist(), reverse=True)
    assert scratch.sims[tokens].tolist() == sims.tolist()


def test_of_names_that_agree_equally_the_first_of_the_list_is_shown() -> None:
    sort = Sort.PERSON
    for texts in (("Bob Vektor", "Bob Wektor"), ("Bob Wektor", "Bob Vektor")):
        index = NameIndex.build([ListedName(0, sort, text) for text in texts], [sort])
        found = index.ask([Question("Bob Vektor Wektor", sort, 0.2)], 2)[0]
        assert [index.written(one.name) for one in found] == [texts[0]]
