"""Relations by frames: each verb of the table with what its clause brings."""

import re
from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.chinese.frames.build import built
from enduse.extract.chinese.frames.clauses import VerbPhrase, clauses, subject_of, verb_phrases
from enduse.extract.chinese.frames.deeds import DEALS, relations_of, through
from enduse.extract.chinese.frames.nouns import Fact, facts
from enduse.extract.chinese.frames.phrases import Clause, Phrase, noun_phrase
from enduse.extract.chinese.frames.state import Sentence, State, remember
from enduse.extract.chinese.frames.table import Frame, table
from enduse.extract.reading import Reading
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.relations.skeleton import skeleton
from enduse.extract.segment import Span

__all__ = ["relations_by_frame"]

_PLANS = re.compile(r"(?:计划|打算|准备|有意|考虑|拟)(?!了)")
_SETTING = frozenset(("denied", "confirmed", "ended"))
_OF_PRODUCT = frozenset("has_range has_endurance has_speed has_payload has_mass".split())
_AIM = re.compile(
    r"(?:到|至|达)?(?P<q>[\d.,]*\d[十百千]?[万亿]{0,2}[余多]?(?:[架台套枚个件辆艘吨家%％]|美元|元))"
)
_INCLUDING = re.compile(r"(?:其中)?(?:包括|包含|涉及|含)|这些(?:实体|企业|公司)包括")


def relations_by_frame(reading: Reading) -> tuple[Relation, ...]:
    """Return the relations that the verbs of a text state, clause by clause."""
    starts = [f.span.start for f in reading.found]
    found: list[Relation] = []
    state = State()
    for span in reading.sentences:
        bones = skeleton(reading.text, span, reading.found, starts)
        state.subject = state.goods = None
        state.listed = None
        sentence = Sentence(reading, span, bones, state)
        for clause in clauses(bones):
            said = [r for fact in facts(clause, bones) for r in _of_fact(sentence, fact)]
            found.extend(said)
            deeds = list(_of_clause(sentence, clause))
            if not any(r.predicate == "evidence_status" for r in said):
                found.extend(deeds)
    return tuple(found)


def _of_clause(sentence: Sentence, clause: Clause) -> Iterator[Relation]:
    yield from _members(sentence, clause)
    plans = _PLANS.search(clause.text)
    if plans is not None:
        yield from _planned(sentence, clause, plans)
    made: list[tuple[VerbPhrase, Relation]] = []
    own: Phrase | None = None
    for verb in verb_phrases(clause, sentence.bones):
        own = own or (verb.roles.get("theme") if verb.passive else verb.roles.get("agent"))
        if plans and verb.start >= clause.start + plans.start():
            continue
        for frame in table().verbs[verb.verb]:
            several = list(relations_of(sentence, clause, verb, frame))
            if not several:
                continue
            made.extend((verb, relation) for relation in several)
            via = through(sentence, clause, verb) if frame.predicate in DEALS else None
            if via is not None:
                made.append((verb, via))
            break
    listed = [r for _, r in made if r.predicate == "sanctioned_by"]
    sentence.state.listed = listed[-1] if listed else sentence.state.listed
    kept = [r for _, r in made if r.predicate not in _SETTING]
    yield from kept or [r for _, r in made]
    accused = [v.roles.get("theme") for v, r in made if r.predicate == "charged_with"]
    own = accused[-1] if accused else own
    quiet = not made and own is None
    remember(sentence, clause, subject_of(clause, sentence.bones) if quiet else own)


def _of_fact(sentence: Sentence, fact: Fact) -> Iterator[Relation]:
    state = sentence.state
    silent = fact.predicate in ("comment_on", "aware_of")
    unit_price = sentence.bones.text[fact.focus :].startswith(("单价", "售价", "造价"))
    topic = state.product if fact.predicate in _OF_PRODUCT or unit_price else state.company
    subject = fact.subject
    named = subject is not None and subject.mentions
    if fact.predicate in _OF_PRODUCT and not named and state.product is not None:
        subject = None
    if subject is None and silent and state.subject is not None and state.subject.mentions:
        subject = state.subject
    if subject is None and fact.predicate == "charged_with" and state.person is not None:
        subject = Phrase(0, 0, (state.person,))
    if subject is None and topic is not None:
        subject = Phrase(0, 0, (topic,))
    if subject is None:
        subject = Phrase(0, 0, (), None, "报道") if fact.predicate == "evidence_status" else None
    if subject is None:
        return
    target = fact.object
    if target is None and fact.predicate == "director_of" and state.company is not None:
        target = Phrase(0, 0, (state.company,))
    quote = sentence.bones.span(*fact.span)
    focus = sentence.bones.places[fact.focus]
    frame = Frame(
        fact.predicate, (), (), "", text=fact.text, words=fact.words, polarity=fact.polarity
    )
    for mention in subject.mentions or (None,):
        one = Phrase(subject.start, subject.end, (mention,)) if mention else subject
        relation = built(sentence, frame, (one, target, fact.value), quote, focus)
        yield replace(relation, own_voice=fact.own)


def _planned(sentence: Sentence, clause: Clause, match: "re.Match[str]") -> Iterator[Relation]:
    """What is only planned: the deed is told by its words."""
    subject = noun_phrase(clause, sentence.bones, 0, match.start()) if match.start() else None
    subject = subject or sentence.state.subject
    words = clause.text[match.end() :].strip("\x00")
    if subject is None and sentence.state.company is not None:
        subject = Phrase(0, 0, (sentence.state.company,))
    if subject is None or len(words) < 2:
        return
    inside = clause.start <= subject.start and subject.end
    place = clause.start + match.start()
    end = clause.start + match.end() + len(words)
    target = Phrase(clause.start + match.end(), end, (), None, words)
    aims = list(_AIM.finditer(clause.text, match.end()))
    value = (clause.start + aims[-1].start("q"), clause.start + aims[-1].end("q")) if aims else None
    quote = sentence.bones.span(subject.start if inside else place, end)
    frame = Frame("plans", (), (), "", words=True)
    focus = sentence.bones.places[place]
    relation = built(sentence, frame, (subject, target, value), quote, focus)
    yield replace(relation, modality="planned")


def _members(sentence: Sentence, clause: Clause) -> Iterator[Relation]:
    """23家实体, 包括甲公司: what is said of all is said of each that is named."""
    listed = sentence.state.listed
    if listed is None or _INCLUDING.match(clause.text) is None:
        return
    start = sentence.bones.places[clause.start]
    for place, mention in sentence.bones.mentions.items():
        inside = clause.start <= place < clause.end
        if inside and mention.schema in ("Company", "Organization", "LegalEntity", "Person"):
            span = Span(min(start, mention.span.start), mention.span.end)
            yield replace(listed, span=span, subject=Argument(mention.span), quantity=None)
