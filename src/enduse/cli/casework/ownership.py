"""`enduse ownership`: who stands behind a party, by regime and day."""

import datetime
import json
import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol, runtime_checkable

import typer

from enduse.cli.output import as_json as print_json
from enduse.errors import BadInput, NotReady, UnreadableSource

if TYPE_CHECKING:
    from enduse.graph import Answered, OwnershipAnswer
    from enduse.model import Evidence


@runtime_checkable
class OwnershipCase(Protocol):
    """What this command asks of a case."""

    def ownership(
        self, party: str, regimes: Sequence[str], as_of: str
    ) -> Sequence["OwnershipAnswer"]:
        """Answer for one party, given by id or name, one answer per regime."""
        ...

    def label(self, entity: str) -> str:
        """The name under which a party is printed."""
        ...

    def look_through(self, party: str, regime: str, as_of: str) -> Fraction | None:
        """Stakes of listed holders multiplied along the chain; None where there is no number."""
        ...

    def cite(self, evidence: "Evidence") -> str:
        """The source of a quotation as a reader cites it."""
        ...


def ownership(
    case: Annotated[str | None, typer.Argument(help="Case folder.")] = None,
    party: Annotated[str | None, typer.Argument(help="Name or id of the party.")] = None,
    cases: Annotated[Path | None, typer.Option(help="File of worked cases.")] = None,
    regime: Annotated[str | None, typer.Option(help="US, EU, UK, BIS, CA or CH.")] = None,
    as_of: Annotated[str | None, typer.Option(help="Day, as 2024-07-03; today if absent.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say whether listed persons own or control a party, with the chain and the rule."""
    if cases is not None:
        _answer_file(cases, as_json)
        return
    if case is None or party is None:
        raise BadInput("A case and a party are needed.", hint="Or give a file with --cases.")
    day = as_of or datetime.date.today().isoformat()
    _answer_party(_open(case), party, (regime,) if regime else (), day, as_json)


def print_answers(
    case: OwnershipCase, answers: Sequence["OwnershipAnswer"], *, as_json: bool = False
) -> None:
    """Print answers readably, or as one JSON array."""
    from enduse.graph import answer_data, answer_text

    if as_json:
        data = [
            answer_data(answer) | {"look_through_pct_do_not_use": _multiplied(case, answer)}
            for answer in answers
        ]
        print_json(data)
        return
    for answer in answers:
        print(answer_text(answer, case.label, case.cite))
        share = _multiplied(case, answer)
        if share is not None and answer.aggregate.high > 0:
            print(f"  for information: look-through interest {share} %; it decides nothing")


def _multiplied(case: OwnershipCase, answer: "OwnershipAnswer") -> str | None:
    from enduse.graph.stakes.ranges import percent

    share = case.look_through(answer.entity, answer.regime, answer.as_of)
    return None if share is None else percent(share)


def _answer_file(path: Path, as_json: bool) -> None:
    from enduse.graph import answer_cases

    try:
        document = json.loads(path.read_text("utf-8"))
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise BadInput(f"{path}: {reason}.", hint="Check the name of the file.") from None
    except ValueError as error:
        raise UnreadableSource(str(path), "the file", f"it is not JSON ({error})") from None
    if not isinstance(document, dict):
        raise UnreadableSource(str(path), "the file", "it is not a JSON object")
    done = answer_cases(document)
    if as_json:
        failed = {name: {"error": why} for name, why in done.unanswered.items()}
        print_json(done.answers | failed)
    else:
        _print_cases(done)
    for name, unused in done.unused.items():
        print(f"enduse: {name}: {'; '.join(unused)}.", file=sys.stderr)
    if done.unanswered:
        name, why = next(iter(done.unanswered.items()))
        raise BadInput(
            f"{len(done.unanswered)} of {len(done.unanswered) + len(done.answers)} cases cannot "
            f"be answered, the first, {name}: {why}",
            hint="The others are answered above.",
        )


def _print_cases(done: "Answered") -> None:
    for name, by_regime in done.answers.items():
        print(name)
        for code, entities in by_regime.items():
            for entity, answer in entities.items():
                held = answer.get("aggregate_pct") or "-".join(answer["aggregate_pct_range"])
                mark = "  review" if answer["review"] else ""
                print(f"  {code:3} {entity}: {answer['status']} ({answer['basis']}) {held} %{mark}")
                for reason in answer.get("review_reasons", ()):
                    print(f"        {reason}")
    for name, why in done.unanswered.items():
        print(f"{name}\n  cannot be answered: {why}")


def _answer_party(
    case: OwnershipCase, party: str, regimes: Sequence[str], day: str, as_json: bool
) -> None:
    from enduse.graph import regimes as known

    print_answers(case, case.ownership(party, regimes or sorted(known()), day), as_json=as_json)


def _open(folder: str) -> OwnershipCase:
    from enduse.case import Case

    case: object = Case.open(Path(folder))
    if not isinstance(case, OwnershipCase):
        raise NotReady(f"{folder} cannot answer yet.", hint=f"Run: enduse build {folder}")
    return case
