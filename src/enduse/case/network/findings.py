"""What the network and the ownership rules say, as findings beside those of assessment."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from enduse.case.network.between import likely_intermediaries
from enduse.case.network.relations import CaseNetwork
from enduse.case.ownership.book import lines
from enduse.model import Cited, Evidence, Finding

_MOST_HELD = 500
_NOTHING = frozenset({"", "not_blocked", "not_restricted_by_ownership"})


def network_findings(network: CaseNetwork, regimes: Sequence[str], day: str) -> list[Finding]:
    """Likely intermediaries, things shared, and companies that ownership reaches or may reach.

    Args:
        network: The network of the case.
        regimes: Codes of the ownership rules asked.
        day: Full ISO day.
    """
    return [*_between(network), *_shared(network), *_owned(network, regimes, day)]


def _between(network: CaseNetwork) -> Iterator[Finding]:
    for one in likely_intermediaries(network):
        told = (evidence for relation in one.relations for evidence in relation.evidence)
        parties = (one.party, one.taker, *one.givers)
        basis = "shortest ways over stated relations; a reason to ask, never a finding of fact"
        yield _finding("between", parties, " ".join(one.sentences), told, basis)


def _shared(network: CaseNetwork) -> Iterator[Finding]:
    for one in network.shared:
        if not one.crowded:
            told = (trait.evidence for trait in one.holders if trait.evidence)
            parties = tuple(trait.party for trait in one.holders)
            yield _finding("shared", parties, f"{one.text(network.label)}.", told)


def _owned(network: CaseNetwork, regimes: Sequence[str], day: str) -> Iterator[Finding]:
    for party in sorted(network.book.held_in)[:_MOST_HELD]:
        for line in lines(network.book, party, regimes, day):
            if line.status in _NOTHING or line.ground == "listed":
                continue
            sentence = f"{line.regime}, {line.as_of}: {line.status.replace('_', ' ')}."
            said = " ".join((sentence, line.sentence, *line.notes))
            yield _finding("ownership", (party,), said, line.evidence, line.basis)


def _finding(
    kind: str,
    parties: tuple[str, ...],
    sentence: str,
    told: Iterable[Evidence],
    basis: str = "",
) -> Finding:
    cited = tuple(Cited("", evidence) for evidence in dict.fromkeys(told))
    digest = hashlib.sha256("\x1f".join((kind, *parties, sentence)).encode()).hexdigest()
    return Finding(f"{kind}-{digest[:16]}", kind, parties, sentence, cited, (), basis)
