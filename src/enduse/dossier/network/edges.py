"""Lines of a network picture: bent round other parties, with labels that find free room."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from enduse.dossier.network.lettering import LABEL_SIZE, text_width, wrapped
from enduse.dossier.network.shapes import Box
from enduse.graph.network.picture import PictureEdge

BENDS = (0.0, 45.0, -45.0, 90.0, -90.0, 140.0, -140.0)
PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73)
SIDES = (0.0, 12.0, -12.0, 24.0, -24.0)
WIDEST, LINE = 130.0, 13.0
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A drawn relation: start, bend and end of a quadratic curve, and its label's place."""

    edge: PictureEdge
    start: Point
    bend: Point
    end: Point
    label: Box
    clash: bool

    def at(self, t: float) -> Point:
        """A point of the curve, t from 0 to 1."""
        return _curve(self.start, self.bend, self.end, t)


def lines(edges: Sequence[PictureEdge], boxes: Mapping[str, Box]) -> list[Line]:
    """Lay all lines and labels, the busiest pairs first.

    Args:
        edges: Relations between nodes of the picture.
        boxes: Boxes of the nodes, by id.

    Returns:
        One line per edge; `clash` is set where a label found no free room.
    """
    between: dict[tuple[str, str], list[PictureEdge]] = defaultdict(list)
    for edge in edges:
        first, second = sorted((edge.source, edge.target))
        between[first, second].append(edge)
    taken: list[Box] = []
    drawn: list[Line] = []
    for (first, second), group in sorted(between.items(), key=lambda g: (-len(g[1]), g[0])):
        others = [box for one, box in boxes.items() if one not in (first, second)]
        ends = boxes[first], boxes[second]
        base = _free_bend(*ends, others)
        for number, edge in enumerate(group):
            offset = base + (number - (len(group) - 1) / 2) * 46
            line = _line(edge, boxes, first, offset, [*others, *ends], taken)
            taken.append(line.label)
            drawn.append(line)
    return drawn


def draw_line(line: Line) -> str:
    """Draw the curve with its arrow."""
    edge = line.edge
    dashed = " single" if edge.origins < 2 else ""
    contested = " contested" if edge.contested else ""
    (x0, y0), (x1, y1), (x2, y2) = line.start, line.bend, line.end
    path = f"M{x0:.1f} {y0:.1f}Q{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f}"
    support = "one origin alone" if edge.origins < 2 else f"{edge.origins} independent origins"
    told = " — ".join(
        filter(None, [edge.label, support, "contested" if edge.contested else "", edge.note])
    )
    body = (
        f"<title>{escape(told)}</title>"
        f'<path class="edge{dashed}{contested}" d="{path}" marker-end="url(#arrow)"/>'
    )
    if edge.href:
        body = f'<a href="{escape(edge.href)}">{body}</a>'
    return f"<g>{body}</g>"


def draw_label(line: Line) -> str:
    """Write the relation on its line, on a white ground; a contested one begins with ≠."""
    rows = label_rows(line.edge)
    if not rows:
        return ""
    box = line.label
    first = box.y - LINE * (len(rows) - 1) / 2 + LABEL_SIZE * 0.35
    heavy = " contested" if line.edge.contested else ""
    ground = (
        f'<rect class="ground" x="{box.x - box.width / 2:.1f}" y="{box.y - box.height / 2:.1f}" '
        f'width="{box.width:.1f}" height="{box.height:.1f}"/>'
    )
    return ground + "".join(
        f'<text class="label{heavy}" x="{box.x:.1f}" y="{first + LINE * i:.1f}">'
        f"{escape(row)}</text>"
        for i, row in enumerate(rows)
    )


def label_rows(edge: PictureEdge) -> list[str]:
    """The words on a line, broken into rows."""
    text = f"≠ {edge.label or 'contested'}" if edge.contested else edge.label
    return wrapped(text, LABEL_SIZE, WIDEST, most=3) if text else []


def _line(
    edge: PictureEdge,
    boxes: Mapping[str, Box],
    first: str,
    offset: float,
    solid: Sequence[Box],
    taken: Sequence[Box],
) -> Line:
    source, target = boxes[edge.source], boxes[edge.target]
    bend = _bend(source, target, offset if edge.source == first else -offset)
    start, end = source.edge_towards(*bend), target.edge_towards(*bend)
    rows = label_rows(edge)
    if not rows:
        middle = _curve(start, bend, end, 0.5)
        return Line(edge, start, bend, end, Box(*middle, 0, 0), False)
    width = max(text_width(row, LABEL_SIZE) for row in rows) + 6
    height = LINE * len(rows) + 3
    near = _near([start, bend, end], [*solid, *taken], WIDEST)
    best: tuple[int, Box] | None = None
    for side in SIDES:
        for t in PLACES:
            x, y = _curve(start, bend, end, t)
            spot = Box(x, y + side, width, height)
            hits = sum(spot.meets(box, 2) for box in near)
            if best is None or hits < best[0]:
                best = hits, spot
        if best and best[0] == 0:
            break
    assert best is not None
    return Line(edge, start, bend, end, best[1], best[0] > 0)


def _free_bend(one: Box, other: Box, solid: Sequence[Box]) -> float:
    """The smallest bend on which a curve runs through fewest boxes."""
    best = 0.0, _hits(one, other, 0.0, solid)
    for bend in BENDS[1:]:
        if best[1] == 0:
            break
        hits = _hits(one, other, bend, solid)
        if hits < best[1]:
            best = bend, hits
    return best[0]


def _near(points: Sequence[Point], solid: Sequence[Box], gap: float) -> list[Box]:
    """Those boxes that come near the rectangle round some points."""
    left, right = min(x for x, _ in points) - gap, max(x for x, _ in points) + gap
    top, bottom = min(y for _, y in points) - gap, max(y for _, y in points) + gap
    room = Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)
    return [box for box in solid if room.meets(box)]


def _hits(one: Box, other: Box, offset: float, solid: Sequence[Box]) -> int:
    """How many other boxes a curve would run through."""
    bend = _bend(one, other, offset)
    points = [_curve((one.x, one.y), bend, (other.x, other.y), t / 20) for t in range(1, 20)]
    near = _near(points, solid, 4)
    return sum(any(box.holds(x, y, 4) for x, y in points) for box in near)


def _bend(one: Box, other: Box, offset: float) -> Point:
    dx, dy = other.x - one.x, other.y - one.y
    length = max((dx * dx + dy * dy) ** 0.5, 1.0)
    return (
        (one.x + other.x) / 2 - dy / length * offset,
        (one.y + other.y) / 2 + dx / length * offset,
    )


def _curve(start: Point, bend: Point, end: Point, t: float) -> Point:
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return (
        a * start[0] + b * bend[0] + c * end[0],
        a * start[1] + b * bend[1] + c * end[1],
    )
