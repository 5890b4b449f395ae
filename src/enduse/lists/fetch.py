"""Get one file over HTTP: only if it changed, going on where it stopped, and checked."""

import base64
import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import orjson

from enduse.errors import NotFetched

if TYPE_CHECKING:
    import httpx

USER_AGENT = "enduse/0.1 (list update; +https://pypi.org/project/enduse/)"
_RETRY = frozenset({408, 425, 429, 500, 502, 503, 504})
_LONGEST_WAIT = 60.0


@dataclass(frozen=True, slots=True)
class Net:
    """How to reach the publishers.

    Attributes:
        proxy: Address of a proxy, "http://host:port"; None for none.
        mirror: Address under which copies lie by their file names; None for the publishers'.
        limit: Largest file, in bytes, after any content encoding is undone.
        timeout: Longest silence of a server, in seconds.
        tries: How often a broken transfer is taken up again.
        wait: Seconds before the second try; doubled for each one after.
    """

    proxy: str | None = None
    mirror: str | None = None
    limit: int = 8 << 30
    timeout: float = 60.0
    tries: int = 4
    wait: float = 1.0


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a server said of a file, so that it can be asked whether it changed."""

    etag: str | None = None
    modified: str | None = None

    @property
    def is_empty(self) -> bool:
        """The server said nothing that can be asked again."""
        return not (self.etag or self.modified)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that is here, whole."""

    path: Path
    url: str
    stamp: Stamp


Told = Callable[[str, int], None]


def fetch(url: str, into: Path, known: Stamp, net: Net, told: Told) -> Fetched | None:
    """Download a file unless it is what is known already.

    Args:
        url: http or https.
        into: Where the file shall lie; beside it, `.part` holds what came so far.
        known: What the server said last time; an empty one asks for the file in any case.
        net: How.
        told: Shown the progress: "download", bytes.

    Returns:
        The file; None where the server says that it has not changed.

    Raises:
        NotFetched: Refused, broken off for good, too large, or not what its checksum says.
    """
    import httpx

    if urlsplit(url).scheme not in ("http", "https"):
        raise NotFetched(url, "only http and https addresses are fetched", "Correct the address.")
    headers = {"User-Agent": USER_AGENT, "Accept": "*/*"}
    with httpx.Client(
        proxy=net.proxy, timeout=net.timeout, follow_redirects=True, headers=headers
    ) as client:
        wait = net.wait
        for attempt in range(net.tries):
            try:
                return _once(client, url, into, known, net, told)
            except _TryAgainError as error:
                broken, wait = error, max(wait, error.wait)
            except httpx.HTTPError as error:
                broken = _TryAgainError(f"{type(error).__name__}: {error}")
            if attempt + 1 < net.tries:
                time.sleep(min(wait, _LONGEST_WAIT))
                wait *= 2
    raise NotFetched(
        url, str(broken), "Run the same command again; it goes on where it stopped."
    ) from broken


class _TryAgainError(Exception):
    """A fault that may pass."""

    def __init__(self, why: str, wait: float = 0.0) -> None:
        super().__init__(why)
        self.wait = wait


def _once(
    client: "httpx.Client", url: str, into: Path, known: Stamp, net: Net, told: Told
) -> Fetched | None:
    part = into.with_name(into.name + ".part")
    have, stamp = _so_far(part)
    asked = _conditions(known, have, stamp)
    with client.stream("GET", url, headers=asked) as response:
        if response.status_code == 304:
            return None
        if response.status_code == 416:
            part.unlink(missing_ok=True)
            raise _TryAgainError("the server no longer has the rest of the file")
        if response.status_code in _RETRY:
            raise _TryAgainError(f"the server answers {response.status_code}", _patience(response))
        if response.status_code not in (200, 206):
            why = f"the server answers {response.status_code} {response.reason_phrase}".rstrip()
            raise NotFetched(url, why, "Download the file in a browser and install it from there.")
        goes_on = response.status_code == 206 and have > 0
        said = Stamp(response.headers.get("etag"), response.headers.get("last-modified"))
        _remember(part, said)
        _receive(response, part, have if goes_on else 0, (url, net.limit), told)
        _check_digest(response.headers, part, url, whole=not goes_on)
    part.replace(into)
    _note(part).unlink(missing_ok=True)
    return Fetched(into, url, said)


def _conditions(known: Stamp, have: int, stamp: Stamp) -> dict[str, str]:
    """Ask for the rest of the file that was begun, or for the file if it changed."""
    if have and not stamp.is_empty:
        # A range of encoded bytes cannot be put to decoded ones, hence "identity".
        guard = stamp.etag if stamp.etag and not stamp.etag.startswith("W/") else stamp.modified
        if guard:
            plain = {"Accept-Encoding": "identity"}
            return plain | {"Range": f"bytes={have}-", "If-Range": guard}
    asked = {}
    if known.etag:
        asked["If-None-Match"] = known.etag
    if known.modified:
        asked["If-Modified-Since"] = known.modified
    return asked


def _receive(
    response: "httpx.Response", part: Path, have: int, bound: tuple[str, int], told: Told
) -> None:
    url, limit = bound
    expected = response.headers.get("content-length")
    if expected and expected.isdigit() and have + int(expected) > limit:
        raise _too_large(url, limit)
    with part.open("r+b" if have else "wb") as file:
        file.seek(have)
        for block in response.iter_bytes(1 << 18):
            have += len(block)
            if have > limit:
                file.truncate(0)
                raise _too_large(url, limit)
            file.write(block)
            told("download", have)
    if expected and expected.isdigit() and response.num_bytes_downloaded != int(expected):
        got = response.num_bytes_downloaded
        raise _TryAgainError(f"the transfer broke off after {got:,} of {int(expected):,} bytes")


def _too_large(url: str, limit: int) -> NotFetched:
    return NotFetched(url, f"the file is larger than {limit:,} bytes", "Raise the limit if it is.")


def _check_digest(headers: Mapping[str, str], part: Path, url: str, *, whole: bool) -> None:
    """Compare with the checksum that the server states of the file, where it does."""
    stated = headers.get("repr-digest") or (headers.get("digest") if whole else None)
    for item in (stated or "").split(","):
        name, _, value = item.strip().partition("=")
        if name.lower() != "sha-256":
            continue
        with part.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").digest()
        if base64.b64encode(found).decode("ascii") != value.strip(":"):
            part.unlink()
            why = "the bytes do not have the checksum that the server states"
            raise NotFetched(url, why, "Run the command again, later or through another network.")


def _patience(response: "httpx.Response") -> float:
    told = response.headers.get("retry-after", "")
    return float(told) if told.isdigit() else 0.0


def _note(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _remember(part: Path, stamp: Stamp) -> None:
    part.parent.mkdir(parents=True, exist_ok=True)
    _note(part).write_bytes(orjson.dumps({"etag": stamp.etag, "modified": stamp.modified}))


def _so_far(part: Path) -> tuple[int, Stamp]:
    """How much of the file is here, and of which state of it."""
    try:
        stamp = Stamp(**orjson.loads(_note(part).read_bytes()))
        return part.stat().st_size, stamp
    except (OSError, ValueError, TypeError):
        return 0, Stamp()
