"""Labelled queries that no knob has seen: made anew from the list, of the published kinds.

The published queries chose the knobs; these tell how far the choice carries. Names in an original
script are taken out of the list before they are asked, so that only reading the script finds
them. A seed makes one set: one seed for choosing, another for reporting.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from bench.screening.published import clusters, lines
from bench.screening.romanisations import SCHEMES, romanised_by

Row = dict[str, Any]
CHOOSING, REPORTING = 20261101, 20261125
EACH, UNLISTED = 170, 600
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FORMS = frozenset(
    "llc ltd limited company co corporation corp inc jsc ojsc pjsc cjsc ooo oao pao zao ao gmbh "
    "fze fzco dmcc s.a s.a.s c.v de lda d.o.o sa sas cv doo plc pvt sal".split()
)
_ADDED = ("LLC", "Ltd", "Co Ltd", "Corp", "JSC", "GmbH")
_SCRIPTS = {"cyrillic": (0x400, 0x530), "arabic": (0x600, 0x700), "cjk": (0x3040, 0xD7A4)}


def names(row: Row) -> list[str]:
    """Strong names of a listed entity."""
    return [*row["properties"].get("name", ()), *row["properties"].get("alias", ())]


def script_of(text: str) -> str | None:
    """cyrillic, arabic or cjk; None for any other script."""
    for script, (first, last) in _SCRIPTS.items():
        if any(first <= ord(letter) < last for letter in text):
            return script
    return None


def make(data: Path, folder: Path, seed: int) -> None:
    """Write list.ftm.jsonl without the names held out, queries.jsonl and clusters.json."""
    random, listed, cluster = Random(seed), lines(data / "list.ftm.jsonl"), clusters(data)
    random.shuffle(listed)
    asked = [*_originals(listed, random), *_changed(listed, random)]
    rows = [
        {"id": f"f{at}", "query": text, "schema": row["schema"], "category": kind,
         "cluster": cluster.get(row["id"], row["id"])}
        for at, (kind, row, text) in enumerate(asked)
    ]  # fmt: skip
    rows += _recombined(listed, random)
    _write(folder / "list.ftm.jsonl", listed)
    _write(folder / "queries.jsonl", rows)
    (folder / "clusters.json").write_text(json.dumps(cluster), "utf-8")


def _write(path: Path, rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _originals(listed: list[Row], random: Random) -> Iterator[tuple[str, Row, str]]:
    """Names in their own script, taken out of the list; romanised otherwise, they stay in."""
    counts = dict.fromkeys(_SCRIPTS, 0)
    others = 0
    for row in listed:
        by_script: dict[str, list[str]] = {}
        for name in names(row):
            if script := script_of(name):
                by_script.setdefault(script, []).append(name)
        latin = [n for n in row["properties"].get("name", ()) if script_of(n) is None]
        for script, held in by_script.items():
            if latin and counts[script] < EACH:
                counts[script] += 1
                for key in ("name", "alias"):
                    kept = [n for n in row["properties"].get(key, ()) if n not in held]
                    row["properties"][key] = kept
                yield f"{script}_original", row, random.choice(held)
            elif script == "cyrillic" and row["schema"] == "Person" and others < EACH:
                others += 1
                text = romanised_by(random.choice(SCHEMES), held[0])
                yield "cyr_translit_variant", row, text.title()


def _changed(listed: list[Row], random: Random) -> Iterator[tuple[str, Row, str]]:
    """Listed Latin names as people write them."""
    kinds = {
        "exact": 0, "alias": 0, "typo1": 0, "typo2": 0, "reorder": 0, "drop_middle": 0,
        "initial_middle": 0, "split_join": 0, "drop_legal": 0, "add_legal": 0,
    }  # fmt: skip
    for row in random.sample(listed, len(listed)):
        kind = random.choice(list(kinds))
        if kinds[kind] == EACH:
            continue
        wanted = row["properties"].get("alias" if kind == "alias" else "name", ())
        latin = [n for n in wanted if script_of(n) is None and len(n) > 6]
        if latin and (text := changed(random.choice(latin), kind, row["schema"], random)):
            kinds[kind] += 1
            yield kind, row, text


def changed(name: str, kind: str, schema: str, random: Random) -> str | None:
    """The name with one kind of change; None where the kind does not fit the name."""
    words = name.split()
    person = schema == "Person"
    if kind in ("exact", "alias"):
        return name
    if kind in ("typo1", "typo2"):
        once = misspelt(name, random)
        return once if kind == "typo1" else misspelt(once, random)
    if kind == "drop_legal":
        kept = [w for w in words if not has_form(w)]
        return " ".join(kept) if not person and 1 < len(kept) < len(words) else None
    if kind == "add_legal":
        bare = schema in ("Organization", "Company") and not has_form(name)
        return f"{name} {random.choice(_ADDED)}" if bare and len(words) > 1 else None
    if not person or len(words) < (2 if kind in ("reorder", "split_join") else 3):
        return None
    if kind == "reorder":
        return " ".join([*words[1:], words[0]])
    if kind == "split_join":
        at = random.randrange(len(words) - 1)
        if random.random() < 0.7:
            return " ".join([*words[:at], words[at] + words[at + 1].lower(), *words[at + 2 :]])
        longest = max(words, key=len)
        cut = len(longest) // 2
        return name.replace(longest, f"{longest[:cut]} {longest[cut:]}", 1)
    middle = [f"{w[0]}." for w in words[1:-1]] if kind == "initial_middle" else []
    return " ".join([words[0], *middle[:1], words[-1]])


def has_form(text: str) -> bool:
    """Whether a word of a name is, or belongs to, a legal form."""
    return any(w.casefold().strip(",.") in _FORMS for w in text.split())


def misspelt(text: str, random: Random) -> str:
    """One letter left out, put in, changed or swapped with its neighbour."""
    at = random.randrange(1, len(text) - 1)
    how = random.randrange(4)
    if how == 0:
        return text[:at] + text[at + 1 :]
    if how == 1:
        return text[:at] + random.choice(_LETTERS) + text[at:]
    if how == 2:
        return text[:at] + random.choice(_LETTERS) + text[at + 1 :]
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _recombined(listed: list[Row], random: Random) -> list[Row]:
    """The beginning of one listed name with the end of another: nobody is to be found."""
    out: list[Row] = []
    known = {" ".join(n.casefold().split()) for row in listed for n in names(row)}
    for schemata, kind in ((("Person",), "person"), (("Organization", "Company"), "org")):
        pool = [
            n.split() for row in listed if row["schema"] in schemata
            for n in row["properties"].get("name", ()) if script_of(n) is None and " " in n
        ]  # fmt: skip
        made = 0
        while made < UNLISTED:
            one, other = random.choices(pool, k=2)
            text = " ".join([*one[: (len(one) + 1) // 2], *other[(len(other) + 1) // 2 :]])
            if kind == "person":
                text = " ".join([*one[:-1], other[-1]])
            if text.casefold() in known:
                continue
            made += 1
            row = {"id": f"n-{kind}-{made}", "query": text, "schema": schemata[0]}
            out.append(row | {"category": f"neg_{kind}_recomb", "cluster": None})
    return out
