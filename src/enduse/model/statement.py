"""The unit of fact: one value of one property of one entity, said by one source."""

import hashlib
from dataclasses import dataclass

from enduse.model.evidence import Evidence
from enduse.model.quick import quick


def statement_id(
    dataset: str, entity_id: str, prop: str, value: str, *, lang: str | None = None
) -> str:
    """FollowTheMoney's own key of a statement, so that its tools recognise ours.

    Returns:
        40 lowercase hex digits, equal to `followthemoney.Statement.make_key`.
    """
    suffix = "" if lang is None else f"@{lang}"
    key = f"{dataset}.{entity_id}.{prop}.{value}{suffix}"
    return hashlib.sha1(key.encode("utf-8"), usedforsecurity=False).hexdigest()


@quick
@dataclass(frozen=True, slots=True)
class Statement:
    """One value, with the words that say it (FtM: Statement; the evidence travels beside it).

    Attributes:
        entity_id: Whom it is about: the list's own id under our prefix ("ofac-46441").
        schema: FtM schema of that entity.
        prop: FtM property; "id" for the bare existence of the entity.
        value: The value in FtM form (ISO dates, lower-case country codes, ids of entities).
        dataset: Publisher's collection, in FtM's spelling ("us_ofac_sdn").
        evidence: The words of the source.
        original_value: The value as written, where `value` differs.
        lang: ISO 639-3 code of the value, where the source states it.
        origin: Which reader made it ("reader:us_ofac_sdn").
    """

    entity_id: str
    schema: str
    prop: str
    value: str
    dataset: str
    evidence: Evidence
    original_value: str | None = None
    lang: str | None = None
    origin: str | None = None

    @property
    def id(self) -> str:
        """FtM's key of this statement."""
        return statement_id(self.dataset, self.entity_id, self.prop, self.value, lang=self.lang)
