"""Who is heard in Chinese texts. All names are invented."""

import pytest

from tests.extract.chinese.reading import claims, said, voices


def test_answers_are_those_of_their_label() -> None:
    text = "记者：请问如何评论？\n发言人：中方严格管控无人机出口。"
    assert voices(said(text, "controls_export_of")) == ["发言人"]


def test_one_label_makes_no_interview() -> None:
    text = "发言人：中方严格管控无人机出口。"
    assert voices(said(text, "controls_export_of")) == ["outlet:unnamed"]


def test_what_is_explained_is_whose_who_spoke_before() -> None:
    text = "南山精工总经理介绍，“灰鹭-3”最大航程800公里。据介绍，“灰鹭-3”最大载重2吨。"
    assert voices(said(text, "has_payload")) == ["南山精工总经理"]


def test_an_unnamed_source_is_named_by_its_noun() -> None:
    text = "一名不愿具名的业内人士认为，这类平台具有军民两用属性。"
    assert voices(said(text, "assessed_as")) == ["业内人士"]


def test_a_note_in_brackets_does_not_speak() -> None:
    text = "南山精工有限公司（代码：X-001）披露，公司去年生产了90架无人机。"
    assert voices(said(text, "produces")) == ["南山精工有限公司"]


def test_a_report_speaks_by_the_name_of_its_paper() -> None:
    text = "《海岸时报》昨天刊文。报道称，南山精工有限公司去年生产了90架无人机。"
    assert voices(said(text, "produces")) == ["海岸时报"]


def test_what_the_paper_could_not_check_it_says_itself() -> None:
    text = "一名官员说，该厂去年生产了90架无人机。本报无法核实这一说法。"
    (checked,) = [c for c in claims(text) if c.predicate == "evidence_status"]
    assert voices(checked) == ["outlet:unnamed"]


@pytest.mark.parametrize(
    ("text", "predicate", "heard"),
    [
        (
            "《海岸時報》昨天刊文。報導稱，南山精工有限公司去年生產了90架無人機。",
            "produces",
            "海岸時報",
        ),
        (
            "南山精工有限公司承认进口轴承，但强调产品只卖给白帆国际。",
            "supplied_to",
            "南山精工有限公司",
        ),
        ("海关总署昨天通报了这起案件，称货物被运往迪拜。", "shipped_to", "海关总署"),
        (
            "海关总署昨天通报了这起案件，称货物被运往迪拜。通报说，南山精工有限公司生产了轴承。",
            "produces",
            "海关总署",
        ),
        (
            "海岸研究所研究员玛丽娜·科例认为，南山精工有限公司生产无人机。",
            "produces",
            "玛丽娜·科例",
        ),
        ("里加的“开放航迹中心”说，白帆国际去年生产了90架无人机。", "produces", "开放航迹中心"),
        (
            "英国商业部工业与贸易局曾在今年2月警告，白帆国际生产无人机。",
            "produces",
            "英国商业部工业与贸易局",
        ),
    ],
)
def test_who_goes_on_or_stands_apart_is_heard_whole(text: str, predicate: str, heard: str) -> None:
    assert voices(said(text, predicate)) == [heard]


def test_who_is_asked_to_explain_says_nothing() -> None:
    text = "贸易署表示，将函请业者说明，最高可处300万元罚款。"
    assert voices(said(text, "paid")) == ["贸易署"]


def test_what_is_reported_by_nobody_is_unspecified() -> None:
    text = "该厂据报生产某型雷达。"
    assert voices(said(text, "produces")) == ["unspecified"]


def test_who_estimates_is_heard() -> None:
    text = "海岸研究所主任何海文认为，风险正在上升。他估计，此类油轮约占全球总数的12%。"
    last = [c for c in claims(text) if c.predicate == "assessed_as"][-1]
    assert voices(last) == ["何海文"]
