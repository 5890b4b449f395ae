"""The dossier as one self-contained HTML file, readable without JavaScript."""

from collections.abc import Iterable
from functools import cache
from importlib import resources

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from enduse.assess import Said
from enduse.dossier.anchors import quotation_anchor, record_anchor
from enduse.dossier.marks import Segment, segments
from enduse.dossier.view import Dossier, SourceText
from enduse.model import Evidence, Source

KINDS = (
    ("conflict", "Sources that cannot all be right"),
    ("denial", "Denials, and who did not answer"),
    ("corroboration", "Said by more than one source"),
    ("gap", "What is not known"),
)


def html(dossier: Dossier) -> str:
    """Render the dossier.

    Returns:
        A complete HTML document without any reference to another file.
    """
    said = {one.claim.id: one for page in dossier.parties for one in page.claims}
    return _template().render(
        dossier=dossier,
        style=Markup(_part("style.css")),
        kinds=KINDS,
        marked=[(one, _marked(one, said.values())) for one in dossier.documents],
        rules=Markup(_rules(said)),
        network=Markup(dossier.network_svg),
        restricted=[page for page in dossier.parties if page.entries],
        said=said,
    )


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
        "where": where,
        "anchor": quotation_anchor,
        "record": record_anchor,
        "number": lambda value: f"{value:,g}",
    }
    return environment.from_string(_part("dossier.html.j2"))


def where(evidence: Evidence, sources: dict[str, Source]) -> str:
    """The source of a quotation as a reader cites it."""
    source = sources.get(evidence.locator.source)
    label = source.label if source else evidence.locator.source[:12]
    return f"{label}, {evidence.locator.part}" if evidence.locator.part else label


def _marked(document: SourceText, said: Iterable[Said]) -> list[Segment]:
    places = [
        (one.claim.id, one.claim.evidence.locator.start, one.claim.evidence.locator.end)
        for one in said
        if one.source.sha256 == document.source.sha256
    ]
    return segments(document.text, places)


def _rules(claims: Iterable[str]) -> str:
    # One rule a quotation: the anchor stands before its first segment, so that following the
    # link scrolls there, and the rule colours exactly its segments. No script is needed.
    return "\n".join(f"#q-{ref}:target~.q-{ref}{{background:var(--lit)}}" for ref in claims)
