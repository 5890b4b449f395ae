"""Relations by frames: each verb of the table with what its clause brings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from enduse.extract.chinese.frames.clauses import (
    Clause,
    Phrase,
    VerbPhrase,
    clauses,
    noun_phrase,
    subject_of,
    verb_phrases,
)
from enduse.extract.chinese.frames.nouns import Fact, facts
from enduse.extract.chinese.frames.table import Frame, table
from enduse.extract.mentions.found import Found
from enduse.extract.reading import Reading
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.relations.scope import firmness
from enduse.extract.relations.skeleton import Skeleton, skeleton
from enduse.extract.segment import Span

__all__ = ["relations_by_frame"]

_PACKAGE = "enduse.extract.chinese"
_PLANS = re.compile(r"(?:计划|打算|准备|有意|考虑|拟)(?!了)")
_HOLDERS = frozenset(("Company", "Organization", "PublicBody", "LegalEntity"))
_EMPTY = frozenset("其 其中 该 并 他 她 他们 并将 则".split())
_SETTING = frozenset(("denied", "confirmed", "ended"))
_PAPERS = ("证明", "文件", "资料", "信息", "数据", "报告", "证据", "声明", "细节", "记录", "评论")
_DEALS = frozenset("supplied_to exported_to delivered_to shipped_to acquired received".split())
_FIRMS = (
    "公司",
    "企业",
    "中间商",
    "子公司",
    "贸易商",
    "银行",
    "机构",
    "渠道",
    "代理商",
    "分销商",
    "经销商",
    "供应商",
    "货代",
)


@dataclass(slots=True)
class _State:
    """What the clauses before leave for those that name no subject.

    Attributes:
        subject: The subject of the clause before.
        company: The organisation last spoken of as a subject.
        product: The product last named.
        person: The person last named.
        held: The company a share of which was spoken of last.
        goods: The goods last dealt in.
        listed: Who was put on a list last, and by whom.
    """

    subject: Phrase | None = None
    company: Found | None = None
    product: Found | None = None
    person: Found | None = None
    held: Found | None = None
    goods: Phrase | None = None
    listed: Relation | None = None


@dataclass(slots=True)
class _Sentence:
    reading: Reading
    span: Span
    bones: Skeleton
    state: _State = field(default_factory=_State)


def relations_by_frame(reading: Reading) -> tuple[Relation, ...]:
    """Return the relations that the verbs of a text state, clause by clause."""
    starts = [f.span.start for f in reading.found]
    found: list[Relation] = []
    state = _State()
    for span in reading.sentences:
        bones = skeleton(reading.text, span, reading.found, starts)
        state.subject = state.goods = None
        state.listed = None
        sentence = _Sentence(reading, span, bones, state)
        for clause in clauses(bones):
            said = [r for fact in facts(clause, bones) for r in _of_fact(sentence, fact)]
            found.extend(said)
            deeds = list(_of_clause(sentence, clause))
            if not any(r.predicate == "evidence_status" for r in said):
                found.extend(deeds)
    return tuple(found)


def _of_clause(sentence: _Sentence, clause: Clause) -> Iterator[Relation]:
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
            several = list(_relations(sentence, clause, verb, frame))
            if not several:
                continue
            made.extend((verb, relation) for relation in several)
            through = _through(sentence, clause, verb) if frame.predicate in _DEALS else None
            if through is not None:
                made.append((verb, through))
            break
    listed = [r for _, r in made if r.predicate == "sanctioned_by"]
    sentence.state.listed = listed[-1] if listed else sentence.state.listed
    kept = [r for _, r in made if r.predicate not in _SETTING]
    yield from kept or [r for _, r in made]
    _remember(sentence, clause, own or subject_of(clause, sentence.bones))


_OF_PRODUCT = frozenset("has_range has_endurance has_speed has_payload has_mass".split())


def _of_fact(sentence: _Sentence, fact: Fact) -> Iterator[Relation]:
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
        built = _built(sentence, frame, (one, target, fact.value), quote, focus)
        yield replace(built, own_voice=fact.own)


_AIM = re.compile(
    r"(?:到|至|达)?(?P<q>[\d.,]*\d[十百千]?[万亿]{0,2}[余多]?(?:[架台套枚个件辆艘吨家%％]|美元|元))"
)


def _planned(sentence: _Sentence, clause: Clause, match: "re.Match[str]") -> Iterator[Relation]:
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
    built = _built(sentence, frame, (subject, target, value), quote, focus)
    yield replace(built, modality="planned")


_INCLUDING = re.compile(r"(?:其中)?(?:包括|包含|涉及|含)|这些(?:实体|企业|公司)包括")


def _members(sentence: _Sentence, clause: Clause) -> Iterator[Relation]:
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


def _through(sentence: _Sentence, clause: Clause, verb: VerbPhrase) -> Relation | None:
    """Whom the goods went through: 通过香港子公司, 经由X."""
    via = verb.roles.get("via")
    if via is None or not (_is(via, "name") or via.words.endswith(_FIRMS)):
        return None
    if via.mentions and via.mentions[-1].schema == "Address":
        return None
    quote = _quote(sentence, clause, verb, [via])
    focus = sentence.bones.places[verb.start]
    frame = Frame("intermediary_in", (), (), "", text="交易")
    return _built(sentence, frame, (via, None, None), quote, focus)


def _is_property(words: str) -> bool:
    """Whether a subject is only a property of the one before: 总部, 航程."""
    return words in table().relational or any(words.startswith(m) for m in table().measures)


def _remember(sentence: _Sentence, clause: Clause, own: Phrase | None) -> None:
    state = sentence.state
    if own is not None and (own.mentions or own.words and not _is_property(own.words)):
        state.subject = own
        head = own.mentions[-1] if own.mentions else None
        if head is not None and head.schema in _HOLDERS and head.kind != "source":
            state.company = head
    mentions = [m for p, m in sentence.bones.mentions.items() if clause.start <= p < clause.end]
    state.product = next((m for m in reversed(mentions) if m.schema == "Product"), state.product)
    state.person = next((m for m in reversed(mentions) if m.schema == "Person"), state.person)
    if state.company is None:
        state.company = next(
            (m for m in mentions if m.schema in _HOLDERS and m.kind != "source"), None
        )


def _relations(
    sentence: _Sentence, clause: Clause, verb: VerbPhrase, frame: Frame
) -> Iterator[Relation]:
    """One relation for each name of a list: 将甲公司、乙公司列入清单."""
    relation = _relation(sentence, clause, verb, frame)
    if relation is None:
        return
    yield relation
    named = relation.subject.span
    for phrase in verb.roles.values():
        spans = [m.span for m in phrase.mentions]
        if len(spans) > 1 and spans[-1] == named:
            yield from (replace(relation, subject=Argument(span)) for span in spans[:-1])


def _relation(
    sentence: _Sentence, clause: Clause, verb: VerbPhrase, frame: Frame
) -> Relation | None:
    if frame.passive and not verb.passive or not _ends(sentence, verb, frame):
        return None
    roles = _completed(sentence, verb)
    moved = frame.predicate == "shipped_to" and "agent" not in verb.roles
    if moved and "theme" not in roles and sentence.state.goods is not None:
        roles["theme"] = sentence.state.goods
    subject = _first(sentence, roles, frame.subject, None)
    if subject is None or _is_property(subject.words):
        return None
    target = _first(sentence, roles, frame.object, subject)
    value = _value(roles, frame)
    if frame.need == "q" and value is None:
        return None
    if target is None and value is None and frame.text is None and not frame.bare:
        return None
    used = [p for p in (subject, target, roles.get("theme")) if p is not None]
    if frame.predicate == "holds_share_in" and target is not None and target.mentions:
        sentence.state.held = target.mentions[-1]
    goods = verb.roles.get("theme")
    if frame.predicate in _DEALS and goods is not None and not goods.mentions:
        sentence.state.goods = goods
    if frame.predicate in _DEALS and goods is not None and goods.words.endswith(_PAPERS):
        return None
    quote = _quote(sentence, clause, verb, used)
    focus = sentence.bones.places[verb.start]
    return _built(sentence, frame, (subject, target, value), quote, focus)


def _completed(sentence: _Sentence, verb: VerbPhrase) -> dict[str, Phrase]:
    """The roles of a verb, with the subject of the clause before where it names none."""
    roles = dict(verb.roles)
    missing = "theme" if verb.passive else "agent"
    if missing not in roles or roles[missing].words in _EMPTY:
        if roles.get(missing) is not None and roles[missing].words in ("他", "她", "他们"):
            if sentence.state.person is not None:
                roles[missing] = Phrase(0, 0, (sentence.state.person,))
        elif sentence.state.subject is not None:
            roles[missing] = sentence.state.subject
        elif sentence.state.company is not None:
            roles[missing] = Phrase(0, 0, (sentence.state.company,))
    share = roles.get("theme")
    rest = share is not None and share.words.startswith(("其余", "剩余", "余下", "另外", "其他"))
    topic = sentence.state.held if rest and sentence.state.held else sentence.state.company
    if topic is not None:
        roles["topic"] = Phrase(0, 0, (topic,))
    return roles


def _ends(sentence: _Sentence, verb: VerbPhrase, frame: Frame) -> bool:
    if not frame.ends:
        return True
    text = sentence.bones.text
    for role in ("theme", "rest", "to"):
        phrase = verb.roles.get(role)
        if phrase is not None and text[phrase.start : phrase.end].rstrip('”"').endswith(frame.ends):
            return True
    return text[verb.end : verb.end + 24].split("，")[0].rstrip("。").endswith(frame.ends)


def _value(roles: dict[str, Phrase], frame: Frame) -> tuple[int, int] | None:
    if not frame.value:
        return None
    for role in ("theme", "for", "agent", "rest"):
        phrase = roles.get(role)
        if phrase is not None and phrase.quantity is not None:
            return phrase.quantity
    return None


def _first(
    sentence: _Sentence, roles: dict[str, Phrase], names: Sequence[str], taken: Phrase | None
) -> Phrase | None:
    for name in names:
        role, _, kind = name.partition(":")
        phrase = roles.get(role)
        if phrase is None or phrase is taken or not _is(phrase, kind):
            continue
        if taken is not None and taken.mentions and taken.mentions == phrase.mentions:
            continue
        return phrase
    return None


def _is(phrase: Phrase, kind: str) -> bool:
    head = phrase.mentions[-1] if phrase.mentions else None
    if kind == "name":
        return head is not None and head.schema != "Product"
    if kind == "place" and head is None:
        return any("\ue000" <= c <= "\ue007" for c in phrase.words)
    if kind == "place":
        return head is not None and head.schema in ("Address", *_HOLDERS)
    if kind == "person":
        return head is not None and head.schema == "Person"
    if kind == "product":
        return head is not None and head.schema == "Product"
    if kind == "thing":
        return head is None or head.schema == "Product"
    return True


def _quote(sentence: _Sentence, clause: Clause, verb: VerbPhrase, used: Sequence[Phrase]) -> Span:
    inside = [p for p in used if clause.start <= p.start and p.end <= clause.end and p.end]
    ends = [p.end for p in (*inside, *verb.roles.values()) if clause.start <= p.start]
    low = min([verb.start, *(p.first or p.start for p in inside)])
    high = max([verb.end, *ends])
    return sentence.bones.span(low, high)


def _built(
    sentence: _Sentence,
    frame: Frame,
    filled: tuple[Phrase, Phrase | None, tuple[int, int] | None],
    quote: Span,
    focus: int,
) -> Relation:
    subject, target, value = filled
    firm = firmness(sentence.reading.text, sentence.span, quote, focus, _PACKAGE)
    if frame.predicate == "sanctioned_by" and firm.modality in ("possible", "probable"):
        frame = replace(frame, predicate="risks", text="制裁")
    able = frame.predicate == "produces" and firm.modality in ("capability", "possible")
    return Relation(
        quote,
        "can_produce" if able else frame.predicate,
        _argument(sentence, subject),
        _object(sentence, frame, target),
        focus,
        sentence.bones.span(*value) if value is not None else None,
        False,
        frame.polarity or firm.polarity,
        firm.modality,
        firm.hedge,
        scope=sentence.span,
    )


def _object(sentence: _Sentence, frame: Frame, target: Phrase | None) -> Argument | None:
    if target is None:
        return Argument(text=frame.text) if frame.text else None
    if frame.words:
        span = sentence.bones.span(target.start, target.end)
        return Argument(text=sentence.reading.text[span.start : span.end][:160])
    if frame.lead and not target.mentions:
        first = sentence.bones.mentions.get(target.start)
        if first is not None:
            return Argument(first.span)
    if frame.strip and not target.mentions:
        return Argument(text=target.words.removesuffix(frame.strip).removesuffix("的"))
    return _argument(sentence, target)


def _argument(sentence: _Sentence, phrase: Phrase) -> Argument:
    if phrase.mentions:
        return Argument(phrase.mentions[-1].span)
    if any("\ue000" <= c <= "\ue007" for c in phrase.words):
        span = sentence.bones.span(phrase.start, phrase.end)
        return Argument(text=sentence.reading.text[span.start : span.end][:160])
    return Argument(text=phrase.words.replace("\x00", "")[:160])
