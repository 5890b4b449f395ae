"""What a piece of work cost: seconds on the wall, seconds of all cores, memory at its peak."""

import resource
import time
from types import TracebackType


class Effort:
    """Measures what runs inside `with`; helpers that have ended count too."""

    def __enter__(self) -> "Effort":
        self._wall, self._cpu = time.perf_counter(), _cpu()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.seconds = time.perf_counter() - self._wall
        self.cpu_seconds = _cpu() - self._cpu


def _cpu() -> float:
    used = 0.0
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        found = resource.getrusage(who)
        used += found.ru_utime + found.ru_stime
    return used


def peak_mb(who: int = resource.RUSAGE_SELF) -> int:
    """The most memory held so far, in megabytes; of helpers, that of the largest."""
    return resource.getrusage(who).ru_maxrss // 1024
