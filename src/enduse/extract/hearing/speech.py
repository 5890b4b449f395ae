"""Which attributions are speech at all, and which claims are the writer's wherever they stand."""

import re

from enduse.extract.attribution import Attribution

__all__ = ["OWN", "PUTS", "SPEECH_ACTS", "is_speech"]

_UNHEARD = frozenset({"declines", "asks", "supports", "seems"})
_NO_SPEECH = frozenset(
    {"call", "dub", "nickname", "name", "verify", "respond", "echo", "refer", "hold", "discuss"}
    | {"list", "tout", "portray", "depict", "label"}
)
# What is no speech of a person is speech of a paper: "the register lists X as a maker".
_WRITTEN = frozenset({"list", "name", "label", "portray", "depict", "call", "refer", "hold"})
PUTS = frozenset({"put", "puts", "estimate", "value", "reckon", "calculate", "count"})
_RECKONS = frozenset(
    "estimate reckon calculate assume suppose predict forecast project 估计 预测 推算".split()
)
_AFFAIRS = frozenset({"which", "this", "that", "it", "nothing", "all this"})
# What shows something without saying it: "the case shows that dealers are liable, she said".
_AFFAIR = re.compile(
    r"(?:the|this|that|such|these|those) (?:\w+ )?(?:cases?|affairs?|incidents?|patterns?|"
    r"episodes?|examples?|sentences?|seizures?|timing|trends?|finds?|discover(?:y|ies)|routes?|events?)$"
)
# Doings that consist in speaking: the writer tells of them, whoever spoke just before.
SPEECH_ACTS = frozenset({"expressed_concern_over", "urged", "warned", "denied", "confirmed"})
# What a reader takes as known, or what is told of a paper and its readers.
OWN = frozenset(
    {
        "sanctioned_by",
        "listed_by",
        "subsidiary_of",
        "owned_by",
        "owns",
        "controls",
        "controlled_by",
        "position_at",
        "director_of",
        "owner_of",
        "headquartered_in",
        "registered_in",
        "jurisdiction",
        "alias",
        "calls",
        "comment_on",
        "aware_of",
        "sourced_from",
        "reviewed",
        "reported_to",
        "expressed_concern_over",
        "urged",
        "denied",
        "confirmed",
    }
)


def is_speech(attribution: Attribution, text: str) -> bool:
    """Tell whether an attribution makes a voice: not a wish, a question, or a state of affairs.

    Args:
        attribution: The attribution.
        text: The document.
    """
    silent = attribution.verb in _NO_SPEECH
    if silent and attribution.kind == "document" and attribution.verb in _WRITTEN:
        silent = False
    if attribution.implies in _UNHEARD or silent:
        return False
    if attribution.inside is not None and attribution.kind == "unspecified":
        return False
    if attribution.verb == "know" and attribution.source is None:
        return False
    if attribution.implies == "suggests" and _is_state_of_affairs(attribution, text):
        return False
    first = attribution.cue[0]
    if text[first.start : first.start + 3] == "to ":
        return False
    reckons = attribution.implies == "expects" and attribution.verb in _RECKONS
    wishes = attribution.implies in ("plans", "expects") and not reckons
    return bool(attribution.content) and not wishes


def _is_state_of_affairs(attribution: Attribution, text: str) -> bool:
    """Whether what is told before, not somebody, "suggests" it: ", which suggests that"."""
    source = attribution.source
    words = text[source.start : source.end].lower() if source is not None else ""
    return words in _AFFAIRS or bool(_AFFAIR.match(words))
