"""The Russian word lists beside this module, as patterns."""

import re
from functools import lru_cache
from importlib.resources import files

import yaml

from enduse.extract.russian.morphology import is_place

LEGAL_FORM = (
    r"(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ИП|ФГУП|ФГБУ|ГУП|МУП|НПО|НПП|НПК|НПЦ|ОКБ|КБ|ГК|ТД|УК|ЧП|ТОО|СП"
    r"|НИИ|ГНЦ"
    r"|[Аа]кционерн\w+ обществ\w+|[Оо]бществ\w+ с ограниченной ответственностью)"
)
LATIN_FORM = (
    r"(?:Ltd|Limited|LLC|Inc|Corp(?:oration)?|GmbH|AG|S\.A|FZE|FZCO|FZ-LLC|DMCC|Co|Company"
    r"|Group|JSC|PLC"
    r"|Trading|Holdings?|Pte|Sdn Bhd|Oy|AB|BV|B\.V|s\.r\.o|OU)"
)
_ENDING = (
    r"(?:[аеиоуыэюяйьё]|ов|ев|ам|ям|ах|ях|ами|ями|ом|ем|ём|ой|ей|ёй|ью|ии|ия|ию|ие|ий|ией|иям"
    r"|иях|иями"
    r"|ые|ых|ый|ого|ому|ым|ыми|ка|ки|ке|ку|кой|ок|ца|цу|цем|цы|ец)?"
)
ADJECTIVE = (
    r"(?!(?:эт|так|друг|сам|вс|котор|крупн|сво|наш|ваш|данн|перв|втор|трет|одн|кажд|люб|бывш"
    r"|нов|стар|ин"
    r"|последн|нынешн|тепереш|мног|больш|глав|лучш|как|никак|каки|некотор|соответств|собственн)\w*)"
    r"[а-яё-]+(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми|ий|его|ему|им|ем|яя|ей|юю|ее|ие|их|ими)"
)
COUNTRY_ADJECTIVE = r"[а-яё-]+(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)"


@lru_cache(maxsize=1)
def _lists() -> dict[str, tuple[str, ...]]:
    text = files("enduse.extract.russian").joinpath("words.yml").read_text("utf-8")
    loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    return {
        name: tuple(sorted(words.split(), key=len, reverse=True)) for name, words in loaded.items()
    }


@lru_cache(maxsize=16)
def stems(*names: str) -> str:
    """A pattern for a word that begins with a stem of these lists, either case of its first."""
    words = sorted({w for n in names for w in _lists()[n]}, key=len, reverse=True)
    return "(?i:" + "|".join(re.escape(w) for w in words) + rf"){_ENDING}(?!\w|-\w)"


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Adjectives of countries, as stems, to ISO 3166 alpha-2."""
    text = files("enduse.extract.russian").joinpath("countries.yml").read_text("utf-8")
    loaded: dict[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


@lru_cache(maxsize=1)
def _of_places() -> tuple[dict[str, str], dict[str, str]]:
    text = files("enduse.extract.russian").joinpath("adjectives.yml").read_text("utf-8")
    loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded["countries"], loaded["cities"]


_PLACE_ADJECTIVE = re.compile(
    r"(?P<stem>[а-яё-]+(?:ск|цк)|подмосковн|иногородн)(?:ий|ый|ая|ое|ые|ых|ую|ым|ыми|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)"
)


@lru_cache(maxsize=1024)
def place_of(adjective: str) -> tuple[str, str] | None:
    """The place that an adjective is made of, and the predicate of who is called by it.

    Example:
        >>> place_of("кипрской"), place_of("Варшавская"), place_of("морской")
        (('Кипр', 'jurisdiction'), ('Варшава', 'headquartered_in'), None)
    """
    countries_, cities = _of_places()
    match = _PLACE_ADJECTIVE.fullmatch(adjective.lower())
    if match is None:
        return None
    if match["stem"] in countries_:
        return countries_[match["stem"]], "jurisdiction"
    city = cities.get(match["stem"]) or _town(match["stem"])
    return (city, "headquartered_in") if city else None


# What the adjective of a town may have lost or got: «омский», «самарский», «казанский».
_ENDINGS = ("ск", "цк", "", "а", "ь", "и", "ы", "о", "ия", "ово", "ево", "ино")


def _town(stem: str) -> str | None:
    """The town that the dictionary knows and that an adjective may be made of."""
    if stem in _NO_TOWNS or stem.endswith("ческ"):
        return None
    bare = stem[:-2]
    roots = (bare, bare.removesuffix("ь"), bare.removesuffix("ин"), bare + stem[-2:])
    for root in roots:
        for ending in _ENDINGS:
            town = root + ending
            if len(root) > 2 and is_place(town):
                return town.capitalize()
    return None


_NO_TOWNS = frozenset("советск русск морск городск донск заводск мирск".split())


@lru_cache(maxsize=1)
def country_adjective() -> re.Pattern[str]:
    """Matches the adjective of a country; group "stem" leads to its code."""
    stem = "|".join(sorted(countries(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?P<stem>(?i:{stem}))(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)(?![\w-])"
    )
