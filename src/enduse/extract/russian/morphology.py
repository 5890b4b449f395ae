"""What pymorphy knows of Russian words: part of speech, dictionary form, case, number, gender."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

__all__ = [
    "Form",
    "agent_nominative",
    "body_nominative",
    "forms",
    "is_adjective",
    "is_known",
    "is_place",
    "is_plural",
    "lemma",
    "nominative",
    "nominative_of",
    "person_nominative",
]

# Readings less likely than this are noise («стали» as a noun).
_UNLIKELY = 0.02


# How verbs may end, of which the dictionary cannot know all.
_VERBAL = ("ет", "ют", "ит", "ят", "ал", "ила", "или", "ило", "ил", "ть", "ся", "сь", "ала", "али")


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a written word.

    Attributes:
        pos: Part of speech as in OpenCorpora ("NOUN", "VERB", "PRTF"); "" where unknown.
        lemma: Dictionary form.
        case: nomn, gent, datv, accs, ablt, loct; "" where there is none.
        number: sing or plur; "".
        gender: masc, femn or neut; "" in the plural and where unknown.
        passive: A passive participle.
        past: A past form.
        human: Names a living being.
        transitive: A verb that takes an object.
    """

    pos: str
    lemma: str
    case: str = ""
    number: str = ""
    gender: str = ""
    passive: bool = False
    past: bool = False
    human: bool = False
    transitive: bool = False


# Words that the dictionary takes for others: «есть» is hardly «to eat» in a report.
_ALWAYS = {
    "есть": (Form("VERB", "быть"),),
    "судна": tuple(
        Form("NOUN", "судно", case, number, "neut" if number == "sing" else "")
        for case, number in (("gent", "sing"), ("nomn", "plur"), ("accs", "plur"))
    ),
}


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[Form, ...]:
    """Return the likely readings of a word, the likeliest first.

    Example:
        >>> [(f.pos, f.lemma, f.passive) for f in forms("поставлены")]
        [('PRTS', 'поставить', True)]
    """
    if word in _ALWAYS:
        return _ALWAYS[word]
    parsed = [p for p in _morph().parse(word.lower()) if p.score >= _UNLIKELY]
    if not is_known(word) and not word.endswith(_VERBAL):
        # A word that the dictionary does not have is a noun before it is a verb: «коптер».
        parsed.sort(key=lambda p: p.tag.POS in ("VERB", "INFN", "GRND", "ADJS"))
    return tuple(_form(p) for p in parsed)


def _form(parsed: Any) -> Form:
    tag = parsed.tag
    case = {"gen2": "gent", "loc2": "loct", "acc2": "accs", "voct": "nomn"}
    return Form(
        str(tag.POS or ""),
        str(parsed.normal_form),
        case.get(str(tag.case), str(tag.case or "")),
        str(tag.number or ""),
        str(tag.gender or ""),
        "pssv" in tag,
        "past" in tag,
        "anim" in tag,
        "tran" in tag,
    )


@lru_cache(maxsize=4096)
def nominative_of(word: str, case: str, number: str, gender: str = "") -> str:
    """The nominative of a noun or adjective that stands in a case; the word itself if unknown.

    Example:
        >>> nominative_of("осциллографов", "gent", "plur")
        'осциллографы'
    """
    for parsed in _morph().parse(word.lower()):
        agrees = not gender or parsed.tag.gender in (None, gender)
        if parsed.tag.case == case and agrees and (not number or parsed.tag.number == number):
            wanted = {"nomn", str(parsed.tag.number or "")} - {""}
            if parsed.tag.number == "sing" and parsed.tag.gender:
                wanted.add(str(parsed.tag.gender))
            form = parsed.inflect(wanted)
            return str(form.word) if form is not None else word
    return word


@lru_cache(maxsize=4096)
def person_nominative(name: str) -> str | None:
    """The nominative of a person's name that stands in another case; None where it needs none.

    Example:
        >>> person_nominative("Тимуром Сафиным"), person_nominative("Анна Рощина")
        ('Тимур Сафин', None)
    """
    words = name.split()
    each = [
        {f.case: f for f in reversed(forms(w)) if f.pos == "NOUN" and f.number != "plur"}
        for w in words
    ]
    known = [cases for cases in each if cases]
    if not known or all("nomn" in cases for cases in known):
        return None
    shared = set.intersection(*(set(cases) for cases in known)) - {"nomn"}
    case = next((c for c in ("gent", "datv", "ablt", "accs", "loct") if c in shared), None)
    if case is None:
        return None
    shown = [
        nominative_of(w, case, "sing") if case in cases else w
        for w, cases in zip(words, each, strict=True)
    ]
    return " ".join("-".join(p.capitalize() for p in w.split("-")) for w in shown)


