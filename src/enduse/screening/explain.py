"""Why a hit has its score, in words and as data."""

from collections.abc import Sequence
from typing import Any

from enduse.matching import FORMER, WEAK, Found, NameIndex, how_paired
from enduse.model import Explanation
from enduse.names import Kind
from enduse.screening.evidence import SAME_IDENTIFIER, Remark
from enduse.screening.party import Listed, Party


def explained(
    party: Party, index: NameIndex, found: Found | None, listed: Listed, remarks: Sequence[Remark],
    score: float,
) -> Explanation:  # fmt: skip
    """Say which words paired and how, what was left over, what else counted, what would change it.

    Args:
        party: Who was asked about.
        index: The names.
        found: The agreement of names; None where only an identifier agreed.
        listed: The entity.
        remarks: Evidence beside the name.
        score: Of the hit.
    """
    evidence = [
        {"about": r.about, "adds": round(r.adds, 3), "words": r.words, "decides": r.decides}
        for r in remarks
    ]
    detail: dict[str, Any] = {"score": round(score, 4), "evidence": evidence}
    said = [f"{r.about}: {r.words}" for r in remarks]
    if found is None:
        detail |= {"name_score": 0.0, "pairs": [], "left_asked": [], "left_listed": []}
        lead = "The names do not agree; the identifier does"
    else:
        names = _names(index, found)
        detail |= names
        lead = _lead(names)
    detail["would_change"] = _would_change(party, listed, remarks, detail)
    return Explanation("; ".join([lead, *said]) + ".", detail)


def _names(index: NameIndex, found: Found) -> dict[str, Any]:
    reading = found.reading
    tokens = index.tokens(found.name)
    texts = [index.lookup.token_text(t) for t in tokens]
    pairs, left = [], []
    for token, word, at, near in zip(
        reading.tokens, reading.words, found.paired, found.near, strict=True
    ):
        weight = round(index.lookup.weight(word), 2)
        if at < 0:
            left.append({"word": token.written, "weight": weight})
            continue
        how = how_paired(token.text, texts[at])
        pairs.append(
            {
                "asked": token.written,
                "listed": texts[at],
                "how": how,
                "near": round(near, 3),
                "weight": weight,
            }  # fmt: skip
        )
    others = [i for i in range(len(texts)) if i not in found.paired]
    weights = index.names.weight
    return {
        "name_score": round(found.score, 4),
        "pairs": pairs,
        "left_asked": left,
        "left_listed": [
            {"word": texts[i], "weight": round(float(weights[tokens[i]]), 2)} for i in others
        ],
        "legal_form": _forms(index, found),
        "name_kind": {FORMER: "former", WEAK: "weak"}.get(index.name_kind(found.name), "strong"),
        "notes": list(reading.name.notes),
    }


def _forms(index: NameIndex, found: Found) -> dict[str, str]:
    asked = [t.text for t in found.reading.name.tokens if t.kind == Kind.LEGAL]
    listed = index.legal_forms(found.name)
    how = "same" if set(asked) == set(listed) else "different" if asked and listed else "one side"
    if not asked and not listed:
        how = "none"
    return {"asked": " ".join(asked), "listed": " ".join(listed), "how": how}


def _lead(names: dict[str, Any]) -> str:
    paired = [
        f"{p['asked']} = {p['listed']}" + ("" if p["how"] == "same" else f" ({p['how']})")
        for p in names["pairs"]
    ]
    said = [", ".join(paired)]
    for key, words in (("left_asked", "only asked"), ("left_listed", "only listed")):
        if names[key]:
            said.append(f"{words}: {', '.join(w['word'] for w in names[key])}")
    form = names["legal_form"]
    if form["how"] == "different":
        said.append(f"legal form {form['asked']} is not {form['listed']}")
    elif form["how"] == "one side":
        said.append(f"legal form only on one side: {form['asked'] or form['listed']}")
    if names["name_kind"] != "strong":
        said.append(f"the list calls this name {names['name_kind']}")
    return "; ".join([*said, *(n.rstrip(".") for n in names["notes"])])


def _would_change(
    party: Party, listed: Listed, remarks: Sequence[Remark], detail: dict[str, Any]
) -> list[str]:
    known = {r.about for r in remarks}
    said = []
    if listed.dates and "birth date" not in known:
        said.append(
            f"The list gives the date {listed.dates[0]}: the same raises, another lowers it."
        )
    if listed.identifiers and "identifier" not in known:
        said.append(f"The list gives {listed.identifiers[0]}: an equal number settles it.")
    if listed.countries and "country" not in known:
        said.append(f"The list gives {', '.join(listed.countries)}: another country lowers it.")
    if left := detail.get("left_asked"):
        words = ", ".join(w["word"] for w in left)
        said.append(f"It would be higher if the list also said {words}.")
    return said or [f"Only an equal identifier (score {SAME_IDENTIFIER}) or other evidence."]
