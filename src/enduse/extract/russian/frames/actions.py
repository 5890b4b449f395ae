"""What nouns of action say in a clause: «осуществляет поставки», «отрицает продажу»."""

from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.relations.relation import Relation
from enduse.extract.russian.clauses import Clause, Phrase
from enduse.extract.russian.frames.roles import Roles, follows
from enduse.extract.russian.frames.sentence import Sentence
from enduse.extract.russian.frames.table import table
from enduse.extract.russian.frames.verbs import finite_lemmas, lemmas, relations_of
from enduse.extract.segment import Span

__all__ = ["by_nouns"]

_ENDING = frozenset(
    "прекратить прекращать остановить приостановить свернуть прекратиться заморозить".split()
)


def by_nouns(sentence: Sentence, clause: Clause) -> Iterator[Relation]:
    """Nouns of action in a clause: «осуществляет поставки X», «отрицает поставку X»."""
    supports = any(lemma in table().support for lemma, _ in lemmas(clause))
    own = ([clause.subject] if clause.subject is not None else []) + list(clause.phrases)
    for phrase in own:
        frames = table().nouns.get(phrase.lemma)
        if not frames or phrase.head.mention is not None or _belongs(sentence, phrase):
            continue
        after = tuple(p for p in own if phrase.last <= p.first < clause.segment.last)
        theme = follows(phrase, after)
        agent = clause.subject if supports and phrase is not clause.subject else None
        rest = tuple(p for p in after if p is not theme)
        roles = Roles(rest, agent, theme, True, phrase.start)
        for frame in frames:
            noun = Clause(
                phrase.head,
                phrase.head.forms[0],
                clause.finite,
                (),
                after,
                agent,
                True,
                clause.segment,
            )
            alone = supports and "theme" in frame.subject and theme is not None
            told = alone and theme is not None and theme.mention is not None
            if agent is None and roles.fill("agent", frame, ()) is None and not told:
                continue
            spoken = replace(frame, text=frame.text or phrase.shown())
            made = [
                _from_verb(sentence, r, clause, agent)
                for r in relations_of(sentence, spoken, roles, noun)
            ]
            ended = agent is not None and finite_lemmas(clause) & _ENDING
            yield from (replace(r, polarity="negated") if ended else r for r in made)
            if made:
                break


def _belongs(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a noun of action only tells about the noun before: «под видом поставок»."""
    before = next((p for p in sentence.phrases if p.last == phrase.first), None)
    return before is not None and not phrase.prep and "accs" not in phrase.cases


def _from_verb(
    sentence: Sentence, relation: Relation, clause: Clause, agent: Phrase | None
) -> Relation:
    """Quote the verb with its noun of action: «прекратили отгрузки»."""
    start = sentence.bones.places[clause.finite.start]
    if agent is None or start >= relation.span.start:
        return relation
    return replace(relation, span=Span(start, relation.span.end))
