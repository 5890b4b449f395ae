"""Write a dossier to a file; the ending says in which form."""

from collections.abc import Callable, Iterator
from pathlib import Path

from enduse.dossier.files import put
from enduse.dossier.view import Dossier
from enduse.errors import BadInput


def write(dossier: Dossier, path: Path, *, plain_ftm: bool = False) -> list[str]:
    """Write the dossier whole, or not at all.

    Args:
        dossier: What to write.
        path: X.html, X.json, X.docx or X.ftm.jsonl; for the network alone X.svg, X.graphml
            or X.network.json; an older file is replaced.
        plain_ftm: For FtM: leave out Product and Shipment, which FtM's stock model lacks.

    Returns:
        Lines that tell the analyst what was written where.

    Raises:
        BadInput: The ending is none of these, or the folder is not there.
    """
    if not path.parent.is_dir():
        raise BadInput(f"There is no folder {path.parent}.", hint="Make it first.")
    for ending, writer in _WRITERS.items():
        if path.name.endswith(ending):
            return writer(dossier, path, plain_ftm)
    raise BadInput(
        f"{path.name} has no ending that a dossier can be written to.",
        hint="Use .html, .json, .docx, .ftm.jsonl; .svg, .graphml or .network.json.",
    )


def _html(dossier: Dossier, path: Path, _: bool) -> list[str]:
    from enduse.dossier.html import html

    put(path, html(dossier))
    parties, documents = len(dossier.parties), len(dossier.documents)
    return [f"Wrote {path}: {parties} parties, {documents} documents.", *_too_much(dossier)]


def _json(dossier: Dossier, path: Path, _: bool) -> list[str]:
    from enduse.dossier.data import dossier_json

    put(path, dossier_json(dossier))
    return [f"Wrote {path}.", *_too_much(dossier)]


def _docx(dossier: Dossier, path: Path, _: bool) -> list[str]:
    from enduse.dossier.docx import docx

    put(path, docx(dossier))
    return [f"Wrote {path}.", *_too_much(dossier)]


def _ftm(dossier: Dossier, path: Path, plain: bool) -> list[str]:
    from enduse.dossier.ftm.findings import write_ftm

    return [*write_ftm(dossier, path, plain=plain), *_too_much(dossier)]


def _too_much(dossier: Dossier) -> Iterator[str]:
    left = dossier.left_out
    if left.claims:
        shown = len(dossier.claims())
        yield (
            f"It shows {shown:,} of {shown + left.claims:,} claims, which is what a page can hold. "
            "All of them: enduse claims CASE --jsonl."
        )


def _svg(dossier: Dossier, path: Path, _: bool) -> list[str]:
    from enduse.dossier.network.worker import network_svg_apart

    picture = dossier.network
    put(path, network_svg_apart(picture.nodes, picture.edges))
    return [_drawn(dossier, path)]


def _graphml(dossier: Dossier, path: Path, _: bool) -> list[str]:
    from enduse.dossier.network.worker import places_apart
    from enduse.graph import network_graphml

    put(path, network_graphml(dossier.network, places_apart(dossier.network)))
    return [_drawn(dossier, path)]


def _network_json(dossier: Dossier, path: Path, _: bool) -> list[str]:
    from enduse.dossier.network.worker import places_apart
    from enduse.graph import network_json

    put(path, network_json(dossier.network, places_apart(dossier.network)))
    return [_drawn(dossier, path)]


def _drawn(dossier: Dossier, path: Path) -> str:
    nodes, edges = len(dossier.network.nodes), len(dossier.network.edges)
    return f"Wrote {path}: {nodes} parties and places, {edges} relations."


_WRITERS: dict[str, Callable[[Dossier, Path, bool], list[str]]] = {
    ".ftm.jsonl": _ftm,
    ".network.json": _network_json,
    ".svg": _svg,
    ".graphml": _graphml,
    ".html": _html,
    ".json": _json,
    ".docx": _docx,
}
