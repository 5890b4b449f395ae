"""Large register files in the published shapes, made up from a fixed seed."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

_WORDS = (
    "north trading delta invest holding vector marine logistics alpha supply baltic energy sample "
    "union global orient technic export ural metal group service capital river stone bridge"
).split()
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def _name(dice: random.Random) -> str:
    return " ".join(dice.choices(_WORDS, k=3)).title() + " Limited"


def _lei(number: int) -> str:
    body = f"5299SAMPLE{number:08}"
    value = int("".join(str(int(one, 36)) for one in body + "00"))
    return f"{body}{98 - value % 97:02}"


def lei_xml(path: Path, count: int) -> None:
    """Level 1 records as XML."""
    dice = random.Random(1)
    with path.open("w", encoding="utf-8") as out:
        out.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<lei:LEIData xmlns:lei="http://www.gleif.org/data/schema/leidata/2016"><lei:LEIRecords>\n'
        )
        for number in range(count):
            home = "".join(
                f"<lei:{tag}>{text}</lei:{tag}>"
                for tag, text in (
                    ("FirstAddressLine", f"{dice.randint(1, 99)} {dice.choice(_WORDS)} street"),
                    ("City", dice.choice(_WORDS).title()),
                    ("Country", dice.choice(("GB", "DE", "RU", "CY"))),
                    ("PostalCode", str(dice.randint(10000, 99999))),
                )
            )
            out.write(
                f"<lei:LEIRecord><lei:LEI>{_lei(number)}</lei:LEI><lei:Entity>"
                f'<lei:LegalName xml:lang="en">{_name(dice)}</lei:LegalName>'
                f"<lei:LegalAddress>{home}</lei:LegalAddress>"
                f"<lei:HeadquartersAddress>{home}</lei:HeadquartersAddress>"
                f"<lei:RegistrationAuthority><lei:RegistrationAuthorityID>RA000585"
                f"</lei:RegistrationAuthorityID><lei:RegistrationAuthorityEntityID>{number:08}"
                f"</lei:RegistrationAuthorityEntityID></lei:RegistrationAuthority>"
                f"<lei:LegalJurisdiction>GB</lei:LegalJurisdiction>"
                f"<lei:EntityCategory>GENERAL</lei:EntityCategory><lei:LegalForm>"
                f"<lei:EntityLegalFormCode>H0PO</lei:EntityLegalFormCode></lei:LegalForm>"
                f"<lei:EntityStatus>ACTIVE</lei:EntityStatus>"
                f"<lei:EntityCreationDate>2010-01-01T00:00:00Z</lei:EntityCreationDate>"
                f"</lei:Entity><lei:Registration><lei:InitialRegistrationDate>2012-06-06T15:53:00Z"
                f"</lei:InitialRegistrationDate><lei:LastUpdateDate>2026-01-01T00:00:00Z"
                f"</lei:LastUpdateDate><lei:RegistrationStatus>ISSUED</lei:RegistrationStatus>"
                f"<lei:NextRenewalDate>2027-01-01T00:00:00Z</lei:NextRenewalDate>"
                f"<lei:ManagingLOU>5299000J2N45DDNE4Y28</lei:ManagingLOU></lei:Registration>"
                f"</lei:LEIRecord>\n"
            )
        out.write("</lei:LEIRecords></lei:LEIData>\n")


def rr_csv(path: Path, count: int) -> None:
    """Level 2 relationships as CSV."""
    dice = random.Random(2)
    node = "Relationship.{}.NodeID,Relationship.{}.NodeIDType"
    with path.open("w", encoding="utf-8") as out:
        out.write(
            f"{node.format('StartNode', 'StartNode')},{node.format('EndNode', 'EndNode')},"
            "Relationship.RelationshipType,Relationship.RelationshipStatus,"
            "Relationship.Period.1.startDate,Relationship.Period.1.endDate,"
            "Relationship.Period.1.periodType,Registration.LastUpdateDate\n"
        )
        for number in range(count):
            out.write(
                f"{_lei(number)},LEI,{_lei(dice.randrange(count))},LEI,IS_DIRECTLY_CONSOLIDATED_BY,"
                "ACTIVE,2012-11-29T00:00:00Z,,RELATIONSHIP_PERIOD,2026-01-01T00:00:00Z\n"
            )


def psc_lines(path: Path, count: int) -> None:
    """Lines of the PSC snapshot."""
    dice = random.Random(3)
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            company = f"{number * 2 // 3:08}"
            key = "".join(dice.choices(_LETTERS, k=27))
            data = {
                "address": {
                    "address_line_1": f"{dice.choice(_WORDS).title()} Road",
                    "country": "England",
                    "locality": "Sampleton",
                    "postal_code": "ZZ9 1AA",
                    "premises": str(dice.randint(1, 99)),
                },
                "country_of_residence": "England",
                "date_of_birth": {"month": dice.randint(1, 12), "year": 1977},
                "etag": key,
                "kind": "individual-person-with-significant-control",
                "links": {
                    "self": f"/company/{company}/persons-with-significant-control/individual/{key}"
                },
                "name": f"Mr {dice.choice(_WORDS).title()} {dice.choice(_WORDS).title()}",
                "name_elements": {"forename": "Sample", "surname": "Person", "title": "Mr"},
                "nationality": "British",
                "natures_of_control": [
                    "ownership-of-shares-25-to-50-percent",
                    "voting-rights-25-to-50-percent",
                ],
                "notified_on": "2016-04-06",
            }
            out.write(json.dumps({"company_number": company, "data": data}) + "\n")


def ftm_lines(path: Path, count: int) -> None:
    """Entities in the shape and size of OpenSanctions: about a kilobyte each."""
    with path.open("w", encoding="utf-8") as out:
        for entity in _entities(count):
            out.write(json.dumps(entity, ensure_ascii=False) + "\n")


def _entities(count: int) -> Iterator[dict[str, object]]:
    dice = random.Random(4)
    for number in range(count):
        name = f"{dice.choice(_WORDS)} {dice.choice(_WORDS)} {number}".title()
        yield {
            "id": f"NK-{number:022}",
            "caption": name,
            "schema": dice.choice(("Person", "Company", "LegalEntity")),
            "properties": {
                "name": [name, name.upper(), f"Пример {number}"],
                "alias": [f"{name} {word}" for word in dice.sample(_WORDS, 3)],
                "country": ["ru", "cy"],
                "topics": ["sanction"],
                "notes": ["Listed for reasons that take a sentence or two to state in full, "
                          f"under the programme of entry {number}."],
                "sourceUrl": [f"https://example.invalid/entry/{number}"],
                "idNumber": [f"{number:012}"],
                "address": [f"{dice.randint(1, 99)} {dice.choice(_WORDS)} street, Moscow, 101000"],
                "createdAt": ["2022-02-24"],
                "modifiedAt": ["2026-11-01"],
                "programId": ["UA-SA1644", "GB-RUS"],
            },
            "referents": [f"ofac-{number}", f"gb-fcdo-{number}"],
            "datasets": ["us_ofac_sdn", "gb_fcdo_sanctions"],
            "first_seen": "2023-04-20T10:14:56",
            "last_seen": "2026-11-20T18:44:01",
            "last_change": "2026-10-01T06:00:00",
            "target": True,
        }  # fmt: skip
