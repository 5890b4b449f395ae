"""Chinese verbs with their prepositions. All names are invented."""

import pytest

from enduse.extract.chinese.finder import find
from enduse.extract.protocol import TextToRead
from enduse.extract.rules import RuleExtractor
from enduse.extract.segment import sentences
from enduse.model import Claim


def claims(text: str) -> list[Claim]:
    found = RuleExtractor().extract(TextToRead("0" * 64, text, "zh")).claims
    assert all(c.evidence.holds(text) for c in found)
    return list(found)


def said(text: str, predicate: str) -> Claim:
    (claim,) = [c for c in claims(text) if c.predicate == predicate]
    return claim


def told(claim: Claim) -> tuple[str, str | None]:
    return claim.subject.text, claim.object.text if claim.object else None


@pytest.mark.parametrize(
    "text",
    [
        "南京云桥电子有限公司去年向广岛机械有限公司供应了40台水泵。",
        "南京云桥电子有限公司将40台水泵出售给广岛机械有限公司。",
        "40台水泵由南京云桥电子有限公司提供给广岛机械有限公司。",
    ],
)
def test_prepositions_and_not_word_order_say_who_supplies_whom(text: str) -> None:
    claim = said(text, "supplied_to")
    assert (*told(claim), claim.value) == ("南京云桥电子有限公司", "广岛机械有限公司", 40)


def test_what_a_firm_makes_may_stand_after_the_verb_that_tells_about_it() -> None:
    claim = said("南京云桥电子有限公司生产的SK-7型发动机用于卡车。", "produces")
    assert told(claim) == ("南京云桥电子有限公司", "SK-7型发动机")


def test_a_verb_inside_a_noun_is_no_verb() -> None:
    assert claims("这家供应商没有出口许可证。") == []


def test_who_stops_supplying_does_not_supply() -> None:
    text = "南京云桥电子有限公司停止向广岛机械有限公司供货。"
    assert said(text, "supplied_to").polarity == "negated"


def test_a_clause_without_a_subject_goes_on_from_the_one_before() -> None:
    text = "南京云桥电子有限公司成立于2012年，总部设在南京，由海川集团持股51%，法定代表人为吴天明。"
    found = {c.predicate: told(c) for c in claims(text)}
    assert found["began"] == ("南京云桥电子有限公司", "2012年")
    assert found["headquartered_in"] == ("南京云桥电子有限公司", "南京")
    assert found["holds_share_in"] == ("海川集团", "南京云桥电子有限公司")
    assert found["director_of"] == ("吴天明", "南京云桥电子有限公司")


def test_the_rest_of_the_shares_is_of_the_same_company() -> None:
    text = "海川集团持有南京云桥电子有限公司70%的股权，其余30%由自然人吴天明持有。"
    found = [(*told(c), c.value) for c in claims(text) if c.predicate == "holds_share_in"]
    assert found == [
        ("海川集团", "南京云桥电子有限公司", 70),
        ("吴天明", "南京云桥电子有限公司", 30),
    ]


def test_our_company_is_the_one_that_makes_the_statement() -> None:
    text = "南京云桥电子有限公司公告\n\n本公司没有向俄罗斯出口水泵。"
    claim = said(text, "exported_to")
    assert (*told(claim), claim.polarity) == ("南京云桥电子有限公司", "俄罗斯", "negated")


@pytest.mark.parametrize(
    "text",
    [
        "美国商务部将南京云桥电子有限公司列入实体清单。",
        "南京云桥电子有限公司被美国商务部列入实体清单。",
        "美国商务部宣布对南京云桥电子有限公司实施制裁。",
    ],
)
def test_sanctions_are_told_in_many_ways(text: str) -> None:
    assert told(said(text, "sanctioned_by")) == ("南京云桥电子有限公司", "美国商务部")


def test_each_name_of_a_list_is_under_the_sanctions() -> None:
    text = "加拿大对12家实体实施制裁，包括南京云桥电子有限公司和海川集团。"
    found = {c.subject.text for c in claims(text) if c.predicate == "sanctioned_by"}
    assert {"南京云桥电子有限公司", "海川集团"} <= found


