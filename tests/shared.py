"""Where the large shared data folder is, if this machine has one."""

from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]


def _found() -> Path | None:
    for parent in _ROOT.parents:
        if (parent / "shared" / "data").is_dir():
            return parent / "shared"
    return None


SHARED: Path | None = _found()
needs_shared = pytest.mark.skipif(SHARED is None, reason="the shared data folder is not here")
