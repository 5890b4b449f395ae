"""Turns of words that no single verb carries. All names are invented."""

import pytest

from tests.extract.chinese.reading import rows, said


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("位居第二的是远望航空公司。", ("远望航空公司", "assessed_as", "第二")),
        ("该船以“农业机械”名义申报。", ("该船", "calls", "农业机械")),
        ("申报为“玩具配件”的货物在码头开箱。", ("货物", "calls", "玩具配件")),
        ("提单上写的是洗衣机配件。", None),
        (
            "“灰鹭-3”脱胎于该厂早年引进的意大利机型。",
            ("灰鹭-3", "upgraded_version_of", "意大利机型"),
        ),
        ("新雷达与进口产品大体相当。", ("新雷达", "comparable_to", "进口产品")),
        ("军控论坛的陈样言指出，证据链并不完整。", ("证据链", "evidence_status", "完整")),
        (
            "贸易部暂停贸易商“白帆国际”的出口资格。",
            ("贸易部", "prohibits", "白帆国际"),
        ),
        (
            "河口样品化工有限公司三成股权属于河内一个家族。",
            ("河内一个家族", "holds_share_in", "河口样品化工有限公司"),
        ),
        (
            "市政府将为该项目提供贷款支持。",
            ("市政府", "supports", "该项目"),
        ),
        (
            "俄罗斯交通部计划明年起对树脂实行出口许可。",
            ("俄罗斯交通部", "controls_export_of", "树脂"),
        ),
        (
            "李某因涉嫌走私国家禁止进出口的货物罪被拘留。",
            ("李某", "charged_with", "走私国家禁止进出口的货物罪"),
        ),
        (
            "检察机关以走私武器罪对王某提起公诉。",
            ("王某", "charged_with", "走私武器罪"),
        ),
        ("过度扩产恐引发事故。", ("过度扩产", "risks", "事故")),
        ("白帆国际有限公司共用同一电话。", ("白帆国际有限公司", "linked_to", "电话")),
    ],
)
def test_a_turn_of_words_says_what_no_verb_says(
    text: str, row: tuple[str, str, str | None] | None
) -> None:
    assert row is None or row in rows(text)


def test_a_licence_that_is_needed_is_a_control_and_no_export() -> None:
    found = rows("未经国防部许可不得出口上述雷达。")
    assert {(s, p) for s, p, _ in found} == {("国防部", "controls_export_of")}


def test_a_rate_that_can_be_made_is_a_capacity() -> None:
    claim = said("南山精工有限公司每月能造二十枚靶弹。", "has_capacity")
    assert (claim.subject.text, claim.value) == ("南山精工有限公司", 20)


def test_a_turn_that_a_verb_said_already_is_not_said_twice() -> None:
    found = [r for r in rows("天桥航空有限公司可能面临制裁风险。") if r[1] == "risks"]
    assert len(found) == 1


def test_a_fine_has_its_figure() -> None:
    claim = said("法院对青岩物流有限公司处以罚款二十万元。", "paid")
    assert (claim.object and claim.object.text, claim.value) == ("罚款", 200_000)


def test_of_a_question_only_that_it_is_open_is_said() -> None:
    claim = said("有关材料是否用于军事目的尚不明朗。", "evidence_status")
    assert (claim.subject.text, claim.modality) == ("有关材料", "unconfirmed")


def test_what_is_denied_in_general_words_is_a_denial() -> None:
    claim = said("李某否认参与伪报。", "denied")
    assert (claim.subject.text, claim.object and claim.object.text) == ("李某", "参与伪报")
    assert claim.attribution[0][-1].name == "李某"


def test_how_many_do_it_is_the_figure_of_what_they_do() -> None:
    claim = said("三家物流企业与青岩测试有限公司签订意向协议。", "contracted_with")
    assert (claim.subject.text, claim.value) == ("物流企业", 3)


def test_what_a_figure_grows_to_is_the_figure() -> None:
    claim = said("该厂炮弹年产能从四十万发增至七十万发。", "has_capacity")
    assert claim.value == 700_000


def test_tenths_of_shares_are_percent() -> None:
    claim = said("河口样品化工有限公司三成股权属于河内一个家族。", "holds_share_in")
    assert (claim.value, claim.unit) == (30, "%")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("K-120用于“灰鹭-3”侦察无人机。", ("“灰鹭-3”侦察无人机", "component_of")),
        ("该材料拟用于无人机尾翼。", ("无人机尾翼", "component_of")),
        ("该机床可用于制造火箭壳体。", ("制造火箭壳体", "intended_for")),
    ],
)
def test_a_part_for_a_system_is_a_part_of_it_and_a_tool_is_not(
    text: str, row: tuple[str, str]
) -> None:
    assert row in {(o, p) for _, p, o in rows(text)}


def test_a_denial_of_taking_part_is_a_denial() -> None:
    found = rows("远望航空公司否认参与走私。")
    assert ("远望航空公司", "denied", "参与走私") in found
    assert not any(p == "assisted" for _, p, _ in found)


def test_what_is_said_of_things_is_not_said_of_the_speaker() -> None:
    text = "发言人强调，该批轴承属民用规格，占总量不到5%。一名官员坦言，查清去向确有困难。"
    found = {(s, o) for s, p, o in rows(text) if p == "assessed_as"}
    assert ("该批轴承", "民用规格") in found
    assert ("查清去向", "困难") in found
    assert not any("发言人" in s or "官员" in s for s, _ in found)


def test_what_matches_is_comparable() -> None:
    assert ("包装箱外观", "comparable_to", "意大利厂商的产品") in rows(
        "包装箱外观与意大利厂商的产品高度吻合。"
    )


def test_where_goods_pass_on_their_way_is_not_where_they_go() -> None:
    found = {o for _, p, o in rows("货物经迪拜运往莫斯科。") if p == "shipped_to"}
    assert found == {"莫斯科"}
