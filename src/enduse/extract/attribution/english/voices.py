"""What kind of voice an English source is, and through whom it is heard."""

import re
from collections.abc import Mapping
from functools import lru_cache

from enduse.extract.attribution.lexicon import grammar, load_table
from enduse.extract.attribution.model import Speaker
from enduse.extract.segment import Span

__all__ = ["chains_of", "is_document", "kind_of"]

_WORD = re.compile(r"[^\W_]+(?:[-.&'’][^\W_]+)*\.?")
_HEAD_ENDS = re.compile(
    r",|\b(?:of|for|at|in|on|with|from|by|to|about|who|which|that|whose|familiar|briefed|close|"
    r"compiled|collected|gathered|provided|reviewed|seen|obtained|sent|shared|published|issued|prepared|written|filed|released|dated|signed|held|bought|copied|leaked|shown|marked|titled|entitled|between|addressed|attached|found|kept|drawn)\b"
)
_ORGANISATION_AFTER = re.compile(r"\b(?:for|of|from|at)\s+(.+)")
_READ_BY = re.compile(
    r"\b(?:reviewed|seen|obtained|viewed|verified|examined|published|cited|quoted|analysed|analyzed|"
    r"released|read|acquired|shared with|provided to|given to|leaked to)\s+(?:by\s+)?"
    r"(.+?)(?:,|$|\s+in\b|\s+on\b)"
)
_WRITTEN_BY = re.compile(
    r"\b(?:(?:sent|written|prepared|submitted|drafted|filed|issued|compiled|signed|produced|authored|"
    r"made|commissioned|compiled|collected)\b[^,]*?\bby|(?:report|reports|statement|letter|memo|study|documents?|data|"
    r"filing|analysis|survey|poll|email|review|release|figures|records|assessment)\s+(?:by|from))\s+"
    r"(.+?)(?=,|$|\s+(?:to|in|on|for|and|that|which|last|this)\b)"
)
_PUBLISHED_IN = re.compile(
    r"\b(?:report|article|story|interview|editorial|piece)\s+(?:in|on|for)\s+(?:the\s+)?([A-Z].*?)(?:,|$)"
)
_POSSESSOR = re.compile(r"^((?:the\s+)?[^,]*?)['’]s?\s+(?=\S)", re.IGNORECASE)
_APPOSITION = re.compile(r",\s*(?=$|(?:an?|the|who|which|whose|his|her|its|[a-z]+ing|[a-z]+)\b)")
# A description and the name it leads to: "South Korea's spy agency, the NIS,".
_NAMED_AFTER = re.compile(
    r"(?:[Aa]n? |[Tt]he |[Ii]ts |\S+(?: \S+)?['’]s? )(?:[\w-]+ ){0,4}[a-z][\w-]*, "
    r"(?:the )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*(?=,|$)"
)
_PAPER = re.compile(
    r"(?:The |the )?(?:(?:Daily|Sunday|Weekly|Evening|Morning|Saturday) [A-Z][a-z]+\b"
    r"|(?:[\w-]+ ){0,3}?(?:newspaper|broadcaster|magazine|daily|weekly|website|portal) [A-Z])"
)
_AGENCY = re.compile(r"(?:[Tt]he )?(?:[\w-]+ ){0,3}?news (?:agency|service) [A-Z]")
_JOINED = re.compile(r",\s+and\s+|\s+and\s+|,\s+")
_INDEPENDENT = re.compile(
    r"(?:the|a|an|two|three|four|five|several|some|other|its|his|her|their|\d+)\s|[A-Z]"
)


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    table = load_table("kinds_en.yml")
    return {kind: frozenset(words.split()) for kind, words in table.items()}


@lru_cache(maxsize=4096)
def kind_of(name: str) -> str:
    """Return the kind of voice that a phrase names.

    Example:
        >>> kind_of("two European intelligence sources"), kind_of("China's foreign ministry")
        ('anonymous', 'government')
        >>> kind_of("Fabian Hinz, a research fellow at the institute"), kind_of("Kupol Co. Ltd.")
        ('person', 'company')
    """
    table = _words()
    if _PAPER.match(name):
        return "outlet"
    if _AGENCY.match(name):
        return "agency"
    whole = _WORD.findall(name)
    low = [w.lower() for w in whole]
    if not low:
        return "unspecified"
    if low[0] in table["pronoun_person"]:
        return "person"
    head_text = name[: _cut(name)]
    head = [w.lower() for w in _WORD.findall(head_text)] or low
    if not _is_titled(whole, table):
        found = _by_head(head, table)
        if found is not None:
            return found
    if head[-1].strip(".") in table["title"] or head[0] in ("spokesman", "spokeswoman"):
        return _spoken_for(name, table)
    return "person" if _looks_personal(whole, head_text, table) else _by_any(low, table)


def is_document(text: str, place: Span) -> bool:
    """Whether a phrase names a paper or another thing in which something is written."""
    return kind_of(text[place.start : place.end]) == "document"


