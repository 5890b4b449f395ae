"""Other names: "X (also known as Y; formerly Z)", "model RK7-A", "Y, the Russian name for X"."""

import re
from collections.abc import Iterator

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.mentions.found import Found
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["aliases"]

_NAME = (
    r"[\"“'‘]?(?P<name>[A-Z\d][\w.&-]*(?:[ -](?:[A-Z\d&][\w.&-]*|of|and|the(?= [A-Z])))*)[\"”'’]?"
)
_ALSO = re.compile(
    r"(?:(?:also|better|otherwise|commonly|sometimes|formerly|previously|then|now|locally|once)\s)?"
    r"(?:known|called|traded|trading|operating|registered|named|styled|abbreviated)\s"
    rf"(?:as|under the name(?: of)?|to)?\s?{_NAME}"
    r"|(?:a\.?k\.?a\.?|f\.?k\.?a\.?|n\.?k\.?a\.?|d/b/a|dba|alias|formerly|previously|ex|née|now)\s"
    rf"{_NAME.replace('name', 'other')}"
)
_QUOTED = re.compile(
    r"\((?:the |hereinafter |hereafter |together )*(?P<names>[\"“'‘][^()\"”]{2,40}[\"”'’]"
    r"(?:(?:,| or|, or| and) (?:the )?[\"“'‘][^()\"”]{2,40}[\"”'’])*)\)"
)
_ONE = re.compile(r"[\"“'‘](?P<name>[^\"”“]{2,40}?)[\"”'’](?=[,)\s]|$)")
_MODEL = re.compile(
    r"(?P<what>[a-z][\w-]*)(?:, (?:model|type|designation|version)|,? (?:designated|"
    r"code-?named|codename|code name|cover name|under the name|under the designation)) "
    r"[\"“'‘]?(?P<name>(?=[\w-]*[A-Z])[A-Z\d][\w.-]*(?: [A-Z\d][\w.-]*)*)"
)
_NAME_FOR = re.compile(
    r"(?P<name>[A-Z][\w-]*(?: [A-Z\d][\w-]*)*)(?: [a-z]+)?(?:,| is| was) the (?:\w+ )?"
    r"(?:name|designation|code name|codename|label|term|abbreviation) "
    r"(?:(?:that )?(?:[A-Z]\w+|it|they) (?:gives?|uses?|gave|used) (?:to|for)|for|of|given to) "
    r"(?:the |its |a )?(?P<what>(?:[\w-]+ ){0,3}[A-Z][\w-]*)"
)


_MARKED = re.compile(
    r"(?P<what>[a-z][\w-]*)(?: only| simply| in (?:the |its )?\w+)? (?P<how>called|named|dubbed|"
    r"nicknamed|code-?named|designated|marked|stamped|labell?ed|branded|spelled|known as|"
    r"of the (?:type|model|series|brand|version)|labell?ed as|known in the \w+ as) "
    r"[\"“](?P<name>[^\"”]{2,40})[\"”]"
)
_ABROAD = re.compile(
    r"(?P<what>[a-z][\w-]*) (?:marketed|sold|exported|offered|advertised)(?: \w+)? as (?:the )?"
    r"(?P<name>[A-Z][\w-]*-?\w*)"
)
_WAS = re.compile(
    r"(?P<what>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*),? (?:was|is|had been) (?:formerly|previously|once|"
    rf"originally|earlier) (?:known as |called |named )?(?:the )?{_NAME}"
)
_AS_CALLED = re.compile(
    r"(?P<name>[A-Z][\w-]*(?: [A-Z\d][\w-]*)*), as (?:the |this |its )?(?P<what>[a-z][\w-]*) "
    r"(?:is|was|are) (?:called|known|named)"
)


def _told(s: Sentence) -> Iterator[Relation]:
    """The names in quotation marks, on markets abroad, of earlier days."""
    said = s.text[s.span.start : s.span.end]
    if '"' in said or "“" in said:
        for match in _MARKED.finditer(s.text, s.span.start, s.span.end):
            yield from _marked(match, s)
    if " as " in said:
        for match in _ABROAD.finditer(s.text, s.span.start, s.span.end):
            yield from _marked(match, s)
        for match in _AS_CALLED.finditer(s.text, s.span.start, s.span.end):
            what, name = Span(*match.span("what")), Span(*match.span("name"))
            yield _alias(what, name, Span(*match.span()))
    if any(sign in said for sign in _EARLIER):
        for match in _WAS.finditer(s.text, s.span.start, s.span.end):
            what, name = Span(*match.span("what")), Span(*match.span("name"))
            yield _alias(what, name, Span(*match.span()))


