"""Statements are FollowTheMoney's own, key for key."""

from followthemoney import Statement as FtmStatement
from hypothesis import given
from hypothesis import strategies as st

from enduse.model import Evidence, Locator, Statement, statement_id

words = st.text(min_size=1, max_size=30)


@given(words, words, words, words, st.one_of(st.none(), st.sampled_from(["rus", "eng"])))
def test_our_key_is_the_key_that_ftm_makes(
    dataset: str, entity: str, prop: str, value: str, lang: str | None
) -> None:
    theirs = FtmStatement.make_key(dataset, entity, prop, value, external=False, lang=lang)
    assert statement_id(dataset, entity, prop, value, lang=lang) == theirs


def test_a_statement_reads_back_in_ftm_with_the_same_id() -> None:
    place = Evidence(Locator("0" * 64, 0, 5), "Kupol")
    ours = Statement("x-1", "Company", "name", "Kupol", "us_ofac_sdn", place, lang="eng")
    theirs = FtmStatement(
        entity_id=ours.entity_id,
        prop=ours.prop,
        schema=ours.schema,
        value=ours.value,
        dataset=ours.dataset,
        lang=ours.lang,
    )
    assert theirs.id == ours.id
