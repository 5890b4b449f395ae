"""The examples in the docstrings of the room run."""

import doctest
import importlib
import pkgutil

import pytest

from enduse.sources import decoding, documents

MODULES = [f"{documents.__name__}.{one.name}" for one in pkgutil.iter_modules(documents.__path__)]


@pytest.mark.parametrize("name", [*MODULES, decoding.__name__])
def test_examples_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
