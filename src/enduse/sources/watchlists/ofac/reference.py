"""Words behind the numbers of SDN_ADVANCED: its reference value sets."""

from collections.abc import Mapping

from enduse.sources.xml_records import Element


class Reference:
    """What an id means, by the name of the element that defines it ("FeatureType")."""

    __slots__ = ("_words", "countries", "parties")

    def __init__(self) -> None:
        self._words: dict[str, dict[str, str]] = {}
        self.parties: dict[str, str] = {}
        self.countries: dict[str, str] = {}

    def take(self, sets: Element) -> None:
        """Take in the value sets; they stand before everything that uses them."""
        for values in sets.children:
            for one in values.children:
                self._words.setdefault(one.tag, {})[one.get("ID")] = one.text
                if one.tag == "PartySubType":
                    self.parties[one.get("ID")] = one.get("PartyTypeID")
                elif one.tag == "Country":
                    self.countries[one.get("ID")] = one.get("ISO2") or one.text

    def word(self, kind: str, ident: str) -> str:
        """The word for an id; "" where the file defines none."""
        return self._words.get(kind, {}).get(ident, "")

    def words(self, kind: str) -> Mapping[str, str]:
        """All ids of a kind."""
        return self._words.get(kind, {})

    def schema(self, sub_type: str) -> str:
        """FtM schema for a sub-type of party."""
        sub = self.word("PartySubType", sub_type).lower()
        kind = self.word("PartyType", self.parties.get(sub_type, "")).lower()
        if sub in ("vessel", "aircraft"):
            return "Vessel" if sub == "vessel" else "Airplane"
        return {"individual": "Person", "entity": "Organization"}.get(
            kind,
            {"3": "Organization", "4": "Person", "1": "Vessel", "2": "Airplane"}.get(
                sub_type, "LegalEntity"
            )
            if not kind
            else "LegalEntity",
        )