def test_goods_that_go_through_somebody_have_an_intermediary() -> None:
    text = "南京云桥电子有限公司通过海川集团向广岛机械有限公司出售水泵。"
    assert told(said(text, "intermediary_in")) == ("海川集团", "水泵")


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("海川集团对此不予置评。", "declined_to_comment"),
        ("海川集团拒绝评论此事。", "declined_to_comment"),
        ("海川集团未予置评。", "declined_to_comment"),
        ("海川集团暂不宜置评。", "declined_to_comment"),
        ("海川集团未回复本报的邮件。", "no_response"),
        ("海川集团的电话无人接听。", "no_response"),
        ("海川集团尚未对此作出评论。", "no_response"),
    ],
)
def test_the_kinds_of_silence_are_kept_apart(text: str, polarity: str) -> None:
    claim = said(text, "comment_on")
    assert (claim.subject.text, claim.polarity) == ("海川集团", polarity)


def test_figures_of_a_product_belong_to_the_product_spoken_of() -> None:
    text = "青隼-2型无人机由海川集团研制，航程约900公里，续航时间为12小时，单价约为2万美元。"
    found = {c.predicate: (c.subject.text, c.value) for c in claims(text)}
    assert found["developed"] == ("海川集团", None)
    assert found["has_range"] == ("青隼-2型无人机", 900)
    assert found["has_endurance"] == ("青隼-2型无人机", 12)
    assert found["has_price"] == ("青隼-2型无人机", 20000)


def test_a_plan_keeps_the_number_it_aims_at() -> None:
    claim = said("海川集团计划明年把年产量提高到300架。", "plans")
    assert (claim.value, claim.modality) == (300, "planned")


@pytest.mark.parametrize(
    "text",
    ["记者无法独立核实上述说法。", "没有证据显示这些水泵已用于战场。", "这一数字尚未得到证实。"],
)
def test_what_is_not_proved_is_said_as_such_and_nothing_else(text: str) -> None:
    (claim,) = claims(text)
    assert (claim.predicate, claim.polarity) == ("evidence_status", "negated")


def test_dealings_that_do_not_exist_are_negated() -> None:
    claim = said("海川集团与广岛机械有限公司不存在业务往来。", "works_with")
    assert (*told(claim), claim.polarity) == ("海川集团", "广岛机械有限公司", "negated")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("货款由哈萨克斯坦公司草地样本贸易支付。", "草地样本贸易"),
        ("俄罗斯“北岸火炉”工厂收到货物。", "“北岸火炉”工厂"),
        ("向白俄罗斯的云海机械厂出口水泵。", "云海机械厂"),
        ("法定代表人为吴天明。", "吴天明"),
        ("涉案公司Lumo Tek向供应商采购水泵。", "Lumo Tek"),
        ("新加坡警方逮捕两人。", "新加坡警方"),
    ],
)
def test_names_are_known_by_what_stands_beside_them(text: str, expected: str) -> None:
    assert expected in [f.text for f in find(text, sentences(text, "zh"), {})]


def test_officials_cited_by_an_agency_are_heard_through_it() -> None:
    text = "新华社6月3日援引两名安全官员报道，海川集团向俄罗斯出口了30台水泵。"
    (chain,) = said(text, "exported_to").attribution
    assert [v.name for v in chain[1:]] == ["新华社", "两名安全官员"]


def test_who_answers_a_paper_is_the_speaker_without_the_paper() -> None:
    text = "海川集团回复本报说，公司没有向俄罗斯出口水泵。"
    assert said(text, "exported_to").attribution[0][-1].name == "海川集团"


def test_a_contract_that_is_ended_is_no_contract() -> None:
    claim = said("海川集团已终止与广岛机械有限公司的合同。", "contracted_with")
    assert (*told(claim), claim.polarity) == ("海川集团", "广岛机械有限公司", "negated")


def test_what_a_document_of_a_quoted_name_shows_is_said_by_it() -> None:
    text = "智库“远望观察所”的一份报告显示，海川集团向俄罗斯出口了30台水泵。"
    assert "远望观察所" in said(text, "exported_to").attribution[0][-1].name
