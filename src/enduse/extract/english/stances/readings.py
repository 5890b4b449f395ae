"""What verbs say together with the words after them: "hung up", "knew nothing of it".

The frames of verbs tell who did what to whom; these rows, from `readings_en.yml`, tell answers and
silences, knowledge, proof, judgements, appeals, bans and ties, which hang on more than the verb.
"""

import re
from collections.abc import Iterator, Sequence

from enduse.extract.english.scope.denials import DENIES
from enduse.extract.english.scope.modality import Firmness, firmness
from enduse.extract.english.stances.duties import advised, bound
from enduse.extract.english.syntax.extents import counted, quotation
from enduse.extract.english.syntax.lists import members
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.syntax.roles import Filled, fill, holds, possible
from enduse.extract.english.words.lexicon import Alternative, Role, readings
from enduse.extract.relations.predicates import predicates
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["read"]

_SHARES = frozenset({"holds_share_in", "owned_by", "owns"})
# Whoever does this speaks: the judgement is theirs.
_JUDGES = frozenset(
    "doubt suspect describe characterise characterize portray depict regard see view treat brand "
    "hail think consider deem believe judge find call rate recognise recognize accept".split()
)
_OWN_VOICE = frozenset({"comment_on"})


def read(
    s: Sentence, preds: tuple[Predicate, ...], known: Sequence[Relation]
) -> Iterator[Relation]:
    """Yield what the verbs of a sentence say by the words after them.

    Args:
        s: The sentence.
        preds: Its predicates.
        known: What its frames say already; the same is not said twice.
    """
    said = {(_family(r.predicate), r.focus) for r in known}
    table = readings()
    yield from advised(s, preds)
    yield from bound(s, preds)
    yield from _unlikely(s, preds)
    for p in preds:
        chunk = s.chunks[p.chunk]
        rows = table.get(chunk.lemma, ())
        if not rows:
            continue
        for row in rows:
            if row.passive is not None and row.passive != chunk.passive:
                continue
            found = list(_first(row.alternatives, p, s, preds))
            if found and (_family(found[0].predicate), found[0].focus) not in said:
                said.add((_family(found[0].predicate), found[0].focus))
                yield from found


def _unlikely(s: Sentence, preds: tuple[Predicate, ...]) -> Iterator[Relation]:
    """What is held to be unlikely: "is unlikely to stop the trade", "would hardly agree"."""
    for p in preds:
        chunk = s.chunks[p.chunk]
        verb = s.chunk_span(p.chunk)
        doubt = _DOUBT.search(s.text, verb.start, verb.end)
        if p.subject is None or doubt is None or not _OPEN.intersection(chunk.helpers):
            continue
        subject, rest, held = s.span_of(p.subject), fill(_REST, p, s), doubt.start()
        last = rest.span.end if rest is not None and rest.span is not None else verb.end
        near = 0 <= verb.start - subject.end < 30
        yield Relation(
            Span(subject.start if near else verb.start, last),
            "assessed_as",
            Argument(subject),
            Argument(Span(held, last)),
            verb.start,
        )


_DOUBT = re.compile(r"\b(?:unlikely|hardly|scarcely)\b")
_OPEN = frozenset({"unlikely", "would", "will", "could", "can", "may", "might"})
_REST = Role(("R",))


def _family(predicate: str) -> str:
    return predicates()[predicate].family


def _first(
    alternatives: tuple[Alternative, ...], p: Predicate, s: Sentence, preds: tuple[Predicate, ...]
) -> Iterator[Relation]:
    """The relations of the first alternative whose roles and tests are met."""
    for alternative in alternatives:
        if not possible(alternative, p, s) or not holds(alternative, p, s):
            continue
        subject, obj = fill(alternative.subject, p, s), fill(alternative.object, p, s)
        if subject is not None and obj is not None and subject.span is not None:
            yield from _relations(alternative, subject, obj, p, s, firmness(p, s, preds))
            return


def _relations(
    alternative: Alternative,
    subject: Filled,
    obj: Filled,
    p: Predicate,
    s: Sentence,
    firm: Firmness,
) -> Iterator[Relation]:
    if subject.span is None:
        return
    shares = alternative.predicate in _SHARES
    chunk = s.chunks[p.chunk]
    judges = chunk.lemma in _JUDGES and not chunk.passive and p.subject is not None
    judges = judges and alternative.predicate in ("assessed_as", "evidence_status")
    denies = chunk.lemma in DENIES and not chunk.passive and alternative.polarity == "denied"
    judges = judges or (denies and alternative.predicate != "denied")
    judge = s.span_of(p.subject) if judges and p.subject is not None else None
    for who in members(subject.span, subject.phrase, s):
        yield Relation(
            quotation(p, s, subject, obj),
            alternative.predicate,
            Argument(who),
            Argument(obj.span) if obj.span is not None else None,
            s.chunk_span(p.chunk).start,
            quantity=counted(subject, obj, p, s) if shares else None,
            polarity=alternative.polarity or firm.polarity,
            modality=alternative.modality or firm.modality,
            hedge=firm.hedge,
            own_voice=alternative.predicate in _OWN_VOICE,
            speaker=judge,
            cue=s.chunk_span(p.chunk) if judge is not None else None,
        )
