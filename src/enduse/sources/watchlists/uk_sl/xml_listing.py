"""The XML of the UK list, brought into the columns of its table."""

from collections.abc import Iterator

from enduse.model import Issue, Locator
from enduse.sources.protocols import StoredFile
from enduse.sources.watchlists.place import XmlPlace
from enduse.sources.watchlists.uk_sl.listing import Listing, NameGiven
from enduse.sources.watchlists.xml_issues import issues_of
from enduse.sources.xml_records import Element, Fault, xml_records

RECORD = "Designation"
_COLUMNS = {
    "LastUpdated": "Last Updated",
    "OFSIGroupID": "OFSI Group ID",
    "UNReferenceNumber": "UN Reference Number",
    "Title": "Title",
    "RegimeName": "Regime Name",
    "IndividualEntityShip": "Designation Type",
    "DesignationSource": "Designation source",
    "SanctionsImposed": "Sanctions Imposed",
    "OtherInformation": "Other Information",
    "UKStatementofReasons": "UK Statement of Reasons",
    "PhoneNumber": "Phone number",
    "Website": "Website",
    "EmailAddress": "Email address",
    "DateDesignated": "Date Designated",
    "DOB": "D.O.B",
    "Nationality": "Nationality(/ies)",
    "NationalIdentifierNumber": "National Identifier number",
    "NationalIdentifierAdditionalInformation": "National Identifier additional information",
    "PassportNumber": "Passport number",
    "PassportAdditionalInformation": "Passport additional information",
    "Position": "Position",
    "Gender": "Gender",
    "TownOfBirth": "Town of birth",
    "CountryOfBirth": "Country of birth",
    "TypeOfEntity": "Type of entity",
    "Subsidiary": "Subsidiaries",
    "ParentCompany": "Parent company",
    "BusinessRegistrationNumber": "Business registration number (s)",
    "IMONumber": "IMO number",
    "CurrentOwnerOperator": "Current owner/operator (s)",
    "PreviousOwnerOperator": "Previous owner/operator (s)",
    "CurrentBelievedFlagOfShip": "Current believed flag of ship",
    "PreviousFlag": "Previous flags",
    "TypeOfShip": "Type of ship",
    "TypeOfShipDetails": "Type of ship",
    "TonnageOfShip": "Tonnage of ship",
    "TonnageOfShipDetails": "Tonnage of ship",
    "LengthOfShip": "Length of ship",
    "YearBuilt": "Year Built",
    "HullIdentificationNumber": "Hull identification number (HIN)",
    "NameNonLatinScript": "Name non-latin script",
    "NonLatinScriptType": "Non-latin script type",
    "NonLatinScriptLanguage": "Non-latin script language",
}


def xml_listings(file: StoredFile) -> Iterator[Listing | Issue]:
    """The designations of an XML file."""
    for record in xml_records(file.path, (RECORD,)):
        if isinstance(record, Fault):
            yield Issue(Locator(file.sha256, record.start, record.end), record.message, record.text)
            continue
        root = record.root
        ident = root.first("UniqueID")
        number = ident.text if ident else ""
        place = XmlPlace(file.sha256, f"record {number or record.number}", record)
        yield from issues_of(place)
        if ident is None or not number:
            yield Issue(place.whole(root).locator, "This record has no UniqueID; it was left out.")
            continue
        listing = Listing(number, place.text(ident))
        _take(listing, place, root)
        yield listing


def _take(listing: Listing, place: XmlPlace, element: Element) -> None:
    for child in element.children:
        if child.tag == "Name" and child.children:
            listing.take_name(_name(place, child))
        elif child.tag == "Address" and child.children:
            parts = {
                f"Address Line {one.tag[-1]}"
                if one.tag[-1].isdigit()
                else one.tag.replace("AddressPostalCode", "Address Postal Code").replace(
                    "AddressCountry", "Address Country"
                ): one.text
                for one in child.children
            }
            listing.take_address(parts, place.whole(child))
        elif child.children:
            _take(listing, place, child)
        elif child.tag in _COLUMNS and child.text:
            listing.take(_COLUMNS[child.tag], child.text, place.text(child))


def _name(place: XmlPlace, element: Element) -> NameGiven:
    words = {one.tag: one.text for one in element.children}
    parts = {
        f"Name {one.tag[-1]}": (one.text, place.text(one))
        for one in element.children
        if one.tag[:-1] == "Name" and one.tag[-1].isdigit() and one.text
    }
    return NameGiven(
        parts, words.get("NameType", ""), words.get("AliasStrength", ""), place.whole(element)
    )
