"""What terms an offer may have."""

from tijara.kit.money import Money

DEAREST_MINOR = 10**12
CONDITIONS = frozenset({"new", "used", "refurbished"})


def price_fault(price: Money, was: Money | None) -> str:
    """The code of what is wrong with a price, or nothing."""
    if price.minor < 0:
        return "negative"
    if not price.minor:
        return "zero"
    if price.minor > DEAREST_MINOR:
        return "too_dear"
    if was is not None and was.currency != price.currency:
        return "other_currency"
    if was is not None and was.minor <= price.minor:
        return "was_not_higher"
    return ""
