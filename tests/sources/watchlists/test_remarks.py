"""OFAC's remarks: whatever their order, nothing in them is lost, and every value has its place."""

from hypothesis import given
from hypothesis import strategies as st

from enduse.sources.watchlists.ofac.remarks import Item, items, paper

WORDS = st.text(alphabet="ABCdef -,()/'&.0123456789éЖ", min_size=1, max_size=20).map(str.strip)
WORD = WORDS.filter(lambda text: bool(text.strip(" .'-,()/&")) and not text.endswith("."))
LABELS = (
    "DOB", "alt. DOB", "POB", "nationality", "citizen", "Gender", "Passport", "Tax ID No.",
    "Registration Number", "Website", "Email Address", "Linked To:", "National ID No.",
    "Vessel Registration Identification", "Organization Established Date",
)  # fmt: skip
LABELLED = st.tuples(st.sampled_from(LABELS), WORD).map(" ".join)
WEAK = WORD.filter(lambda text: "'" not in text).map(lambda text: f"a.k.a. '{text}'")
UNKNOWN = WORD.map(lambda text: f"Zzz {text}")
CLAUSES = st.lists(st.one_of(LABELLED, WEAK, UNKNOWN), min_size=1, max_size=8)


def told(remark: str) -> list[tuple[str, str, str]]:
    return sorted((one.kind, one.prop, one.value) for one in items(remark))


@given(CLAUSES, st.randoms(use_true_random=False))
def test_any_order_of_the_clauses_gives_the_same_values(clauses: list[str], dice: object) -> None:
    mixed = clauses.copy()
    dice.shuffle(mixed)  # type: ignore[attr-defined]
    assert told("; ".join(mixed) + ".") == told("; ".join(clauses) + ".")


@given(CLAUSES)
def test_every_character_of_a_remark_is_in_a_clause_and_every_value_at_its_place(
    clauses: list[str],
) -> None:
    remark = "; ".join(clauses) + "."
    found = list(items(remark))
    assert len(found) == len(clauses)
    at = 0
    for clause, one in zip(clauses, found, strict=True):
        begin = remark.index(clause, at)
        at = begin + len(clause)
        assert begin <= one.start <= one.end <= at
        assert remark[one.start : one.end] == one.value
        assert _is_label(clause[: one.start - begin], one)
        assert remark[one.end : at].strip("' .") == ""


def _is_label(before: str, one: Item) -> bool:
    bare = before.lower().removeprefix("alt. ").strip(" .:#'")
    return bare == one.label.lower().strip(" .:#'")


@given(CLAUSES, WORD)
def test_a_clause_of_an_unknown_kind_is_kept_word_for_word(clauses: list[str], text: str) -> None:
    last = f"Zzz {text}"
    remark = "; ".join([*clauses, last])
    assert Item("", "", "", f"Zzz {text}", len(remark) - len(text) - 4, len(remark)) in items(
        remark
    )


@given(
    st.from_regex(r"[A-Z0-9][A-Z0-9 /-]{0,11}[A-Z0-9]", fullmatch=True),
    st.sampled_from(["", "Iran", "Korea, North"]),
    st.sampled_from(["", "26 May 1999"]),
    st.sampled_from(["", "25 May 2004"]),
)
def test_an_identifier_is_taken_apart_as_it_was_put_together(
    number: str, country: str, issued: str, expires: str
) -> None:
    text = number
    text += f" ({country})" if country else ""
    text += f" issued {issued}" if issued else ""
    text += f" expires {expires}" if expires else ""
    found = paper(text)
    assert (found.number, found.country) == (number, country)
    assert (found.issued, found.expires) == (issued, expires)
