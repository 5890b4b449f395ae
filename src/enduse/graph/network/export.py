"""A network as GraphML or JSON text, with the places of its picture."""

import json
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from enduse.graph.network.picture import NetworkPicture, PictureEdge, PictureNode

Places = Mapping[str, tuple[float, float]]
_NODE_KEYS = ("label", "kind", "restricted", "note", "x", "y")
_EDGE_KEYS = ("label", "origins", "contested", "note")
_TYPES = {"x": "double", "y": "double", "origins": "int", "contested": "boolean"}


def network_json(picture: NetworkPicture, places: Places) -> str:
    """Write the network as one JSON object: `nodes` and `edges`, sorted, in UTF-8 letters.

    Args:
        picture: What to write.
        places: Centre of each node in pixels; a node without one gets none.
    """
    whole = picture.whole()
    document = {
        "nodes": [{"id": node.id, **_node(node, places)} for node in whole.nodes],
        "edges": [
            {"source": edge.source, "target": edge.target, **_edge(edge)} for edge in whole.edges
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def network_graphml(picture: NetworkPicture, places: Places) -> str:
    """Write the network as GraphML, which Gephi, yEd, Cytoscape and networkx read.

    Example:
        >>> one = NetworkPicture((PictureNode("a", "A & Co"),), ())
        >>> "A &amp; Co" in network_graphml(one, {})
        True
    """
    whole = picture.whole()
    keys = [("node", key) for key in _NODE_KEYS] + [("edge", key) for key in _EDGE_KEYS]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(
            f'<key id="{on}-{key}" for="{on}" attr.name="{key}" '
            f'attr.type="{_TYPES.get(key, "string")}"/>'
            for on, key in keys
        ),
        '<graph edgedefault="directed">',
    ]
    for node in whole.nodes:
        lines.append(f"<node id={quoteattr(node.id)}>{_data('node', _node(node, places))}</node>")
    for edge in whole.edges:
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        lines.append(f"<edge {ends}>{_data('edge', _edge(edge))}</edge>")
    return "\n".join([*lines, "</graph>", "</graphml>", ""])


def _node(node: PictureNode, places: Places) -> dict[str, object]:
    place = places.get(node.id)
    where = {} if place is None else {"x": place[0], "y": place[1]}
    listed = ", ".join(node.restricted)
    return {
        "label": node.label,
        "kind": node.kind,
        "restricted": listed,
        "note": node.note,
        **where,
    }


def _edge(edge: PictureEdge) -> dict[str, object]:
    return {
        "label": edge.label,
        "origins": edge.origins,
        "contested": edge.contested,
        "note": edge.note,
    }


def _data(on: str, values: Mapping[str, object]) -> str:
    return "".join(
        f'<data key="{on}-{key}">{escape(_text(value))}</data>' for key, value in values.items()
    )


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
