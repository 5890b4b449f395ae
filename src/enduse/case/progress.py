"""How a long step tells the one who waits how far it is."""

from typing import Protocol


class Progress(Protocol):
    """Called before each unit of work."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tell that `done` of `total` units of `step` are behind us."""
        ...


def silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""
