"""The commands `lists`: what is installed on this machine, read, install, diff."""

from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enduse.cli.desk.rescreen import touched_by_update
from enduse.cli.output import Telling, as_json
from enduse.cli.settings import Settings

if TYPE_CHECKING:
    from enduse.lists.diff import Change
    from enduse.lists.version import Version

lists_app = typer.Typer(help="Lists and registers: what is installed, read, install, compare.")
Kind = Annotated[str, typer.Argument(metavar="KIND", help="A list or register: us_ofac_sdn...")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of words.")]


class _Counting(Telling):
    """Progress without a known end."""

    def amount(self, step: str, done: int) -> None:
        """Show how many statements or bytes are behind us."""
        unit = "bytes" if step == "download" else "statements"
        self.say(f"{step} {done:,} {unit}")


@lists_app.callback(invoke_without_command=True)
def lists(context: typer.Context, json: AsJson = False) -> None:
    """Show what is installed, how old it is and how much is in it."""
    if context.invoked_subcommand is not None:
        return
    from enduse.lists.version import installed
    from enduse.sources.registry import record_kinds

    today = datetime.now(UTC).date()
    rows = [_row(one, today) for one in installed(Settings.read().home)]
    if json:
        as_json({"installed": rows, "readers": record_kinds()})
        return
    for row in rows:
        print(f"{row['kind']}  {row['parties']:,} parties  {row['day']}  {row['version']}")
        if row["warning"]:
            print(f"    {row['warning']}")
    if not rows:
        print("No list is installed. Next: enduse lists install KIND [FILE...]")
    print(f"Can be read: {', '.join(record_kinds())}")


def _row(one: "Version", today: date) -> dict[str, Any]:
    from enduse.lists.version import age_in_days
    from enduse.sources.source_info import source_info

    info, age = source_info(one.kind), age_in_days(one, today)
    is_old = info.rhythm_days is not None and age > info.rhythm_days
    warning = f"{age} days old; it comes out every {info.rhythm_days}." if is_old else None
    return {
        "kind": one.kind,
        "title": info.title,
        "version": one.id,
        "day": one.day,
        "age_days": age,
        "installed": one.installed,
        "parties": one.parties,
        "entities": one.entities,
        "statements": one.statements,
        "issues": one.issues,
        "warning": f"{warning} Run: enduse lists install {one.kind}" if warning else None,
    }


@lists_app.command()
def read(
    kind: Kind,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files or folders.")],
    out: Annotated[Path, typer.Option(help="X.ftm.jsonl.")],
    evidence: Annotated[bool, typer.Option(help="Also X.evidence.jsonl: every quotation.")] = False,
    json: AsJson = False,
) -> None:
    """Read a list from files into FollowTheMoney entities; nothing is installed."""
    from enduse.lists.reading import read_list

    telling = _Counting()
    done = read_list(kind, paths, out, evidence=evidence, progress=telling.amount)
    telling.close()
    if json:
        as_json({**asdict(done), "written": [str(path) for path in done.written]})
        return
    counts = ", ".join(f"{count:,} {schema}" for schema, count in done.entities.items())
    print(f"Read {counts or 'nothing'}: {done.statements:,} statements, {done.issues:,} issues.")
    for fault in done.faults:
        print(f"  Not a whole list: {fault}.")
    print(f"Wrote {', '.join(str(path) for path in done.written)}.")


@lists_app.command()
def install(
    kind: Kind,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH...]", help="Files; else download.")
    ] = None,
    day: Annotated[str | None, typer.Option(help="Day of the list, 2026-11-23.")] = None,
    sha256: Annotated[str | None, typer.Option(help="Checksum of the file.")] = None,
    mirror: Annotated[str | None, typer.Option(help="Address where copies lie.")] = None,
    accept: Annotated[
        str, typer.Option(help="shrink, incomplete or both: install it nevertheless.")
    ] = "",
    json: AsJson = False,
) -> None:
    """Put a list in force on this machine, from files or from its publisher."""
    from enduse.lists.fetch import Net
    from enduse.lists.install import Order
    from enduse.lists.install import install as install_files
    from enduse.lists.update import update

    settings, telling = Settings.read(), _Counting()
    order = Order(
        day=_day(day),
        sha256=sha256,
        accept_shrink=accept in ("shrink", "both"),
        accept_incomplete=accept in ("incomplete", "both"),
        progress=telling.amount,
    )
    if paths:
        done = install_files(kind, paths, settings.home, order)
    else:
        net = Net(proxy=settings.proxy, mirror=mirror)
        done = update(kind, settings.home, net, order)
    telling.close()
    row = _row(done.version, datetime.now(UTC).date())
    touched = touched_by_update(settings.home, kind) if done.is_new else ""
    if json:
        as_json({**row, "new": done.is_new, "before": done.before, "rescreen": touched or None})
        return
    state = "Installed" if done.is_new else "Nothing has changed;"
    print(f"{state} {done.version.id}: {done.version.parties:,} parties of {row['title']}.")
    if done.version.issues:
        print(f"  {done.version.issues:,} issues: {done.version.folder / 'issues.jsonl'}")
    if done.is_new and done.before:
        print(f"Next: enduse lists diff {kind} {done.before} {done.version.id}")
    if touched:
        print(touched)


def _day(text: str | None) -> str | None:
    from enduse.errors import BadInput

    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadInput(f"{text!r} is no day.", hint="Write it as 2026-11-23.") from None


@lists_app.command()
def diff(
    kind: Kind,
    old: Annotated[str, typer.Argument(metavar="V1", help="Earlier version, or its beginning.")],
    new: Annotated[str | None, typer.Argument(metavar="V2", help="Later; else in force.")] = None,
    json: AsJson = False,
) -> None:
    """Say who came, went and changed between two versions, field by field."""
    from enduse.lists.diff import diff as changes_between

    changes = list(changes_between(Settings.read().home, kind, old, new))
    if json:
        as_json([asdict(change) for change in changes])
        return
    for change in changes:
        _print_change(change)
    counts = {w: sum(c.what == w for c in changes) for w in ("came", "went", "changed")}
    print(f"{counts['came']:,} came, {counts['went']:,} went, {counts['changed']:,} changed.")


def _print_change(change: "Change") -> None:
    print(f"{change.what:8}{change.entity_id}  {change.schema}  {change.caption}")
    if change.what == "changed":
        for sign, pairs in (("-", change.removed), ("+", change.added)):
            for prop, value in pairs:
                print(f"        {sign} {prop}: {value}")


@lists_app.command()
def page(
    out: Annotated[Path | None, typer.Option(help="File to write; else printed.")] = None,
    counts: Annotated[Path | None, typer.Option(help="Measured counts, JSON.")] = None,
) -> None:
    """Write the page of all readers from what each says of itself."""
    from enduse.lists.page import read_counts, readers_page

    text = readers_page(read_counts(counts) if counts else None)
    if out is None:
        print(text, end="")
    else:
        out.write_text(text, "utf-8")
        print(f"Wrote {out}.")
