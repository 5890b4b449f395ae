"""Bring a list up to date from its publisher: download what changed, then install."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import quote

import orjson

from enduse.errors import BadInput
from enduse.lists.fetch import Fetched, Net, Stamp, fetch
from enduse.lists.install import Installed, Order, install
from enduse.lists.unpack import unpacked
from enduse.lists.version import Version, current_id, folder_of, originals, version
from enduse.sources.source_info import source_info

_STAMPS = "downloads.json"


def update(kind: str, home: Path, net: Net | None = None, order: Order | None = None) -> Installed:
    """Download a list from the addresses of its `source.yml` and put it in force.

    Files that have not changed at the publisher's are not fetched again. A transfer that
    breaks off is taken up where it stopped, now or when the command is run again.

    Args:
        kind: Name of a reader.
        home: Folder of installed lists.
        net: Proxy, mirror and limits.
        order: How to install.

    Returns:
        The version in force afterwards; `is_new` is False where nothing had changed.

    Raises:
        BadInput: The list has no address; its files must be given.
        NotFetched: A file could not be downloaded whole.
        ListRefused: What came is half a list, or another one.
    """
    net, order = net or Net(), order or Order()
    addresses = source_info(kind).addresses
    if not addresses:
        raise BadInput(
            f"No address is known for {kind}.",
            hint=f"Get its files yourself and run: enduse lists install {kind} FILE...",
        )
    work = folder_of(home, kind) / "downloads"
    work.mkdir(parents=True, exist_ok=True)
    held = _held(home, kind)
    got = {
        name: _get(name, url, work, net, (held, order)) for name, url in _mirrored(addresses, net)
    }
    if all(one is None for one in got.values()) and held:
        return Installed(version(home, kind), False, current_id(home, kind))
    paths = [path for name in got for path in _files(name, got[name], work, home, held)]
    urls = {path.name: addresses[name] for name in got for path in paths if path.name == name}
    told = replace(order, urls={**urls, **order.urls}, server_day=order.server_day or _day(got))
    done = install(kind, paths, home, told)
    _remember(home, kind, done.version, got, held)
    shutil.rmtree(work, ignore_errors=True)
    return done


Held = dict[str, dict[str, str | None]]
"""For every downloaded file of the version in force: url, etag, modified."""


def _held(home: Path, kind: str) -> Held:
    """What is known of the downloads of the version in force; nothing if it is another one."""
    try:
        known = orjson.loads((folder_of(home, kind) / _STAMPS).read_bytes())
    except (OSError, ValueError):
        return {}
    return known["files"] if known.get("version") == current_id(home, kind) else {}


def _mirrored(addresses: Mapping[str, str], net: Net) -> list[tuple[str, str]]:
    if net.mirror is None:
        return list(addresses.items())
    root = net.mirror.rstrip("/")
    return [(name, f"{root}/{quote(name)}") for name in addresses]


def _get(name: str, url: str, work: Path, net: Net, known: tuple[Held, Order]) -> Fetched | None:
    held, order = known
    before = held.get(name, {})
    stamp = Stamp()
    if before.get("url") == url:
        stamp = Stamp(before.get("etag"), before.get("modified"))
    return fetch(url, work / name, stamp, net, order.progress)


def _files(name: str, got: Fetched | None, work: Path, home: Path, held: Held) -> list[Path]:
    """The files to read: those that came, unpacked, or those of the version in force."""
    if got is not None:
        return unpacked(got.path, work / f"{name}.unpacked")
    names = set((held[name].get("inside") or name).split("\n"))
    current = version(home, work.parent.name)
    kept = []
    for file in current.files:
        if file.name in names:
            target = work / "unchanged" / file.name
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(originals(home) / file.sha256, target)
            kept.append(target)
    return kept


def _day(got: Mapping[str, Fetched | None]) -> str | None:
    """The latest day on which the publisher changed one of the files, as the server says."""
    days = []
    for one in got.values():
        if one is not None and one.stamp.modified:
            try:
                days.append(parsedate_to_datetime(one.stamp.modified).date().isoformat())
            except ValueError:
                continue
    return max(days, default=None)


def _remember(
    home: Path, kind: str, made: Version, got: Mapping[str, Fetched | None], held: Held
) -> None:
    work = folder_of(home, kind) / "downloads"
    files: Held = {}
    for name, one in got.items():
        if one is None:
            files[name] = held[name]
            continue
        inside = work / f"{name}.unpacked"
        names = sorted(path.name for path in inside.iterdir()) if inside.exists() else [name]
        files[name] = {
            "url": one.url,
            "etag": one.stamp.etag,
            "modified": one.stamp.modified,
            "inside": "\n".join(names),
        }
    target = folder_of(home, kind) / _STAMPS
    fresh = target.with_suffix(".new")
    fresh.write_bytes(orjson.dumps({"version": made.id, "files": files}))
    fresh.replace(target)
