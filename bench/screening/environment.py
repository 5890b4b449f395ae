"""An environment of their own for the peers, under a temporary folder."""

import os
import subprocess
import sys
from pathlib import Path

PACKAGES = ("nomenklatura", "rapidfuzz", "pyicu")
_ONE_THREAD = {
    "NOMENKLATURA_DUCKDB_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}


def one_thread() -> dict[str, str]:
    """This process's environment, with every library held to one thread."""
    return {**os.environ, **_ONE_THREAD}


def peers_python(folder: Path) -> Path:
    """Make the environment, install the peers from the package index, give its Python."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = folder / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "-q", *PACKAGES]
    subprocess.run(install, check=True, stderr=subprocess.DEVNULL)
    return python
