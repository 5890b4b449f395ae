"""Copies, denials, conflicts and gaps among claims."""

from dataclasses import replace

from enduse.assess import (
    Held,
    Said,
    alike,
    conflicts,
    corroborated,
    denials,
    gaps,
    origins_of,
)
from enduse.model import Claim, Evidence, Hedge, Locator, Named, Source, Voice


def source(name: str) -> Source:
    return Source(name * 64, name, "document", 1, "2024", publisher=name)


def said(
    outlet: str,
    predicate: str,
    *chain: Voice,
    start: int = 0,
    subject: str = "p",
    object: str | None = "q",
    **more: object,
) -> Said:
    place = Evidence(Locator(outlet * 64, start, start + 5), "words")
    named = Named(object) if object else None
    claim = Claim(
        f"{outlet}{start}{predicate}",
        place,
        Named(subject),
        predicate,
        named,
        attribution=(chain,) if chain else (),
        **more,  # type: ignore[arg-type]
    )
    return Said(claim, source(outlet), subject, object)


AGENCY = Voice("Wire", "agency")


def test_ten_copies_of_one_agency_report_are_one_origin() -> None:
    copies = [said(o, "supplied_to", Voice(o, "outlet"), AGENCY) for o in "abcdefghij"]
    (found,) = corroborated(copies)
    assert "10 sources that all rest on one origin (Wire)" in found.sentence


def test_two_bodies_of_one_government_are_one_origin() -> None:
    both = [
        said("a", "sanctioned_by", Voice("Treasury Department", "government")),
        said("b", "sanctioned_by", Voice("OFAC's press release", "document")),
    ]
    assert list(origins_of(both)) == ["government of United States"]


def test_unnamed_sources_rest_on_whoever_spoke_to_them() -> None:
    one = said("a", "owns", Voice("a", "outlet"), AGENCY, Voice("two officials", "anonymous"))
    assert list(origins_of([one])) == ["Wire"]


def test_two_outlets_in_their_own_voice_are_two_origins() -> None:
    (found,) = corroborated([said("a", "owns"), said("b", "owns")])
    assert "2 sources, 2 origins (a, b)" in found.sentence


def test_a_denial_stands_beside_what_was_claimed_before_it() -> None:
    claim = said("a", "produced_in")
    denial = said("a", "aware_of", start=50, subject="m", object=None, polarity="denied")
    (found,) = denials([claim, denial])
    assert [c.ref for c in found.opposes] == [claim.claim.id]


def test_a_denial_in_one_source_does_not_answer_another_source() -> None:
    denial = said("b", "aware_of", start=50, subject="m", object=None, polarity="denied")
    (found,) = denials([said("a", "produced_in"), denial])
    assert found.opposes == ()


def test_two_days_of_one_restriction_are_a_conflict_and_neither_is_chosen() -> None:
    pair = [
        said("a", "sanctioned_by", date="2024-10-17"),
        said("b", "sanctioned_by", date="2023-12"),
    ]
    (found,) = conflicts(pair)
    assert "2023-12 or 2024-10-17" in found.sentence
    assert len(found.supports) == len(found.opposes) == 1


def test_a_day_inside_a_stated_month_is_no_conflict() -> None:
    pair = [
        said("a", "sanctioned_by", date="2023-12-12"),
        said("b", "sanctioned_by", date="2023-12"),
    ]
    assert conflicts(pair) == []


def test_a_figure_within_a_range_is_no_conflict_and_one_beyond_it_is() -> None:
    ends = [
        said("a", "has_range", value=900.0, unit="km", bound="at_least"),
        said("a", "has_range", value=1200.0, unit="km", bound="at_most"),
    ]

    within = conflicts([*ends, said("b", "has_range", value=1000.0, unit="km")])
    (beyond,) = conflicts([*ends, said("c", "has_range", value=2000.0, unit="km")])

    assert within == []
    assert "2,000 km or 900 to 1,200 km" in beyond.sentence


def test_declined_here_and_silent_there_is_a_conflict() -> None:
    pair = [
        said("a", "comment_on", polarity="declined_to_comment"),
        said("b", "comment_on", polarity="no_response"),
    ]
    assert "declined to comment" in conflicts(pair)[0].sentence


def test_ownership_without_a_percentage_is_a_gap() -> None:
    (found,) = gaps([said("a", "subsidiary_of")])
    assert "share unknown" in found.sentence


def test_what_waits_for_confirmation_is_a_gap_with_its_hedge() -> None:
    hedge = Hedge("if confirmed", 0, 12)
    (found,) = gaps([said("a", "assessed_as", modality="conditional", hedge=hedge)])
    assert "if confirmed" in found.sentence


def quoting(outlet: str, quote: str, published: str) -> Said:
    one = said(outlet, "subsidiary_of")
    place = Evidence(one.claim.evidence.locator, quote)
    return replace(
        one,
        claim=replace(one.claim, evidence=place),
        source=replace(one.source, published=published),
    )


def test_nearly_the_same_words_rest_on_the_text_that_had_them_first() -> None:
    words = "Kupol, a subsidiary of the Russian state-owned arms company Almaz-Antey"
    later = quoting("b", words.replace("arms ", ""), "2024-09-26")
    assert list(origins_of([later, quoting("a", words, "2024-09-25")])) == ["a"]
    own = quoting("c", "Almaz-Antey holds the plant through a chain of its own", "2024-09-27")
    assert set(origins_of([later, quoting("a", words, "2024-09-25"), own])) == {"a", "c"}


def test_restrictions_of_two_days_do_not_confirm_each_other() -> None:
    pair = [
        said("a", "sanctioned_by", date="2024-10-17"),
        said("b", "sanctioned_by", date="2023-12"),
    ]
    assert corroborated(pair) == []


def test_two_companies_that_share_a_rare_word_are_named_and_kept_apart() -> None:
    one = Held("p", "TSK Vektor", frozenset({("us", "ofac-46441")}))
    other = Held("q", "Trading House Vector", frozenset({("us", "ofac-51215")}))
    claims = [
        said("a", "sanctioned_by", subject="p", date="2024-10-17"),
        said("b", "sanctioned_by", subject="q", date="2024-10-17"),
    ]
    (found,) = alike([one, other], claims)
    assert "ofac-46441" in found.sentence and "ofac-51215" in found.sentence
    assert "now one, now the other as restricted on 2024-10-17" in found.sentence
    assert len(found.supports) == len(found.opposes) == 1


def test_one_entry_under_two_names_is_no_pair() -> None:
    same = frozenset({("us", "ofac-46441")})
    assert alike([Held("p", "TSK Vektor", same), Held("q", "OOO Vektor", same)], []) == []
