"""What we write is FollowTheMoney: valid, and the same after a trip through its own tools."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from enduse.model import Statement
from enduse.model.ftm import entities, entity
from enduse.sources import registry
from enduse.sources.source_info import source_info
from tests.shared import SHARED, needs_shared
from tests.sources.watchlists.reading import FIXTURES, read

SETS = {
    "us_ofac_sdn": [FIXTURES / "sdn" / name for name in ("sdn.csv", "alt.csv", "add.csv")],
    "us_ofac_cons": [FIXTURES / "advanced.xml"],
    "uk_sl": [FIXTURES / "uk.xml"],
    "us_csl": [FIXTURES / "csl.json"],
    "eu_fsf": [FIXTURES / "fsf_118.csv"],
    "opensanctions": [FIXTURES / "statements.csv"],
}
LISTS = (SHARED or Path()) / "data" / "lists"
LARGE = {
    "us_ofac_cons": sorted((LISTS / "us_ofac" / "consolidated_2025-12").glob("*.csv")),
    "un_sc": [LISTS / "un" / "UN_consolidated_2026-02-27.xml"],
    "eu_fsf": [LISTS / "eu" / "fsf_fixtures" / "deriv_sample_eu.xml"],
    "us_csl": [LISTS / "us_csl" / "csl_2019_28col.csv"],
    "us_bis_dpl": [LISTS / "us_csl" / "dpl_2021.txt"],
    "ch_seco": [LISTS / "ch" / "seco_trimmed_2026-08-27.xml"],
    "jp_meti_ru": sorted((LISTS / "jp").glob("*.txt")),
}


def made(kind: str, paths: list[Path]) -> list[dict[str, Any]]:
    return list(entities(read(kind, *paths).statements))


def faults(one: dict[str, Any]) -> Iterator[str]:
    from followthemoney import model

    schema = model.get(one["schema"])
    assert schema is not None, one["schema"]
    for name, values in one["properties"].items():
        prop = schema.get(name)
        if prop is None:
            yield f"{one['schema']} has no {name}"
        elif error := prop.validate(values):
            yield f"{one['id']} {name}: {error} {values[:2]}"
    for name in schema.required:
        if not one["properties"].get(name):
            yield f"{one['id']} has no {name}"


@pytest.mark.parametrize("kind", SETS)
def test_entities_of_the_fixtures_are_valid(kind: str) -> None:
    assert [fault for one in made(kind, SETS[kind]) for fault in faults(one)] == []


@needs_shared
@pytest.mark.parametrize("kind", LARGE)
def test_entities_of_real_lists_are_valid(kind: str) -> None:
    assert [fault for one in made(kind, LARGE[kind]) for fault in faults(one)] == []


def test_entities_survive_the_command_line_of_ftm(tmp_path: Path) -> None:
    ours = [one for kind, paths in SETS.items() for one in made(kind, paths)]
    source, target = tmp_path / "in.json", tmp_path / "out.json"
    source.write_text("".join(json.dumps(one) + "\n" for one in ours), "utf-8")
    tool = [sys.executable, "-c", "from followthemoney.cli.cli import cli; cli()"]
    command = [*tool, "validate", "-i", str(source), "-o", str(target)]
    subprocess.run(command, check=True, capture_output=True)
    back = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [one["id"] for one in back] == [one["id"] for one in ours]
    for before, after in zip(ours, back, strict=True):
        assert before["schema"] == after["schema"]
        for prop, values in before["properties"].items():
            assert sorted(after["properties"][prop]) == sorted(values)


def test_our_table_of_schemata_is_that_of_the_library() -> None:
    from followthemoney import model

    from enduse.model import ftm

    for schema in model.schemata.values():
        for prop in schema.properties.values():
            if not prop.stub:
                assert ftm.has_property(schema.name, prop.name), (schema.name, prop.name)
        for other in model.schemata.values():
            assert ftm.is_a(schema.name, other.name) == schema.is_a(other)


def test_statement_ids_are_those_of_ftm() -> None:
    from followthemoney import Statement as Theirs

    for one in read("uk_sl", FIXTURES / "uk.xml").statements:
        if one.prop != "id":
            assert one.id == Theirs.make_key(
                one.dataset, one.entity_id, one.prop, one.value, False, lang=one.lang
            )


def test_an_entity_of_two_schemata_takes_the_more_specific_one() -> None:
    first = read("uk_sl", FIXTURES / "uk.xml").statements[0]

    def say(schema: str) -> Statement:
        return Statement("x", schema, "name", schema, "d", first.evidence)

    assert entity([say("LegalEntity"), say("Company")])["schema"] == "Company"
    assert entity([say("Asset"), say("Organization")])["schema"] == "Company"


def test_reading_a_list_does_not_load_followthemoney() -> None:
    code = (
        "import sys; from enduse.sources import registry;"
        "registry.readers(registry.WATCHLISTS);"
        "print(sorted({'followthemoney', 'rigour', 'pandas', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("kind", registry.names(registry.WATCHLISTS))
def test_every_watchlist_says_who_publishes_it_and_what_a_listing_means(kind: str) -> None:
    info = source_info(kind)
    assert info.name == kind
    for text in (info.title, info.publisher, info.licence, info.measure, info.keeps):
        assert len(text) > 2
    assert info.url.startswith("https://") or not info.addresses
    assert all(url.startswith("https://") for url in info.addresses.values())


@needs_shared
def test_real_lists_keep_what_their_source_yml_promises() -> None:
    for kind in ("un_sc", "us_ofac_cons"):
        info, found = source_info(kind), made(kind, LARGE[kind])
        for schema, least in info.assertions.items():
            assert sum(one["schema"] == schema for one in found) >= least, (kind, schema)
        for schema, rates in info.fill_rates.items():
            of_schema = [one["properties"] for one in found if one["schema"] == schema]
            for prop, rate in rates.items():
                filled = sum(prop in properties for properties in of_schema)
                assert filled >= rate * len(of_schema), (kind, schema, prop, filled)
