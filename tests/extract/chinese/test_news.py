"""What Chinese news tells in passing: nameless firms and offices, reports, dated plans.

All names are invented.
"""

import pytest

from tests.extract.chinese.reading import claims, rows, said, voices


@pytest.mark.parametrize(
    ("text", "firm", "place"),
    [
        ("一家香港贸易公司向白桦机械厂出售了机床。", "贸易公司", "香港"),
        ("山东一家独立炼厂打算购买这批原油。", "独立炼厂", "山东"),
        ("货款由新加坡的一家支付公司代付。", "支付公司", "新加坡"),
        ("货物转交莫斯科的一家采购商。", "采购商", "莫斯科"),
    ],
)
def test_where_a_firm_is_whose_name_is_not_told(text: str, firm: str, place: str) -> None:
    assert (firm, "located_in", place) in rows(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("海川集团一名经理说，公司不知情。", ("经理", "海川集团")),
        ("青岛港一名负责人证实，该船未获准靠泊。", ("负责人", "青岛港")),
        ("首尔东亚安全论坛研究委员金岚说，影响有限。", ("金岚", "首尔东亚安全论坛")),
        (
            "中国现代贸易管制研究会副会长周岚告诉记者，影响有限。",
            ("周岚", "中国现代贸易管制研究会"),
        ),
    ],
)
def test_an_office_belongs_to_the_body_before_it(text: str, row: tuple[str, str]) -> None:
    assert (row[0], "position_at", row[1]) in rows(text)


def test_a_body_with_and_in_its_name_speaks_as_one() -> None:
    claim = said("香港商务及经济发展局回应称，不了解有关个案。", "aware_of")
    assert voices(claim) == ["香港商务及经济发展局"]


def test_a_report_is_issued_by_somebody() -> None:
    assert ("公告", "reported_by", "商务部") in rows("商务部14日发布公告，将两家企业列入管控名单。")
    assert ("报告", "reported_by", "远山研究所") in rows("报告由远山研究所撰写。")


def test_a_cited_medium_tells_on_in_its_paragraph() -> None:
    text = "据彭博社报道，海川集团向白桦机械厂出售了机床。报道称，海川集团注册于九龙。"
    assert voices(said(text, "registered_in")) == ["彭博社"]


def test_a_plan_has_its_time() -> None:
    assert ("检方", "has_timeline", "11月底前") in rows("检方预计将在11月底前决定是否起诉。")
    text = "美国财政部今年2月将海川集团列入制裁名单。"
    assert not any(c.predicate == "has_timeline" for c in claims(text))


def test_how_much_is_moved_makes_no_relative_clause() -> None:
    text = "海川集团在过去18个月内向俄罗斯转运了约2600万美元的芯片。"
    claim = said(text, "shipped_to")
    assert (claim.subject.text, claim.object and claim.object.text) == ("海川集团", "俄罗斯")


def test_a_reason_is_no_deed_of_who_gives_it() -> None:
    text = "美国财政部以协助伊朗运输石油为由，对海川集团实施制裁。"
    assert rows(text) == {("海川集团", "sanctioned_by", "美国财政部")}


def test_what_is_asked_for_is_not_done() -> None:
    assert rows("报告敦促保险公司停止为油轮承保。") == {("报告", "urged", "保险公司")}


def test_words_that_are_verbs_elsewhere_name_papers_and_offices_here() -> None:
    assert not any(
        c.predicate == "acted_for" for c in claims("海川集团公司代表柳某持有其62%的股份。")
    )
    assert rows("报告依据提单和卫星照片写成。") == {
        ("报道", "sourced_from", "提单"),
        ("报道", "sourced_from", "卫星照片"),
    }


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("一艘悬挂巴拿马旗的油轮上周离开。", ("油轮", "jurisdiction", "巴拿马")),
        ("厂区内新建了两栋厂房。", ("厂房", "located_in", "厂区")),
        ("该芯片受美国出口管制。", ("美国", "controls_export_of", "该芯片")),
        ("海川集团正密切关注相关动向。", ("海川集团", "aware_of", "相关动向")),
        ("海川集团供认不讳。柳某对出口一事供认不讳。", ("柳某", "confirmed", "出口一事")),
        ("镓是红外探测器的重要原料。", ("镓", "component_of", "红外探测器")),
        ("这家公司不在名单之列，海川集团也不在制裁名单上。", ("海川集团", "listed_by", "制裁名单")),
    ],
)
def test_turns_of_news_prose_are_read(text: str, row: tuple[str, str, str]) -> None:
    assert row in rows(text)


def test_growth_in_percent_is_a_figure() -> None:
    claim = said("中国对立陶宛的出口同比下降42%。", "assessed_as")
    assert claim.value == 42


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("俄罗斯已在中国启动一项武器项目。", ("俄罗斯", "runs_programme_in", "中国")),
        (
            "七架军用无人机，包括两架样机，已运抵海川集团总部。",
            ("军用无人机", "shipped_to", "海川集团总部"),
        ),
        ("这些无人机搭载中国制造的发动机。", ("发动机", "component_of", "这些无人机")),
        ("海川集团未取得战略物资出口许可。", ("海川集团", "acquired", "战略物资出口许可")),
        ("三名男子因涉嫌走私微电子产品被起诉。", ("男子", "charged_with", "走私微电子产品")),
        ("货物由海川集团承运。", ("海川集团", "intermediary_in", "货物")),
        ("前者由海川集团全资持有。", ("前者", "owned_by", "海川集团")),
        ("如果报道属实，这将是迄今最大的一笔交易。", ("此事", "assessed_as", "迄今最大的一笔交易")),
    ],
)
def test_more_constructions_of_reports(text: str, row: tuple[str, str, str]) -> None:
    assert row in rows(text)


def test_a_paper_does_nothing_itself() -> None:
    text = "文件还提到在喀什建立一座中心的计划。"
    assert not any(c.predicate == "founded" for c in claims(text))


def test_when_it_was_is_no_deed() -> None:
    text = "海川集团在制裁生效后仍向白桦机械厂发货。"
    assert rows(text) == {("海川集团", "shipped_to", "白桦机械厂")}


def test_speakers_mean_themselves_by_they() -> None:
    claim = said("海川集团表示，它不知道最终用户是谁。", "aware_of")
    assert (claim.subject.text, claim.polarity) == ("海川集团", "denied")


def test_what_is_not_clear_is_open_and_not_unknown_to_somebody() -> None:
    assert ("货物的来源", "evidence_status", "尚不清楚") in rows("货物的来源尚不清楚。")
    claim = said("报道未得到独立证实。", "evidence_status")
    assert claim.polarity == "negated"
