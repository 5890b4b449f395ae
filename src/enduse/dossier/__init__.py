"""What the analyst hands over: findings with every citation."""

from enduse.dossier.view import (
    Dossier,
    ListEntry,
    ListRead,
    OwnershipLine,
    PartyPage,
    Record,
    SourceText,
    Told,
)
from enduse.dossier.write import write

__all__ = [
    "Dossier",
    "ListEntry",
    "ListRead",
    "OwnershipLine",
    "PartyPage",
    "Record",
    "SourceText",
    "Told",
    "write",
]
