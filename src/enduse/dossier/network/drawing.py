"""The picture of a network as SVG: readable in print, in black and white, without a script."""

from collections.abc import Iterable, Mapping
from html import escape

from enduse.dossier.network.edges import Line, draw_label, draw_line, label_rows, lines
from enduse.dossier.network.lettering import LABEL_SIZE, text_width
from enduse.dossier.network.shapes import KINDS, Box, draw_node, kind_of, node_size, outline
from enduse.graph.network.layout import positions
from enduse.graph.network.picture import NetworkPicture, PictureEdge, PictureNode

MARGIN, ROW = 24.0, 26.0
APART = (190.0, 240.0, 300.0, 370.0)
STYLE = """
text{font-family:"DejaVu Sans","Noto Sans","Noto Sans CJK SC",Arial,sans-serif;fill:#111;
text-anchor:middle}
.name{font-size:13px}.label{font-size:11px;fill:#222}.label.contested{font-weight:bold}
.bartext{font-size:10px;fill:#fff}.legend{font-size:11px;text-anchor:start}
.node{fill:#fff;stroke:#333;stroke-width:1.2}.node.restricted{stroke:#000;stroke-width:3.2}
.node.other{stroke-dasharray:2 2}.bar{fill:#000}.ground{fill:#fff;fill-opacity:.88}
.edge{fill:none;stroke:#333;stroke-width:1.4}.edge.single{stroke-dasharray:7 4}
.edge.contested{stroke:#000;stroke-width:2.2}
"""


def network_svg(
    nodes: Iterable[PictureNode],
    edges: Iterable[PictureEdge],
    previous: Mapping[str, tuple[float, float]] | None = None,
) -> str:
    """Draw a network.

    Kinds of party differ by outline; a restricted one has a heavy outline and a black bar that
    names its lists; a line is dashed where one origin alone supports it and starts its words
    with ≠ where it is contested. The same input gives the same bytes.

    Args:
        nodes: Parties; one id once.
        edges: Relations; one with an end outside the picture is left out.
        previous: Places of an earlier picture, to keep known parties where they were.

    Returns:
        A whole SVG document, to be written to a file or set into a page.
    """
    picture = NetworkPicture(tuple(nodes), tuple(edges)).whole()
    if not picture.nodes:
        return _document(320, 60, '<text class="name" x="160" y="34">No party to show</text>', "")
    boxes, laid = _laid_out(picture, previous)
    left, top, right, bottom = _bounds([*boxes.values(), *(line.label for line in laid)])
    key, key_width, key_height = _legend(picture, left, bottom + MARGIN)
    right = max(right, left + key_width)
    body = [draw_line(line) for line in laid]
    body += [draw_node(node, boxes[node.id]) for node in picture.nodes]
    body += [draw_label(line) for line in laid]
    width, height = right - left + 2 * MARGIN, bottom - top + 2 * MARGIN + key_height
    moved = f'<g transform="translate({MARGIN - left:.1f} {MARGIN - top:.1f})">'
    return _document(width, height, moved + "".join(body) + key + "</g>", _description(picture))


def places(picture: NetworkPicture) -> dict[str, tuple[float, float]]:
    """Where `network_svg` puts the parties, for exports and for the next picture."""
    if not picture.nodes:
        return {}
    boxes, _ = _laid_out(picture.whole(), None)
    return {one: (box.x, box.y) for one, box in boxes.items()}


def _laid_out(
    picture: NetworkPicture, previous: Mapping[str, tuple[float, float]] | None
) -> tuple[dict[str, Box], list[Line]]:
    """Spread the parties until every label finds room, or as far as a page allows."""
    sizes = {node.id: node_size(node) for node in picture.nodes}
    pairs = [(edge.source, edge.target) for edge in picture.edges]
    page = 1100.0 if len(sizes) < 40 else 1600.0
    for apart in APART:
        spots = positions(sizes, pairs, apart=apart, page=page, previous=previous)
        boxes = {one: Box(*spots[one], *sizes[one]) for one in sizes}
        laid = lines(picture.edges, boxes)
        if not any(line.clash for line in laid) or len(sizes) > 120:
            break
    return boxes, laid


def _bounds(boxes: Iterable[Box]) -> tuple[float, float, float, float]:
    every = list(boxes)
    return (
        min(b.x - b.width / 2 for b in every),
        min(b.y - b.height / 2 for b in every),
        max(b.x + b.width / 2 for b in every),
        max(b.y + b.height / 2 for b in every),
    )


def _legend(picture: NetworkPicture, left: float, top: float) -> tuple[str, float, float]:
    """What the shapes and lines mean; only of those that occur. Returns width and height too."""
    entries: list[tuple[str, str]] = []
    kinds = {kind_of(node) for node in picture.nodes}
    for kind, word in KINDS.items():
        if kind in kinds:
            entries.append((f'<path class="node {kind}" d="{{outline:{kind}}}"/>', word))
    if any(node.restricted for node in picture.nodes):
        entries.append(('<path class="node restricted" d="{outline:company}"/>', "on a list"))
    for dashed, word in ((False, "two or more independent origins"), (True, "one origin alone")):
        if any((edge.origins < 2) is dashed for edge in picture.edges):
            entries.append((f'<path class="edge{" single" * dashed}" d="{{line}}"/>', word))
    if any(edge.contested for edge in picture.edges):
        entries.append(('<path class="edge contested" d="{line}"/>', "≠ contested"))
    x, y, widest, drawn = left, top + ROW / 2, 0.0, []
    for shape, word in entries:
        width = 44 + text_width(word, LABEL_SIZE) + 18
        if x > left and x + width > left + 900:
            x, y = left, y + ROW
        box = Box(x + 17, y, 32, 16)
        for kind in KINDS:
            shape = shape.replace(f"{{outline:{kind}}}", outline(kind, box))
        shape = shape.replace("{line}", f"M{x:.1f} {y:.1f}h34")
        drawn.append(f'{shape}<text class="legend" x="{x + 42:.1f}" y="{y + 4:.1f}">')
        drawn.append(f"{escape(word)}</text>")
        x += width
        widest = max(widest, x - left)
    return f"<g>{''.join(drawn)}</g>", widest, y - top + ROW


def _description(picture: NetworkPicture) -> str:
    """The picture in words, for those who cannot see it."""
    names = {node.id: node.label for node in picture.nodes}
    told = [
        f"{names[e.source]} {' '.join(label_rows(e)) or 'is related to'} {names[e.target]}."
        for e in picture.edges
    ]
    return " ".join(told)


def _document(width: float, height: float, body: str, description: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="network" role="img" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" '
        'style="max-width:100%;height:auto;background:#fff">'
        f"<title>Network of parties</title><desc>{escape(description)}</desc>"
        f"<style>{STYLE}</style>"
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" '
        'markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">'
        '<path d="M0 0L8 4L0 8Z" fill="#222"/></marker></defs>'
        f"{body}</svg>\n"
    )
