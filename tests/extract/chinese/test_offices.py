"""Offices, firms and people without a name of their own. All names are invented."""

import pytest

from tests.extract.chinese.reading import rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("无锡市副市长出席了仪式。", ("副市长", "position_at", "无锡市")),
        ("港务局发言人没有回应。", ("发言人", "position_at", "港务局")),
        ("测绘研究所所长称，合作已有六年。", ("所长", "director_of", "测绘研究所")),
        (
            "南山精工有限公司的两名职员被起诉。",
            ("两名职员", "position_at", "南山精工有限公司"),
        ),
        ("新加坡的一家支付公司代付了货款。", ("支付公司", "located_in", "新加坡")),
        ("商人“老钟”实际控制南山精工有限公司。", ("南山精工有限公司", "controlled_by", "老钟")),
        ("香港的“白帆国际”没有回应。", ("白帆国际", "jurisdiction", "香港")),
        ("越南“河口样品化工”没有回应。", ("河口样品化工", "located_in", "越南")),
        ("军控论坛的陈样言指出，该厂位于明斯克。", ("陈样言", "position_at", "军控论坛")),
        (
            "一家名为远星测绘的中国企业没有回应。",
            ("远星测绘", "jurisdiction", "中国"),
        ),
        (
            "滨海机械有限公司旗下子公司青岩测试有限公司生产水泵。",
            ("青岩测试有限公司", "subsidiary_of", "滨海机械有限公司"),
        ),
    ],
)
def test_who_has_no_name_is_known_by_office_and_place(text: str, row: tuple[str, str, str]) -> None:
    assert row in rows(text)


def test_two_ordinary_words_that_come_again_are_a_name() -> None:
    text = "远望动力去年停产。业内说，远望动力已向明斯克出售设备。"
    assert ("远望动力", "supplied_to", "明斯克") in rows(text)


def test_words_of_speech_in_quotation_marks_are_no_name() -> None:
    found = rows("公司“没有理由怀疑”货物用于军事目的。")
    assert not any("没有理由怀疑" in (s, o) for s, _, o in found)
