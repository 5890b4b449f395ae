"""What of a very large case one dossier shows, and how much it leaves in the case."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from re import compile as pattern

from enduse.assess import Said
from enduse.dossier.anchors import quotation_anchor
from enduse.dossier.view import Dossier, LeftOut, PartyPage
from enduse.model import Finding

__all__ = ["MOST_CITED", "MOST_CLAIMS", "MOST_FINDINGS", "fitted"]

MOST_CLAIMS = 5_000
"""A browser opens a page of so many quotations at once; measured in `bench/dossier`."""
MOST_FINDINGS = 100
"""Of one kind."""
MOST_CITED = 3
"""Quotations for, and as many against, that stand under a finding."""
_ROUNDS = (3, 30, 300)
_HREF = pattern(r'href="#([^"]+)"')


def fitted(dossier: Dossier, most: int = MOST_CLAIMS) -> Dossier:
    """Return a dossier that holds at most so many claims; one that does is returned as it is.

    Every quotation that the answer, the network, a way or a finding opens stays. Of the rest
    each party gets some before any gets many, those with list entries first. What is left out
    is counted in `left_out`.

    Args:
        dossier: Everything the case holds.
        most: Claims to show; what must stay is shown even where it is more.
    """
    everything = dossier.claims()
    if len(everything) <= most:
        return dossier
    shown, lost = _fewer_findings(dossier)
    hrefs = frozenset(_HREF.findall(dossier.network_svg))
    chosen = _Chosen(most, {one for one in _opened(dossier, shown.values()) if one in everything})
    chosen.ids.update(ref for ref in everything if f"q-{ref}" in hrefs)
    for quota in _ROUNDS:
        for page in dossier.parties:
            chosen.take(page.claims, quota)
        chosen.take(dossier.other_claims, quota)
    left = dict(shown)
    pages = [_page(one, chosen.ids, left) for one in dossier.parties]
    kept = [one for one in pages if one.claims or one.entries or one.ownership or one.id in hrefs]
    others = tuple(one for one in dossier.other_claims if one.claim.id in chosen.ids)
    return replace(
        dossier,
        parties=tuple(kept),
        other_claims=others,
        left_out=LeftOut(len(everything) - len(chosen.ids), len(pages) - len(kept), lost),
    )


@dataclass
class _Chosen:
    """Claims that are shown, and how many there may be."""

    most: int
    ids: set[str] = field(default_factory=set)

    def take(self, said: Iterable[Said], quota: int) -> None:
        """Add claims until so many of these are shown, or no more may be."""
        room = quota
        for one in said:
            if room <= 0:
                return
            if one.claim.id not in self.ids:
                if len(self.ids) >= self.most:
                    return
                self.ids.add(one.claim.id)
            room -= 1


def _fewer_findings(dossier: Dossier) -> tuple[dict[str, Finding], dict[str, int]]:
    """The first findings of each kind by id, those of listed parties first; how many are not."""
    shown: dict[str, Finding] = {}
    by_kind: Counter[str] = Counter()
    seen: set[str] = set()
    for one in (one for page in dossier.parties for one in page.findings):
        if one.id in seen:
            continue
        seen.add(one.id)
        by_kind[one.kind] += 1
        if by_kind[one.kind] <= MOST_FINDINGS:
            shown[one.id] = one
    return shown, {kind: n - MOST_FINDINGS for kind, n in by_kind.items() if n > MOST_FINDINGS}


def _opened(dossier: Dossier, findings: Iterable[Finding]) -> Iterator[str]:
    """Ids of the claims that something other than their own line opens."""
    for one in findings:
        for cited in (*one.supports[:MOST_CITED], *one.opposes[:MOST_CITED]):
            yield quotation_anchor(cited).removeprefix("q-")
    for tied in (*dossier.between, *dossier.shared, *dossier.ways):
        proofs = (*tied.proofs, *(p for hop in tied.hops for p in hop.proofs[:MOST_CITED]))
        yield from (proof.anchor.removeprefix("q-") for proof in proofs)


def _page(page: PartyPage, chosen: set[str], findings: dict[str, Finding]) -> PartyPage:
    """What is shown of a party; a finding about many stands under the first of them alone."""
    claims = tuple(one for one in page.claims if one.claim.id in chosen)
    mine = dict.fromkeys(one.id for one in page.findings)
    return replace(
        page,
        claims=claims,
        findings=tuple(findings.pop(one) for one in mine if one in findings),
        left_out=len(page.claims) - len(claims),
    )
