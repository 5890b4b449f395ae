"""Cyrillic as German, French and American newspapers write it: kept apart from the engine's own."""

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў"
_ROWS = {
    "german": "a b w g d e jo sch s i j k l m n o p r s "
    "t u f ch z tsch sch schtsch - y - e ju ja i ji je g u",
    "french": "a b v g d e io j z i i k l m n o p r s "
    "t ou f kh ts tch ch chtch - y - e iou ia i i ie g ou",
    "press": "a b v g d e yo zh z i y k l m n o p r s "
    "t u f kh ts ch sh shch - y - e yu ya i yi ye g u",
    "passport": "a b v g d e e zh z i i k l m n o p r s "
    "t u f kh ts ch sh shch ie y - e iu ia i i ie g u",
    "plain": "a b v g d ye e zh z i j k l m n o p r s "
    "t u f h c ch sh sch - y - e yu ya i yi ye g u",
}
SCHEMES = tuple(_ROWS)
_TABLES = {
    scheme: {ord(a): "" if b == "-" else b for a, b in zip(_LETTERS, row.split(), strict=True)}
    for scheme, row in _ROWS.items()
}


def romanised_by(scheme: str, text: str) -> str:
    """Lower-case Latin letters for a Cyrillic name.

    Example:
        >>> romanised_by("german", "Ямщиков")
        'jamschtschikow'
    """
    return text.lower().translate(_TABLES[scheme])
