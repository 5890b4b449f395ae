"""Shapes of the parties in a network picture: the kind by outline, restriction by a bar."""

from dataclasses import dataclass
from html import escape

from enduse.dossier.network.lettering import NAME_SIZE, SMALL_SIZE, text_width, wrapped
from enduse.graph.network.picture import PictureNode

KINDS = {
    "company": "company",
    "person": "person",
    "vessel": "vessel or aircraft",
    "address": "address",
    "product": "product",
    "authority": "authority",
    "other": "other",
}
WIDEST, LINE, PAD, BAR = 170.0, 16.0, 10.0, 16.0
_MOST_LISTS = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page by its centre, in pixels."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box", gap: float = 0.0) -> bool:
        """The two overlap, or come nearer than the gap."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width + 2 * gap
            and abs(self.y - other.y) * 2 < self.height + other.height + 2 * gap
        )

    def holds(self, x: float, y: float, gap: float = 0.0) -> bool:
        """The point lies inside, or nearer than the gap."""
        return (
            abs(x - self.x) * 2 < self.width + 2 * gap
            and abs(y - self.y) * 2 < self.height + 2 * gap
        )

    def edge_towards(self, x: float, y: float) -> tuple[float, float]:
        """Where a line from the centre to a point leaves the rectangle."""
        dx, dy = x - self.x, y - self.y
        reach = max(abs(dx) / (self.width / 2), abs(dy) / (self.height / 2), 1e-9)
        scale = min(1.0, 1 / reach)
        return self.x + dx * scale, self.y + dy * scale


def kind_of(node: PictureNode) -> str:
    """The kind drawn; unknown kinds are "other"."""
    return node.kind if node.kind in KINDS else "other"


def node_size(node: PictureNode) -> tuple[float, float]:
    """Width and height of a node with its name and, where restricted, its bar."""
    lines = wrapped(node.label, NAME_SIZE, WIDEST)
    width = max(text_width(line, NAME_SIZE) for line in lines)
    if node.restricted:
        width = max(width, text_width(_bar_text(node), SMALL_SIZE))
    side = 2 * PAD if kind_of(node) in ("company", "address", "other") else 3.4 * PAD
    top = 10.0 if kind_of(node) == "address" else 0.0
    bar = BAR if node.restricted else 0.0
    return max(width + side, 60.0), LINE * len(lines) + 1.4 * PAD + bar + top


def draw_node(node: PictureNode, box: Box) -> str:
    """Draw a node: outline, name, bar, tooltip."""
    lines = wrapped(node.label, NAME_SIZE, WIDEST)
    bar = BAR if node.restricted else 0.0
    roof = 10.0 if kind_of(node) == "address" else 0.0
    first = box.y - box.height / 2 + roof + (box.height - bar - roof) / 2
    first -= LINE * (len(lines) - 1) / 2 - NAME_SIZE * 0.35
    name = "".join(
        f'<text class="name" x="{box.x:.1f}" y="{first + LINE * i:.1f}">{escape(line)}</text>'
        for i, line in enumerate(lines)
    )
    marked = " restricted" if node.restricted else ""
    shape = f'<path class="node{marked} {kind_of(node)}" d="{outline(kind_of(node), box)}"/>'
    told = " — ".join(filter(None, [node.label, _bar_text(node), node.note]))
    body = f"<title>{escape(told)}</title>{shape}{_bar(node, box)}{name}"
    if node.href:
        body = f'<a href="{escape(node.href)}">{body}</a>'
    return f'<g class="party" data-id="{escape(node.id)}">{body}</g>'


def outline(kind: str, box: Box) -> str:
    """The path of a kind's outline in a box."""
    left, right = box.x - box.width / 2, box.x + box.width / 2
    top, bottom = box.y - box.height / 2, box.y + box.height / 2
    if kind == "person":
        r = min(box.height / 2, 18.0)
        return (
            f"M{left + r:.1f} {top:.1f}H{right - r:.1f}A{r} {r} 0 0 1 {right:.1f} {top + r:.1f}"
            f"V{bottom - r:.1f}A{r} {r} 0 0 1 {right - r:.1f} {bottom:.1f}H{left + r:.1f}"
            f"A{r} {r} 0 0 1 {left:.1f} {bottom - r:.1f}V{top + r:.1f}"
            f"A{r} {r} 0 0 1 {left + r:.1f} {top:.1f}Z"
        )
    cut = min(12.0, box.height / 3, box.width / 3)
    corners = {
        "vessel": [
            (left + cut, top),
            (right - cut, top),
            (right, box.y),
            (right - cut, bottom),
            (left + cut, bottom),
            (left, box.y),
        ],
        "address": [
            (left, top + cut),
            (box.x, top),
            (right, top + cut),
            (right, bottom),
            (left, bottom),
        ],
        "product": [(left + cut, top), (right, top), (right - cut, bottom), (left, bottom)],
        "authority": [
            (left + cut, top),
            (right - cut, top),
            (right, top + cut),
            (right, bottom - cut),
            (right - cut, bottom),
            (left + cut, bottom),
            (left, bottom - cut),
            (left, top + cut),
        ],
    }.get(kind, [(left, top), (right, top), (right, bottom), (left, bottom)])
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z"


def _bar_text(node: PictureNode) -> str:
    if not node.restricted:
        return ""
    first, more = node.restricted[:_MOST_LISTS], len(node.restricted) - _MOST_LISTS
    return f"listed: {', '.join(first)}{f' and {more} more' if more > 0 else ''}"


def _bar(node: PictureNode, box: Box) -> str:
    """A black bar with white words, inside the lower edge: it survives every printer."""
    if not node.restricted:
        return ""
    width = text_width(_bar_text(node), SMALL_SIZE) + 10
    bottom = box.y + box.height / 2 - 4
    return (
        f'<rect class="bar" x="{box.x - width / 2:.1f}" y="{bottom - BAR + 2:.1f}" '
        f'width="{width:.1f}" height="{BAR - 2}"/>'
        f'<text class="bartext" x="{box.x:.1f}" y="{bottom - 3.5:.1f}">'
        f"{escape(_bar_text(node))}</text>"
    )