_EARLIER = ("formerly", "previously", " once ", "originally", " earlier ")


def _marked(match: re.Match[str], s: Sentence) -> Iterator[Relation]:
    """Another name where it is one; else what is written on the goods."""
    place = match.start("what")
    i = next((i for i in range(len(s.chunks)) if s.chunk_span(i).end > place), None)
    if i is None or s.kind(i) != "N" or s.chunk_span(i).end != match.end("what"):
        return
    if "," in match["name"] or match["what"] in ("all", "both", "each", "them"):
        return
    whole, name = Span(s.chunk_span(i).start, match.end()), Span(*match.span("name"))
    if any(c.isupper() or c.isdigit() for c in match["name"]):
        yield _alias(s.chunk_span(i), name, whole)
    elif match["how"].startswith(("mark", "label", "stamp")):
        yield Relation(
            whole, "calls", Argument(s.chunk_span(i)), Argument(name), whole.start, own_voice=True
        )


def aliases(s: Sentence, found: tuple[Found, ...]) -> Iterator[Relation]:
    """Yield the other names that a sentence gives with a sign or a word for it."""
    said = s.text[s.span.start : s.span.end]
    where = s.span.start, s.span.end
    if any(sign in said for sign in _SIGNS):
        for match in _ALSO.finditer(s.text, *where):
            yield from _called(match, "name" if match["name"] else "other", found, s)
    if "(" in said:
        yield from _bracketed(s, found)
    if any(sign in said for sign in _KINDS):
        for match in _MODEL.finditer(s.text, *where):
            whole = Span(_noun_start(match.start("what"), s), match.end())
            what = Span(whole.start, match.end("what"))
            if whole.start == match.start("what") and _is_verb(whole.start, s):
                continue  # "sailed under the name X"
            yield _alias(what, Span(*match.span("name")), whole)
    yield from _told(s)
    if " name" in said or " designation" in said or " term" in said or " label" in said:
        for match in _NAME_FOR.finditer(s.text, *where):
            name, what = Span(*match.span("name")), Span(*match.span("what"))
            yield _alias(name, what, Span(*match.span()))


_ADJOINS = 2
# A look at plain words first: few sentences hold any of these.
_SIGNS = ("known", "a.k.a", "aka", "formerly", "previously", "f.k.a", "alias", "trading as")
_KINDS = ("model ", "type ", "design", "version", "code", "cover name", "under the name")


def _bracketed(s: Sentence, found: tuple[Found, ...]) -> Iterator[Relation]:
    """The short names in brackets and quotation marks: X ("X" or "the Group")."""
    for match in _QUOTED.finditer(s.text, s.span.start, s.span.end):
        whose = _before(match.start(), found)
        if whose is None or match.start() - whose.end > _ADJOINS:
            continue
        for one in _ONE.finditer(s.text, *match.span("names")):
            yield _alias(whose, Span(*one.span("name")), Span(whose.start, match.end()))


def _called(
    match: re.Match[str], group: str, found: tuple[Found, ...], s: Sentence
) -> Iterator[Relation]:
    """The name before the words, where they are set off by a bracket, a comma or a semicolon."""
    lead = s.text[max(s.span.start, match.start() - 3) : match.start()].rstrip()
    if not lead.endswith(("(", ",", ";", ".", "A)")):
        return
    whose = _before(match.start(), found)
    if whose is not None:
        yield _alias(whose, Span(*match.span(group)), Span(match.start(), match.end()))


def _before(place: int, found: tuple[Found, ...]) -> Span | None:
    """The nearest name before a place that is no other name itself."""
    names = [f for f in found if f.kind == "name" and f.span.end <= place and f.schema != "Address"]
    near = [f for f in names if place - f.span.end < 60]
    return near[0].span if near else None


def _is_verb(place: int, s: Sentence) -> bool:
    return any(s.kind(i) == "V" and s.chunk_span(i).end > place >= s.chunk_span(i).start
               for i in range(len(s.chunks)))  # fmt: skip


def _noun_start(place: int, s: Sentence) -> int:
    i = next((i for i in range(len(s.chunks)) if s.chunk_span(i).end > place), None)
    return s.chunk_span(i).start if i is not None and s.kind(i) == "N" else place


def _alias(whose: Span, name: Span, whole: Span) -> Relation:
    return Relation(whole, "alias", Argument(whose), Argument(name), whole.start, own_voice=True)
