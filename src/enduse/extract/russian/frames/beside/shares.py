"""Shares told without a verb: «остальные 20% — у X»."""

from collections.abc import Iterator, Sequence

from enduse.extract.russian.clauses import Phrase, Token
from enduse.extract.russian.frames.nouns import Fact
from enduse.extract.russian.frames.roles import follows

__all__ = ["of_shares"]

_FIRMS = frozenset(("Company", "Organization", "LegalEntity"))


def of_shares(words: Sequence[Token], found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    """«Остальные 20% — у Ивана Орлова»: of the company the sentence is about."""
    share = found[place]
    if not share.share or share.prep or place + 1 >= len(found):
        return
    holder = found[place + 1]
    dash = words[share.last : holder.first]
    if [t.low for t in dash] not in (["—"], ["–"], []):
        return
    if holder.prep != "у" and not (dash and "datv" in holder.cases):
        return
    firms = [p for p in found[:place] if p.mention is not None and p.mention.schema in _FIRMS]
    if firms:
        last = follows(holder, found)
        person = holder if holder.head.mention or last is None else last
        nearest = next((p for p in found[place + 1 : place + 3] if p.head.mention), person)
        yield Fact("holds_share_in", nearest, firms[0], share, share)
