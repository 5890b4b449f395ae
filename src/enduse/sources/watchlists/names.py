"""Which listed party a name in a "Linked To" means."""


def _key(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(".")


class NameIndex:
    """Strong names of all listed parties, to resolve a name to one of them."""

    __slots__ = ("_ids",)

    def __init__(self) -> None:
        self._ids: dict[str, set[str]] = {}

    def add(self, party_id: str, name: str) -> None:
        """Say that a party bears a name, as the list writes it."""
        if name:
            self._ids.setdefault(_key(name), set()).add(party_id)

    def only(self, name: str, *, but: str) -> str | None:
        """The one party that bears this name; None where there is none, or more than one.

        Args:
            name: As written after "Linked To:".
            but: The party whose remark it is; a party is not linked to itself.

        Example:
            >>> index = NameIndex()
            >>> index.add("ofac-1", "HAMAS")
            >>> index.only("Hamas", but="ofac-2"), index.only("FATAH", but="ofac-2")
            ('ofac-1', None)
        """
        ids = self._ids.get(_key(name), set()) - {but}
        return next(iter(ids)) if len(ids) == 1 else None
