"""Evidence workbench for export-control and sanctions analysts, on their own machine."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from enduse.case import Case
    from enduse.errors import EnduseError

__version__ = "0.1.0"
__all__ = ["Case", "EnduseError"]

_HOME = {"Case": "enduse.case", "EnduseError": "enduse.errors"}


def __getattr__(name: str) -> Any:
    # Loaded on first use: `enduse --help` must not wait for a database driver.
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
