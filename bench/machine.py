"""What a benchmark says of the machine it ran on: no names, no paths."""

import os
import platform
from pathlib import Path


def machine() -> dict[str, object]:
    """Cores, processor, memory and Python of this machine."""
    return {
        "cores": os.cpu_count(),
        "cpu": _field("/proc/cpuinfo", "model name") or platform.processor(),
        "memory": _field("/proc/meminfo", "MemTotal"),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def peak_memory_mb() -> int:
    """The most memory this process has held so far, in megabytes."""
    peak = _field("/proc/self/status", "VmHWM")
    return int(peak.split()[0]) // 1024 if peak else 0


def _field(path: str, key: str) -> str:
    file = Path(path)
    if not file.exists():
        return ""
    for line in file.read_text("utf-8", errors="replace").splitlines():
        if line.startswith(key):
            return line.partition(":")[2].strip()
    return ""
