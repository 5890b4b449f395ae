"""Compare the real solver with the plain one on one graph."""

from enduse.graph import Context, assess_ownership
from tests.graph.graphs import AS_OF, Drawn
from tests.graph.plain import added_up, apart

INCLUSIVE = {"US": True, "EU": True, "CH": False}


def differences(drawn: Drawn, regime: str) -> list[str]:
    """What the two solvers say differently about a graph; empty where they agree."""
    listed = {"US_SDN": drawn.listed, "EU": drawn.listed, "UK": drawn.listed, "CH": drawn.listed}
    answers = assess_ownership(drawn.stakes, listed, regime, AS_OF, Context(drawn.agreed))
    who = set(drawn.listed)
    if regime == "UK":
        low, high = apart(drawn.plain, who, True), apart(drawn.plain, who, False)
    else:
        words = {"inclusive": INCLUSIVE[regime], "control": regime != "US"}
        low = added_up(drawn.plain, who, True, **words)
        high = added_up(drawn.plain, who, False, **words)
    found = []
    for entity, answer in answers.items():
        open_word = "indeterminate" if entity in high[0] else "not_blocked"
        status = "blocked" if entity in low[0] else open_word
        ends = (low[1].get(entity, 0), high[1].get(entity, 0))
        if ends[0] <= 100 < ends[1]:
            ends = (ends[0], 100)  # nobody holds more than everything
        got = (answer.aggregate.low * 100, answer.aggregate.high * 100)
        if (answer.status, got) != (status, ends):
            found.append(f"{regime} {entity}: {status} {ends}, got {answer.status} {got}")
    return found
