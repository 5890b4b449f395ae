"""Every error a user can meet, in one place.

* EnduseError             exit 1, HTTP 500   our fault
  + BadInput              exit 2, HTTP 400   something the analyst can correct
    - UnknownName         a list, reader, party or rule that does not exist
    - UnreadableSource    a file we cannot parse, with the place where parsing stopped
    - NewerCase           a case folder written by a later version
    - NoSpace             the disk is full
    - NotFetched          a download that failed; what was here before stays
    - NotAnswered         a language model that gave no usable answer at all
    - ListRefused         a new version of a list that was not put in force
  + NotReady              exit 3, HTTP 409   a step must run before this one
  + DoesNotHold           exit 4, HTTP 409   `verify` found a fault

A fault in one row of a source is not an error: readers yield an `Issue` and go on, so
that one bad row never hides ten thousand good ones.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import ClassVar

__all__ = [
    "BadInput",
    "DoesNotHold",
    "EnduseError",
    "ListRefused",
    "NewerCase",
    "NoSpace",
    "NotAnswered",
    "NotFetched",
    "NotReady",
    "UnknownName",
    "UnreadableSource",
]


class EnduseError(Exception):
    """Base of all errors raised on purpose: one sentence of fact, one of what to do next."""

    exit_code: ClassVar[int] = 1
    status: ClassVar[int] = 500

    def __init__(self, what: str, *, hint: str | None = None) -> None:
        self.what = what
        self.hint = hint
        super().__init__(what if hint is None else f"{what} {hint}")


class BadInput(EnduseError):
    """The analyst gave us something we cannot use and can correct it."""

    exit_code = 2
    status = 400


class NotReady(EnduseError):
    """A step was asked for before the step it depends on."""

    exit_code = 3
    status = 409


class DoesNotHold(EnduseError):
    """`verify` found evidence that is no longer what was stored."""

    exit_code = 4
    status = 409


class UnknownName(BadInput):
    """A name that is not registered; offers the nearest ones that are."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        near = get_close_matches(name, names)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"Known: {', '.join(names)}."
        super().__init__(f"No {kind} called {name!r}.", hint=hint)


class UnreadableSource(BadInput):
    """A source file stopped making sense at a known place."""

    def __init__(self, path: str, where: str, why: str, hint: str | None = None) -> None:
        super().__init__(
            f"{path}: cannot read {where}: {why}.",
            hint=hint or "Open the file in its own program and save it again, or leave it out.",
        )


class NewerCase(BadInput):
    """The case folder was written by a later version of enduse."""

    def __init__(self, folder: str, theirs: int, ours: int) -> None:
        super().__init__(
            f"{folder} has layout {theirs}; this enduse reads up to {ours}.",
            hint="Install the newer enduse that wrote it; nothing was changed.",
        )


class NoSpace(BadInput):
    """The disk is full; what was written before stays whole."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"No space left on the disk that holds {folder}.",
            hint="Free some and run the same command again; it goes on where it stopped.",
        )


class NotFetched(BadInput):
    """A file could not be downloaded; nothing that was here before has changed."""

    def __init__(self, url: str, why: str, hint: str) -> None:
        super().__init__(f"{url} was not downloaded: {why}.", hint=hint)


class NotAnswered(BadInput):
    """A language model gave no usable answer for any part of what it was asked about."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The language model gave no usable answer for any part of {what}; no claims were "
            "taken.",
            hint="The reasons stand among the issues. See that it runs, check --llm-url and "
            "--llm-model, and run the same command again.",
        )


class ListRefused(BadInput):
    """A list was not put in force; the version before it still is."""
