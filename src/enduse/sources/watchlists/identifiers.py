"""Identifiers by their kind: put into the right FtM property, check digits tried."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from importlib.resources import files
from typing import Any

import yaml

_CHECKS = {
    "innCode": "stdnum.ru.inn",
    "ogrnCode": "stdnum.ru.ogrn",
    "uscCode": "stdnum.cn.uscc",
    "leiCode": "stdnum.lei",
    "imoNumber": "stdnum.imo",
    "isinCode": "stdnum.isin",
    "swiftBic": "stdnum.bic",
}
_SHOWN = {
    "innCode": "INN",
    "ogrnCode": "OGRN",
    "uscCode": "USCC",
    "leiCode": "LEI",
    "imoNumber": "IMO number",
    "isinCode": "ISIN",
    "swiftBic": "BIC",
}
_PLAIN = {"innCode": "taxNumber", "imoNumber": "registrationNumber"}
_NATIONAL = ("innCode", "ogrnCode", "uscCode", "leiCode")
_SPACES = re.compile(r"[\s\u00a0]+")


@dataclass(frozen=True, slots=True)
class Identifier:
    """What became of an identifier.

    Attributes:
        prop: FtM property.
        value: In FtM form.
        fault: What is wrong with it, one sentence; "" where nothing is.
    """

    prop: str
    value: str
    fault: str = ""


@cache
def labels() -> Mapping[str, Any]:
    """Labels of identifiers in lower case: the property, and that of a Russian number."""
    text = files(__package__).joinpath("identifiers.yml").read_text("utf-8")
    return {str(key): value for key, value in yaml.safe_load(text).items()}


@cache
def _module(prop: str) -> Any:
    return import_module(_CHECKS[prop])


def compact(value: str) -> str:
    """The identifier without spaces, and an IMO number without its letters."""
    bare = _SPACES.sub("", value)
    return re.sub(r"^IMO(?:NO|NUMBER)?[.:#]*", "", bare, flags=re.I)


@lru_cache(maxsize=8192)
def is_sound(prop: str, value: str) -> bool:
    """Whether form and check digits of an identifier hold; True for kinds that have none.

    Example:
        >>> is_sound("innCode", "3849055365"), is_sound("innCode", "3849055366")
        (True, False)
    """
    if prop not in _CHECKS:
        return True
    if prop == "imoNumber" and _is_company_imo(value):
        return True
    return bool(_module(prop).is_valid(value))


def _is_company_imo(value: str) -> bool:
    # IMO numbers of companies have weights of their own (IMO resolution MSC.160(78)).
    if len(value) != 7 or not value.isdigit():
        return False
    total = sum(int(d) * w for d, w in zip(value, (8, 6, 4, 2, 9, 7), strict=False))
    return int(value[6]) == (11 - total % 11) % 10


def _ftm_form(prop: str, value: str) -> str:
    if prop == "imoNumber":
        return f"IMO{value}"
    return value.upper() if prop in ("leiCode", "uscCode", "swiftBic", "isinCode") else value


def identifier(prop: str, value: str) -> Identifier:
    """Check an identifier of a known kind.

    Args:
        prop: FtM property that the list's label stands for.
        value: As written.

    Returns:
        The identifier; one whose check digits fail is kept under the plain property of its
        kind, as written, with the fault.

    Example:
        >>> identifier("imoNumber", "IMO 8858087").value
        'IMO8858087'
        >>> identifier("innCode", "1197746546282").fault
        'This INN is an OGRN by its form and check digit; it was kept as a plain number.'
    """
    written = " ".join(value.split())
    if prop == "socialSecurityNumber":
        return Identifier(prop, written.replace("-", ""))
    if prop not in _CHECKS:
        return Identifier(prop, written)
    bare = compact(written)
    if is_sound(prop, bare):
        return Identifier(prop, _ftm_form(prop, bare))
    plain, kind = _PLAIN.get(prop, "registrationNumber"), _SHOWN[prop]
    for other in ("innCode", "ogrnCode", "uscCode"):
        if prop in _NATIONAL and other != prop and is_sound(other, bare):
            fault = f"This {kind} is an {_SHOWN[other]} by its form and check digit; "
            return Identifier(plain, written, fault + "it was kept as a plain number.")
    fault = f"The form or check digit of this {kind} does not hold; "
    return Identifier(plain, written, fault + "it was kept as a plain number.")


def labelled(label: str, value: str, country: str | None, schema: str) -> Identifier | None:
    """Type an identifier by the label that a list prints before it.

    Args:
        label: "Tax ID No.", "Passport", "Registration Number"... in any case.
        value: As written.
        country: FtM code of the issuing country, if stated.
        schema: FtM schema of the holder.

    Returns:
        The identifier; None for a label that is not known.

    Example:
        >>> labelled("Tax ID No.", "3849055365", "ru", "Organization").prop
        'innCode'
    """
    found = labels().get(label.lower().strip(" .:#"))
    if found is None:
        return None
    prop = str(found.get(country or "", found[""]) if isinstance(found, dict) else found)
    if schema == "Person" and isinstance(found, dict):
        prop = str(found.get("person", prop))
    if prop == "ogrnCode" and len(compact(value)) < 13 and compact(value).isdigit():
        # Before 2002, and for branches, Russian registers gave other numbers.
        return _before_ogrn(value)
    return identifier(prop, value)


def _before_ogrn(value: str) -> Identifier:
    bare = compact(value)
    fault = ""
    if len(bare) in (10, 12) and is_sound("innCode", bare):
        fault = "This registration number is an INN by its form and check digit; "
        fault += "it was kept as a plain number."
    return Identifier("registrationNumber", " ".join(value.split()), fault)
