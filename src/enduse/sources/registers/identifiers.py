"""Identifiers by their scheme: put into the right property, check digits tried."""

from functools import cache
from importlib import import_module
from importlib.resources import files

import yaml

from enduse.model import Evidence
from enduse.sources.registers.draft import Draft
from enduse.sources.registers.values import one_line

_CHECKS = {
    "leiCode": "stdnum.lei",
    "innCode": "stdnum.ru.inn",
    "ogrnCode": "stdnum.ru.ogrn",
    "uscCode": "stdnum.cn.uscc",
}
_ONLY_COMPANIES = ("kppCode", "imoNumber")


@cache
def _schemes() -> dict[str, str]:
    text = files(__package__).joinpath("identifiers.yml").read_text("utf-8")
    return dict(yaml.safe_load(text))


@cache
def _check(prop: str) -> object:
    return import_module(_CHECKS[prop])


def is_sound(prop: str, value: str) -> bool:
    """Whether the check digits of an identifier agree; True for kinds that have none.

    Example:
        >>> is_sound("leiCode", "PY6ZZQWO2IZFZC3IOL08"), is_sound("leiCode", "PY6ZZQWO2IZFZC3IOL09")
        (True, False)
    """
    if prop not in _CHECKS:
        return True
    return bool(_check(prop).is_valid(value))  # type: ignore[attr-defined]


def property_of(scheme: str, schema: str) -> str:
    """The FtM property for identifiers of a scheme on an entity of this schema."""
    scheme = scheme.strip().lower()
    if schema == "Person":
        if "passport" in scheme:
            return "passportNumber"
        return "taxNumber" if "taxid" in scheme else _schemes().get(scheme, "idNumber")
    prop = _schemes().get(scheme, "registrationNumber")
    return "registrationNumber" if prop in _ONLY_COMPANIES and schema != "Company" else prop


def identifier(draft: Draft, scheme: str, value: str, evidence: Evidence) -> None:
    """Add an identifier; one whose check digits fail is kept as a plain number and reported.

    Args:
        draft: Whose identifier it is.
        scheme: As the register names it ("XI-LEI", "GB-COH"); may be empty.
        value: As written.
        evidence: Its place.
    """
    number = one_line(value)
    prop = property_of(scheme, draft.schema)
    if not is_sound(prop, number):
        message = f"The check digits of this {prop} do not agree; it was kept as a plain number."
        draft.issue(evidence.locator, message, value)
        prop = "idNumber"
    draft.add(prop, number, evidence)
