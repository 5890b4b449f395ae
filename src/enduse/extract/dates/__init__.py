"""When: dates and relative dates of a text, resolved against the day of publication."""

from enduse.extract.dates.finder import dates
from enduse.extract.dates.mention import DateMention, Today

__all__ = ["DateMention", "Today", "dates"]
