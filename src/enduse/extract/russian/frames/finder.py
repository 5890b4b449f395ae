"""Relations by frames: verbs, nouns of action and neighbouring phrases, sentence by sentence."""

from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.mentions.found import Found
from enduse.extract.reading import Reading
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.relations.scope import firmness
from enduse.extract.relations.skeleton import skeleton
from enduse.extract.russian.clauses import Clause, Phrase, clauses, phrases, resolve, tokens
from enduse.extract.russian.frames.actions import by_nouns
from enduse.extract.russian.frames.beside import beside
from enduse.extract.russian.frames.facts import (
    confirmed_clause,
    enabled,
    of_guise,
    of_timeline,
    opined,
    opinion_from,
    planned,
)
from enduse.extract.russian.frames.nouns import Fact, measured, of_copula, of_dash
from enduse.extract.russian.frames.roles import Roles
from enduse.extract.russian.frames.sentence import PACKAGE, Sentence, argument, balanced, place_of
from enduse.extract.russian.frames.table import table
from enduse.extract.russian.frames.verbs import by_frames, finite_lemmas, is_negated, lemmas
from enduse.extract.segment import Span

__all__ = ["relations_by_frame"]

_ASIDE = frozenset("director_of jurisdiction headquartered_in position_at employed_by".split())
_ONCE = frozenset(
    "jurisdiction headquartered_in director_of position_at employed_by member_of".split()
)
_LED = frozenset(("has_timeline", "intermediary_in", "shipped_to"))
_BANS = frozenset(("sanctioned_by", "prohibits", "listed_by"))
_HELPING = frozenset(("помочь", "помогать"))
_LEADING = table().plans | {"следовать"}
_ENABLING = frozenset(("позволить", "позволять", "призванный"))
_FORBIDDING = frozenset(("запретить", "запрещать", "запрещённый"))


def relations_by_frame(reading: Reading) -> tuple[Relation, ...]:
    """Return the relations that verbs and nouns of action state, sentence by sentence."""
    starts = [f.span.start for f in reading.found]
    found: list[Relation] = []
    before: tuple[Phrase, ...] = ()
    product: Found | None = None
    known: set[tuple[str, str]] = set()
    doer: Phrase | None = None
    for span in reading.sentences:
        if reading.text[span.start : span.end].rstrip(' »"”').endswith("?"):
            continue  # a question states nothing
        bones = skeleton(reading.text, span, reading.found, starts)
        words = tokens(bones)
        sentence = Sentence(reading, span, bones, words, phrases(words), product)
        resolve(sentence.phrases, before)
        before = sentence.phrases
        confirmed: list[Relation] = []
        thoughts: list[Relation] = []
        opinion = opinion_from(sentence)
        at = len(found)
        last, doer = doer, None
        for clause in clauses(words, sentence.phrases, last):
            if clause.subject is not None and clause.segment.kind == "main":
                doer = clause.subject if doer is None else doer
            confirmed.extend(confirmed_clause(sentence, clause))
            made = list(_of_clause(sentence, clause))
            found.extend(made)
            if opinion is not None and not made:
                thought = opined(sentence, clause, opinion)
                thoughts.extend([thought] if thought is not None else [])
            said = (
                *of_copula(clause, sentence.phrases),
                *of_timeline(clause),
                *of_guise(clause),
            )
            found.extend(_of_fact(sentence, f) for f in said)
        # What is confirmed is told once: by its own verb, where the table has it.
        found.extend(c for c in confirmed if not any(r.span.within(c.span) for r in found[at:]))
        products = [m for m in bones.mentions.values() if m.schema == "Product"]
        product = products[-1] if products else product
        facts = (
            *of_dash(words, sentence.phrases),
            *measured(sentence.phrases),
        )
        told = (f for f in beside(words, sentence.phrases) if _is_new(f, known))
        aside = (_of_fact(sentence, fact) for fact in told)
        found.extend(replace(r, own_voice=r.predicate in _ASIDE) for r in aside)
        found.extend(_of_fact(sentence, fact) for fact in facts)
        focuses = [r.focus for r in found[at:]]
        found.extend(t for t in thoughts if not any(_within(f, t.span) for f in focuses))
    return _with_the_held(found)


def _within(place: int, span: Span) -> bool:
    return span.start <= place < span.end


def _is_new(fact: Fact, known: set[tuple[str, str]]) -> bool:
    """Whether a seat or a post without a name is told for the first time: «завод», «директор»."""
    if fact.predicate not in _ONCE or fact.subject is None:
        return True
    key = fact.predicate, fact.text or fact.subject.lemma
    named = fact.subject.head.mention is not None and fact.subject.head.mention.kind == "name"
    new = named or key not in known
    known.add(key)
    return new


def _with_the_held(found: list[Relation]) -> tuple[Relation, ...]:
    """«Ещё 40% владеет X»: of the company whose share was spoken of before."""
    held: Argument | None = None
    whole = []
    for relation in found:
        if relation.predicate == "holds_share_in":
            relation = relation if relation.object is not None else replace(relation, object=held)
            held = relation.object
        whole.append(relation)
    return tuple(whole)


