"""Who is heard in Chinese texts. All names are invented."""

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
