"""What goes over the bounds of clauses. All names are invented."""

from tests.extract.chinese.reading import claims, rows, said


def test_a_sum_is_of_the_deed_before_it() -> None:
    text = "南京云桥电子有限公司向河内机械有限公司出口阀门3批次，共计阀门90台。"
    found = [(c.object and c.object.text, c.value) for c in claims(text)]
    assert ("河内机械有限公司", 3) in found and ("河内机械有限公司", 90) in found


def test_what_all_of_it_came_to_is_paid_for_it() -> None:
    text = "南京云桥电子有限公司从河内机械有限公司购入树脂约二百吨，累计达90万美元。"
    assert 900_000 in [c.value for c in claims(text) if c.predicate == "acquired"]


def test_a_list_after_including_is_controlled_too() -> None:
    text = "中国严格管控军民两用物项出口，包括民用无人机。"
    assert ("中国", "controls_export_of", "民用无人机") in rows(text)


def test_what_follows_a_plan_is_planned() -> None:
    text = "南山精工有限公司计划明年取得生产许可，随后在无锡建设总装厂。"
    plans = {(c.object and c.object.text, c.modality) for c in claims(text)}
    assert ("总装厂", "planned") in plans


def test_who_is_warned_is_whom_the_warning_is_about() -> None:
    claim = said("海关提醒：进口企业应当如实申报。", "warned")
    assert (claim.subject.text, claim.object and claim.object.text) == ("海关", "进口企业")


def test_what_is_feared_is_the_beginning_of_the_fear() -> None:
    claim = said("专家担心，过度扩产恐引发事故。", "expressed_concern_over")
    assert claim.object is not None and claim.object.text == "过度扩产"


def test_the_text_goes_on_about_who_comes_last() -> None:
    text = "位居第二的是远望航空公司，产品用于边境巡逻，年产量为90架。"
    assert said(text, "has_capacity").subject.text == "远望航空公司"


def test_a_noun_alone_and_what_it_is_after_a_comma_are_one_clause() -> None:
    text = "白帆国际有限公司的唯一股东，是南山精工有限公司。"
    assert ("白帆国际有限公司", "owned_by", "南山精工有限公司") in rows(text)
