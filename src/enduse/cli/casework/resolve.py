"""`enduse resolve`: work through candidates by keyboard, best first."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol, runtime_checkable

import typer
from rich.cells import cell_len, chop_cells, set_cell_size

from enduse.errors import BadInput, NotReady

if TYPE_CHECKING:
    from enduse.model import Evidence, Judgement, Verdict
    from enduse.resolve import Mixture, Proposal, Record

_WIDEST = 52
KEYS = "x same   n different   u unsure   s later   m mixed   h history   z undo   q stop"
MIXED_KEYS = "x split it   any other key: leave it whole"


@runtime_checkable
class ResolveCase(Protocol):
    """What this command asks of a case."""

    def candidates(self) -> Sequence["Proposal"]:
        """Pairs not judged yet, best first."""
        ...

    def judge(self, left: str, right: str, verdict: "Verdict", reason: str = "") -> "Judgement":
        """Append a judgement; refused with `BadInput` where it contradicts what stands."""
        ...

    def mixtures(self) -> Sequence["Mixture"]:
        """Records that seem to mix two parties and were not split."""
        ...

    def split(self, record: str, second: Sequence[str]) -> "Judgement":
        """Split a record in two; the values named go to the second part."""
        ...

    def remarks(self, left: str, right: str) -> Sequence[str]:
        """What the findings say about a like name of either, so that nobody overlooks it."""
        ...

    def cite(self, evidence: "Evidence") -> str:
        """The source of a quotation as a reader cites it."""
        ...

    def history(self) -> Sequence["Judgement"]:
        """Everything decided or taken back, oldest first."""
        ...

    def undo(self) -> "Judgement | None":
        """Take back the newest judgement that stands."""
        ...


def resolve(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.")],
) -> None:
    """Decide which records are the same party; everything can be undone."""
    from enduse.case import Case

    with Case.open(case) as opened:
        queue: object = opened
        if not isinstance(queue, ResolveCase):
            raise NotReady(f"{case} has no candidates yet.", hint=f"Run: enduse build {case}")
        work_through(queue, read_key, print)


def read_key() -> str:
    """Wait for one key; where there is no terminal, read one line and take its first letter."""
    import sys

    if sys.stdin.isatty():
        import click

        return click.getchar().lower()
    line = sys.stdin.readline()
    return line.strip()[:1].lower() if line else "q"


def work_through(case: ResolveCase, key: Callable[[], str], say: Callable[[str], None]) -> int:
    """Show candidates one after another and act on keys.

    Args:
        case: Where candidates come from and judgements go.
        key: Gives the next key pressed.
        say: Prints.

    Returns:
        How many judgements were made, undone ones not counted off.
    """
    from enduse.model import Verdict

    verdicts = {"x": Verdict.POSITIVE, "n": Verdict.NEGATIVE, "u": Verdict.UNSURE}
    later: set[tuple[str, str]] = set()
    made = 0
    mixed = {one.record for one in case.mixtures()}
    if mixed:
        seem = "record seems" if len(mixed) == 1 else "records seem"
        say(f"{len(mixed)} {seem} to mix two parties; m shows them.")
    while True:
        waiting = [p for p in case.candidates() if (p.left.id, p.right.id) not in later]
        if not waiting and mixed:
            mixed = set()
            made += _split(case, key, say)
            continue
        if not waiting:
            say(f"Nothing waits. {made} judgements made.")
            return made
        proposal = waiting[0]
        say(side_by_side(proposal, len(waiting), case))
        pressed = key()
        pair = proposal.left.id, proposal.right.id
        if pressed in verdicts:
            made += _judge(case, pair, verdicts[pressed], say)
        elif pressed == "s":
            later.add(pair)
        elif pressed == "m":
            mixed = set()
            made += _split(case, key, say)
        elif pressed == "h":
            say(_history(case.history()))
        elif pressed == "z":
            say(_undone(case.undo()))
        elif pressed in ("q", "\x03", "\x04"):
            say(f"Stopped. {made} judgements made, {len(waiting)} pairs wait.")
            return made


def side_by_side(proposal: "Proposal", waiting: int, case: ResolveCase) -> str:
    """Write both records in two columns, with what speaks for and against."""
    left, right = _rows(proposal.left, case), _rows(proposal.right, case)
    width = min(_WIDEST, max((cell_len(value) for _, value in left), default=10))
    lines = ["", f"{waiting} to go   score {proposal.comparison.score:.2f}"]
    for (word, one), (_, other) in zip(left, right, strict=True):
        if one or other:
            lines += _columns(word, one, other, width)
    for ground in proposal.comparison.grounds:
        lines.append(f"  {'+' if ground.weight >= 0 else '-'} {ground.words}")
    lines += [f"  ! {one}" for one in case.remarks(proposal.left.id, proposal.right.id)]
    return "\n".join([*lines, KEYS])


def _columns(word: str, one: str, other: str, width: int) -> list[str]:
    """One row of two columns, broken where a side is too long."""
    ours, theirs = _wrapped(one, width), _wrapped(other, _WIDEST)
    rows = max(len(ours), len(theirs))
    ours += [""] * (rows - len(ours))
    theirs += [""] * (rows - len(theirs))
    heads = [word] + [""] * (rows - 1)
    rows_of = zip(heads, ours, theirs, strict=True)
    return [f"{head:<10} {set_cell_size(a, width)} | {b}".rstrip() for head, a, b in rows_of]


def _wrapped(text: str, width: int) -> list[str]:
    """Lines no wider than asked; a Chinese character takes two cells."""
    lines = [""]
    for word in text.split():
        for piece in chop_cells(word, width):
            joined = f"{lines[-1]} {piece}".strip()
            if cell_len(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _rows(record: "Record", case: ResolveCase) -> list[tuple[str, str]]:
    numbers = [f"{i.kind} {i.value}{'' if i.checked else ' ?'}" for i in record.identifiers]
    return [
        ("id", record.id),
        ("kind", record.schema),
        ("names", "; ".join(record.names)),
        ("former", "; ".join(record.former)),
        ("dates", ", ".join(record.dates)),
        ("countries", ", ".join(record.countries)),
        ("numbers", ", ".join(numbers)),
        ("addresses", "; ".join(record.addresses)),
        ("source", record.dataset),
        ("quoted", "; ".join(f'"{e.quote}" ({case.cite(e)})' for e in record.evidence)),
    ]


def _judge(
    case: ResolveCase, pair: tuple[str, str], verdict: "Verdict", say: Callable[[str], None]
) -> int:
    try:
        case.judge(*pair, verdict)
    except BadInput as refused:
        say(f"Refused. {refused}")
        return 0
    return 1


def _split(case: ResolveCase, key: Callable[[], str], say: Callable[[str], None]) -> int:
    """Show records that seem to mix two parties, and split those the reviewer splits."""
    made = 0
    shown = case.mixtures()
    if not shown:
        say("No record seems to mix two parties.")
    split: set[str] = set()
    for one in shown:
        if one.record in split:
            continue
        say("\n".join(["", *(f"  {why}" for why in one.why)]))
        say(f"  would go to a part of its own: {', '.join(one.values)}\n{MIXED_KEYS}")
        if key() != "x":
            continue
        try:
            case.split(one.record, one.values)
        except BadInput as refused:
            say(f"Refused. {refused}")
            continue
        split.add(one.record)
        made += 1
        say(f"Split: {one.record}~1 and {one.record}~2.")
    return made


def _history(judgements: Sequence["Judgement"]) -> str:
    told = [f"  {j.at} {j.by}: {j.left} {j.verdict} {j.right} {j.reason}" for j in judgements]
    return "\n".join(line.rstrip() for line in told) or "Nothing was decided yet."


def _undone(judgement: "Judgement | None") -> str:
    if judgement is None:
        return "Nothing stands that could be taken back."
    return f"Taken back: {judgement.left} and {judgement.right}."
