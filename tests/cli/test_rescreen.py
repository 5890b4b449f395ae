"""After an update what was screened before is asked again, and only what differs is shown."""

from pathlib import Path

from tests.cli.desk import LIST, Home, home
from tests.sources.registers.reading import FIXTURES

__all__ = ["home"]
KUPOL, NEW = "Kupol Example Plant", "Amber Harbour Trading"


def updated(home: Home) -> str:
    """Kupol goes, Exemplarov is changed, Amber Harbour comes, the third stays as it was."""
    rows = {"2": "Ivan Exemplarov,Person,by", "3": LIST["3"], "4": f"{NEW},Company,tr"}
    return home.install(rows, "2026-02-01")


def test_only_new_changed_and_gone_hits_are_shown(home: Home) -> None:
    for name in (KUPOL, "Ivan Exemplarov", "Granite Star Shipping", NEW):
        home("screen", name)
    assert "4 earlier questions were screened with another version" in updated(home)
    found = home.json("rescreen")
    assert [hit["id"] for hit in found["new"]] == ["own-4"]
    assert [hit["id"] for hit in found["changed"]] == ["own-2"]
    assert [(hit["id"], hit["because"]) for hit in found["gone"]] == [("own-1", "no longer listed")]
    assert found["same"] == 1 and found["questions"] == 4
    assert "Nothing is to be asked again" in home("rescreen")


def test_a_new_hit_waits_for_review_and_one_that_is_gone_does_not(home: Home) -> None:
    home("screen", KUPOL)
    home("screen", NEW)
    updated(home)
    told = home("rescreen")
    assert "2 questions" in told and "1 new, 0 changed, 1 gone" in told
    assert [hit["id"] for hit in home.json("review")["hits"]] == ["own-4"]


def test_a_batch_is_asked_again_from_its_file_and_not_without_it(home: Home) -> None:
    source = home.file("in.csv", f"id,query\na,{NEW}\nb,Granite Star Shipping\nc,{NEW}\n")
    home("screen", "--batch", source, "--out", home.folder / "out.jsonl")
    assert "1 batch was screened with another version" in updated(home)
    text = source.read_text("utf-8")
    source.write_text(text + "d,Other\n", "utf-8")
    found = home.json("rescreen")
    assert "was changed" in found["not_possible"][0] and found["runs"] == []
    source.write_text(text, "utf-8")
    (hit,) = home.json("rescreen")["new"]
    assert (hit["id"], hit["ids"]) == ("own-4", ["a", "c"])
    assert not list((home.folder / "home" / "desk").glob("again-*"))


def test_a_list_that_was_installed_since_is_asked_too(home: Home) -> None:
    home("screen", "Иван Примеров", "--schema", "Person")
    home("lists", "install", "bods", FIXTURES / "bods_0_4.json", "--accept", "both")
    (hit,) = home.json("rescreen")["new"]
    assert (hit["id"], hit["because"]) == ("bods-p-1", "bods was not asked before")


def test_of_a_file_that_was_written_anew_only_the_newest_run_counts(home: Home) -> None:
    for name in (KUPOL, "Ivan Exemplarov"):
        source = home.file("in.csv", f"id,query\na,{name}\n")
        home("screen", "--batch", source, "--out", home.folder / "out.jsonl")
    assert [hit["id"] for hit in home.json("review")["hits"]] == ["own-2"]
    updated(home)
    found = home.json("rescreen")
    assert (found["batches"], found["not_possible"]) == (1, [])


def test_a_judgement_on_what_did_not_change_still_holds_after_an_update(home: Home) -> None:
    home("screen", "Granite Star Shipping")
    home.judge(1)
    updated(home)
    found = home.json("rescreen")
    assert (found["same"], found["new"], found["changed"]) == (1, [], [])
    assert home.json("review")["waiting"] == 0


def test_a_list_that_is_no_longer_here_is_said_and_not_guessed(home: Home, tmp_path: Path) -> None:
    listed = home.file("own.ftm.jsonl", '{"id": "x", "schema": "Company", "properties": '
                       '{"name": ["Kupol Example Plant"]}, "datasets": ["own"]}\n')  # fmt: skip
    home("screen", KUPOL, "--list", listed)
    listed.unlink()
    assert "Not asked again: There is no file" in home("rescreen")


def test_nothing_screened_is_nothing_to_ask_again(home: Home) -> None:
    assert "Nothing was screened yet" in home("rescreen")
