"""Ownership and control by regime, paths, and the picture of the network. No I/O."""

from enduse.graph.look_through import look_through_interest
from enduse.graph.network.brokers import Broker, brokers
from enduse.graph.network.export import network_graphml, network_json
from enduse.graph.network.paths import Way, ways_between, ways_to_restricted, who_sits_between
from enduse.graph.network.picture import NetworkPicture, PictureEdge, PictureNode
from enduse.graph.network.relations import (
    Near,
    Relation,
    Shared,
    Trait,
    neighbours,
    relations_from_stakes,
    relations_from_traits,
    shared_traits,
)
from enduse.graph.ownership import assess_ownership, assess_party, upstream
from enduse.graph.reach.answer import OwnershipAnswer, Part, Step
from enduse.graph.reach.rule import Citation, Rule, rule_on
from enduse.graph.reach.view import Context
from enduse.graph.regime import regimes
from enduse.graph.words import answer_data, answer_text
from enduse.graph.worked.answering import Answered, answer_as_json, answer_cases

__all__ = [
    "Answered",
    "Broker",
    "Citation",
    "Context",
    "Near",
    "NetworkPicture",
    "OwnershipAnswer",
    "Part",
    "PictureEdge",
    "PictureNode",
    "Relation",
    "Rule",
    "Shared",
    "Step",
    "Trait",
    "Way",
    "answer_as_json",
    "answer_cases",
    "answer_data",
    "answer_text",
    "assess_ownership",
    "assess_party",
    "brokers",
    "look_through_interest",
    "neighbours",
    "network_graphml",
    "network_json",
    "regimes",
    "relations_from_stakes",
    "relations_from_traits",
    "rule_on",
    "shared_traits",
    "upstream",
    "ways_between",
    "ways_to_restricted",
    "who_sits_between",
]
