"""A judgement on a hit is remembered and shown, lapses with its reasons, and can be undone."""

import pytest

from tests.cli.desk import LIST, Home, home

__all__ = ["home"]
ASKED = "Kupol Example Plant"


def test_a_hit_judged_different_is_suppressed_and_never_silently_gone(home: Home) -> None:
    assert "hit 1" in home("screen", ASKED)
    assert "suppressed" in home.judge(1, "negative", "--by", "A. Reviewer")
    told = home("screen", ASKED)
    assert "suppressed: judged different by A. Reviewer on " in told and "Other number" in told
    found = home.json("screen", ASKED)
    assert found["hits"] == []
    assert found["suppressed"][0]["id"] == "own-1"
    assert found["suppressed"][0]["judgement"]["verdict"] == "negative"


def test_a_hit_judged_the_same_stays_a_hit_and_waits_no_longer(home: Home) -> None:
    home("screen", ASKED)
    home.judge(1, "positive")
    found = home.json("screen", ASKED)
    assert found["hits"][0]["judgement"]["verdict"] == "positive" and "suppressed" not in found
    assert "No hit waits" in home("review")


def test_a_hit_left_open_waits_with_what_was_said(home: Home) -> None:
    home("screen", ASKED)
    home.judge(1, "unsure")
    assert "left open by" in home("review")
    assert home.json("review")["waiting"] == 1


def test_a_judgement_can_be_undone_and_the_one_before_stands_again(home: Home) -> None:
    home("screen", ASKED)
    home.judge(1, "negative")
    home.judge(1, "positive")
    home("review", 1, "--undo")
    assert home.json("screen", ASKED)["hits"] == []
    home("review", 1, "--undo")
    assert home.json("screen", ASKED)["hits"] != []
    assert "Nothing stands" in home("review", 1, "--undo", code=2)
    assert home("review", 1).count("judged ") == 4


def test_a_party_with_another_record_is_asked_about_afresh(home: Home) -> None:
    home("screen", ASKED)
    home.judge(1)
    assert home.json("screen", ASKED, "--country", "ru")["hits"] != []
    assert home.json("screen", f"  {ASKED.replace(' ', '  ')} ")["hits"] == []


def test_a_judgement_lapses_when_the_list_changes_the_entity(home: Home) -> None:
    home("screen", ASKED)
    home.judge(1)
    home.install(LIST | {"2": "Ivan Exemplarov,Person,by"}, "2026-01-02")
    assert home.json("screen", ASKED)["hits"] == []
    home.install(LIST | {"1": "Kupol Example Plant JSC,Company,by"}, "2026-01-03")
    (hit,) = home.json("screen", ASKED)["hits"]
    assert hit["judgement"]["holds"] is False
    assert "the list has changed this entity since" in home("review")


def test_a_judgement_holds_until_its_day_and_none_may_have_passed(home: Home) -> None:
    from enduse.case.desk import Desk

    home("screen", ASKED)
    assert "has passed" in home("review", 1, "--judge", "negative", "--reason", "x", "--until",
                                "2020-01-01", code=2)  # fmt: skip
    home.judge(1, "negative", "--until", "2999-12-31")
    with Desk(home.folder / "home") as desk:
        one, _ = desk.hit(1)
        about = (one.asked, "", one.hit.entity, one.hit.listed)
        before, after = (desk.memory(day).about(*about) for day in ("2999-12-31", "3000-01-01"))
    assert before is not None and before.suppresses
    assert after is not None and after.lapsed == "the day has passed"


def test_a_judgement_needs_a_reason_a_verdict_and_a_hit(home: Home) -> None:
    home("screen", ASKED)
    assert "needs a reason" in home("review", 1, "--judge", "negative", code=2)
    assert "Did you mean negative" in home("review", 1, "--judge", "negativ", "--reason", "x",
                                           code=2)  # fmt: skip
    assert "no hit 99" in home("review", 99, code=2)
    assert "No hit is named" in home("review", "--judge", "negative", code=2)


def test_a_judgement_about_one_id_does_not_stand_for_another(home: Home) -> None:
    home("screen", ASKED, "--id", "17")
    assert "for id 17" in home.judge(1)
    assert home.json("screen", ASKED, "--id", "17")["hits"] == []
    assert home.json("screen", ASKED, "--id", "23")["hits"] != []
    home.judge(1, "negative", "--any-id")
    assert home.json("screen", ASKED, "--id", "23")["hits"] == []


def test_suppressed_hits_push_no_other_out(home: Home) -> None:
    more = {str(n): f"Kupol Example Plant {word},Company,ru" for n, word in
            enumerate(("North", "South", "West"), start=10)}  # fmt: skip
    home.install(LIST | more, "2026-01-02")
    home("screen", ASKED, "--limit", "1", "--threshold", "0.6")
    home.judge(1)
    found = home.json("screen", ASKED, "--limit", "1", "--threshold", "0.6")
    assert len(found["hits"]) == 1 and len(found["suppressed"]) == 1


def test_nothing_is_written_down_or_remembered_without_a_record(home: Home) -> None:
    home("screen", ASKED, "--no-record")
    assert "Nothing was screened yet" in home("review", code=3)
    home("screen", ASKED)
    home.judge(1)
    assert home.json("screen", ASKED, "--no-record")["hits"] != []


def test_a_batch_shows_suppressed_hits_under_their_own_key(home: Home) -> None:
    rows = f'{{"id": "a", "query": "{ASKED}"}}\n{{"id": "b", "query": "Ivan Exemplarov"}}\n'
    source = home.file("in.jsonl", rows)
    outs = [home.folder / f"out.{kind}" for kind in ("jsonl", "csv")]
    home("screen", "--batch", source, "--out", outs[0])
    home.judge(next(h["hit"] for h in home.json("review")["hits"] if h["ids"] == ["a"]))
    assert "Hits of 1 row are suppressed" in home("screen", "--batch", source, "--out", outs[0])
    assert '{"id":"a","hits":[],"suppressed":[{"id":"own-1"' in outs[0].read_text("utf-8")
    home("screen", "--batch", source, "--out", outs[1])
    assert "suppressed: judged different by" in outs[1].read_text("utf-8")


@pytest.mark.parametrize("word", ["cleared", "compliant"])
def test_our_own_words_promise_nothing(home: Home, word: str) -> None:
    home("screen", ASKED)
    told = home.judge(1) + home("screen", ASKED) + home("review", 1) + home("screen", "Nobody Here")
    assert word not in told.lower()
