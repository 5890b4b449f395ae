"""The tagger computes what natasha's own does: its slow twin, natasha itself, tells."""

import warnings

from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.extract.russian.tagger import name_spans

REPORT = """Завод «Купол» в Ижевске, входящий в концерн «Алмаз-Антей», не ответил агентству.
По данным Минпромторга России, поставки шли через Дубай и Гонконг, сообщил Пётр Ильин в среду.
Компания Redlepus TSK Vector Industrial зарегистрирована в Шэньчжэне, пишет «Коммерсантъ».

США внесли её в список 17 октября 2024 года; посольство КНР в Москве это не комментирует."""
WORDS = sorted(set(REPORT.split())) + ["(", ")", "\n", "...", "—", "3,5", "ООО", "\u202e", "漢"]


def by_natasha(text: str) -> list[tuple[str, int, int]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from natasha import NewsEmbedding, NewsNERTagger

        global _TAGGER
        _TAGGER = _TAGGER or NewsNERTagger(NewsEmbedding())
        return [(s.type, s.start, s.stop) for s in _TAGGER(text).spans] if text.strip() else []


_TAGGER = None


def test_a_report_is_tagged_as_natasha_tags_it() -> None:
    found = name_spans(REPORT)
    assert found == by_natasha(REPORT)
    assert {kind for kind, _, _ in found} == {"PER", "LOC", "ORG"}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_row_of_words_is_tagged_as_natasha_tags_it(words: list[str]) -> None:
    text = " ".join(words)
    assert name_spans(text) == by_natasha(text)


def test_a_text_without_a_word_has_no_names() -> None:
    assert name_spans(" \n") == [] == name_spans("")
