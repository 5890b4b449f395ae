"""Relations by frames: each verb of the table with the phrases that fill its roles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from enduse.extract.mentions.found import Found
from enduse.extract.reading import Reading
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.relations.scope import firmness
from enduse.extract.relations.skeleton import Skeleton, skeleton
from enduse.extract.russian.clauses import (
    ACTORS,
    Clause,
    Phrase,
    Token,
    clauses,
    phrases,
    resolve,
    tokens,
)
from enduse.extract.russian.frames.beside import beside
from enduse.extract.russian.frames.nouns import Fact, measured, of_copula, of_dash
from enduse.extract.russian.frames.roles import Roles, follows
from enduse.extract.russian.frames.table import Frame, table
from enduse.extract.segment import Span

__all__ = ["relations_by_frame"]

_PACKAGE = "enduse.extract.russian"
_NOT = re.compile(
    r"(?:^|\W)не (?:было |был[аи]? |будет |мо[гж]\w+ |стал\w? |смог\w* |намерен\w? )?$"
)
_ASIDE = frozenset(("located_in", "director_of"))
_FORBIDDING = frozenset(("запретить", "запрещать", "запрещённый"))
_UNSURE = frozenset(("possible", "probable", "conditional", "capability"))
_CONFIRMING = frozenset(("подтвердить", "подтверждать"))
_ENDS = frozenset(",.;!?")
_REFUSING = frozenset(("отказаться", "отказываться", "перестать", "прекратить"))
_DECLINING = frozenset(("отказаться", "отказываться", "стать", "захотеть", "пожелать"))
_ENDING = frozenset(
    "прекратить прекращать остановить приостановить свернуть прекратиться заморозить".split()
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    reading: Reading
    span: Span
    bones: Skeleton
    words: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    product: Found | None


def relations_by_frame(reading: Reading) -> tuple[Relation, ...]:
    """Return the relations that verbs and nouns of action state, sentence by sentence."""
    starts = [f.span.start for f in reading.found]
    found: list[Relation] = []
    before: tuple[Phrase, ...] = ()
    product: Found | None = None
    for span in reading.sentences:
        bones = skeleton(reading.text, span, reading.found, starts)
        words = tokens(bones)
        sentence = _Sentence(reading, span, bones, words, phrases(words), product)
        resolve(sentence.phrases, before)
        before = sentence.phrases
        confirmed: list[Relation] = []
        at = len(found)
        for clause in clauses(words, sentence.phrases):
            confirmed.extend(_confirmed(sentence, clause))
            found.extend(_of_clause(sentence, clause))
            found.extend(_of_fact(sentence, f) for f in of_copula(clause, sentence.phrases))
        # What is confirmed is told once: by its own verb, where the table has it.
        found.extend(c for c in confirmed if not any(r.span.within(c.span) for r in found[at:]))
        products = [m for m in bones.mentions.values() if m.schema == "Product"]
        product = products[-1] if products else product
        facts = (
            *of_dash(words, sentence.phrases),
            *measured(sentence.phrases),
        )
        aside = (_of_fact(sentence, fact) for fact in beside(words, sentence.phrases))
        found.extend(replace(r, own_voice=r.predicate in _ASIDE) for r in aside)
        found.extend(_of_fact(sentence, fact) for fact in facts)
    return _with_the_held(found)


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


def _belongs(sentence: _Sentence, phrase: Phrase) -> bool:
    """Whether a noun of action only tells about the noun before: «под видом поставок»."""
    before = next((p for p in sentence.phrases if p.last == phrase.first), None)
    return before is not None and not phrase.prep and "accs" not in phrase.cases


def _of_clause(sentence: _Sentence, clause: Clause) -> Iterator[Relation]:
    made = list(_by_verb(sentence, clause))
    deeds = [r for r in made if r.predicate not in ("denied", "confirmed")] or made
    passing = clause.segment.kind == "participle"
    yield from (replace(r, own_voice=True) if passing else r for r in deeds)


def _confirmed(sentence: _Sentence, clause: Clause) -> Iterator[Relation]:
    """«Подтвердило, что проводит проверку»: what is confirmed stands after the comma."""
    if not {f.lemma for f in clause.verb.forms} & _CONFIRMING or clause.subject is None:
        return
    at = clause.segment.last
    if [t.low for t in sentence.words[at : at + 2]] != [",", "что"] or not clause.subject.human:
        return
    ends = (k for k in range(at + 2, len(sentence.words)) if sentence.words[k].low in _ENDS)
    end = next(ends, len(sentence.words))
    first, last = sentence.words[at + 2].start, sentence.words[end - 1].end
    words = sentence.bones.span(first, last)
    here = clause.subject in clause.left
    start = clause.subject.start if here else clause.verb.start
    quote = sentence.bones.span(start, last)
    focus = sentence.bones.places[clause.verb.start]
    target = Argument(text=" ".join(sentence.reading.text[words.start : words.end].split())[:160])
    polarity = "negated" if _negated(sentence, clause) else "asserted"
    yield Relation(
        quote, "confirmed", _argument(sentence, clause.subject), target, focus,
        polarity=polarity, scope=sentence.span,
    )  # fmt: skip


def _by_verb(sentence: _Sentence, clause: Clause) -> Iterator[Relation]:
    if clause.verb.pos == "INFN" and _finite_lemmas(clause) & table().plans:
        plan = _plan(sentence, clause)
        if plan is not None:
            yield plan
        return
    forbidden = clause.verb.pos == "INFN" and _finite_lemmas(clause) & _FORBIDDING
    for lemma, passive in () if forbidden else _lemmas(clause):
        frames = table().verbs.get(lemma, ())
        if not frames:
            continue
        negated = _negated(sentence, clause)
        roles = Roles.of(clause, passive, negated)
        yield from _by_frames(sentence, frames, roles, clause, negated)
        break
    yield from _by_nouns(sentence, clause)


def _finite_lemmas(clause: Clause) -> set[str]:
    return {f.lemma for f in clause.finite.forms}


def _plan(sentence: _Sentence, clause: Clause) -> Relation | None:
    """«Намерен нарастить выпуск»: the deed is planned and nothing of it is done yet."""
    if clause.subject is None or clause.verb.start < clause.finite.start:
        return None
    if clause.verb.low in ("делать", "сделать"):
        return None
    last = max((p.end for p in clause.right), default=clause.verb.end)
    words = sentence.bones.span(clause.verb.start, last)
    value = next((p for p in clause.right if p.counted and not p.is_time), None)
    here = clause.subject in clause.left
    quote = sentence.bones.span(clause.subject.start if here else clause.finite.start, last)
    focus = sentence.bones.places[clause.finite.start]
    firm = firmness(sentence.reading.text, sentence.span, quote, focus, _PACKAGE)
    negated = _negated(sentence, replace(clause, verb=clause.finite))
    return Relation(
        quote,
        "plans",
        _argument(sentence, clause.subject),
        Argument(text=" ".join(sentence.reading.text[words.start : words.end].split())[:160]),
        focus,
        _place(sentence, value) if value is not None else None,
        polarity="negated" if negated else firm.polarity,
        modality="planned",
        hedge=firm.hedge,
        scope=sentence.span,
    )


def _of_fact(sentence: _Sentence, fact: Fact) -> Relation:
    some = [p for p in (fact.subject, fact.object, fact.value, fact.anchor) if p is not None]
    here = [p for p in some if p in sentence.phrases]
    quote = sentence.bones.span(min(p.start for p in here), max(p.end for p in here))
    focus = sentence.bones.places[fact.anchor.start]
    firm = firmness(sentence.reading.text, sentence.span, quote, focus, _PACKAGE)
    target = _argument(sentence, fact.object) if fact.object is not None else None
    return Relation(
        quote,
        fact.predicate,
        _argument(sentence, fact.subject) if fact.subject is not None else _product(sentence),
        target or (Argument(text=fact.text) if fact.text else None),
        focus,
        _place(sentence, fact.value) if fact.value is not None else None,
        False,
        firm.polarity,
        firm.modality,
        firm.hedge,
        scope=sentence.span,
    )


def _product(sentence: _Sentence) -> Argument:
    """The product last spoken of."""
    here = [m for m in sentence.bones.mentions.values() if m.schema == "Product"]
    product = here[0] if here else sentence.product
    return Argument(product.span) if product is not None else Argument(text="изделие")


def _lemmas(clause: Clause) -> Iterator[tuple[str, bool]]:
    """The dictionary forms to look up, each with whether its subject undergoes it."""
    for form in clause.verb.forms:
        if form.pos == clause.form.pos or form.pos in ("PRTF", "PRTS", "ADJS"):
            passive = clause.passive or form.pos == "PRTS"
            yield form.lemma, passive and not form.lemma.endswith("ся")
            if form.lemma.endswith(("ся", "сь")):
                yield form.lemma[:-2], True


def _negated(sentence: _Sentence, clause: Clause) -> bool:
    before = sentence.bones.text[: clause.verb.start]
    if clause.verb.pos == "INFN" and _finite_lemmas(clause) & _REFUSING:
        return True
    if clause.verb.pos == "INFN" and clause.finite is not clause.verb:
        before = sentence.bones.text[: max(clause.finite.start, 0)]
        if _NOT.search(before[-24:]) is not None:
            return True
        before = sentence.bones.text[: clause.verb.start]
    return _NOT.search(before[-24:]) is not None


def _by_frames(
    sentence: _Sentence, frames: Sequence[Frame], roles: Roles, clause: Clause, negated: bool
) -> Iterator[Relation]:
    for frame in frames:
        if not roles.meets(frame) or frame.negated and not negated:
            continue
        made = list(_relations(sentence, frame, roles, clause))
        yield from made
        if made and frame.only or made and frame.predicate != "located_in":
            return


def _relations(
    sentence: _Sentence, frame: Frame, roles: Roles, clause: Clause
) -> Iterator[Relation]:
    subject = _first(roles, frame, frame.subject, ())
    if subject is None:
        return
    target = _first(roles, frame, frame.object, (subject,))
    value = roles.fill(frame.value, frame, ()) if frame.value else None
    value = value if value is not None and value.counted else _money(roles, frame)
    if target is None and value is None and frame.text is None and not frame.bare:
        return
    used = [subject, target, value, *_condition(roles, frame)]
    quote = _quote(sentence, clause, [p for p in used if p is not None])
    focus = sentence.bones.places[clause.verb.start]
    relation = _relation(sentence, frame, (subject, target, value), quote, focus)
    declined = frame.polarity == "no_response" and _finite_lemmas(clause) & _DECLINING
    if declined and clause.verb.pos == "INFN":
        relation = replace(relation, polarity="declined_to_comment")
    yield relation
    for member in _members(sentence, subject) if frame.predicate == "sanctioned_by" else ():
        end = max(quote.end, _place(sentence, member).end)
        said = replace(relation, span=Span(quote.start, end), quantity=None)
        yield replace(said, subject=_argument(sentence, member))


def _members(sentence: _Sentence, phrase: Phrase) -> Iterator[Phrase]:
    """«12 организаций, включая X и Y»: X and Y, one by one."""
    opened = False
    last = phrase.last
    for after in (p for p in sentence.phrases if p.first >= phrase.last):
        between = " ".join(t.low for t in sentence.words[last : after.first])
        if after.prep in ("включая", "среди") or after.lemma == "число":
            opened = True
        elif between not in (",", "и", ", а также", ", и", ""):
            return
        last = after.last
        if opened and after.head.mention is not None and after.head.mention.schema != "Address":
            yield after


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
    sentence: _Sentence,
    frame: Frame,
    filled: tuple[Phrase, Phrase | None, Phrase | None],
    quote: Span,
    focus: int,
) -> Relation:
    subject, target, value = filled
    firm = firmness(sentence.reading.text, sentence.span, quote, focus, _PACKAGE)
    predicate = frame.predicate
    if predicate == "sanctioned_by" and firm.modality in _UNSURE:
        predicate, target = "risks", None
        frame = replace(frame, text="санкции")
    if predicate == "produces" and firm.modality in ("capability", "possible"):
        predicate = "can_produce"
    return Relation(
        quote,
        predicate,
        _argument(sentence, subject),
        _object(sentence, frame, target),
        focus,
        _place(sentence, value) if value is not None else None,
        frame.own,
        frame.polarity or firm.polarity,
        "fact" if frame.own else firm.modality,
        None if frame.own else firm.hedge,
        scope=sentence.span,
    )


def _object(sentence: _Sentence, frame: Frame, target: Phrase | None) -> Argument | None:
    if target is None:
        return Argument(text=frame.text) if frame.text else None
    if frame.words:
        return Argument(text=_words(sentence, target))
    return _argument(sentence, target)


def _argument(sentence: _Sentence, phrase: Phrase) -> Argument:
    """A name by its place, other nouns by their words in the nominative with their genitives."""
    meant = phrase.meant
    mention = meant.head.mention
    if mention is not None:
        return Argument(mention.span)
    person = _apposed(sentence, meant)
    if person is not None:
        return Argument(person.head.mention.span if person.head.mention else None)
    if meant.lemma in ("он", "она", "оно", "они"):
        return Argument(_place(sentence, meant))
    tail = _tail(sentence, meant) if meant in sentence.phrases else ""
    return Argument(text=(meant.shown() + tail)[:160])


def _apposed(sentence: _Sentence, phrase: Phrase) -> Phrase | None:
    """The person named after a role: «гражданином России Тимуром Сафиным»."""
    after = phrase
    for _ in range(3):
        following = next(
            (p for p in sentence.phrases if p.first == after.last and not p.prep), None
        )
        if following is None:
            return None
        mention = following.mention
        if mention is not None and mention.schema == "Person" and following.cases & phrase.cases:
            return following
        if mention is not None and mention.schema == "Product" and not phrase.human:
            return following
        firm = mention is not None and mention.schema in ("Company", "Organization", "LegalEntity")
        if firm and phrase.lemma in ACTORS and phrase.cases & following.cases:
            return following
        after = following
    return None


def _tail(sentence: _Sentence, phrase: Phrase) -> str:
    """The genitives after a noun, as written."""
    end = phrase
    while (after := follows(end, sentence.phrases)) is not None:
        end = after
    if end is phrase:
        return ""
    places = sentence.bones.places
    last = sentence.bones.span(end.start, end.end).end
    return " " + " ".join(sentence.reading.text[places[phrase.end] : last].split())


def _words(sentence: _Sentence, phrase: Phrase) -> str:
    span = _place(sentence, phrase)
    last = phrase
    while (after := next((p for p in sentence.phrases if p.first == last.last), None)) is not None:
        last = after
    end = sentence.bones.span(last.start, last.end).end
    return " ".join(sentence.reading.text[span.start : end].split())[:160]


def _place(sentence: _Sentence, phrase: Phrase) -> Span:
    return sentence.bones.span(phrase.start, phrase.end)


def _quote(sentence: _Sentence, clause: Clause, used: Sequence[Phrase]) -> Span:
    """The verb with the arguments that stand in its clause."""
    here = {id(p) for p in (*clause.left, *clause.right)}
    low, high = clause.verb.start, clause.verb.end
    ends = [
        a for p in used if (a := _apposed(sentence, p.meant)) is not None and p in sentence.phrases
    ]
    if clause.finite.start < low and clause.verb.pos == "INFN":
        low = clause.finite.start
    for phrase in (*used, *ends):
        if (
            id(phrase) in here
            or phrase in ends
            or phrase is clause.subject
            and clause.form.pos == "PRTF"
        ):
            low = min(low, sentence.words[phrase.first].start)
            last = phrase
            while (after := follows(last, sentence.phrases)) is not None:
                last = after
            high = max(high, last.end)
    return sentence.bones.span(low, high)


def _by_nouns(sentence: _Sentence, clause: Clause) -> Iterator[Relation]:
    """Nouns of action in a clause: «осуществляет поставки X», «отрицает поставку X»."""
    supports = any(lemma in table().support for lemma, _ in _lemmas(clause))
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
                for r in _relations(sentence, spoken, roles, noun)
            ]
            ended = agent is not None and _finite_lemmas(clause) & _ENDING
            yield from (replace(r, polarity="negated") if ended else r for r in made)
            if made:
                break


def _from_verb(
    sentence: _Sentence, relation: Relation, clause: Clause, agent: Phrase | None
) -> Relation:
    """Quote the verb with its noun of action: «прекратили отгрузки»."""
    start = sentence.bones.places[clause.finite.start]
    if agent is None or start >= relation.span.start:
        return relation
    return replace(relation, span=Span(start, relation.span.end))
