"""What brackets beside a name say: another name, a share."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from enduse.extract.mentions.found import Found
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["aliases", "shares"]

_IN_BRACKETS = re.compile(
    r"[（(](?:持股|占股|占|出资|持有)?(?:比例)?(?:为|约|达)?(?P<q>\d+(?:\.\d+)?[%％])"
    r"(?:的?股[权份])?[）)]"
)


def aliases(names: Sequence[Found], sentence: Span) -> Iterator[Relation]:
    """Yield names in brackets after a name: the other name of the same."""
    low = bisect_left(names, sentence.start, key=lambda f: f.span.start)
    high = bisect_left(names, sentence.end, key=lambda f: f.span.start)
    for name, other in pairwise(names[max(0, low - 1) : high]):
        if other.kind == "alias" and other.span.within(sentence):
            place = Span(name.span.start, other.span.end)
            yield Relation(
                place, "alias", Argument(name.span), Argument(text=other.text), place.start,
                own_voice=True, scope=sentence,
            )  # fmt: skip


def shares(
    text: str, names: Sequence[Found], main: Found | None, sentence: Span
) -> Iterator[Relation]:
    """Yield the share in brackets after who holds it: 黄志强（持股80%）.

    Args:
        text: Canonical text.
        names: The mentions of the text.
        main: The company that the text is about.
        sentence: The sentence.
    """
    for match in _IN_BRACKETS.finditer(text, sentence.start, sentence.end):
        holder = next((f for f in names if f.span.end == match.start()), None)
        if holder is None:
            continue
        place = Span(holder.span.start, match.end())
        target = Argument(main.span) if main is not None else None
        yield Relation(
            place, "holds_share_in", Argument(holder.span), target, match.start(),
            Span(*match.span("q")), scope=sentence, standing=True,
        )  # fmt: skip
