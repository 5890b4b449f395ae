"""The verb group of a verb of saying: where it begins, and whether it is one at all here."""

from dataclasses import dataclass

from enduse.extract.attribution.english.words import Tagged
from enduse.extract.attribution.lexicon import Verb, VerbForm, grammar, verb_forms

__all__ = ["Group", "by_means", "verb_group"]

_NEGATIONS = frozenset("not never cannot n't hardly".split())
_PERFECT = frozenset(
    "have has had having 've ’ve hasn't haven't hadn't hasn’t haven’t hadn’t".split()
)
_PLURAL_PRONOUNS = frozenset("they we i you who many some most others critics people both".split())
_LONE_SUBJECTS = frozenset(
    "many some most one all both others that this critics several few another each neither none "
    "these those either two three four five six any half".split()
)
_PLURAL_VERBS = frozenset("say think believe argue insist".split())
_ALWAYS_VERBS = frozenset("says say writes tells thinks believes argues".split())


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group.

    Attributes:
        start: First token, auxiliaries and adverbs included.
        head: The verb itself.
        end: One past the last token, its particle included.
        verb: What it may imply.
        manner: finite, passive, participle or infinitive.
        negated: It says that this was not said.
    """

    start: int
    head: int
    end: int
    verb: Verb
    manner: str
    negated: bool


def verb_group(u: Tagged, head: int) -> Group | None:
    """Return the group around a verb of saying, or None where the word is no verb here."""
    form = verb_forms()[u.words[head]]
    start, auxiliary = _leftwards(u, head)
    manner = _manner(u, head, start, auxiliary, form)
    if manner is None:
        return None
    following = u.words[head + 1] if head + 1 < len(u.words) else ""
    verb, end = form.with_particle.get(following), head + 2
    if verb is None:
        verb, end = form.alone, head + 1
    if verb is None:
        return None
    negated = any(w in _NEGATIONS or w.endswith(("n't", "n’t")) for w in u.words[start:head])
    return Group(start, head, end, verb, manner, negated)


def _leftwards(u: Tagged, head: int) -> tuple[int, str]:
    """The first token of the group, and the auxiliary nearest to the verb."""
    start, auxiliary = head, ""
    i = head - 1
    while i >= 0 and u.tags[i] in "RATH" and head - i < 7:
        word = u.words[i]
        if u.tags[i] == "H" and not (i + 1 == start and _is_verbal_s(u, i, head)):
            break
        if u.tags[i] == "T" and i != head - 1:
            break
        if u.tags[i] in "ATH":
            auxiliary = auxiliary or word
            start = i
        i -= 1
        if u.tags[i + 1] == "T":
            break
    while start > 0 and u.tags[start - 1] == "R" and (start < head or u.tags[start - 1] == "R"):
        if start - 1 == 0 or u.tags[start - 2] in ",.":
            break
        start -= 1
    return start, auxiliary


def _is_verbal_s(u: Tagged, at: int, head: int) -> bool:
    return u.tags[at - 1 : at] == ["P"] and u.words[head][-2:] in ("ed", "ng", "id", "en", "wn")


def _manner(u: Tagged, head: int, start: int, auxiliary: str, form: VerbForm) -> str | None:
    kinds = form.kinds
    before = u.tags[start - 1] if start else "."
    if auxiliary:
        return _with_auxiliary(u, head, auxiliary, kinds)
    if "g" in kinds:
        return _participle(u, head, start, before)
    if "d" in kinds and u.words[head] not in ("read", "put", "bet", "hit", "forecast"):
        return _past(u, head, start, before)
    return _present(u, head, start, before, kinds)


def _with_auxiliary(u: Tagged, head: int, auxiliary: str, kinds: str) -> str | None:
    if auxiliary == "to":
        return "infinitive" if "b" in kinds else None
    be = auxiliary in grammar("en")["be"] or auxiliary in ("'re", "'m", "’re", "’m")
    if "g" in kinds:
        return "finite" if be or auxiliary in ("'s", "’s") else None
    if be:
        return "passive" if "n" in kinds else None
    if auxiliary in ("'s", "’s", "'d", "’d"):
        return "finite" if "n" in kinds or "b" in kinds else None
    if auxiliary in _PERFECT:
        return "finite" if "n" in kinds else None
    return "finite" if "b" in kinds else None


def _participle(u: Tagged, head: int, start: int, before: str) -> str | None:
    """An -ing form: ", saying that", "while noting", "groups supporting it"."""
    after = u.tags[head + 1] if head + 1 < len(u.tags) else "."
    if after == "," and u.tags[head + 2 : head + 3] == ["Q"]:
        return "participle"
    if u.words[head] == "writing" and before == "I":
        return None
    if before in ",-SC" or (before == "I" and u.words[start - 1] in ("by", "in", "after", "for")):
        return "participle" if after not in ".C,A" else None
    if before == "N" and after == "N" and _begins_phrase(u, start):
        return None  # "a December planning document"
    if before in "NOQ" and after in "QSDPNOT":
        return "participle"
    if before == ".":
        return "participle" if after in "SQD" else None
    return None


def _begins_phrase(u: Tagged, start: int) -> bool:
    """Whether an article stands right before the one word before a participle."""
    return (
        start > 1
        and u.words[start - 2] in ("a", "an", "the")
        and not u.words[start - 1][-1:] == "s"
    )


def _past(u: Tagged, head: int, start: int, before: str) -> str | None:
    after = u.tags[head + 1] if head + 1 < len(u.tags) else "."
    if before == "H" and after in ":QSP":
        return "finite"  # "a friend of Lee's claimed: ..."
    if before in "DIHT" and not (before == "D" and u.words[start - 1] in _LONE_SUBJECTS):
        return None
    if before in "N)" and u.words[head + 1 : head + 2] == ["by"] and not by_means(u, head + 1):
        return "passive"
    if (
        before == "N"
        and after == "N"
        and not u.capital[head + 1]
        and start
        and (
            u.tags[start - 2 : start - 1] in (["D"], ["H"])
            and not u.capital[start - 1]
            and u.words[head] not in ("said", "told", "asked", "called", "wrote")
        )
    ):
        return "finite"
    return "finite"


_MEANS = frozenset("telephone phone email e-mail letter text fax video post message mail".split())


def by_means(u: Tagged, at: int) -> bool:
    """Whether "by" tells how somebody spoke, not who: "said by telephone"."""
    return not _MEANS.isdisjoint(u.words[at + 1 : at + 2])


def _present(u: Tagged, head: int, start: int, before: str, kinds: str) -> str | None:
    """A present form, which English spells like a noun: "reports", "plan", "calls"."""
    always = u.words[head] in _ALWAYS_VERBS
    if before in "DMVR" and always:
        return "finite"
    if before == "C" and kinds == "b" and u.words[head] in _PLURAL_VERBS:
        return "finite" if u.tags[head + 1 : head + 2] in (["S"], ["P"], ["D"]) else None
    if before in "DIHMT.AKV;(-:" or before == "":
        return None
    after = u.tags[head + 1] if head + 1 < len(u.tags) else "."
    if before == "N" and u.words[head + 1 : head + 2] == ["that"] and not always:
        if u.tags[head + 2 : head + 3] in (["A"], ["V"]):
            return None  # "a cache of delivery notes that was leaked"
    subject = u.words[start - 1]
    always = always or (after in ".," and _follows_words(u, start))
    if "s" in kinds:
        if (
            before == "N"
            and not always
            and (subject.endswith("s") and not subject.endswith("ss"))
            and not u.capital[start - 1]
        ):
            return None
        if before in "NW)P,QC":
            good = (
                after in "SQDPOTN"
                or (always and after in ",.IRM")
                or (after == "I" and before in "PW")
                or after == "W"
            )
            return "finite" if good else None
        return None
    if (
        before == "P"
        and subject in _PLURAL_PRONOUNS
        or (before == "W" and subject in ("who", "that", "which"))
    ):
        return "finite"
    if before == "D" or before == "R":
        return None
    plural = (subject.endswith("s") and not subject.endswith("ss")) or subject in (
        "people",
        "percent",
        "officials",
        "critics",
        "police",
    )
    plural = plural or _plural_head(u, start)
    if before in "N,M)" and (plural or before in ","):
        good = after in "SQDPOT" or (always and after in ",.NIRM") or after == "W"
        opens = u.words[head + 1 : head + 2] == ["that"]
        return "finite" if good and not (before == "," and not always and not opens) else None
    return None


def _plural_head(u: Tagged, start: int) -> bool:
    """Whether the phrase before hangs on a plural: "e-mails quoted in the indictment show"."""
    i = start - 1
    while i > 0 and start - i < 9 and u.tags[i] in "NDMHIVK":
        before = u.words[i - 1]
        if u.tags[i] in "IVK" and u.tags[i - 1] == "N" and before[-1:] == "s" != before[-2:-1]:
            return True
        i -= 1
    return False


def _follows_words(u: Tagged, start: int) -> bool:
    """Whether a subject stands right after somebody's words, as in '..., records show'."""
    i = start - 1
    while i >= 0 and start - i < 12 and u.tags[i] in "NPDMHRVIC":
        i -= 1
    return i >= 0 and i < start - 1 and u.tags[i] in ",Q"
