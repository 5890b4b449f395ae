"""One entity in the making: its statements, each with its evidence."""

from collections.abc import Callable, Iterator

from enduse.model import Evidence, Issue, Locator, Statement
from enduse.sources.registers.values import country, iso_date, one_line

SHOWN = 200


class Draft:
    """Collects the statements of one entity of a register in the order of its record.

    Args:
        entity_id: Id with our prefix.
        schema: FtM schema.
        reader: Name of the register; it is the dataset too.
        origin: The record as a whole: what proves that the entity is there.
    """

    __slots__ = ("_issues", "_origin", "_reader", "_seen", "_statements", "entity_id", "schema")

    def __init__(self, entity_id: str, schema: str, reader: str, origin: Evidence) -> None:
        self.entity_id, self.schema, self._reader = entity_id, schema, reader
        self._origin = f"reader:{reader}"
        self._statements: list[Statement] = []
        self._issues: list[Issue] = []
        self._seen: set[tuple[str, str]] = set()
        self.add("id", entity_id, origin, written=entity_id)

    def add(
        self,
        prop: str,
        value: str,
        evidence: Evidence,
        *,
        written: str = "",
        lang: str | None = None,
    ) -> None:
        """Say that the entity has this value; empty and repeated values are passed over.

        Args:
            prop: FtM property.
            value: In FtM form.
            evidence: The words.
            written: The value as written, where it is not the quotation.
            lang: ISO 639-3.
        """
        if not value or (prop, value) in self._seen:
            return
        self._seen.add((prop, value))
        if "\ufffd" in value or "\0" in value:
            message = "Some characters of this value are no text in the encoding of the file."
            self.issue(evidence.locator, message, value)
        words = written or evidence.quote
        original = None if words == value else words[:SHOWN]
        self._statements.append(
            Statement(
                self.entity_id, self.schema, prop, value, self._reader,
                evidence, original, lang, self._origin,
            )
        )  # fmt: skip

    def text(self, prop: str, value: str, evidence: Evidence) -> None:
        """Add a text in one line; the evidence is this value's own place."""
        self.add(prop, one_line(value), evidence)

    def text_of(self, prop: str, value: str, evidence: Evidence) -> None:
        """Add a text in one line that stands somewhere in a wider place."""
        self.add(prop, one_line(value), evidence, written=value)

    def has(self, prop: str) -> bool:
        """The entity has a value of this property."""
        return any(seen == prop for seen, _ in self._seen)

    def beside(self, entity_id: str, schema: str, evidence: Evidence) -> "Draft":
        """Another entity that the same record of the same register tells of."""
        return Draft(entity_id, schema, self._reader, evidence)

    def date(self, prop: str, value: str, evidence: Evidence) -> None:
        """Add a date; what is no date of the calendar becomes an issue."""
        self._checked(prop, value, evidence, iso_date, "is no date of the calendar")

    def country(self, prop: str, value: str, evidence: Evidence) -> None:
        """Add a country; an unknown one becomes an issue."""
        self._checked(prop, value, evidence, country, "is no country we know")

    def _checked(
        self,
        prop: str,
        value: str,
        evidence: Evidence,
        clean: Callable[[str], str | None],
        fault: str,
    ) -> None:
        if not value.strip():
            return
        if (good := clean(value)) is None:
            self.issue(evidence.locator, f"{value[:SHOWN]!r} {fault}; it was left out.", value)
        else:
            self.add(prop, good, evidence)

    def issue(self, where: Locator, message: str, value: str = "") -> None:
        """Report what was not understood."""
        self._issues.append(Issue(where, message, value[:SHOWN]))

    def done(self) -> Iterator[Statement | Issue]:
        """The statements of the entity, then what was not understood of it."""
        yield from self._statements
        yield from self._issues
