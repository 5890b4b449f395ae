"""The network of the example: ways, shared buildings, and who stands between."""

import pytest

from enduse.case import Case
from enduse.case.between import likely_intermediaries
from enduse.case.example import build_example
from enduse.case.network import CaseNetwork
from enduse.case.picture import picture_of
from enduse.case.ties import words_of
from enduse.cli.workshop import all_readers, default_extractor
from enduse.errors import UnknownName
from enduse.graph import network_json


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> CaseNetwork:
    out = tmp_path_factory.mktemp("demo")
    build_example(out, all_readers(), default_extractor(), lambda *_: None)
    with Case.open(out / "case") as case:
        return case.network()


def test_every_hop_of_every_way_has_its_quotation(network: CaseNetwork) -> None:
    ways = network.ways(network.book.find("IEMZ Kupol"))
    assert {network.label(way.parties[-1]) for way in ways[:2]} == {"Almaz-Antey", "TSK Vektor"}
    for way in ways:
        for one in way.relations:
            assert one.evidence and all(told.quote for told in one.evidence)


def test_the_way_from_a_chinese_maker_to_the_plant_runs_through_tsk_vektor(
    network: CaseNetwork,
) -> None:
    maker, plant = network.book.find("Limbach Aircraft"), network.book.find("IEMZ Kupol")
    (way, *_) = network.between(maker, plant)
    assert [network.label(one) for one in way.parties[1:-1]] == ["TSK Vektor"]
    first = likely_intermediaries(network)[0]
    assert network.label(first.party) == "TSK Vektor"
    assert first.sentences[0] == (
        "Two of two shortest ways between the parties of China and IEMZ Kupol run through "
        "TSK Vektor."
    )


def test_two_rooms_of_one_building_are_shared_and_the_tie_is_circumstantial(
    network: CaseNetwork,
) -> None:
    (building,) = [one for one in network.shared if one.kind == "building"]
    assert "share the building Xinghua Building, 1007 Banxuegang" in building.text(network.label)
    juhang = [one for one in network.everything if "own-juhang" in (one.source, one.target)]
    assert juhang and all(one.circumstantial for one in juhang)


def test_being_restricted_by_one_authority_ties_nobody(network: CaseNetwork) -> None:
    assert not [one for one in network.relations if "sanction" in one.kind]


def test_the_two_vectors_are_two_and_a_word_of_both_finds_neither(network: CaseNetwork) -> None:
    assert network.book.find("TSK Vektor") != network.book.find("Trading House Vector")
    with pytest.raises(UnknownName, match="VECTOR"):
        network.book.find("vector")


def test_entries_nobody_judged_are_named_as_assumed(network: CaseNetwork) -> None:
    taken = network.book.nodes.assumed[network.book.find("TSK Vektor")]
    assert taken == ("ofac-46441", "own-tsk-vektor")
    assert "ofac-51292" not in network.book.nodes.of


def test_the_picture_leaves_out_who_only_speaks_and_keeps_its_places(
    network: CaseNetwork,
) -> None:
    picture = picture_of(network, [], lambda _: "")
    labels = {node.label for node in picture.nodes}
    assert "Fabian Hinz" not in labels and "TSK Vektor" in labels
    assert {node.kind for node in picture.nodes} >= {"company", "person", "product", "address"}
    assert any(edge.contested for edge in picture.edges)
    again = picture_of(network, [], lambda _: "")
    assert network_json(again, {}) == network_json(picture, {})


def test_predicates_are_words_between_two_names() -> None:
    assert [words_of(one) for one in ("subsidiary_of", "works_with", "shipped_to")] == [
        "is a subsidiary of",
        "works with",
        "shipped to",
    ]
