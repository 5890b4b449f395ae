"""One row of a table of parties: its cells as a party, or what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from enduse.errors import UnknownName
from enduse.screening.party import Party
from enduse.screening.screen import has_words

NAME_COLUMNS = ("query", "name")


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        number: Its place, from 1.
        id: As the table gives it; the number where it gives none.
        party: Who is asked about; None where the row cannot be screened.
        issue: What was wrong with it; empty where nothing was.
    """

    number: int
    id: Any
    party: Party | None
    issue: str = ""

    @property
    def key(self) -> tuple[Any, ...]:
        """What must be equal for two rows to have the same answer."""
        p = self.party
        if p is None:
            return ()
        return (p.name, p.schema, p.birth_date, p.country, p.identifiers, p.address)


def row_of(cells: Mapping[str, Any], number: int) -> Row:
    """Read the cells of one row.

    Args:
        cells: By column: `query` (or `name`), and where given `id, schema, birth_date, country,
            identifier, address`; several values as a list, or with commas or semicolons.
        number: Place of the row, from 1.

    Returns:
        The party, or the issue that keeps it from being screened.

    Example:
        >>> row_of({"id": "a", "query": "Ann Example", "country": "by;ru"}, 1).party.country
        ('by', 'ru')
    """
    row_id = number if cells.get("id") in (None, "") else cells["id"]
    name = next((cells[n] for n in NAME_COLUMNS if cells.get(n) is not None), "")
    if not isinstance(name, str):
        return Row(number, row_id, None, f"Row {number}: the name is no text.")
    schema, issue = _text(cells.get("schema")), ""
    party = Party(
        name,
        birth_date=_text(cells.get("birth_date")),
        country=_several(cells.get("country")),
        identifiers=_several(cells.get("identifier")),
        address=_text(cells.get("address")),
        id=_text(cells.get("id")) or "",
    )
    try:
        party = replace(party, schema=schema)
    except UnknownName as error:
        issue = f"Row {number}: {error.what} It was screened without one."
    if "\ufffd" in name:
        issue = f"{issue} Row {number}: characters of the name were not UTF-8.".lstrip()
    if not has_words(party):
        return Row(number, row_id, None, f"Row {number}: there is nothing to compare in the name.")
    return Row(number, row_id, party, issue)


def _text(value: object) -> str | None:
    return str(value).strip() or None if value is not None else None


def _several(value: object) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, list | tuple):
        return tuple(str(v) for v in value)
    return tuple(p.strip() for p in str(value).replace(";", ",").split(",") if p.strip())
