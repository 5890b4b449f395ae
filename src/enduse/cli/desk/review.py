"""The command `review`: hits that wait for a person, one hit in full, a judgement, its undoing."""

import getpass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enduse.cli.output import as_json, counted, table
from enduse.cli.settings import Settings
from enduse.errors import BadInput, NotReady

if TYPE_CHECKING:
    from enduse.case.desk import Desk, Waiting
    from enduse.model import HitJudgement

_NEXT = 'enduse review HIT --judge negative --reason "..."'


def review(
    hit: Annotated[int | None, typer.Argument(metavar="HIT", help="Number of a hit.")] = None,
    judge: Annotated[str | None, typer.Option(help="positive, negative or unsure.")] = None,
    reason: Annotated[str, typer.Option(help="Why, in your words; needed to judge.")] = "",
    until: Annotated[str | None, typer.Option(help="Last day on which it holds.")] = None,
    by: Annotated[str | None, typer.Option(help="Who judges; else your user name.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take back the newest judgement.")] = False,
    any_id: Annotated[
        bool, typer.Option("--any-id", help="Whatever id the party has, if the words are equal.")
    ] = False,
    run: Annotated[int | None, typer.Option(help="Only hits of this run.")] = None,
    limit: Annotated[int, typer.Option(help="Show at most so many.")] = 20,
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of words.")] = False,
) -> None:
    """Show hits that wait, or judge one; a judgement is remembered and can be undone."""
    from enduse.case.desk import Desk

    home = Settings.read().home
    if not Desk.is_there(home):
        raise NotReady("Nothing was screened yet.", hint='Run: enduse screen "NAME"')
    with Desk(home) as desk:
        if hit is None:
            if judge or undo:
                raise BadInput("No hit is named.", hint="See their numbers: enduse review")
            _list(desk, run, limit, in_json=json)
            return
        one, _ = desk.hit(hit)
        if undo:
            taken = desk.undo(one, by or getpass.getuser(), reason)
            _told(desk, hit, f"Taken back: {_judged(taken)}", in_json=json)
        elif judge is not None:
            made = desk.judge(one, _judgement(one, judge, by, reason, until, any_id=any_id))
            _told(desk, hit, f"Kept: {_judged(made)}\n{_reach(one, made)}", in_json=json)
        else:
            _show(desk, hit, in_json=json)


def _judgement(
    one: "Waiting", judge: str, by: str | None, reason: str, until: str | None, *, any_id: bool
) -> "HitJudgement":
    from enduse.errors import UnknownName
    from enduse.model import HitJudgement, Verdict

    words = [str(v) for v in Verdict if v is not Verdict.RETRACTED]
    if judge not in words:
        raise UnknownName("judgement", judge, words)
    ids = () if any_id else one.ids
    who = by or getpass.getuser()
    return HitJudgement(0, one.asked, ids, one.hit.entity, one.hit.listed, Verdict(judge), who, "",
                        reason, _day(until))  # fmt: skip


def _day(text: str | None) -> str | None:
    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadInput(f"{text!r} is no day.", hint="Write it as 2027-06-30.") from None


def _list(desk: "Desk", run: int | None, limit: int, *, in_json: bool) -> None:
    waiting = desk.waiting(run)
    if in_json:
        as_json({"waiting": len(waiting), "hits": [_data(one) for one in waiting[:limit]]})
        return
    if not waiting:
        print("No hit waits." if run is None else f"No hit of run {run} waits.")
        return
    rows = [
        (str(one.hit.id), f"{one.hit.score:.2f}", _asked(one), one.hit.name, one.hit.entity,
         ", ".join(one.hit.datasets.split("\n")), _before(one))
        for one in waiting[:limit]
    ]  # fmt: skip
    for line in table(("hit", "score", "asked", "listed", "id", "list", ""), rows):
        print(line)
    more = len(waiting) - len(rows)
    count = counted(len(waiting), "hit") + (" waits" if len(waiting) == 1 else " wait")
    print(count + (f"; {more:,} are not shown (--limit)." if more else "."))
    print(f"Next: enduse review HIT, or {_NEXT}")


def _asked(one: "Waiting") -> str:
    name = str(one.party["name"])
    ids = [key for key in one.ids if key]
    if not ids:
        return name
    return f"{name} (id {ids[0]}" + (f" and {len(ids) - 1:,} more)" if len(ids) > 1 else ")")


def _before(one: "Waiting") -> str:
    return "" if one.standing is None else one.standing.words


def _show(desk: "Desk", number: int, *, in_json: bool) -> None:
    one, run = desk.hit(number)
    if in_json:
        as_json(_data(one) | {"at": run.at, "history": [_judged(j) for j in desk.history(one)]})
        return
    known = [f"{k.replace('_', ' ')}: {_cell(v)}" for k, v in one.party.items() if k != "name"]
    print(f"asked    {_asked(one)}" + (f"  ({'; '.join(known)})" if known else ""))
    print(f"listed   {one.hit.name}  [{one.hit.entity}; {one.hit.schema}; {_lists(one)}]")
    print(f"score    {one.hit.score:.2f}  {one.hit.why}")
    print(f"run      {run.id}, {run.at}, enduse {run.tool}")
    for made in desk.history(one):
        print(f"judged   {_judged(made)}")
    if one.standing is not None and one.standing.lapsed:
        print(f"now      open again: {one.standing.lapsed}")
    settled = one.standing is not None and one.standing.settles
    follow = f"{number} --undo" if settled else f'{number} --judge negative --reason "..."'
    print(f"Next: enduse review {follow}")


def _cell(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


def _lists(one: "Waiting") -> str:
    return ", ".join(one.hit.datasets.split("\n"))


def _judged(made: "HitJudgement") -> str:
    until = f" until {made.until}" if made.until else ""
    said = f"{made.verdict} by {made.by} on {made.at[:10]}{until}"
    return f"{said}: {made.reason}" if made.reason else said


def _reach(one: "Waiting", made: "HitJudgement") -> str:
    whom = "whoever is asked about in the same words"
    if made.ids:
        whom = f"id {made.ids[0]}" + (f" and {len(made.ids) - 1:,} more" if made.ids[1:] else "")
    effect = {"negative": "The hit is suppressed", "positive": "The hit is settled"}
    does = effect.get(str(made.verdict), "The hit stays open")
    return f"{does} for {whom}, until either side changes. Undo: enduse review {one.hit.id} --undo"


def _told(desk: "Desk", number: int, words: str, *, in_json: bool) -> None:
    if in_json:
        _show(desk, number, in_json=True)
    else:
        print(words)


def _data(one: "Waiting") -> dict[str, Any]:
    from enduse.screening.memory.asking import judgement_data

    hit = one.hit
    return {
        "hit": hit.id, "run": one.run, "asked": one.party, "ids": list(one.ids),
        "rows": len(one.rows), "id": hit.entity, "score": hit.score, "name": hit.name,
        "schema": hit.schema, "datasets": hit.datasets.split("\n"), "why": hit.why,
        "judgement": judgement_data(one.standing) if one.standing else None,
    }  # fmt: skip
