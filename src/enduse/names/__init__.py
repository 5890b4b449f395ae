"""Names and identifiers as written, to forms that can be compared. No I/O."""

from enduse.names.fold import fold

__all__ = ["fold"]
