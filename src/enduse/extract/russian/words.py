"""The Russian word lists beside this module, as patterns."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

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
    return "(?i:" + "|".join(re.escape(w) for w in words) + rf"){_ENDING}(?!\w)"


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Adjectives of countries, as stems, to ISO 3166 alpha-2."""
    text = files("enduse.extract.russian").joinpath("countries.yml").read_text("utf-8")
    loaded: dict[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


@lru_cache(maxsize=1)
def country_adjective() -> re.Pattern[str]:
    """Matches the adjective of a country; group "stem" leads to its code."""
    stem = "|".join(sorted(countries(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?P<stem>(?i:{stem}))(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)(?![\w-])"
    )


@lru_cache(maxsize=65_536)
def lemma(word: str) -> str:
    """The dictionary form of a word, lower case; of a name the nominative.

    Example:
        >>> lemma("Контура")
        'контур'
    """
    return str(_morph().parse(word.lower())[0].normal_form)


@lru_cache(maxsize=65_536)
def nominative(place: str) -> str | None:
    """The nominative of a place's name of one word, or None where the dictionary has none.

    Example:
        >>> nominative("Китае"), nominative("Нижнем Новгороде")
        ('Китай', None)
    """
    for parsed in _morph().parse(place.lower()) if place.istitle() and place.isalpha() else ():
        form = parsed.inflect({"nomn"}) if "Geox" in parsed.tag else None
        if form is not None:
            return str(form.word).capitalize()
    return None


@lru_cache(maxsize=65_536)
def is_adjective(word: str) -> bool:
    """Tell whether a word may be an adjective or a participle."""
    return any("ADJF" in p.tag or "PRTF" in p.tag for p in _morph().parse(word.lower())[:2])


@lru_cache(maxsize=65_536)
def is_plural(word: str) -> bool:
    """Tell whether the likeliest reading of a word is a plural."""
    return "plur" in _morph().parse(word.lower())[0].tag


@lru_cache(maxsize=1)
def _morph() -> Any:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pymorphy2 import MorphAnalyzer

        return MorphAnalyzer()
