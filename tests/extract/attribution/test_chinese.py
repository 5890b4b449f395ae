import pytest

from tests.extract.attribution.reading import parts, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("据路透社报道，该厂生产无人机。", ("据 报道", "路透社", ["该厂生产无人机"])),
        ("根据海关数据，该公司进口了陀螺仪。", ("根据", "海关数据", ["该公司进口了陀螺仪"])),
        ("俄罗斯国防部拒绝置评。", ("拒绝", "俄罗斯国防部", ["置评"])),
        ("天河贸易有限公司否认了这一指控。", ("否认", "天河贸易有限公司", ["这一指控"])),
        ("两名情报人士称，该项目始于去年。", ("称", "两名情报人士", ["该项目始于去年"])),
        ("“我们没有出口，”公司发言人说。", ("说", "公司发言人", ["“我们没有出口，”"])),
        ("文件显示，货物已运抵港口。", ("显示", "文件", ["货物已运抵港口"])),
    ],
)
def test_cue_source_and_content_stand_at_their_places(
    text: str, expected: tuple[str, str, list[str]]
) -> None:
    assert parts(text, "zh") == [expected]


def test_the_speaker_loses_what_only_tells_when_and_where() -> None:
    text = "外交部发言人李明周二在记者会上表示，中国严格控制出口，并强调没有例外。"
    assert [part[1] for part in parts(text, "zh")] == ["外交部发言人李明"] * 2


def test_said_by_nobody_is_unspecified() -> None:
    (found,) = read("据称，该工厂位于喀什。", "zh")
    assert (found.source, found.kind, found.implies) == (None, "unspecified", "relays")


def test_words_that_hold_a_verb_of_saying_are_no_cues() -> None:
    assert read("这部小说的名称是《海》，人称经典。", "zh") == ()


def test_a_report_speaks_for_the_company_that_handed_it_in() -> None:
    (found,) = read("根据库波尔公司提交的报告，该公司可以量产。", "zh")
    assert [(v.text, v.kind) for v in found.chains[0]][1] == ("库波尔公司", "company")


def test_an_outlet_that_quotes_a_paper_is_the_outer_voice() -> None:
    found = read("据《海岸时报》援引一份内部文件报道，该厂已经投产。", "zh")
    assert [v.text for v in found[0].chains[0]] == ["《海岸时报》", "一份内部文件"]


def test_who_issued_the_statement_speaks_in_what_follows() -> None:
    found = read("样本动力在官网发表声明，否认向军方供货。", "zh")
    assert found[0].source is not None
    assert found[0].chains[0][-1].text == "样本动力"
