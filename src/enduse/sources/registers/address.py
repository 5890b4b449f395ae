"""An address as an entity of its own, in parts, and as one line on its holder."""

import hashlib
from dataclasses import dataclass

from enduse.model import Evidence
from enduse.sources.registers.draft import Draft
from enduse.sources.registers.values import address_line, country


@dataclass(frozen=True, slots=True)
class Parts:
    """An address as the register gives it; empty where it says nothing."""

    full: str
    street: str = ""
    city: str = ""
    region: str = ""
    postal: str = ""
    country: str = ""


def address_entity(holder: Draft, parts: Parts, evidence: Evidence) -> Draft:
    """Put an address on its holder, and make the entity that holds its parts.

    Args:
        holder: Whose address it is; gets `address`, `addressEntity` and `country`.
        parts: The address.
        evidence: The place of the whole address.

    Returns:
        The address; the same parts always have the same id.
    """
    prefix = holder.entity_id.partition("-")[0]
    key = "|".join((parts.full, parts.city, parts.postal, parts.country)).casefold()
    digest = hashlib.sha256(key.encode("utf-8")).hexdigest()[:16]
    made = holder.beside(f"{prefix}-addr-{digest}", "Address", evidence)
    line = address_line(parts.full)
    holder.add("address", line, evidence, written=parts.full)
    holder.add("addressEntity", made.entity_id, evidence)
    made.add("full", line, evidence, written=parts.full)
    for prop, value in (
        ("street", parts.street),
        ("city", parts.city),
        ("region", parts.region),
        ("postalCode", parts.postal),
    ):
        made.text_of(prop, value, evidence)
    if parts.country:
        holder.country("country", parts.country, evidence)
        if code := country(parts.country):
            made.add("country", code, evidence)
    return made
