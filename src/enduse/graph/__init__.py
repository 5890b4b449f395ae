"""Ownership and control by regime, paths, and the picture of the network. No I/O."""

from enduse.graph.answer import OwnershipAnswer, Part, Step
from enduse.graph.cases import answer_as_json, answer_cases
from enduse.graph.ownership import assess_ownership, assess_party, upstream
from enduse.graph.regime import regimes
from enduse.graph.rule import Citation, Rule, rule_on
from enduse.graph.view import Context
from enduse.graph.words import answer_data, answer_text

__all__ = [
    "Citation",
    "Context",
    "OwnershipAnswer",
    "Part",
    "Rule",
    "Step",
    "answer_as_json",
    "answer_cases",
    "answer_data",
    "answer_text",
    "assess_ownership",
    "assess_party",
    "regimes",
    "rule_on",
    "upstream",
]