def _of_clause(sentence: Sentence, clause: Clause) -> Iterator[Relation]:
    made = list(_by_verb(sentence, clause))
    deeds = [r for r in made if r.predicate not in ("denied", "confirmed")] or made
    if clause.verb.pos == "INFN" and is_negated(sentence, clause):
        # «Подтвердить не удалось» says how good the evidence is, not what somebody confirms.
        deeds = [r for r in deeds if r.predicate not in ("denied", "confirmed")]
    passing = clause.segment.kind == "participle"
    yield from (replace(r, own_voice=True) if passing else r for r in deeds)


def _by_verb(sentence: Sentence, clause: Clause) -> Iterator[Relation]:
    over = finite_lemmas(clause) if clause.verb.pos == "INFN" else set()
    if over & (_FORBIDDING | _HELPING):
        yield from by_nouns(sentence, clause)
        return
    if over & table().plans:
        yield from _of_plan(sentence, clause)
        return
    if over & _ENABLING:
        purpose = enabled(sentence, clause)
        if purpose is not None:
            yield purpose
            return
    made = list(_by_its_frames(sentence, clause))
    yield from made
    if not any(r.predicate == "ended" for r in made):
        yield from by_nouns(sentence, clause)


def _by_its_frames(sentence: Sentence, clause: Clause) -> Iterator[Relation]:
    negated = is_negated(sentence, clause)
    for lemma, passive in lemmas(clause):
        frames = table().verbs.get(lemma, ())
        leading = clause.verb is clause.finite and lemma in _LEADING
        if leading and _leads_infinitive(sentence, clause):
            frames = tuple(f for f in frames if f.predicate not in ("plans", "delivered_to"))
        if not frames:
            continue
        roles = Roles.of(clause, passive, negated)
        made = list(by_frames(sentence, frames, roles, clause, negated))
        yield from made
        if made:
            return


def _of_plan(sentence: Sentence, clause: Clause) -> Iterator[Relation]:
    """A ban that is planned is told as a ban; of other deeds, that they are planned."""
    bans = [r for r in _by_its_frames(sentence, clause) if r.predicate in _BANS]
    if bans:
        yield from (replace(r, modality="planned") for r in bans)
        return
    plan = planned(sentence, clause)
    if plan is not None:
        yield plan


def _leads_infinitive(sentence: Sentence, clause: Clause) -> bool:
    """Whether an infinitive follows a verb in its stretch: «обещал поставить»."""
    after = (t for t in sentence.words if t.start > clause.verb.end)
    end = sentence.words[clause.segment.last - 1].end
    return any(t.pos == "INFN" and t.mention is None and t.end <= end for t in after)


def _of_fact(sentence: Sentence, fact: Fact) -> Relation:
    some = [p for p in (fact.subject, fact.object, fact.value, fact.anchor) if p is not None]
    here = [p for p in some if p in sentence.phrases]
    if fact.predicate == "has_price" and fact.value is not None:
        here = [p for p in here if p is fact.anchor or p is fact.value]
    # «Через банк», «до конца года»: with the preposition.
    led = (fact.anchor,) if fact.predicate in _LED else ()
    first = min(sentence.words[p.first].start if p in led else p.start for p in here)
    first = min(first, fact.token.start) if fact.token is not None else first
    last = max(p.end for p in here)
    if fact.predicate == "has_timeline":
        last = max(last, _end_of_time(sentence, fact.anchor))
        last = max(last, fact.token.end) if fact.token is not None else last
    quote = balanced(sentence, sentence.bones.span(first, last))
    focus = sentence.bones.places[fact.anchor.start]
    firm = firmness(sentence.reading.text, sentence.span, quote, focus, PACKAGE)
    target = argument(sentence, fact.object) if fact.object is not None else None
    if fact.predicate == "has_timeline":
        target = Argument(text=_words_of_time(sentence, fact.anchor))
    none = any(t.low.startswith("никак") for t in fact.anchor.modifiers)
    return Relation(
        quote,
        fact.predicate,
        argument(sentence, fact.subject) if fact.subject is not None else _product(sentence),
        target or (Argument(text=fact.text) if fact.text else None),
        focus,
        place_of(sentence, fact.value) if fact.value is not None else None,
        False,
        "negated" if none else firm.polarity,
        firm.modality,
        firm.hedge,
        scope=sentence.span,
    )


def _end_of_time(sentence: Sentence, when: Phrase) -> int:
    """The end of «с января по август 2024 года», which begins with a phrase."""
    last = when
    for after in sentence.phrases:
        tells = after.is_time or after.counted and not after.unit
        if after.first == last.last and tells and after.prep in ("", "по", "до"):
            last = after
    return last.end


def _words_of_time(sentence: Sentence, when: Phrase) -> str:
    start, end = sentence.words[when.first].start, _end_of_time(sentence, when)
    span = sentence.bones.span(start, end)
    return " ".join(sentence.reading.text[span.start : span.end].split())


def _product(sentence: Sentence) -> Argument:
    """The product last spoken of."""
    here = [m for m in sentence.bones.mentions.values() if m.schema == "Product"]
    product = here[0] if here else sentence.product
    return Argument(product.span) if product is not None else Argument(text="изделие")
