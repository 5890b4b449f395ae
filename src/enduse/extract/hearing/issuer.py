"""Who speaks where a document speaks for itself: the body that issued it, whoever has the floor.

A statement, a notice or a press release is its issuer's own voice; in minutes and written answers
a heading or a name before a colon gives the floor to somebody until the next one.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

__all__ = ["Floor", "floor"]

_KINDS = (
    r"(?:press|media|news) (?:release|statement|notice)|statement|notices?|advisory|circular|"
    r"communiqu[eé]|announcement|bulletin|guidance|alert|decision|memorandum|directive"
)
_BY = re.compile(
    rf"^[^\S\n]*(?:{_KINDS}|(?:oral |written )?(?:answers?|evidence|testimony)|remarks|letter)"
    r"[^\S\n](?:by|of|from)[^\S\n](?P<who>[^\n]{3,80})$",
    re.IGNORECASE | re.MULTILINE,
)
_KIND = re.compile(rf"\b(?:{_KINDS})\b", re.IGNORECASE)
_DASHED = re.compile(rf"^(?P<who>[^\n]{{4,80}}?)\s(?:[-–—:|])\s(?:{_KINDS})\b", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:office|ministry|department|bureau|agency|authority|commission|council|treasury|board|"
    r"directorate|administration|service|inspectorate|secretariat|customs|police|prosecut\w+|"
    r"embassy|government|committee|court|tribunal|institute|centre|center|association|company|"
    r"group|plc|ltd|gmbh|inc|corp(?:oration)?|llc|ag|oy|holdings?)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?P<who>(?:(?:The|A|Mr|Ms|Mrs|Dr|Sir|Prof)\.? )?[A-Z][\w'’.-]*"
    r"(?: (?:[A-Z][\w'’.-]*|of|for|the|and|to|State)){0,8})(?: \([^)\n]{2,40}\))?: (?=[^\n]{20})",
    re.MULTILINE,
)
_ANSWERS = frozenset({"Answer", "Reply", "Response", "Statement"})
_HEADING = re.compile(
    r"^(?:Question|Answer|Reply|Response|Statement|Evidence|Testimony|Intervention)s?"
    r" (?:by|of|from) (?P<who>[^\n.]{3,80})$",
    re.MULTILINE,
)
_OFFICE = re.compile(
    r"\b(?:The|Mr|Ms|Mrs|Dr|Sir|Minister|Secretary|Member|Chair(?:man|woman)?|President|Speaker|"
    r"Senator|Commissioner|Director|Spokes\w+|Ambassador|Witness|Professor|Judge|Counsel|General)\b"
)
_ALIASES = re.compile(r"\s*\([^)]*\)")
_HEAD = 600


@dataclass(frozen=True, slots=True)
class Floor:
    """Who has the floor from which place on; None where the document's outlet speaks itself."""

    starts: tuple[int, ...] = ()
    names: tuple[str | None, ...] = ()

    def at(self, place: int) -> str | None:
        """Return who speaks at a place."""
        at = bisect_right(self.starts, place) - 1
        return self.names[at] if at >= 0 else None


def floor(text: str) -> Floor:
    r"""Find who issued an English document and to whom it gives the floor.

    Example:
        >>> floor("STATEMENT BY DEMO MARINE LTD\nWe sold no pumps.").at(40)
        'DEMO MARINE LTD'
        >>> floor("Minister for Trade: We know of the report and look into it.").at(30)
        'Minister for Trade'
    """
    issuer = _issuer(text[:_HEAD])
    turns: dict[int, str | None] = {0: issuer} if issuer else {}
    answers = issuer
    for match in _LABEL.finditer(text):
        who = match["who"]
        if who in _ANSWERS:
            held = match.group().split("(", 1)
            answers = held[1].split(")")[0] if len(held) > 1 else answers
            turns[match.start()] = answers
            continue
        turns[match.start()] = who if _OFFICE.search(who) else issuer
    for match in _HEADING.finditer(text):
        turns[match.start()] = match["who"]
    if not any(turns.values()):
        return Floor()
    starts = tuple(sorted(turns))
    return Floor(starts, tuple(turns[s] for s in starts))


def _issuer(head: str) -> str | None:
    """The body that a heading names: in "Statement by X", or alone above "Notice to ..."."""
    by = _BY.search(head)
    if by is not None:
        return _ALIASES.sub("", by["who"]).strip(" .")
    lines = [line.strip() for line in head.split("\n") if line.strip()][:4]
    if not lines:
        return None
    dashed = _DASHED.match(lines[0])
    if dashed is not None and _BODY.search(dashed["who"]):
        return dashed["who"]
    titled = len(lines[0]) < 90 and not lines[0].endswith((".", "?")) and _BODY.search(lines[0])
    if titled and any(_KIND.search(line) and len(line) < 120 for line in lines[1:3]):
        return lines[0]
    return None
