"""Frozen dataclasses that are made by the million, in half the time."""

from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")


def quick(cls: type[T]) -> type[T]:
    """Give a frozen dataclass with slots an `__init__` that sets the slots directly.

    The one that the standard library writes goes through `object.__setattr__` for each field
    and takes twice as long; a list of a million entities has twenty million statements. The
    signature stays the same, and so do equality, hash, `replace` and pickling.

    Example:
        >>> from dataclasses import dataclass
        >>> @quick
        ... @dataclass(frozen=True, slots=True)
        ... class Spot:
        ...     row: int
        ...     column: int = 0
        >>> Spot(7)
        Spot(row=7, column=0)
    """
    names: dict[str, Any] = {}
    heads, body = [], []
    known = fields(cls)  # type: ignore[arg-type]
    for one in known:
        names[f"set_{one.name}"] = getattr(cls, one.name).__set__
        names[f"default_{one.name}"] = one.default
        heads.append(one.name if one.default is MISSING else f"{one.name}=default_{one.name}")
        body.append(f"  set_{one.name}(self, {one.name})")
    exec("\n".join([f"def __init__(self, {', '.join(heads)}):", *body]), names)
    made = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__annotations__ = {one.name: one.type for one in known}
    cls.__init__ = made  # type: ignore[method-assign]
    return cls
