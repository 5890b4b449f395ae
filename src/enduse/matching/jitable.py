"""Marks the functions that kernels call; the compiler is not imported before it is needed."""

from collections.abc import Callable
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

CALLED: list[Callable[..., Any]] = []


def called_by_kernels(function: Function) -> Function:
    """Mark a function; jit.py hands all that are marked to the compiler."""
    CALLED.append(function)
    return function
