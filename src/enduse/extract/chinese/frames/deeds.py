"""What a verb says with the phrases of its clause, and through whom the goods went."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from enduse.extract.chinese.frames.build import built, is_kind, quote_of
from enduse.extract.chinese.frames.clauses import VerbPhrase
from enduse.extract.chinese.frames.phrases import Clause, Phrase
from enduse.extract.chinese.frames.state import Sentence, is_property
from enduse.extract.chinese.frames.table import Frame
from enduse.extract.relations.relation import Argument, Relation

__all__ = ["DEALS", "relations_of", "through"]

_EMPTY = frozenset("其 其中 该 并 他 她 他们 并将 则".split())
_PAPERS = ("证明", "文件", "资料", "信息", "数据", "报告", "证据", "声明", "细节", "记录", "评论")
DEALS = frozenset("supplied_to exported_to delivered_to shipped_to acquired received".split())
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


def relations_of(
    sentence: Sentence, clause: Clause, verb: VerbPhrase, frame: Frame
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
    sentence: Sentence, clause: Clause, verb: VerbPhrase, frame: Frame
) -> Relation | None:
    if frame.passive and not verb.passive or not _ends(sentence, verb, frame):
        return None
    roles = _completed(sentence, verb)
    moved = frame.predicate == "shipped_to" and "agent" not in verb.roles
    if moved and "theme" not in roles and sentence.state.goods is not None:
        roles["theme"] = sentence.state.goods
    subject = _first(sentence, roles, frame.subject, None)
    charged = frame.predicate == "charged_with"
    if subject is None or not charged and is_property(subject.words):
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
    if frame.predicate in DEALS and goods is not None and not goods.mentions:
        sentence.state.goods = goods
    if frame.predicate in DEALS and goods is not None and goods.words.endswith(_PAPERS):
        return None
    quote = quote_of(sentence, clause, verb, used)
    focus = sentence.bones.places[verb.start]
    return built(sentence, frame, (subject, target, value), quote, focus)


def _completed(sentence: Sentence, verb: VerbPhrase) -> dict[str, Phrase]:
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


def _ends(sentence: Sentence, verb: VerbPhrase, frame: Frame) -> bool:
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
    sentence: Sentence, roles: dict[str, Phrase], names: Sequence[str], taken: Phrase | None
) -> Phrase | None:
    for name in names:
        role, _, kind = name.partition(":")
        phrase = roles.get(role)
        if phrase is None or phrase is taken or not is_kind(phrase, kind):
            continue
        if taken is not None and taken.mentions and taken.mentions == phrase.mentions:
            continue
        return phrase
    return None


def through(sentence: Sentence, clause: Clause, verb: VerbPhrase) -> Relation | None:
    """Whom the goods went through: 通过香港子公司, 经由X."""
    via = verb.roles.get("via")
    if via is None or not (is_kind(via, "name") or via.words.endswith(_FIRMS)):
        return None
    if via.mentions and via.mentions[-1].schema == "Address":
        return None
    quote = quote_of(sentence, clause, verb, [via])
    focus = sentence.bones.places[verb.start]
    frame = Frame("intermediary_in", (), (), "", text="交易")
    return built(sentence, frame, (via, None, None), quote, focus)
