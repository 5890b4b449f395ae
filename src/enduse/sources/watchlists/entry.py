"""One entity of a watchlist in the making: its statements, each with its evidence."""

import hashlib
import re
from collections.abc import Iterable, Iterator

from enduse.model import Evidence, Issue, Statement

SHOWN = 200
_NAMES = frozenset({"name", "alias", "weakAlias", "previousName"})
_ADDRESSES = frozenset({"address", "full"})
_TIDIED = _NAMES | _ADDRESSES
_COMMAS = re.compile(r"(?:\s*,)+\s*(?=,|$)")


class Entry:
    """Collects the statements and issues of one entity, in the order of its record.

    Args:
        entity_id: The list's own id under our prefix.
        schema: FtM schema.
        dataset: Name of the list.
        proof: The words that say that the entity is on the list.
    """

    __slots__ = ("_origin", "_said", "dataset", "entity_id", "issues", "proof", "schema")

    def __init__(self, entity_id: str, schema: str, dataset: str, proof: Evidence) -> None:
        self.entity_id, self.schema, self.dataset = entity_id, schema, dataset
        self.proof = proof
        self._origin = f"reader:{dataset}"
        self.issues: list[Issue] = []
        first = Statement(
            entity_id, schema, "id", entity_id, dataset, proof, None, None, self._origin
        )
        self._said = [first]

    def add(
        self,
        prop: str,
        value: str,
        evidence: Evidence,
        written: str | None = None,
        lang: str | None = None,
    ) -> None:
        """Say that the entity has this value; an empty one is passed over.

        Args:
            prop: FtM property.
            value: In FtM form.
            evidence: The words.
            written: The value as written, where it is neither the value nor the quotation.
            lang: ISO 639-3 code, where the list states it.
        """
        if not value:
            return
        if not evidence.quote:
            # A cell that is missing has no words: then the record itself is the evidence.
            evidence = self.proof
        if prop in _TIDIED:
            value = _tidy(prop, value)
        words = evidence.quote if written is None else written
        original = None if words == value else words
        self._said.append(
            Statement(
                self.entity_id, self.schema, prop, value, self.dataset,
                evidence, original, lang, self._origin,
            )
        )  # fmt: skip

    def say(self, prop: str, value: str, evidence: Evidence) -> None:
        """Say what follows from the words without standing in them: who lists, who holds."""
        self.add(prop, value, evidence, written=value)

    def has(self, prop: str) -> bool:
        """The entity has a value of this property."""
        return any(one.prop == prop for one in self._said)

    def values(self, prop: str) -> list[str]:
        """The values of a property so far."""
        return [one.value for one in self._said if one.prop == prop]

    def beside(self, kind: str, schema: str, key: str, evidence: Evidence) -> "Entry":
        """Another entity that the same record tells of; the same key gives the same id."""
        digest = hashlib.sha1(f"{self.entity_id}|{kind}|{key}".encode(), usedforsecurity=False)
        prefix = self.entity_id.partition("-")[0]
        made = f"{prefix}-{kind}-{digest.hexdigest()[:16]}"
        return Entry(made, schema, self.dataset, evidence if evidence.quote else self.proof)

    def issue(self, evidence: Evidence, message: str) -> None:
        """Report what was not understood or cannot be right; the value stands in the evidence."""
        self.issues.append(Issue(evidence.locator, message, evidence.quote[:SHOWN]))

    def done(self) -> Iterator[Statement | Issue]:
        """The statements in order, then the issues."""
        yield from self._said
        yield from self.issues


def _tidy(prop: str, value: str) -> str:
    """A name or an address as FtM's own tools leave it: else it would change on its way."""
    if prop in _NAMES:
        value = " ".join(value.split())
        if len(value) > 2 and value[0] == value[-1] and value[0] in "'\"":
            value = value[1:-1].strip() or value
        return value
    return _COMMAS.sub("", " ".join(value.split()))


def told(entries: Iterable[Entry]) -> Iterator[Statement | Issue]:
    """The statements of several entities; of those with the same id, the first alone."""
    seen: set[str] = set()
    for entry in entries:
        if entry.entity_id not in seen:
            seen.add(entry.entity_id)
            yield from entry.done()


def repeated(entity_id: str, seen: dict[str, int]) -> str:
    """An id of its own for a record whose id came before in the same file.

    Args:
        entity_id: Id as the list gives it.
        seen: How often each id came; is counted up.

    Example:
        >>> seen: dict[str, int] = {}
        >>> repeated("un-7", seen), repeated("un-7", seen)
        ('un-7', 'un-7-again-1')
    """
    before = seen.get(entity_id, 0)
    seen[entity_id] = before + 1
    return f"{entity_id}-again-{before}" if before else entity_id
