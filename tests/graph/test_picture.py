import io
import json
from random import Random

import networkx as nx

from enduse.graph.network.export import network_graphml, network_json
from enduse.graph.network.layout import positions
from enduse.graph.network.picture import NetworkPicture, PictureEdge, PictureNode


def tangle(seed: int, size: int) -> tuple[dict[str, tuple[float, float]], list[tuple[str, str]]]:
    random = Random(seed)
    nodes = [f"n{i}" for i in range(size)]
    sizes = {one: (random.uniform(60, 190), random.uniform(30, 90)) for one in nodes}
    return sizes, [(random.choice(nodes), random.choice(nodes)) for _ in range(int(size * 1.3))]


def test_no_two_boxes_overlap() -> None:
    for seed in range(12):
        sizes, pairs = tangle(seed, 4 + seed * 3)
        placed = positions(sizes, pairs)
        for one in sizes:
            for other in sizes:
                if one < other:
                    dx = abs(placed[one][0] - placed[other][0])
                    dy = abs(placed[one][1] - placed[other][1])
                    wide = (sizes[one][0] + sizes[other][0]) / 2
                    high = (sizes[one][1] + sizes[other][1]) / 2
                    assert dx >= wide or dy >= high, (seed, one, other)


def test_the_same_graph_in_another_order_gets_the_same_places() -> None:
    sizes, pairs = tangle(3, 20)
    turned = [(b, a) for a, b in reversed(pairs)]
    assert positions(sizes, pairs) == positions(dict(reversed(sizes.items())), turned)


def test_one_party_more_leaves_the_others_about_where_they_were() -> None:
    sizes, pairs = tangle(5, 15)
    before = positions(sizes, pairs)
    after = positions(sizes | {"new": (80, 40)}, [*pairs, ("n1", "new")], previous=before)
    flips = 0
    names = sorted(before)
    for one in names:
        for other in names:
            if before[one][0] - before[other][0] > 250:
                flips += after[one][0] <= after[other][0]
    assert flips == 0


def test_neighbours_stand_nearer_than_strangers() -> None:
    sizes = {f"n{i}": (80.0, 40.0) for i in range(8)}
    placed = positions(sizes, [(f"n{i}", f"n{i + 1}") for i in range(7)])
    near = abs(placed["n0"][0] - placed["n1"][0]) + abs(placed["n0"][1] - placed["n1"][1])
    far = abs(placed["n0"][0] - placed["n7"][0]) + abs(placed["n0"][1] - placed["n7"][1])
    assert far > 4 * near


NODES = (
    PictureNode("a", 'A & "B" <Co>', restricted=("EU", "UK"), note="line"),
    PictureNode("b", "矢量", "person"),
)
PICTURE = NetworkPicture(
    NODES, (PictureEdge("a", "b", "owns 50 %", 2, True), PictureEdge("a", "z"))
)


def test_graphml_is_read_by_networkx_with_all_its_data() -> None:
    text = network_graphml(PICTURE, {"a": (1.5, 2.0)})
    graph = nx.read_graphml(io.BytesIO(text.encode("utf-8")))
    assert graph.nodes["a"]["label"] == 'A & "B" <Co>'
    assert graph.nodes["a"]["x"] == 1.5 and graph.nodes["b"]["kind"] == "person"
    assert graph.edges["a", "b"]["contested"] is True and graph.number_of_edges() == 1


def test_json_holds_the_same() -> None:
    read = json.loads(network_json(PICTURE, {}))
    assert read["nodes"][0]["restricted"] == "EU, UK"
    assert read["edges"] == [
        {
            "source": "a",
            "target": "b",
            "label": "owns 50 %",
            "origins": 2,
            "contested": True,
            "note": "",
        }
    ]
