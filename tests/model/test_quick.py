"""The quick `__init__` makes what the standard library's would make."""

import copy
import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from enduse.model import Evidence, Locator, Statement

PLACE = Locator("0" * 64, 4, 9, field="name")
SAID = Statement("a-1", "Person", "name", "Kupol", "list", Evidence(PLACE, "Kupol"))


def test_what_is_not_given_has_its_default() -> None:
    assert PLACE == Locator(source="0" * 64, start=4, end=9, part="", field="name")
    assert (SAID.original_value, SAID.lang, SAID.origin) == (None, None, None)


def test_a_missing_field_is_refused() -> None:
    with pytest.raises(TypeError, match="end"):
        Locator("0" * 64, 4)  # type: ignore[call-arg]


def test_a_made_object_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        SAID.value = "other"  # type: ignore[misc]


def test_copies_of_all_kinds_are_equal() -> None:
    assert pickle.loads(pickle.dumps(SAID)) == SAID == copy.deepcopy(SAID)
    assert hash(replace(SAID)) == hash(SAID)
    assert replace(SAID, value="other") != SAID
