"""The dossier in HTML: complete in itself, safe, and every sentence opens its words."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from enduse.dossier.html import html
from tests.dossier.example import RECEIVED, TEXT, dossier

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "dossier.html"


class Page(HTMLParser):
    """What a browser would see: tags, ids, links and text."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        held = dict(attrs)
        self.ids += [held["id"] or ""] if "id" in held else []
        self.links += [held[n] or "" for n in ("href", "src") if n in held]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(html(dossier()))


def test_the_page_is_what_it_was_when_a_person_last_looked_at_it(
    request: pytest.FixtureRequest,
) -> None:
    written = html(dossier())
    if request.config.getoption("--update"):
        GOLDEN.write_text(written, "utf-8")
    assert written == GOLDEN.read_text("utf-8"), "look at it, then run: pytest --update"


def test_every_link_leads_to_a_place_in_the_page(page: Page) -> None:
    assert page.links
    assert [one for one in page.links if not one.startswith("#")] == []
    assert [one for one in page.links if one[1:] not in page.ids] == []
    assert len(page.ids) == len(set(page.ids))


def test_nothing_in_a_name_becomes_a_tag(page: Page) -> None:
    assert "script" not in page.tags
    assert "<script>alert(1)</script>" in page.text
    assert "default-src 'none'" in html(dossier())


def test_each_quotation_is_lit_in_the_printed_source(page: Page) -> None:
    source = html(dossier())
    lit = re.findall(r'<span class="[^"]*q-c1 [^"]*">([^<]*)</span>', source)
    assert "".join(lit) == RECEIVED.evidence.quote
    assert "#q-c1:target~.q-c1" in source
    assert TEXT.strip() in page.text


def test_who_says_it_how_firmly_and_in_which_units_stands_beside_the_quotation(page: Page) -> None:
    for words in ("two officials", "carried over", "capability", "up to", "2,000 kg", "4,409 lb"):
        assert words in page.text


def test_our_own_words_never_clear_anybody(page: Page) -> None:
    assert not re.search(r"\b(cleared|compliant)\b", page.text, re.IGNORECASE)
    assert "No match found for the other parties in us_ofac_sdn (OFAC, 2026" in page.text


def test_what_could_not_be_read_is_said(page: Page) -> None:
    assert "page 2" in page.text
    assert "a scan" in page.text
