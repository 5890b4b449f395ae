"""What machine a benchmark ran on, without anything that names it."""

import os
import platform
from pathlib import Path


def machine() -> dict[str, str | int]:
    """Cores, processor, Python and system."""
    return {
        "cores": os.cpu_count() or 0,
        "processor": _processor(),
        "python": platform.python_version(),
        "system": platform.system(),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.machine()
    return next((x.split(":", 1)[1].strip() for x in lines if x.startswith("model name")), "")


def peak_memory_mb() -> int:
    """The most memory this process has held so far, in megabytes; 0 where it is not told."""
    try:
        lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    except OSError:
        return 0
    peak = next((x.split()[1] for x in lines if x.startswith("VmHWM")), "0")
    return int(peak) // 1024
