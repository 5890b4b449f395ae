"""Chinese clauses: subjects left unsaid, prepositions, relative clauses. All names are invented."""

import pytest

from tests.extract.chinese.reading import claims, rows, said


def test_a_subject_left_unsaid_is_that_of_the_clause_before() -> None:
    text = "晨岭动力有限公司成立于2012年，总部位于南昌，主要生产活塞发动机和螺旋桨。"
    assert rows(text) == {
        ("晨岭动力有限公司", "began", "2012年"),
        ("晨岭动力有限公司", "headquartered_in", "南昌"),
        ("晨岭动力有限公司", "produces", "活塞发动机"),
        ("晨岭动力有限公司", "produces", "螺旋桨"),
    }


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("晨岭动力有限公司向白桦机械厂出售了三台车床。", ("supplied_to", "白桦机械厂")),
        ("晨岭动力有限公司将三台车床出售给白桦机械厂。", ("supplied_to", "白桦机械厂")),
        ("晨岭动力有限公司从白桦机械厂采购了三台车床。", ("acquired", "车床")),
        ("晨岭动力有限公司把这批设备运往阿拉木图。", ("shipped_to", "阿拉木图")),
        ("晨岭动力有限公司与白桦机械厂签订了合同。", ("contracted_with", "白桦机械厂")),
        ("晨岭动力有限公司持有白桦机械厂30%的股权。", ("holds_share_in", "白桦机械厂")),
        ("晨岭动力有限公司隶属于东原集团。", ("subsidiary_of", "东原集团")),
        ("晨岭动力有限公司涉嫌违反出口管制条例。", ("charged_with", "出口管制条例")),
    ],
)
def test_prepositions_tell_who_gives_and_who_gets(text: str, row: tuple[str, str]) -> None:
    assert ("晨岭动力有限公司", *row) in rows(text)


def test_by_whom_it_is_done_stands_before_the_verb() -> None:
    text = "“云雀-3”无人机由白桦机械厂研制。白桦机械厂去年被欧盟列入制裁名单。"
    assert ("白桦机械厂", "developed", "“云雀-3”无人机") in rows(text)
    assert ("白桦机械厂", "sanctioned_by", "欧盟") in rows(text)


def test_a_relative_clause_says_something_of_its_noun() -> None:
    text = "总部设在汉堡的北岸物流有限公司向位于明斯克的白桦机械厂出口了机床。"
    assert rows(text) == {
        ("北岸物流有限公司", "headquartered_in", "汉堡"),
        ("白桦机械厂", "located_in", "明斯克"),
        ("北岸物流有限公司", "exported_to", "白桦机械厂"),
    }


def test_who_stands_between_is_named_beside_who_supplies() -> None:
    text = "晨岭动力有限公司通过香港子公司向白桦机械厂供应芯片。"
    assert ("香港子公司", "intermediary_in", "芯片") in rows(text)
    assert ("晨岭动力有限公司", "supplied_to", "白桦机械厂") in rows(text)


def test_verbs_that_are_nouns_say_nothing() -> None:
    assert claims("公司严格遵守出口管制规定，并参加了采购合同谈判。") == []


def test_what_is_asked_is_not_said() -> None:
    text = "海关正在调查晨岭动力有限公司是否向白桦机械厂出口了机床。"
    assert rows(text) == {("海关", "reviewed", "晨岭动力有限公司")}


def test_what_is_denied_to_be_the_case_is_negated() -> None:
    claim = said("晨岭动力有限公司不存在向俄罗斯销售发动机的情形。", "supplied_to")
    assert (claim.subject.text, claim.polarity) == ("晨岭动力有限公司", "negated")


@pytest.mark.parametrize(
    ("text", "predicate", "polarity"),
    [
        ("晨岭动力有限公司已停止向俄罗斯供货。", "supplied_to", "negated"),
        ("晨岭动力有限公司将终止合同。", "contracted_with", "negated"),
        ("王五不再担任晨岭动力有限公司董事。", "director_of", "negated"),
        ("发言人否认公司与白桦机械厂有业务往来。", "works_with", "denied"),
        ("晨岭动力有限公司的电话无人接听。", "comment_on", "no_response"),
        ("晨岭动力有限公司拒绝透露客户名单。", "comment_on", "declined_to_comment"),
        ("晨岭动力有限公司称有关报道毫无根据。", "denied", "denied"),
        ("晨岭动力有限公司对货物去向毫不知情。", "aware_of", "denied"),
        ("没有证据显示这些发动机已用于战场。", "evidence_status", "negated"),
        ("本报无法独立核实上述说法。", "evidence_status", "negated"),
    ],
)
def test_what_is_not_so_is_marked(text: str, predicate: str, polarity: str) -> None:
    assert said(text, predicate).polarity == polarity


def test_what_is_ended_keeps_with_whom_and_to_where() -> None:
    assert ("晨岭动力有限公司", "ended", "与白桦机械厂的合作") in rows(
        "晨岭动力有限公司已终止与白桦机械厂的合作。"
    )
    assert ("晨岭动力有限公司", "ended", "对迪拜的出口") in rows(
        "晨岭动力有限公司停止对迪拜的出口。"
    )


def test_a_condition_holds_for_the_clause_after_it() -> None:
    claim = said("如核查发现违约，晨岭动力有限公司将终止合同。", "contracted_with")
    assert (claim.polarity, claim.modality) == ("negated", "conditional")


def test_an_opinion_that_no_verb_of_the_table_carries_is_an_assessment() -> None:
    claim = said("研究员李岚认为，新规定的影响非常有限。", "assessed_as")
    assert (claim.subject.text, claim.object and claim.object.text) == ("新规定的影响", "非常有限")
