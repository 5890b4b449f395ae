"""Files come into the case: copied, hashed, recorded, logged."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from enduse.case.groups import in_groups
from enduse.errors import BadInput
from enduse.model import Issue, Locator, Reliability, Source
from enduse.store import Store, log
from enduse.store.issues import add_issues
from enduse.store.sources import complete_source, save_bundle, save_source, source_of

DOCUMENT = "document"
_ISO_PREFIX = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Given:
    """What the analyst says about the files handed over.

    Attributes:
        kind: "document" or the name of a list or register reader.
        publisher: Who published them.
        published: Day of publication, ISO prefix.
        title: Title.
        url: Where they were got.
        reliability: Admiralty letter A to F.
    """

    kind: str = DOCUMENT
    publisher: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    reliability: str | None = None

    def checked(self) -> "Given":
        """The same, once every value has been found usable.

        Raises:
            BadInput: A date or a reliability letter that is none.
        """
        if self.published and not _ISO_PREFIX.fullmatch(self.published):
            raise BadInput(
                f"{self.published!r} is not a day of publication.",
                hint="Write 2024-09-25, 2024-09 or 2024.",
            )
        letter = self.reliability.upper() if self.reliability else None
        if letter and letter not in {str(one) for one in Reliability}:
            raise BadInput(
                f"{self.reliability!r} is not a reliability.", hint="Use one letter, A to F."
            )
        return replace(self, reliability=letter)


@dataclass(frozen=True, slots=True)
class Added:
    """What came of one `add`.

    Attributes:
        new: Files that are now in the case.
        known: Files that were there already, byte for byte.
        issues: Files that could not be read.
    """

    new: tuple[Source, ...]
    known: tuple[Source, ...]
    issues: tuple[Issue, ...]


def files_under(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named, in a fixed order; hidden ones left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for one in sorted(path.rglob("*")):
            inside = one.relative_to(path).parts
            if one.is_file() and not any(part.startswith(".") for part in inside):
                yield one


def add_files(store: Store, paths: Iterable[Path], given: Given) -> Added:
    """Bring files into the case.

    What was copied within a second is recorded in one transaction; the files of a list are
    made one version at the end.

    Raises:
        BadInput: Nothing at all could be added.
        NoSpace: The disk is full; what was added before stays.
    """
    given = given.checked()
    new: list[Source] = []
    known: list[Source] = []
    issues: list[Issue] = []
    for group in in_groups(_copied(store, paths, issues)):
        with store.write() as connection:
            for name, sha256, size in group:
                source, is_new = _record(connection, sha256, size, name, given)
                (new if is_new else known).append(source)
    if not new and not known:
        raise BadInput(*_nothing_added(issues))
    with store.write() as connection:
        add_issues(connection, "intake", issues)
        if given.kind != DOCUMENT:
            save_bundle(connection, given.kind, [one.sha256 for one in (*new, *known)])
    return Added(tuple(new), tuple(known), tuple(issues))


def _copied(
    store: Store, paths: Iterable[Path], issues: list[Issue]
) -> Iterator[tuple[str, str, int]]:
    for path in files_under(paths):
        try:
            sha256, size, _ = store.originals.keep(path)
        except OSError as error:
            why = error.strerror or type(error).__name__
            issues.append(Issue(Locator("", 0, 0, str(path)), f"Not added: {why}."))
        else:
            yield path.name, sha256, size


def add_attachment(
    store: Store, connection: Connection, name: str, data: bytes, parent: Source
) -> Source:
    """Bring a file found inside another into the case; it inherits what was said of its parent."""
    sha256, size, _ = store.originals.keep_bytes(data)
    given = Given(
        publisher=parent.publisher,
        published=parent.published,
        url=parent.url,
        reliability=str(parent.reliability) if parent.reliability else None,
    )
    return _record(connection, sha256, size, f"{parent.name}/{name}", given)[0]


def _record(
    connection: Connection, sha256: str, size: int, name: str, given: Given
) -> tuple[Source, bool]:
    said = {k: v for k, v in asdict(given).items() if v is not None and k != "kind"}
    if "reliability" in said:
        said["reliability"] = Reliability(said["reliability"])
    known = source_of(connection, sha256)
    if known is None:
        source = Source(sha256, name, given.kind, size, log.now(), **said)
        save_source(connection, source)
        log.append(connection, "added", {"source": sha256, "name": name, "kind": given.kind})
        return source, True
    source = replace(known, **said)
    if source != known:
        complete_source(connection, source)
        log.append(connection, "described", {"source": sha256, **said})
    return source, False


def _nothing_added(issues: list[Issue]) -> tuple[str]:
    if not issues:
        return ("Nothing was added: no file was found there.",)
    first = issues[0]
    return (f"Nothing was added. {first.where.part}: {first.message}",)
