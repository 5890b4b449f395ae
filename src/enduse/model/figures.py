"""Numbers as a reader writes them."""


def figure(value: float) -> str:
    """Write a number in full, with thousands set apart and as many decimals as it has.

    Example:
        >>> figure(20_015_040), figure(2.5), figure(1200.0), figure(1e21)
        ('20,015,040', '2.5', '1,200', '1e+21')
    """
    if abs(value) >= 1e15:
        return f"{value:g}"
    whole = f"{value:,.6f}".rstrip("0").rstrip(".")
    return whole if float(whole.replace(",", "")) or not value else f"{value:g}"
