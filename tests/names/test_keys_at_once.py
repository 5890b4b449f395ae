"""Keys of many words at once are those of each word alone."""

from hypothesis import given
from hypothesis import strategies as st

from enduse.names import all_sounds, key, keys, other_key, other_keys, skeleton, skeletons, sounds

WORDS = st.one_of(
    st.text(alphabet="abcehfskzy", min_size=1, max_size=9),
    st.text(alphabet="0123", min_size=1, max_size=4),
    st.text(alphabet="wyhm", min_size=1, max_size=5).map(lambda bare: "~" + bare),
)


@given(st.lists(WORDS, max_size=8))
def test_many_at_once_and_one_by_one_agree(words: list[str]) -> None:
    assert keys(words) == [key(word) for word in words]
    assert all_sounds(words) == [sounds(word) for word in words]
    assert skeletons(words) == [skeleton(word) for word in words]
    assert [other_keys(words).get(word) for word in words] == [other_key(word) for word in words]
