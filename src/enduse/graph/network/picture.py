"""What a picture of the network shows: parties and relations, ready to be drawn or exported."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PictureNode:
    """One party, address or product in the picture.

    Attributes:
        id: Its id; unique in the picture.
        label: The name printed.
        kind: company, person, vessel, address, product, authority; anything else is drawn as
            "other".
        restricted: Lists it stands on, as short words ("EU", "UK"); empty where none was found.
        note: One line for the tooltip.
        href: Where a click leads; empty for nowhere.
    """

    id: str
    label: str
    kind: str = "company"
    restricted: tuple[str, ...] = ()
    note: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class PictureEdge:
    """One relation, read from source to target.

    Attributes:
        source: Id of the party that owns, directs, supplies...
        target: Id of the other.
        label: The relation in a few words ("owns 50 %").
        origins: Independent origins that support it; one alone is drawn dashed.
        contested: Somebody denies it, or sources contradict each other.
        note: One line for the tooltip: the quotation.
        href: Where a click leads; empty for nowhere.
    """

    source: str
    target: str
    label: str = ""
    origins: int = 1
    contested: bool = False
    note: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class NetworkPicture:
    """Nodes and edges; an edge whose end is no node of the picture is left out of it."""

    nodes: tuple[PictureNode, ...]
    edges: tuple[PictureEdge, ...]

    def whole(self) -> "NetworkPicture":
        """The same with every node once, and only edges between its nodes, sorted by id.

        Example:
            >>> node = PictureNode("a", "A")
            >>> NetworkPicture((node, node), (PictureEdge("a", "b"),)).whole().edges
            ()
        """
        nodes = {node.id: node for node in self.nodes}
        edges = {e for e in self.edges if e.source in nodes and e.target in nodes}
        loose = {e for e in edges if e.source == e.target}
        ordered = sorted(edges - loose, key=lambda e: (e.source, e.target, e.label, e.note))
        return NetworkPicture(tuple(nodes[one] for one in sorted(nodes)), tuple(ordered))
