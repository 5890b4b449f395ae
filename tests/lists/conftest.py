"""A small list brought by a plug-in, and a publisher's server that can misbehave."""

import hashlib
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from enduse.sources import registry

READER = '''
"""Reads lines of id;name;country;address."""
from enduse.model import Evidence, Issue, Locator, Statement
from enduse.errors import UnreadableSource


class MadeUpReader:
    name = "made_up_list"
    version = "1"

    def read(self, files):
        for file in files:
            text = file.path.read_text("utf-8")
            if not text.startswith("id;name"):
                raise UnreadableSource(file.name, "line 1", "no header of this list")
            at = 0
            for number, line in enumerate(text.splitlines(keepends=True), 1):
                if number > 1:
                    yield from self.row(file, number, at, line.rstrip("\\n"))
                at += len(line)

    def row(self, file, number, at, line):
        cells = line.split(";")
        if len(cells) != 4:
            where = Locator(file.sha256, at, at + len(line), f"row {number}")
            yield Issue(where, "A row with too few cells.", line)
            return
        entity = "made-" + cells[0]
        place = at
        told = [("id", entity), ("name", cells[1]), ("country", cells[2]), ("addressEntity", "")]
        for (prop, value), cell in zip(told, cells):
            where = Locator(file.sha256, place, place + len(cell), f"row {number}", prop)
            evidence = Evidence(where, cell)
            place += len(cell) + 1
            if not cell:
                continue
            if prop == "addressEntity":
                value = "made-addr-" + cells[0]
                yield Statement(entity, "Company", prop, value, self.name, evidence, cell)
                yield Statement(value, "Address", "id", value, self.name, evidence, cell)
                yield Statement(value, "Address", "full", cell, self.name, evidence)
            else:
                original = None if value == cell else cell
                yield Statement(entity, "Company", prop, value, self.name, evidence, original)
'''
SOURCE = """
name: made_up_list
title: A made-up list
publisher: Nobody
licence: none
url: https://example.invalid/
rhythm_days: 7
keeps: Names.
addresses:
  list.csv: https://example.invalid/list.csv
assertions:
  Company: 3
fill_rates:
  Company:
    country: 0.5
"""


@pytest.fixture(scope="package", autouse=True)
def plug_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A stranger's reader, found through an entry point as ours are."""
    root = tmp_path_factory.mktemp("plugin")
    package = root / "made_up_list"
    package.mkdir()
    (package / "__init__.py").write_text('"""A made-up list."""\n')
    (package / "reader.py").write_text(READER)
    (package / "source.yml").write_text(SOURCE)
    info = root / "made_up_list-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: made-up-list\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[enduse.watchlists]\nmade_up_list = made_up_list.reader:MadeUpReader\n"
    )
    sys.path.insert(0, str(root))
    registry._doors.cache_clear()
    yield
    sys.path.remove(str(root))
    registry._doors.cache_clear()


def rows(*parties: str, header: str = "id;name;country;address") -> str:
    """The text of a list: "1 Kupol ru" becomes a row with an address."""
    lines = [header]
    for party in parties:
        number, name, country = party.split(" ")
        lines.append(f"{number};{name};{country};{name} street {number}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def given(tmp_path: Path) -> Callable[[str], Path]:
    """Write the list as a file of the analyst's."""

    def write(text: str) -> Path:
        path = tmp_path / "list.csv"
        path.write_text(text, "utf-8")
        return path

    return write


@dataclass
class Publisher:
    """What the server serves, how it misbehaves, and what it was asked."""

    data: bytes = b""
    status: int = 200
    modified: str = "Mon, 02 Nov 2026 10:00:00 GMT"
    cut_after: int | None = None
    cuts: int = 0
    refusals: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    chunked: bool = False
    silent_after: int | None = None
    silences: int = 0
    gone: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.data).hexdigest()[:8]}"'


class _Handler(BaseHTTPRequestHandler):
    publisher: Publisher
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        p = self.publisher
        p.asked.append({"path": self.path, **{k.lower(): v for k, v in self.headers.items()}})
        if p.refusals:
            p.refusals -= 1
            self._head(503, {"Content-Length": "0"})
        elif p.status != 200:
            self._head(p.status, {"Content-Length": "0"})
        elif self.headers.get("If-None-Match") == p.etag:
            self._head(304, {})
        else:
            self._body(p)

    def _body(self, p: Publisher) -> None:
        data, status, extra = p.data, 200, dict(p.headers)
        asked = self.headers.get("Range")
        if asked and self.headers.get("If-Range") == p.etag:
            first = int(asked.removeprefix("bytes=").removesuffix("-"))
            extra["Content-Range"] = f"bytes {first}-{len(data) - 1}/{len(data)}"
            data, status = data[first:], 206
        if p.chunked:
            extra["Connection"] = "close"
        else:
            extra["Content-Length"] = str(len(data))
        self._head(status, {"ETag": p.etag, "Last-Modified": p.modified, **extra})
        if p.cut_after is not None and p.cuts:
            p.cuts -= 1
            data = data[: p.cut_after]
            self.close_connection = True
        try:
            if p.silent_after is not None and p.silences:
                p.silences -= 1
                self.wfile.write(data[: p.silent_after])
                self.wfile.flush()
                self.close_connection = True
                p.gone.wait(10)
                return
            self.wfile.write(data)
        except OSError:
            pass  # whoever asked has had enough
        if p.chunked:
            self.close_connection = True

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    served = Publisher()
    handler = type("Handler", (_Handler,), {"publisher": served})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    served.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield served
    served.gone.set()
    server.shutdown()
    thread.join()
    server.server_close()