@lru_cache(maxsize=4096)
def body_nominative(name: str) -> str | None:
    """A body's name with its first noun and the adjectives before it in the nominative.

    Example:
        >>> body_nominative("Министерству обороны"), body_nominative("МИД Китая")
        ('Министерство обороны', None)
    """
    words = name.split()
    for at, word in enumerate(words[:4]):
        if not word.replace("-", "").isalpha() or word.isupper():
            return None
        known = forms(word)
        if not known or known[0].pos not in ("ADJF", "PRTF", "NOUN"):
            return None
        if known[0].pos != "NOUN":
            continue
        cases = [f for f in known if f.pos == "NOUN" and f.number != "plur"]
        if not cases or any(f.case == "nomn" for f in cases):
            return None
        shown = [_recased(w, cases[0].case, like=w) for w in words[: at + 1]]
        return " ".join((*shown, *words[at + 1 :]))
    return None


def _recased(word: str, case: str, like: str) -> str:
    form = nominative_of(word, case, "sing")
    return form.capitalize() if like[0].isupper() else form


@lru_cache(maxsize=1024)
def agent_nominative(name: str) -> str:
    """The nominative of one noun in the instrumental: of «судом» in «судом установлено».

    Example:
        >>> agent_nominative("Следствием"), agent_nominative("суда")
        ('Следствие', 'суда')
    """
    if not name.isalpha() or name.isupper():
        return name
    known = [f for f in forms(name.lower()) if f.pos == "NOUN"][:2]
    if not known or any(f.case != "ablt" for f in known):
        return name
    shown = nominative_of(name.lower(), "ablt", known[0].number)
    return shown.capitalize() if name[0].isupper() else shown


@lru_cache(maxsize=4096)
def lemma(word: str) -> str:
    """The dictionary form of a word, lower case; of a name the nominative.

    Example:
        >>> lemma("Контура")
        'контур'
    """
    return str(_morph().parse(word.lower())[0].normal_form)


@lru_cache(maxsize=4096)
def nominative(place: str) -> str | None:
    """The nominative of a place's name of one word, or None where the dictionary has none.

    Example:
        >>> nominative("Китае"), nominative("Нижнем Новгороде")
        ('Китай', None)
    """
    if not place.istitle() or not place.isalpha():
        return None
    # «Самару» is of Самара, which has no plural, and hardly of «самар».
    ranked = sorted(_morph().parse(place.lower()), key=lambda p: "Sgtm" not in p.tag)
    for parsed in ranked:
        form = parsed.inflect({"nomn"}) if "Geox" in parsed.tag else None
        if form is not None:
            return str(form.word).capitalize()
    return None


@lru_cache(maxsize=65536)
def is_known(word: str) -> bool:
    """Tell whether the dictionary has a word in any form."""
    return bool(_morph().word_is_known(word.lower()))


@lru_cache(maxsize=4096)
def is_place(word: str) -> bool:
    """Tell whether the dictionary has a word as the nominative of a place.

    Example:
        >>> is_place("самара"), is_place("насос")
        (True, False)
    """
    if not is_known(word):
        return False
    parsed = _morph().parse(word)
    return any("Geox" in p.tag and "nomn" in p.tag for p in parsed)


@lru_cache(maxsize=4096)
def is_adjective(word: str) -> bool:
    """Tell whether a word may be an adjective or a participle."""
    return any("ADJF" in p.tag or "PRTF" in p.tag for p in _morph().parse(word.lower())[:2])


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Tell whether the likeliest reading of a word is a plural."""
    return "plur" in _morph().parse(word.lower())[0].tag


@lru_cache(maxsize=1)
def _morph() -> Any:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import natasha  # noqa: F401 (lends pymorphy2 what it misses since Python 3.11)
        from pymorphy2 import MorphAnalyzer

        return MorphAnalyzer()
