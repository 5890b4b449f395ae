"""`enduse paths`: ways to restricted parties, what parties share, and who stands between."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enduse.cli.casework.making import AsJson, CaseFolder
from enduse.cli.output import as_json
from enduse.errors import BadInput

if TYPE_CHECKING:
    from enduse.case.network.between import Between
    from enduse.case.network.relations import CaseNetwork
    from enduse.graph import Relation, Shared, Way
    from enduse.model import Evidence, Source

_MOST_STEPS, _MOST_LISTS = 10, 5


def paths(
    case: CaseFolder,
    party: Annotated[
        str | None, typer.Argument(help="Name or id of a party; without one, the whole case.")
    ] = None,
    to: Annotated[str | None, typer.Option(help="Ways to this party only.")] = None,
    steps: Annotated[int, typer.Option(help="Longest way, 1 to 10 relations.")] = 6,
    json: AsJson = False,
) -> None:
    """Show ways from a party to restricted ones, what it shares, and who stands between."""
    from enduse.case import Case
    from enduse.case.network.between import likely_intermediaries

    if not 1 <= steps <= _MOST_STEPS:
        raise BadInput(f"{steps} steps are no length of a way.", hint="Use 1 to 10.")
    if to is not None and party is None:
        raise BadInput("A way needs two ends.", hint="Name the party before --to.")
    with Case.open(case) as opened:
        network = opened.network()
        sources = {one.sha256: one for one in opened.sources()}
    start = network.book.find(party) if party else None
    goal = network.book.find(to) if to else None
    ways = _ways(network, start, goal, steps)
    shared = [s for s in network.shared if start is None or _has(s, start)]
    between = [] if goal else likely_intermediaries(network)
    if start:
        between = [one for one in between if start in (one.party, one.taker, *one.givers)]
    if json:
        as_json(_data(network, start, ways, shared, between))
        return
    telling = _Telling(network, sources)
    telling.ways(start, goal, ways, steps)
    telling.shared(shared)
    telling.between(between)


def _ways(network: "CaseNetwork", start: str | None, goal: str | None, steps: int) -> "list[Way]":
    if start is None:
        return []
    if goal is None:
        return network.ways(start, steps)
    if start == goal:
        raise BadInput("Both names stand for one party.", hint="Name another with --to.")
    return network.between(start, goal, steps)


def _has(shared: "Shared", party: str) -> bool:
    return any(trait.party == party for trait in shared.holders)


class _Telling:
    """Prints what was found, each sentence with its quotations."""

    def __init__(self, network: "CaseNetwork", sources: "Mapping[str, Source]") -> None:
        self.network, self.sources = network, sources

    def name(self, one: str) -> str:
        """The name of a party, and the lists it stands on."""
        name, lists = self.network.label(one), self.network.restricted.get(one, ())
        more = f" and {len(lists) - _MOST_LISTS} more" if len(lists) > _MOST_LISTS else ""
        return f"{name} [{', '.join(lists[:_MOST_LISTS])}{more}]" if lists else name

    def ways(self, start: str | None, goal: str | None, ways: "list[Way]", steps: int) -> None:
        """One way after the other, hop by hop."""
        if start is None:
            return
        taken = self.network.book.nodes.assumed.get(start)
        print(self.name(start))
        if taken:
            print(f"  takes the entries {', '.join(taken)} for this party; nobody has decided yet")
        where = f"to {self.name(goal)}" if goal else "to a restricted party"
        if not ways:
            print(f"No way {where} within {steps} steps is known.")
            return
        for number, way in enumerate(ways, start=1):
            count = f"{len(way.relations)} step{'s' if len(way.relations) > 1 else ''}"
            print(f"\n{number}. {self.name(way.parties[-1])}, {count}, {_support(way)}")
            for relation in way.relations:
                self.relation(relation)
        if goal:
            from enduse.graph import who_sits_between

            for one, times in who_sits_between(ways):
                print(f"\n{self.name(one)} is on {times} of {len(ways)} ways.")

    def relation(self, relation: "Relation") -> None:
        """One hop: the sentence, how well it is supported, the words."""
        doubt = " ≠ contested" if relation.contested else ""
        print(
            f"   {self.network.label(relation.source)} {relation.kind} "
            f"{self.network.label(relation.target)}{doubt}"
        )
        for one in relation.evidence:
            self.quotation(one)

    def quotation(self, one: "Evidence") -> None:
        """The words and where they stand."""
        from enduse.dossier.citing import where

        print(f"      “{' '.join(one.quote.split())[:300]}” ({where(one, self.sources)})")

    def shared(self, found: "list[Shared]") -> None:
        """What several parties have in common."""
        for one in found:
            print(f"\n{one.text(self.network.label)}")
            for trait in one.holders:
                if trait.evidence is not None:
                    self.quotation(trait.evidence)

    def between(self, found: "list[Between]") -> None:
        """Who likely stands between, measure by measure."""
        if found:
            print("\nLikely intermediaries; a reason to ask, never a finding:")
        for one in found:
            print("  " + " ".join(one.sentences))


_SUPPORT = {
    3: "two origins or more on every step",
    2: "one origin alone on some step",
    1: "by something shared on some step",
    0: "contested on some step",
}


def _support(way: "Way") -> str:
    return _SUPPORT[way.weakest]


def _data(
    network: "CaseNetwork",
    start: str | None,
    ways: "list[Way]",
    shared: "list[Shared]",
    between: "list[Between]",
) -> dict[str, Any]:
    def party(one: str) -> dict[str, Any]:
        return {
            "id": one,
            "name": network.label(one),
            "restricted": list(network.restricted.get(one, ())),
            "assumed": list(network.book.nodes.assumed.get(one, ())),
        }

    return {
        "party": party(start) if start else None,
        "ways": [
            {
                "to": party(way.parties[-1]),
                "steps": len(way.relations),
                "weakest": way.weakest,
                "hops": [relation_data(one, party) for one in way.relations],
            }
            for way in ways
        ],
        "shared": [
            {
                "kind": one.kind,
                "value": one.holders[0].written or one.value,
                "crowded": one.crowded,
                "parties": [
                    party(t.party) | {"evidence": _quoted([t.evidence] if t.evidence else [])}
                    for t in one.holders
                ],
            }
            for one in shared
        ],
        "intermediaries": [
            {
                "party": party(one.party),
                "from": [party(giver) for giver in one.givers],
                "to": party(one.taker),
                "sentences": list(one.sentences),
                "relations": [relation_data(r, party) for r in one.relations],
            }
            for one in between
        ],
    }


def relation_data(relation: "Relation", party: Any) -> dict[str, Any]:
    """One hop as JSON values."""
    return {
        "from": party(relation.source),
        "relation": relation.kind,
        "to": party(relation.target),
        "origins": relation.origins,
        "contested": relation.contested,
        "circumstantial": relation.circumstantial,
        "evidence": _quoted(relation.evidence),
    }


def _quoted(evidence: Any) -> list[dict[str, Any]]:
    return [
        {
            "quote": one.quote,
            "source": one.locator.source,
            "part": one.locator.part,
            "start": one.locator.start,
            "end": one.locator.end,
        }
        for one in evidence
    ]
