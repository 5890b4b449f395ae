"""What opens a report and belongs to no clause: 新华社北京3月1日电, 【本报讯】."""

import re

__all__ = ["dateline_end"]

_DATELINE = re.compile(
    r"(?:[【\[（(][^】\])）\n]{2,30}[】\])）]|[\u4e00-\u9fffA-Za-z]{2,16}?[\u4e00-\u9fff]{0,6}(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:综合)?(?:电|讯|消息)"
    r"|[\u4e00-\u9fffA-Za-z]{2,10}讯|本报[\u4e00-\u9fff]{2,4}[电讯])[\s\u3000:：，—–-]*(?:（记者[^）]{2,14}）)?[\s\u3000—–-]*"
)


def dateline_end(text: str, start: int, end: int) -> int:
    """Return where the first clause begins after a dateline, if there is one.

    Example:
        >>> text = "海湾社香港3月18日电  两人说"
        >>> text[dateline_end(text, 0, len(text)) :]
        '两人说'
    """
    match = _DATELINE.match(text, start, end)
    return match.end() if match is not None and match.end() < end else start
