"""Names read word by word, in stretches: the same as read one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.matching import ListedName, NameIndex, Question, gather
from enduse.matching.listed.reading import legal_bits
from enduse.names import Kind, Sort, analyse

PARTS = ["Kupol", "M.", "D.", "the", "of", "LLC", "ООО", "Limited", "Plant", "558", "Завод", "ii",
         "محمد", "红兔实业有限公司", "김영남",
         "O'Brien", "Ivan", "de", "abdulrahman", "НИИ"]  # fmt: skip
NAMES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).map(" ".join)


@given(st.lists(st.tuples(NAMES, st.sampled_from(list(Sort))), min_size=1, max_size=6))
def test_words_read_once_give_the_tokens_of_the_whole_name(names: list[tuple[str, Sort]]) -> None:
    listed = [ListedName(number, sort, text) for number, (text, sort) in enumerate(names)]
    found = gather(listed)
    at = 0
    for entity, size, legal in zip(found.entity, found.sizes, found.legal, strict=True):
        text, sort = names[entity]
        tokens = analyse(text, sort).tokens
        numbers = found.tok[at : at + size].tolist()
        assert [found.tokens[n] for n in numbers] == [
            (t.text, t.kind) for t in tokens if t.kind != Kind.LEGAL
        ]
        assert legal == legal_bits(tokens)
        at += size


def test_a_list_read_in_two_stretches_answers_as_one_read_whole() -> None:
    texts = ["Kupol Plant", "Kupol Trading", "Vektor Plant", "Amber Harbour"]
    kinds = [Sort.ORGANISATION] * 4
    whole = NameIndex.build([ListedName(i, kinds[0], t) for i, t in enumerate(texts)], kinds)
    parts = [gather(ListedName(i, kinds[0], t) for i, t in enumerate(some))
             for some in (texts[:3], texts[3:])]  # fmt: skip
    joined = NameIndex.of_parts(parts, [kinds[:3], kinds[3:]])
    for text in texts:
        asked = [Question(text, kinds[0], 0.2)]
        first, second = whole.ask(asked, 4)[0], joined.ask(asked, 4)[0]
        assert [(f.entity, f.score) for f in first] == [(f.entity, f.score) for f in second]


@pytest.mark.parametrize("text", ["", "...", "LLC"])
def test_a_name_of_nothing_is_no_name(text: str) -> None:
    assert len(gather([ListedName(0, Sort.PERSON, text)]).entity) == (text == "LLC")
