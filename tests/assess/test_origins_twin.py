"""Which quotations are copies: an index finds what a look at every pair finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.assess.origins import _TELLING_WORDS, _copied, _same, _words, roots
from enduse.assess.said import Said
from enduse.model import Claim, Evidence, Locator, Named, Source

WORDS = [f"word{n}" for n in range(14)]


def said(number: int, words: list[str]) -> Said:
    source = Source(f"{number:064d}", f"{number}.txt", "document", 1, "2025-01-01T00:00:00Z")
    place = Evidence(Locator(source.sha256, 0, 1), " ".join(words))
    return Said(Claim(f"c{number}", place, Named("x"), "supplies"), source, "p", None)


def copied_slowly(members: list[Said]) -> dict[str, str]:
    found: dict[str, str] = {}
    first: list[tuple[frozenset[str], tuple[str, str]]] = []
    for one in sorted(members, key=lambda m: (m.source.published or "9", m.source.added)):
        mine = _words(one.claim.evidence.quote)
        if len(mine) < _TELLING_WORDS:
            continue
        earlier = next((told for words, told in first if _same(mine, words)), None)
        if earlier is None:
            first.append((mine, (one.source.sha256, roots(one)[0])))
        elif earlier[0] != one.source.sha256:
            found[one.claim.id] = earlier[1]
    return found


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=6, max_size=13), max_size=12))
def test_the_index_finds_the_copies_that_every_pair_shows(quotes: list[list[str]]) -> None:
    members = [said(number, words) for number, words in enumerate(quotes)]
    assert _copied(members) == copied_slowly(members)
