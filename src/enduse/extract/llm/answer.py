"""A model's answer, read strictly: what has not the agreed form is left out with a reason."""

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from enduse.extract.attribution.model import KINDS
from enduse.extract.llm.question import BOUNDS, MODALITIES, POLARITIES, SCHEMATA
from enduse.model import Named, Voice

__all__ = ["Proposed", "Unusable", "proposals", "read_proposal"]

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")
_MOST_CLAIMS = 500
_MOST_VOICES = 8


class Unusable(Exception):
    """An answer, or one claim of it, that has not the agreed form; the message says why."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A claim as the model proposes it, before anything of it has been found in the text."""

    quote: str
    sentence: str
    subject: Named
    predicate: str
    object: Named | None
    value: float | None
    unit: str | None
    bound: str | None
    attribution: tuple[tuple[Voice, ...], ...]
    attribution_cue: str | None
    polarity: str
    modality: str
    hedge: str | None
    date: str | None


def proposals(answer: str) -> list[Any]:
    """Return the claims of an answer, unread.

    Raises:
        Unusable: The answer is no JSON object with a list of claims.
    """
    try:
        read = json.loads(answer.strip().removeprefix("```json").strip("`\n "))
    except (ValueError, RecursionError) as error:
        raise Unusable("The answer is not JSON") from error
    claims = read.get("claims") if isinstance(read, dict) else None
    if not isinstance(claims, list):
        raise Unusable("The answer holds no list of claims")
    if len(claims) > _MOST_CLAIMS:
        raise Unusable(f"The answer holds more than {_MOST_CLAIMS} claims")
    return claims


def read_proposal(raw: Any, predicates: Mapping[str, str]) -> Proposed:
    """Read one claim of an answer.

    Raises:
        Unusable: A field is missing, of the wrong type, or a word outside its list.
    """
    if not isinstance(raw, dict):
        raise Unusable("The claim is no object")
    return Proposed(
        quote=_text(raw, "quote"),
        sentence=_text(raw, "sentence", empty=True),
        subject=_named(raw.get("subject"), "subject"),
        predicate=_word(raw, "predicate", tuple(predicates)),
        object=None if raw.get("object") is None else _named(raw["object"], "object"),
        value=_number(raw.get("value")),
        unit=_optional(raw, "unit"),
        bound=None if raw.get("bound") is None else _word(raw, "bound", BOUNDS),
        attribution=_chains(raw.get("attribution")),
        attribution_cue=_optional(raw, "attribution_cue"),
        polarity=_word(raw, "polarity", POLARITIES),
        modality=_word(raw, "modality", MODALITIES),
        hedge=_optional(raw, "hedge"),
        date=_date(_optional(raw, "date")),
    )


def _text(raw: Mapping[str, Any], key: str, *, empty: bool = False) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not (empty or value.strip()):
        raise Unusable(f"Its {key} is no text")
    return value


def _optional(raw: Mapping[str, Any], key: str) -> str | None:
    return None if raw.get(key) in (None, "") else _text(raw, key)


def _word(raw: Mapping[str, Any], key: str, known: Sequence[str]) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or value not in known:
        raise Unusable(f"Its {key} is not one of the words we know")
    return value


def _named(raw: Any, key: str) -> Named:
    if not isinstance(raw, dict):
        raise Unusable(f"Its {key} is no object")
    schema = raw.get("schema")
    if schema is not None and schema not in SCHEMATA:
        raise Unusable(f"The schema of its {key} is not one of the words we know")
    return Named(_text(raw, "text"), schema)


def _number(raw: Any) -> float | None:
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise Unusable("Its value is no number")
    try:
        value = float(raw)
    except OverflowError as error:
        raise Unusable("Its value is no finite number") from error
    if not math.isfinite(value):
        raise Unusable("Its value is no finite number")
    return value


def _date(date: str | None) -> str | None:
    if date is not None and not _DATE.fullmatch(date):
        raise Unusable("Its date is not an ISO date")
    return date


def _chains(raw: Any) -> tuple[tuple[Voice, ...], ...]:
    if raw is None:
        return ()
    if not isinstance(raw, list) or len(raw) > _MOST_VOICES:
        raise Unusable("Its attribution is no list of chains")
    return tuple(_chain(chain) for chain in raw)


def _chain(raw: Any) -> tuple[Voice, ...]:
    if not isinstance(raw, list) or not 0 < len(raw) <= _MOST_VOICES:
        raise Unusable("Its attribution is no list of chains")
    voices = []
    for one in raw:
        if not isinstance(one, dict):
            raise Unusable("A voice of its attribution is no object")
        voices.append(Voice(_text(one, "name"), _word(one, "kind", KINDS)))
    return tuple(voices)
