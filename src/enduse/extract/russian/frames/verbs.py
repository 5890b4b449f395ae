"""What the verb of a clause says, by the frames of the table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.relations.scope import firmness
from enduse.extract.russian.clauses import Clause, Phrase
from enduse.extract.russian.frames.roles import Roles, follows
from enduse.extract.russian.frames.sentence import (
    PACKAGE,
    Sentence,
    argument,
    place_of,
    quote_of,
    words_of,
)
from enduse.extract.russian.frames.several import members, of_gaps, of_lists
from enduse.extract.russian.frames.table import Frame, table
from enduse.extract.segment import Span

__all__ = ["by_frames", "finite_lemmas", "is_negated", "lemmas", "relations_of"]

_NOT = re.compile(
    r"(?:^|\W)не (?:было |был[аи]? |будет |мо[гж]\w+ |стал\w? |смог\w* |намерен\w? )?$"
)
_REFUSING = frozenset(("отказаться", "отказываться", "перестать", "прекратить"))
_DECLINING = frozenset(("отказаться", "отказываться", "стать", "захотеть", "пожелать"))
_ASKED = frozenset(("кто", "что", "чем"))
_RISKY = frozenset(("possible", "probable", "capability"))


def lemmas(clause: Clause) -> Iterator[tuple[str, bool]]:
    """The dictionary forms to look up, each with whether its subject undergoes it."""
    for form in clause.verb.forms:
        if form.pos == clause.form.pos or form.pos in ("PRTF", "PRTS", "ADJS"):
            passive = clause.passive or form.pos == "PRTS"
            yield form.lemma, passive and not form.lemma.endswith("ся")
            if form.lemma.endswith(("ся", "сь")):
                yield form.lemma[:-2], True


def finite_lemmas(clause: Clause) -> set[str]:
    """The dictionary forms of the finite verb over a verb."""
    return {f.lemma for f in clause.finite.forms}


def is_negated(sentence: Sentence, clause: Clause) -> bool:
    """Whether a verb, or the finite verb over it, is negated or refused."""
    before = sentence.bones.text[: clause.verb.start]
    if clause.verb.pos == "INFN" and finite_lemmas(clause) & _REFUSING:
        return True
    if clause.verb.pos == "INFN" and clause.finite is not clause.verb:
        before = sentence.bones.text[: max(clause.finite.start, 0)]
        if _NOT.search(before[-24:]) is not None:
            return True
        before = sentence.bones.text[: clause.verb.start]
    return _NOT.search(before[-24:]) is not None


def by_frames(
    sentence: Sentence, frames: Sequence[Frame], roles: Roles, clause: Clause, negated: bool
) -> Iterator[Relation]:
    """The relations of the frames of a verb, up to the first that decides."""
    for frame in frames:
        if not roles.meets(frame) or frame.negated and not negated:
            continue
        if frame.beside and not _stands(frame.beside, sentence, clause):
            continue
        made = list(relations_of(sentence, frame, roles, clause))
        yield from made
        if made and frame.only or made and frame.predicate != "located_in":
            return


def _stands(some: frozenset[str], sentence: Sentence, clause: Clause) -> bool:
    """Whether one of these words stands in the stretch of a clause."""
    words = sentence.words[clause.segment.first : clause.segment.last]
    return any(t.low in some for t in words)


def relations_of(
    sentence: Sentence, frame: Frame, roles: Roles, clause: Clause
) -> Iterator[Relation]:
    """The relation of one frame, where its roles are filled, and one for each name of a list."""
    subject = _first(roles, frame, frame.subject, ())
    if (
        subject is None
        or subject.head.low in _ASKED
        or subject.lemma == "речь"
        or _is_silent_only(frame, clause)
    ):
        return
    others = frame.object
    if subject is not roles.agent and subject is _first(roles, frame, ("theme",), ()):
        others = tuple(name for name in others if name != "theme")
    target = _first(roles, frame, others, (subject,))
    if target is not None and _asks_or_names_a_post(frame, target):
        return
    value = roles.fill(frame.value, frame, ()) if frame.value else None
    if frame.value.startswith("measured") and value is None:
        return
    value = value if value is not None and value.counted else _money(roles, frame)
    if frame.value == "percent" and (value is None or not value.share):
        return
    bare = frame.bare and not _only_tells(clause)
    if target is None and value is None and frame.text is None and not bare:
        return
    if target is None and frame.predicate == "denied" and _goes_on(sentence, clause):
        return
    if value is None:
        value = next((p for p in (target, subject) if p is not None and p.counted), None)
    used = [subject, target, value, *_condition(roles, frame)]
    quote = quote_of(sentence, clause, [p for p in used if p is not None])
    focus = sentence.bones.places[clause.verb.start]
    relation = _relation(sentence, frame, roles, (subject, target, value), (quote, focus))
    declined = frame.polarity == "no_response" and finite_lemmas(clause) & _DECLINING
    if declined and clause.verb.pos == "INFN":
        relation = replace(relation, polarity="declined_to_comment")
    yield relation
    several = clause.finite.forms[0].number == "plur"
    listed = subject if several or subject is not roles.agent else None
    yield from of_lists(sentence, frame, relation, (listed, target, value))
    yield from of_gaps(sentence, clause, relation, target)
    for member in members(sentence, subject) if frame.predicate == "sanctioned_by" else ():
        end = max(quote.end, place_of(sentence, member).end)
        said = replace(relation, span=Span(quote.start, end), quantity=None)
        yield replace(said, subject=argument(sentence, member))


def _asks_or_names_a_post(frame: Frame, target: Phrase) -> bool:
    """Whether «кто» is asked for, or what somebody is called is a post: «оказался директором»."""
    post = target.lemma in table().posts or target.lemma in table().relational
    return target.head.low in _ASKED or post and frame.predicate == "assessed_as"


def _is_silent_only(frame: Frame, clause: Clause) -> bool:
    """Whether «молчать» is only what somebody is told to do."""
    silent = frame.polarity == "no_response" and not frame.negated
    return silent and clause.verb.pos == "INFN"


def _only_tells(clause: Clause) -> bool:
    """Whether a participle stands before its noun: «проведённая проверка» tells no news."""
    return clause.form.pos == "PRTF" and clause.segment.kind != "participle"


def _goes_on(sentence: Sentence, clause: Clause) -> bool:
    """Whether what is denied follows in a clause of its own."""
    after = [t.low for t in sentence.words[clause.segment.last : clause.segment.last + 2]]
    return after[:1] == [","] and after[1:] in (["что"], ["будто"], ["чтобы"])


def _money(roles: Roles, frame: Frame) -> Phrase | None:
    """«на сумму 3 млн долларов»: what it was worth, where it is not said how many."""
    if not frame.value:
        return None
    counted = next((p for p in roles.phrases if p.counted and p.prep == "из"), None)
    return counted or next((p for p in roles.phrases if p.unit == "money"), None)


def _condition(roles: Roles, frame: Frame) -> list[Phrase | None]:
    found = roles.condition(frame) if frame.conditions else None
    return [found, follows(found, roles.phrases) if found is not None else None]


def _first(
    roles: Roles, frame: Frame, names: Sequence[str], taken: Sequence[Phrase]
) -> Phrase | None:
    for name in names:
        phrase = roles.fill(name, frame, taken)
        if phrase is not None:
            return phrase
    return None


def _relation(
    sentence: Sentence,
    frame: Frame,
    roles: Roles,
    filled: tuple[Phrase, Phrase | None, Phrase | None],
    place: tuple[Span, int],
) -> Relation:
    subject, target, value = filled
    quote, focus = place
    firm = firmness(sentence.reading.text, sentence.span, quote, focus, PACKAGE)
    predicate = frame.predicate
    if predicate == "sanctioned_by" and firm.modality in _RISKY:
        predicate, target = "risks", None
        frame = replace(frame, text="санкции")
    if predicate == "produces" and firm.modality in ("capability", "possible"):
        predicate = "can_produce"
    return Relation(
        quote,
        predicate,
        argument(sentence, subject),
        _object(sentence, frame, target),
        focus,
        place_of(sentence, value) if value is not None else None,
        frame.own,
        frame.polarity or firm.polarity,
        "fact" if frame.own else firm.modality,
        None if frame.own else firm.hedge,
        speaker=_judge(sentence, frame, subject if predicate == "denied" else roles.agent),
        scope=sentence.span,
    )


def _judge(sentence: Sentence, frame: Frame, who: Phrase | None) -> Span | None:
    """Who denies or judges speaks, whoever tells of it."""
    if frame.predicate not in ("denied", "assessed_as") or who is None or not who.human:
        return None
    if who not in sentence.phrases:
        return None
    mention = who.head.mention
    return mention.span if mention is not None else place_of(sentence, who)


def _object(sentence: Sentence, frame: Frame, target: Phrase | None) -> Argument | None:
    if target is None:
        return Argument(text=frame.text) if frame.text else None
    if frame.words:
        return Argument(text=words_of(sentence, target))
    return argument(sentence, target)
