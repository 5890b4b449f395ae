"""Cases too large for one page: what is shown, what is left out, and that it is said."""

from dataclasses import replace
from io import BytesIO

import orjson
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from enduse.assess import Said
from enduse.dossier import Dossier, SourceText
from enduse.dossier import printed as printing
from enduse.dossier.data import dossier_json
from enduse.dossier.docx import docx
from enduse.dossier.fitting import fitted
from enduse.dossier.html import html
from enduse.dossier.passages import passages
from enduse.dossier.printed import printed
from enduse.model import Claim, Evidence, Locator, Named
from tests.dossier.example import ONE, TEXT, dossier
from tests.dossier.test_html import Page

FILLER = "Nothing was said of it on that day, nor on the next one. \n\n" * 5_000
SENTENCE = "Kupol received parcel {} in May."


def large(count: int = 40) -> Dossier:
    """The example with a long text, in which one party is said to have received much."""
    text, said = TEXT, []
    for number in range(count):
        text += FILLER[: len(FILLER) // count]
        words = SENTENCE.format(number)
        place = Locator(ONE.sha256, len(text), len(text) + len(words))
        claim = Claim(f"n{number}", Evidence(place, words), Named("Kupol", "Company"), "received")
        said.append(Said(claim, ONE, "party-1", None))
        text += words
    case = dossier()
    kupol, ministry = case.parties
    return replace(
        case,
        parties=(replace(kupol, claims=(*kupol.claims, *said)), ministry),
        documents=(SourceText(ONE, text, ((0, "page 1"), (len(text) // 2, "page 2"))),),
    )


def test_a_dossier_that_fits_is_left_as_it_is() -> None:
    case = dossier()
    assert fitted(case) is case


def test_what_is_left_out_is_counted_and_what_a_finding_opens_stays() -> None:
    case = large()
    small = fitted(case, 10)
    shown = set(small.claims())
    assert {"c1", "c2"} <= shown
    assert len(shown) == 10
    assert small.left_out.claims == len(case.claims()) - 10
    assert [one.left_out for one in small.parties] == [small.left_out.claims, 0]
    assert [one.id for one in small.findings("denial")] == ["denial-1"]


def test_every_link_of_a_large_dossier_leads_to_its_words() -> None:
    small = fitted(large(), 20)
    page = Page(html(small))
    assert [one for one in page.links if one[1:] not in page.ids] == []
    assert "Too much for one page." in page.text
    assert len(page.text) < len(small.documents[0].text) / 2


def test_a_long_document_says_where_its_passages_stand_and_what_is_between() -> None:
    small = fitted(large(), 20)
    page = Page(html(small))
    (one,) = printed(small)
    between = sum(p.left_out for p in one.passages) + one.left_at_end
    assert one.shown + between == len(one.document.text)
    assert f"Of {len(one.document.text):,} characters {one.shown:,} are printed" in page.text
    assert "characters left out" in page.text and "page 1, characters 0–" in page.text
    assert one.original() in page.text


def test_short_documents_stay_whole_and_the_shortest_come_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [SourceText(replace(ONE, sha256=str(n) * 64), "word " * 20 * n) for n in (3, 1, 2)]
    case = replace(dossier(), documents=tuple(texts))
    assert all(one.is_whole for one in printed(case))
    monkeypatch.setattr(printing, "MOST_IN_ALL", 350)
    assert [one.is_whole for one in printed(case)] == [False, True, True]


def test_the_other_forms_hold_the_same_passages() -> None:
    small = fitted(large(), 20)
    told = orjson.loads(dossier_json(small))
    (document,) = told["documents"]
    whole = small.documents[0].text
    assert document["text"] is None and document["characters"] == len(whole)
    for one in document["passages"]:
        assert whole[one["start"] : one["end"]] == one["text"]
    assert told["left_out"]["claims"] == small.left_out.claims
    words = "\n".join(p.text for p in Document(BytesIO(docx(small))).paragraphs)
    assert f"{small.left_out.claims:,} claims and 0 parties are left out" in words


@given(st.text("ab. \n", max_size=3000), st.data())
def test_passages_hold_every_quotation_and_never_touch(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    spans = [
        (min(pair), max(pair)) for pair in data.draw(st.lists(st.tuples(ends, ends), max_size=5))
    ]
    found = passages(SourceText(ONE, text), spans)
    for start, end in spans:
        assert any(p.start <= start and end <= p.end for p in found)
    assert all(left.end < right.start for left, right in zip(found, found[1:], strict=False))
    assert all(0 <= p.start <= p.end <= len(text) for p in found)
