"""What a list must hold to be that list: least counts and fill rates of its `source.yml`."""

from enduse.lists.version import Version
from enduse.sources.source_info import SourceInfo


def broken(info: SourceInfo, made: Version) -> list[str]:
    """Compare a version with what its source promises of a complete one.

    Args:
        info: Holds the least counts by schema, and the least share of entities of a schema
            that carry a property.
        made: What a reader made.

    Returns:
        One sentence part for every promise that does not hold; empty where all do.
    """
    faults = []
    for schema, least in info.assertions.items():
        count = made.entities.get(schema, 0)
        if count < least:
            faults.append(f"{count:,} of schema {schema} where at least {least:,} must be")
    for schema, rates in info.fill_rates.items():
        total = made.entities.get(schema, 0)
        for prop, least_rate in rates.items():
            rate = made.filled.get(f"{schema}.{prop}", 0) / total if total else 0.0
            if total and rate < least_rate:
                faults.append(f"{rate:.0%} of {schema} have {prop}, at least {least_rate:.0%} must")
    return faults
