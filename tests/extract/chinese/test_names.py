"""Chinese names in reports: by form, by what stands beside them, short forms. All are invented."""

import pytest

from enduse.extract.chinese.finder import find
from enduse.extract.segment import sentences
from tests.extract.chinese.reading import rows, said, voices


def mentioned(text: str) -> set[tuple[str, str]]:
    return {(f.text, f.schema) for f in find(text, sentences(text, "zh"), {})}


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        ("哈萨克斯坦公司草原样品贸易支付了货款。", "草原样品贸易", "Company"),
        ("土耳其客户博斯模板电子公司没有回应。", "博斯模板电子公司", "Company"),
        ("白俄罗斯的示范机械厂位于明斯克。", "示范机械厂", "Company"),
        ("“东岸观察中心”研究员说。", "东岸观察中心", "Organization"),
        ("航运商北岸物流（Nordufer Logistik GmbH）的办公室。", "北岸物流", "Company"),
        ("法定代表人为张三。", "张三", "Person"),
        ("商人安德烈·莫罗佐夫说。", "安德烈·莫罗佐夫", "Person"),
        ("三名了解交易的人士说。", "三名了解交易的人士", "LegalEntity"),
        ("用于雨燕-2型侦察无人机。", "雨燕-2型侦察无人机", "Product"),
        ("货轮“北风号”驶离港口。", "北风号", "Product"),
    ],
)
def test_what_stands_beside_a_name_gives_it_away(text: str, name: str, schema: str) -> None:
    assert (name, schema) in mentioned(text)


def test_a_place_and_a_trade_are_no_name() -> None:
    assert not any(s == "Company" for _, s in mentioned("俄罗斯航运公司和一家军工企业。"))


def test_a_short_form_is_the_firm_of_the_full_name_and_keeps_its_words() -> None:
    text = "广州样本动力有限公司生产发动机。样本动力回复说，公司从未与示范机械厂签订合同。"
    claim, first = said(text, "contracted_with"), said(text, "produces")
    assert (first.subject.text, claim.subject.text) == ("广州样本动力有限公司", "样本动力")
    assert claim.subject.id == first.subject.id
    assert voices(claim) == ["样本动力"]


def test_that_plant_is_the_plant_and_not_the_company() -> None:
    text = "样本动力有限公司向示范机械厂出口了发动机。该厂位于明斯克。"
    assert ("示范机械厂", "located_in", "明斯克") in rows(text)


def test_the_issuer_of_a_notice_speaks_of_itself() -> None:
    text = (
        "苏州样例科技股份有限公司\n公告\n\n"
        "本公司持有香港样例贸易有限公司70%的股权，其余30%由自然人王五持有。"
    )
    assert rows(text) == {
        ("苏州样例科技股份有限公司", "holds_share_in", "香港样例贸易有限公司"),
        ("王五", "holds_share_in", "香港样例贸易有限公司"),
    }


def test_what_a_name_is_called_in_passing_is_said_by_the_writer() -> None:
    text = "据知情人士称，白俄罗斯国有企业样板控股集团董事长伊万·索科尔去年访问了深圳。"
    assert ("样板控股集团", "owned_by", "白俄罗斯国家") in rows(text)
    assert ("伊万·索科尔", "director_of", "样板控股集团") in rows(text)


def test_former_and_latter_are_the_two_of_the_sentence_before() -> None:
    text = "样本动力有限公司与草原精工有限公司签了合同。前者位于深圳，后者位于阿拉木图。"
    assert ("样本动力有限公司", "located_in", "深圳") in rows(text)
    assert ("草原精工有限公司", "located_in", "阿拉木图") in rows(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("红星工厂隶属朝鲜第五机械委员会。", "朝鲜第五机械委员会"),
        ("伊朗常驻日内瓦代表团拒绝评论。", "伊朗常驻日内瓦代表团"),
        ("立陶宛的波罗的仪器公司生产无人机。", "波罗的仪器公司"),
        ("红星工厂受到联合国安理会制裁。", "联合国安理会"),
    ],
)
def test_numbers_missions_and_seas_belong_to_names(text: str, name: str) -> None:
    assert any(name in (s, o) for s, _, o in rows(text))