def _cut(name: str) -> int:
    mark = _HEAD_ENDS.search(name, 1)
    return mark.start() if mark else len(name)


def _is_titled(whole: list[str], table: Mapping[str, frozenset[str]]) -> bool:
    """Whether a title stands before a name: "Foreign Minister Wang Yi"."""
    for i, word in enumerate(whole[:-1]):
        if word.lower() in table["title"] and whole[i + 1][0].isupper():
            return whole[i + 1].lower() not in table["government"]
    return False


def _by_head(head: list[str], table: Mapping[str, frozenset[str]]) -> str | None:
    last = head[-1]
    pair = "-".join(head[-2:])
    for kind in ("agency", "government"):
        if pair in table[kind]:
            return kind
    for kind in ("document", "anonymous", "agency", "outlet", "company", "government"):
        if last in table[kind] or last.rstrip(".") in table[kind]:
            if kind == "document" and last == "post" and "washington" in head:
                return "outlet"
            return kind
    return None


def _spoken_for(name: str, table: Mapping[str, frozenset[str]]) -> str:
    """The kind of the body that an unnamed office holder speaks for."""
    behind = _ORGANISATION_AFTER.search(name)
    words = [w.lower() for w in _WORD.findall(behind.group(1) if behind else name)]
    for kind in ("government", "company", "agency", "outlet"):
        if any(w in table[kind] or w.rstrip(".") in table[kind] for w in words):
            return kind
    return "person"


def _looks_personal(whole: list[str], head: str, table: Mapping[str, frozenset[str]]) -> bool:
    if _is_titled(whole, table):
        return True
    names = [w for w in _WORD.findall(head) if w.lower() not in grammar("en")["determiner"]]
    return 2 <= len(names) <= 4 and all(w[0].isupper() and not w.isupper() for w in names)


def _by_any(low: list[str], table: Mapping[str, frozenset[str]]) -> str:
    for kind in ("company", "government", "outlet", "agency"):
        if any(w in table[kind] for w in low):
            return kind
    return "person"


def chains_of(text: str, source: Span, hearer: Span | None) -> tuple[tuple[Speaker, ...], ...]:
    """Return the chains of voices that one source phrase names, each outermost first."""
    outer: tuple[Speaker, ...] = ()
    if hearer is not None and kind_of(text[hearer.start : hearer.end]) in ("agency", "outlet"):
        outer = (_speaker(text, hearer),)
    return tuple(outer + _chain(text, part) for part in _parts(text, source))


def _parts(text: str, source: Span) -> list[Span]:
    """The voices that a phrase joins: "two officials and documents seen by Reuters"."""
    phrase = text[source.start : source.end]
    marks = list(_JOINED.finditer(phrase))
    if not any("and" in m.group() for m in marks) or len(marks) > 12:
        return [source]
    edges = [0, *(place for m in marks for place in (m.start(), m.end())), len(phrase)]
    parts = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]
    if not all(_stands_alone(phrase, a, b) for a, b in parts):
        return [source]
    if any(w in phrase[: marks[0].start()] for w in (" of ", " for ")) and len(parts) == 2:
        if phrase[parts[1][0]].isupper():
            return [source]
    return [Span(source.start + a, source.start + b) for a, b in parts]


def _stands_alone(phrase: str, start: int, end: int) -> bool:
    if _INDEPENDENT.match(phrase, start):
        return True
    return kind_of(phrase[start:end]) in ("document", "anonymous")


def _chain(text: str, part: Span) -> tuple[Speaker, ...]:
    phrase = text[part.start : part.end]
    me = _speaker(text, part)
    if me.kind != "document":
        return (me,)
    reader = _READ_BY.search(phrase) or _PUBLISHED_IN.search(phrase)
    writer = _WRITTEN_BY.search(phrase) or _POSSESSOR.search(phrase)
    chain: tuple[Speaker, ...] = (me,)
    if reader is not None and _named(reader.group(1)):
        chain = (_speaker(text, _place(part, reader)), *chain)
    if writer is not None and (reader is None or writer.group(1) != reader.group(1)):
        chain = (*chain, _speaker(text, _place(part, writer)))
    return chain


def _named(name: str) -> bool:
    return bool(name) and (name[0].isupper() or name.startswith(("the ", "a ")))


def _place(part: Span, match: "re.Match[str]") -> Span:
    return Span(part.start + match.start(1), part.start + match.end(1))


def _speaker(text: str, span: Span) -> Speaker:
    """The voice at a place, named without its apposition ("Ann Lee, a fellow at ...")."""
    phrase = text[span.start : span.end]
    name = _APPOSITION.split(phrase, maxsplit=1)[0]
    named = _NAMED_AFTER.match(phrase)
    name = named.group() if named is not None else name
    return Speaker(name, kind_of(phrase), Span(span.start, span.start + len(name)))
