"""A case: the only place that joins readers, reasoning and store."""

from enduse.case.case import Case

__all__ = ["Case"]
