"""Issues, kept by what produced them, so that reading again replaces them."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from enduse.model import Issue, Locator
from enduse.store.tables import issue


def replace_issues(connection: Connection, subject: str, found: Iterable[Issue]) -> int:
    """Store the issues of one subject (a source, a bundle), instead of its earlier ones."""
    connection.execute(delete(issue).where(issue.c.subject == subject))
    return add_issues(connection, subject, found)


def add_issues(connection: Connection, subject: str, found: Iterable[Issue]) -> int:
    """Store more issues of one subject.

    Returns:
        How many.
    """
    rows = [
        {
            "subject": subject,
            "source": one.where.source,
            "start": one.where.start,
            "end": one.where.end,
            "part": one.where.part,
            "field": one.where.field,
            "message": one.message,
            "value": one.value[:200],
        }
        for one in found
    ]
    if rows:
        connection.execute(insert(issue), rows)
    return len(rows)


def issues(connection: Connection) -> list[Issue]:
    """All issues in the order in which they were met."""
    rows = connection.execute(select(issue).order_by(issue.c.seq))
    return [
        Issue(Locator(r.source, r.start, r.end, r.part, r.field), r.message, r.value) for r in rows
    ]
