"""Names split many at once: the same words as each alone."""

from hypothesis import given
from hypothesis import strategies as st

from enduse.names import BREAK, split_many, split_words
from enduse.names.cleaning import MAX_LENGTH, clean, clean_many

PARTS = ["Kupol", "M.", "D.", "of", "GmbH", "ООО", "Limited Liability Company", "Завод", "O'Brien",
         "al‘Amir", "محمد", "红兔实业有限公司", "Iванов", "Ku\u200bpol", "ﬁrst", "Ｋｕｐｏｌ",
         "\n", "|", "_", "\u0301", "ı", "ß", "x" * MAX_LENGTH, "товарищество", "عبد الله",
         "ИП", "", " "]  # fmt: skip
NAMES = st.one_of(
    st.lists(st.sampled_from(PARTS), max_size=4).map(" ".join),
    st.lists(st.sampled_from(PARTS), max_size=3).map("".join),
    st.text(max_size=12),
)


@given(st.lists(NAMES, max_size=6), st.booleans())
def test_words_of_many_names_are_those_of_each(names: list[str], person: bool) -> None:
    found: dict[int, list[str]] = {}
    for numbers, words in split_many(names, person):
        names_of = iter(numbers)
        here: list[str] = []
        for word in words:
            if word == BREAK:
                found[next(names_of)] = here
                here = []
            else:
                here.append(word)
        assert not here and next(names_of, None) is None
    assert found == {n: split_words(name, person) for n, name in enumerate(names)}


@given(st.lists(NAMES.filter(lambda n: "\n" not in n and len(n) <= MAX_LENGTH), min_size=1))
def test_many_cleaned_names_are_each_cleaned(names: list[str]) -> None:
    for some in ([n for n in names if n.isascii()], [n for n in names if not n.isascii()]):
        if some:
            assert clean_many(some) == [clean(name)[0] for name in some]
