"""The command `rescreen`: what was screened before, against the lists as they are now."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enduse.cli.desk.screen import compile_in_background
from enduse.cli.desk.why_changed import Reasons
from enduse.cli.output import Telling, as_json, counted, table
from enduse.cli.settings import Settings

if TYPE_CHECKING:
    from enduse.case.desk import Desk
    from enduse.case.desk.again import Stale
    from enduse.lists.used import UsedList
    from enduse.screening.memory.changes import HitChange
    from enduse.store.desk.rows import HitRow, RunRow


def rescreen(
    jobs: Annotated[int, typer.Option(help="Processes for a batch; 0: by size.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of words.")] = False,
) -> None:
    """Ask again what was asked of lists that have changed since; show only what differs."""
    from enduse.case.desk import Desk
    from enduse.case.desk.again import stale
    from enduse.cli.index.built import used_lists

    home = Settings.read().home
    if not Desk.is_there(home):
        print("Nothing was screened yet.")
        return
    with Desk(home) as desk:
        found = stale(desk, partial(used_lists, home=home))
        news = _News(desk, home)
        news.not_possible += found.not_possible
        _all_again(found, news, jobs)
        if json:
            as_json(news.data())
        else:
            news.show()


def _all_again(found: "Stale", news: "_News", jobs: int) -> None:
    from enduse.case.desk.again import ask_again
    from enduse.cli.index.built import index_for

    for group in found.groups:
        run, differing = ask_again(news.desk, group, partial(index_for, home=news.home))
        news.take(run, differing, group.used, group.lists)
        news.questions += len(group.asked)
    for before, lists in found.batches:
        _batch_again(before, lists, news, jobs)


def _batch_again(before: "RunRow", lists: "tuple[UsedList, ...]", news: "_News", jobs: int) -> None:
    from enduse.case.desk.again import compared_runs, used_in
    from enduse.cli.batch.job import Job, run
    from enduse.lists.used import used_file

    source = Path(before.source or "")
    told = f"Run {before.id} over {source.name} ({before.rows:,} rows)"
    if not source.is_file() or used_file(source).version != before.source_sha256:
        news.not_possible.append(
            f"{told}: {source} is gone or was changed. Put it back, or screen the new file."
        )
        return
    compile_in_background()
    # Its place is known, so that a run that was broken off is gone on with.
    out = news.home / "desk" / f"again-{before.id}.jsonl"
    terms = before.given, before.threshold, before.limit
    done = run(Job(source, out, *terms, jobs, "again", before.id), news.home, Telling(), news.desk)
    out.unlink()
    if done.run is not None:
        news.take(done.run, compared_runs(news.desk, before, done.run), used_in(before), lists)
    news.batches += 1
    news.rows += done.rows


class _News:
    """What asking again came to."""

    def __init__(self, desk: "Desk", home: Path) -> None:
        self.desk, self.home = desk, home
        self.questions, self.batches, self.rows = 0, 0, 0
        self.same, self.moved, self.furthest = 0, 0, 0.0
        self.runs: list[int] = []
        self.updates: dict[tuple[str, str], str] = {}
        self.changes: list[tuple[HitChange[HitRow], str]] = []
        self.not_possible: list[str] = []
        self._parties: dict[int, tuple[dict[str, Any], tuple[str, ...]]] | None = None

    def take(
        self, run: int, found: Any, before: "Iterable[UsedList]", now: "Iterable[UsedList]"
    ) -> None:
        """Add what one run found."""
        reasons = Reasons(self.home, before, now)
        self.updates |= reasons.updates
        self.runs.append(run)
        self.same, self.moved = self.same + found.same, self.moved + found.moved
        self.furthest = max(self.furthest, found.furthest)
        self.changes += [(one, reasons.why(one)) for one in found.hits]

    def _asked(self) -> "dict[int, tuple[dict[str, Any], tuple[str, ...]]]":
        """Who was asked about, and under which keys, of all questions that are shown."""
        if self._parties is None:
            hits = [one.now or one.before for one, _ in self.changes]
            self._parties = self.desk.parties({hit.question for hit in hits if hit is not None})
        return self._parties

    def show(self) -> None:
        """Print it for a reviewer."""
        for (name, old), new in sorted(self.updates.items()):
            print(f"{name}  {old[:23]} -> {new[:23]}")
        if self.changes:
            head = ("", "score", "was", "hit", "asked", "listed", "id", "why")
            for line in table(head, [self._row(*one) for one in self.changes]):
                print(line)
        for words in self.not_possible:
            print(f"Not asked again: {words}")
        if not self.runs:
            if not self.not_possible:
                print("Nothing is to be asked again: the lists are those that were screened with.")
            return
        print(self._summary())
        if any(one.what in ("new", "changed") for one, _ in self.changes):
            print("Next: enduse review")

    def _summary(self) -> str:
        asked = [counted(self.questions, "question")] if self.questions else []
        if self.batches:
            asked.append(f"{counted(self.batches, 'batch', 'es')} of {self.rows:,} rows")
        kinds = [one.what for one, _ in self.changes]
        told = [f"{kinds.count(kind)} {kind}" for kind in ("new", "changed", "gone")]
        if "cut" in kinds:
            told.append(f"{kinds.count('cut')} cut by the limit")
        words = f"Asked again: {' and '.join(asked)}. Hits: {', '.join(told)}, "
        words += f"{self.same:,} as before"
        if self.moved:
            words += f" ({self.moved:,} of them at another score, by {self.furthest:.4f} at most)"
        runs = "run" if len(self.runs) == 1 else "runs"
        return f"{words}. Recorded as {runs} {', '.join(map(str, self.runs))}."

    def _row(self, one: "HitChange[HitRow]", why: str) -> tuple[str, ...]:
        hit = one.now or one.before
        assert hit is not None
        score = f"{one.now.score:.2f}" if one.now else "-"
        was = f"{one.before.score:.2f}" if one.before else "-"
        asked, _ = self._asked()[hit.question]
        return one.what, score, was, str(hit.id), asked["name"], hit.name, hit.entity, why

    def data(self) -> dict[str, Any]:
        """It as JSON values."""
        return {
            "runs": self.runs,
            "questions": self.questions,
            "batches": self.batches,
            "rows": self.rows,
            "updates": [{"list": k, "from": v, "to": n} for (k, v), n in self.updates.items()],
            **{
                kind: [self._data(one, why) for one, why in self.changes if one.what == kind]
                for kind in ("new", "changed", "gone", "cut")
            },
            "same": self.same,
            "moved": {"hits": self.moved, "furthest": round(self.furthest, 4)},
            "not_possible": self.not_possible,
        }

    def _data(self, one: "HitChange[HitRow]", why: str) -> dict[str, Any]:
        hit = one.now or one.before
        assert hit is not None
        asked, ids = self._asked()[hit.question]
        return {
            "hit": hit.id, "asked": asked, "ids": list(ids), "id": hit.entity,
            "name": hit.name, "score": one.now.score if one.now else None,
            "was": one.before.score if one.before else None, "schema": hit.schema,
            "datasets": hit.datasets.split("\n"), "why": hit.why, "because": why,
        }  # fmt: skip


def touched_by_update(home: Path, kind: str) -> str:
    """Say how much was screened with other versions of a list; empty where nothing was."""
    from enduse.case.desk import Desk
    from enduse.case.desk.again import stale, used_in
    from enduse.cli.index.built import used_lists

    if not Desk.is_there(home):
        return ""
    with Desk(home) as desk:
        found = stale(desk, partial(used_lists, home=home))
    questions = sum(
        len(group.asked) for group in found.groups if kind in {one.name for one in group.used}
    )
    batches = [run for run, _ in found.batches if kind in {one.name for one in used_in(run)}]
    told = [counted(questions, "earlier question")] if questions else []
    told += [counted(len(batches), "batch", "es")] if batches else []
    if not told:
        return ""
    were = "was" if questions + len(batches) == 1 else "were"
    return f"{' and '.join(told)} {were} screened with another version. Next: enduse rescreen"
