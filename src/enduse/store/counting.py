"""How much a case holds."""

from sqlalchemy import Connection, func, select

from enduse.store.tables import claim, finding, issue, party, source

_COUNTED = {
    "sources": source,
    "claims": claim,
    "parties": party,
    "findings": finding,
    "issues": issue,
}


def counts(connection: Connection) -> dict[str, int]:
    """Rows by what they are."""
    return {
        name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
        for name, table in _COUNTED.items()
    }
