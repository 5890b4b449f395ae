"""What a name is before it becomes a mention, and the words of a sentence."""

from dataclasses import dataclass

from enduse.extract.segment import Span

__all__ = ["Called", "HAN", "NO_FORMS", "Token"]


Token = tuple[str, str, Span]


@dataclass(frozen=True, slots=True)
class Called:
    """A name with the schema that its surroundings speak for; `again` for a later short form."""

    span: Span
    schema: str
    again: str | None = None


HAN = "\u4e00-\u9fff"

NO_FORMS = frozenset(
    "场所 厕所 住所 研究所 派出所 建厂 设厂 办厂 出厂 所 军工厂 核心 重心 关心 信心 决心 本组织".split()
)
