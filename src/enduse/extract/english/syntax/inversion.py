"""Sets right what "nor" and its like have turned round: "Nor have they found evidence"."""

from collections.abc import Iterable

from enduse.extract.english.syntax.chunks import Chunk
from enduse.extract.english.words.tagging import Tagged

__all__ = ["turned"]

_TURNING = frozenset("nor neither never rarely seldom scarcely only".split())
_NEGATIVE = frozenset("nor neither never".split())


def turned(chunks: Iterable[Chunk], tagged: Tagged) -> list[Chunk]:
    """Give the verb after an auxiliary and its subject back its auxiliary.

    Args:
        chunks: The chunks of a sentence, in order.
        tagged: Its words.
    """
    found = list(chunks)
    for i in range(len(found) - 2):
        helper, subject, verb = found[i : i + 3]
        if helper.kind not in "X" or subject.kind != "N" or verb.kind != "V":
            continue
        word = tagged.tokens[helper.first - 1].text.lower() if helper.first else ""
        if word not in _TURNING or verb.form not in ("past", "part", "base", "ing"):
            continue
        negated = verb.negated or helper.negated or word in _NEGATIVE
        passive = helper.lemma == "be" and verb.form in ("past", "part")
        found[i] = helper._replace(kind="R")
        found[i + 2] = verb._replace(
            form="fin", negated=negated, passive=passive, helpers=helper.helpers
        )
    return found
