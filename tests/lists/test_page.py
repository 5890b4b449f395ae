"""Every reader has its entry on the page of readers."""

from pathlib import Path

import pytest

from enduse.lists.page import entry, read_counts, readers_page
from enduse.sources.registry import record_kinds
from enduse.sources.source_info import source_info

PAGE = Path(__file__).parents[2] / "docs" / "readers.md"
OURS = [kind for kind in record_kinds() if kind != "made_up_list"]


@pytest.mark.parametrize("kind", OURS)
def test_a_reader_has_an_entry_that_says_what_it_keeps(kind: str) -> None:
    info = source_info(kind)
    assert info.name == kind
    assert info.keeps, "source.yml must say what the reader keeps"
    text = PAGE.read_text("utf-8")
    assert f"\n### {kind}\n" in text, (
        "write the page again: enduse lists page --out docs/readers.md"
    )
    assert " ".join(info.keeps.split()) in text, "the page is older than source.yml"


def test_a_page_written_now_names_a_strangers_reader_too() -> None:
    counts = {"made_up_list": {"list.csv": {"Company": 1234}}}
    text = readers_page(counts)
    assert "### made_up_list" in text
    assert "at least 3 Company, 50% of Company with country" in text
    assert "| list.csv | 1,234 Company |" in text


def test_the_page_shows_the_counts_that_were_measured() -> None:
    root = Path(__file__).parents[2]
    counts = read_counts(root / "bench" / "lists" / "counts.json")
    text = PAGE.read_text("utf-8")
    for kind in OURS:
        assert entry(source_info(kind), counts.get(kind, {})) in text, kind
