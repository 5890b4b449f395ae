"""Results are stored in groups, and an error in the middle costs none that came before."""

from collections.abc import Iterator

import pytest

from enduse.case.groups import in_groups


def test_groups_hold_everything_once_and_in_order() -> None:
    groups = list(in_groups(range(1000)))
    assert [one for group in groups for one in group] == list(range(1000))
    assert len(groups) < 100


def test_what_came_before_an_error_is_given_on_and_then_the_error() -> None:
    def failing() -> Iterator[int]:
        yield 1
        yield 2
        raise OSError("the disk is full")

    groups = in_groups(failing())
    assert next(groups) == [1, 2]
    with pytest.raises(OSError, match="full"):
        next(groups)


def test_nothing_gives_no_group() -> None:
    assert list(in_groups(())) == []
