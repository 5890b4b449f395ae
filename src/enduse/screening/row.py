"""One row of a table of parties: its cells as a party, or what is wrong with it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from enduse.errors import UnknownName
from enduse.screening.party import Party
from enduse.screening.screen import has_words

NAME_COLUMNS = ("query", "name")
COLUMNS = (*NAME_COLUMNS, "schema", "birth_date", "country", "identifier", "address")


class Row(NamedTuple):
    """One row.

    Attributes:
        number: Its place, from 1.
        id: As the table gives it; the number where it gives none.
        asked: Who is asked about, shared by all rows that ask the same and so without their
            ids; None where the row cannot be screened.
        issue: What was wrong with it; empty where nothing was.
        key: Equal for two rows that have the same answer; empty where there is none.
    """

    number: int
    id: Any
    asked: Party | None
    issue: str = ""
    key: bytes = b""
    own_id: str = ""

    @property
    def party(self) -> Party | None:
        """Who is asked about, under the id of this row."""
        return replace(self.asked, id=self.own_id) if self.asked and self.own_id else self.asked


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
    values = tuple([_hashable(cells.get(name)) for name in COLUMNS])
    return row_of_values(cells.get("id"), values, number)


def row_of_values(given: Any, values: tuple[Any, ...], number: int) -> Row:
    """Read one row, as `row_of` does, from its id and the values of COLUMNS in their order."""
    row_id = number if given is None or given == "" else given
    asked, problems, key = _read(*values)
    issue = " ".join([f"Row {number}: {problem}" for problem in problems]) if problems else ""
    return Row(number, row_id, asked, issue, key, _text(given) or "")


@lru_cache(maxsize=300_000)
def _read(*cells: Any) -> tuple[Party | None, tuple[str, ...], bytes]:
    """The party of a row, what was wrong with it, and its key; read once for equal rows."""
    query, name, schema, birth_date, country, identifier, address = cells
    name = query if query is not None else name if name is not None else ""
    if not isinstance(name, str):
        return None, ("the name is no text.",), b""
    problems = []

    def of_schema(named: str | None) -> Party:
        return Party(
            name, named, (), _text(birth_date), _several(country), _several(identifier),
            _text(address),
        )  # fmt: skip

    try:
        party = of_schema(_text(schema))
    except UnknownName as error:
        problems.append(f"{error.what} It was screened without one.")
        party = of_schema(None)
    if "\ufffd" in name:
        problems.append("characters of the name were not UTF-8.")
    if not has_words(party):
        return None, ("there is nothing to compare in the name.",), b""
    p = party
    # As bytes it is hashed once, for all rows that share it.
    key = repr((p.name, p.schema, p.birth_date, p.country, p.identifiers, p.address)).encode()
    return party, tuple(problems), key


def _hashable(value: object) -> Any:
    if isinstance(value, list):
        return tuple(str(one) for one in value)
    return repr(value) if isinstance(value, dict) else value


def _text(value: object) -> str | None:
    return str(value).strip() or None if value is not None else None


def _several(value: object) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, list | tuple):
        return tuple(str(v) for v in value)
    return tuple(p.strip() for p in str(value).replace(";", ",").split(",") if p.strip())
