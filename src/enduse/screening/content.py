"""Hashes of what is said of somebody, by a list or by whoever asks."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import orjson


def print_of_entity(schema: str, properties: Mapping[str, Sequence[str]]) -> str:
    """Fingerprint of everything a list says of an entity."""
    return hashed([schema, {key: sorted(map(str, held)) for key, held in properties.items()}])


def hashed(value: Any) -> str:
    """Hash JSON values, whatever the order of their keys: 32 hex digits."""
    # 128 bits: no two records share one, neither by chance nor by craft.
    written = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    return hashlib.blake2b(written, digest_size=16).hexdigest()
