"""The dossier as one self-contained HTML file, readable without JavaScript."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from enduse.dossier.anchors import quotation_anchor, record_anchor
from enduse.dossier.citing import Citing
from enduse.dossier.fitting import MOST_CITED
from enduse.dossier.marks import Segment, segments
from enduse.dossier.passages import Passage
from enduse.dossier.printed import Printed, printed
from enduse.dossier.said import facts, in_order, things, told_elsewhere
from enduse.dossier.summary import points, regimes_shown, rows
from enduse.dossier.view import Dossier
from enduse.model import Evidence, Locator, figure, shown, voice_in_words

KINDS = (
    ("conflict", "Sources that cannot all be right"),
    ("alike", "Parties of a like name, kept apart"),
    ("denial", "Denials"),
    ("corroboration", "Said by more than one source"),
    ("gap", "What is not known"),
    ("silence", "Who did not answer"),
)


def html(dossier: Dossier) -> str:
    """Render the dossier.

    Returns:
        A complete HTML document without any reference to another file.
    """
    said = dossier.claims()
    texts = {one.source.sha256: one.text for one in dossier.documents}
    main, minor = in_order(dossier)
    page = _template().render(
        dossier=dossier,
        style=Markup(_part("style.css")),
        kinds=KINDS,
        where=Citing(dossier),
        printed=printed(dossier),
        segments=_segments,
        rules=Markup(_rules(said)),
        network=Markup(dossier.network_svg),
        restricted=[page for page in dossier.parties if page.entries],
        said=said,
        context=lambda evidence: _context(evidence, texts),
        rows=rows(dossier),
        regimes=regimes_shown(dossier),
        points=points(dossier),
        places=_places(dossier, said),
        rulings=_rulings(dossier),
        main=main,
        minor=minor,
        most=MOST_CITED,
    )
    return shown(page)


_CONTEXT, _LONG = 300, 400
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?](?=\s|$)|[。！？\n]")


@cache
def _part(name: str) -> str:
    return resources.files("enduse.dossier").joinpath(f"templates/{name}").read_text("utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "words": lambda predicate: predicate.replace("_", " "),
        "unread_place": _unread_place,
        "anchor": quotation_anchor,
        "record": record_anchor,
        "list_label": list_label,
        "property": in_plain_words,
        "number": figure,
        "squeezed": _squeezed,
        "things": things,
        "told_elsewhere": told_elsewhere,
        "facts": facts,
        "voice": voice_in_words,
    }
    return environment.from_string(_part("dossier.html.j2"))


def _places(dossier: Dossier, said: Iterable[str]) -> frozenset[str]:
    """Ids that links may lead to and that need not be there."""
    found = {f"q-{ref}" for ref in said} | {one.anchor for one in dossier.records}
    found |= {kind for kind, _ in KINDS if dossier.findings(kind)}
    there = {
        "network": dossier.network_svg,
        "between": dossier.between,
        "shared": dossier.shared,
        "unread": dossier.issues,
    }
    return frozenset(found | {one for one, shown in there.items() if shown})


def _rulings(dossier: Dossier) -> list[tuple[str, str]]:
    """The texts each answer about ownership rests on, each regime once."""
    lines = (line for page in dossier.parties for line in page.ownership if line.sentence)
    return sorted({line.regime: line.basis for line in lines}.items())


def _squeezed(quote: str) -> str:
    """A quotation on one line; a long one ends in an ellipsis, the link shows all of it."""
    words = " ".join(quote.split())
    return words if len(words) <= _LONG else f"{words[:_LONG]} …"


def _context(evidence: Evidence, texts: Mapping[str, str]) -> tuple[str, str]:
    """The rest of the sentence before and after a quotation; empty for rows of lists."""
    place = evidence.locator
    text = texts.get(place.source, "")
    before = text[max(0, place.start - _CONTEXT) : place.start]
    after = text[place.end : place.end + _CONTEXT]
    begin = max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
    end = _SENTENCE_END.search(after)
    return before[begin:].lstrip(), after[: end.end()].rstrip() if end else after


def _unread_place(place: Locator, dossier: Dossier) -> str:
    """The file and the place in it that could not be read."""
    source = dossier.sources.get(place.source)
    found = (source.name if source else "", place.part, place.field)
    return ", ".join(word for word in found if word) or "The case"


def list_label(dataset: str, dossier: Dossier) -> str:
    """A list as its publisher and day; by its own name where they were not stated."""
    return next((one.label for one in dossier.lists if one.dataset == dataset), dataset)


def in_plain_words(name: str) -> str:
    """An FtM property in words: "incorporationDate" as "incorporation date"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _segments(shown: Printed, passage: Passage) -> list[Segment]:
    """A passage cut at the ends of its quotations."""
    places = ((one.claim.id, one.claim.evidence.locator) for one in shown.inside(passage))
    inside = ((ref, at.start - passage.start, at.end - passage.start) for ref, at in places)
    return segments(shown.document.text[passage.start : passage.end], inside)


def _rules(claims: Iterable[str]) -> str:
    # One rule a quotation: the anchor stands before its first segment, so that following the
    # link scrolls there, and the rule colours exactly its segments. No script is needed.
    return "\n".join(f"#q-{ref}:target~.q-{ref}{{background:var(--lit)}}" for ref in claims)
