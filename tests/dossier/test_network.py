import re
from random import Random
from xml.etree import ElementTree

from enduse.dossier.network.drawing import network_svg
from enduse.dossier.network.edges import lines
from enduse.dossier.network.shapes import Box, node_size
from enduse.dossier.network.worker import network_svg_apart
from enduse.graph.network.layout import positions
from enduse.graph.network.picture import PictureEdge, PictureNode

SVG = "{http://www.w3.org/2000/svg}"
NODES = [
    PictureNode("a", 'Plainly & Invented <"Ltd">', restricted=("EU", "UK")),
    PictureNode("b", "Somebody", "person"),
    PictureNode("c", "矢量实业（深圳）有限公司", "company"),
    PictureNode("d", "Nowhere 1", "address"),
]
EDGES = [
    PictureEdge("b", "a", "owns 50 %", 2, note='"owns half"'),
    PictureEdge("b", "a", "directs", 1),
    PictureEdge("c", "a", "supplies", 1, contested=True),
    PictureEdge("a", "d"),
]


def test_it_is_one_well_formed_document_with_every_name() -> None:
    root = ElementTree.fromstring(network_svg(NODES, EDGES))
    text = " ".join(root.itertext())
    for name in ("Invented", "Somebody", "listed: EU, UK", "≠ supplies", "owns 50 %"):
        assert name in text
    assert root.find(f"{SVG}desc") is not None


def test_one_origin_alone_is_dashed_and_contested_is_marked() -> None:
    drawn = network_svg(NODES, EDGES)
    assert drawn.count('class="edge single"') == 2 + 1  # two lines and the legend
    assert drawn.count('class="edge single contested"') == 1
    assert "one origin alone" in drawn and "≠ contested" in drawn


def test_the_order_of_the_input_changes_nothing() -> None:
    assert network_svg(NODES, EDGES) == network_svg(NODES[::-1], EDGES[::-1])


def test_nothing_is_loaded_from_anywhere_and_no_script_runs() -> None:
    drawn = network_svg(NODES, EDGES)
    assert re.findall(r"https?://(?!www\.w3\.org)", drawn) == []
    assert "<script" not in drawn


def test_labels_of_lines_overlap_no_party_and_no_other_label() -> None:
    for seed in range(8):
        random = Random(seed)
        nodes = [PictureNode(f"n{i}", f"Invented Trading House {i}") for i in range(12)]
        edges = {
            PictureEdge(f"n{random.randrange(12)}", f"n{i}", "is the director of")
            for i in range(12)
        }
        ordered = sorted((e for e in edges if e.source != e.target), key=lambda e: e.target)
        sizes = {n.id: node_size(n) for n in nodes}
        spots = positions(sizes, [(e.source, e.target) for e in ordered], apart=300)
        boxes = {one: Box(*spots[one], *sizes[one]) for one in sizes}
        labels = [line.label for line in lines(ordered, boxes) if not line.clash]
        assert len(labels) >= len(ordered) - 1
        for i, label in enumerate(labels):
            assert not any(label.meets(box) for box in boxes.values())
            assert not any(label.meets(other) for other in labels[i + 1 :])


def test_an_empty_network_is_told() -> None:
    assert "No party to show" in network_svg([], [])


def test_a_picture_of_three_hundred_parties_is_drawn() -> None:
    random = Random(1)
    nodes = [PictureNode(f"n{i}", f"Invented {i}") for i in range(300)]
    edges = [PictureEdge(f"n{random.randrange(i)}", f"n{i}", "owns") for i in range(1, 300)]
    assert network_svg(nodes, edges).count('class="party"') == 300


def test_a_large_picture_drawn_in_a_worker_is_the_same_byte_for_byte() -> None:
    nodes = [PictureNode(f"n{i}", f"Invented {i}") for i in range(130)]
    edges = [PictureEdge(f"n{i // 3}", f"n{i}", "owns") for i in range(1, 130)]
    assert network_svg_apart(nodes, edges) == network_svg(nodes, edges)
