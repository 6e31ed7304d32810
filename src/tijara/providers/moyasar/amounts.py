"""Amounts on Moyasar's wire: whole minor units, by its own exponents."""

from tijara.kit.money import EXPONENTS, Money

WIRE_EXPONENTS = {
    "SAR": 2, "AED": 2, "EGP": 2, "QAR": 2, "MAD": 2, "DZD": 2, "USD": 2, "EUR": 2,
    "KWD": 3, "BHD": 3, "OMR": 3, "JOD": 3, "TND": 3,
    "IQD": 0, "JPY": 0,
}  # fmt: skip
"""Iraq's dinar has three decimals in ISO 4217 and none there."""
LEAST = 100
"""An invoice of less is refused."""


class NotCarried(ValueError):
    """The wire has no number for this amount."""


def to_wire(amount: Money) -> int:
    exponent = WIRE_EXPONENTS.get(amount.currency)
    if exponent is None:
        raise NotCarried(amount.currency)
    wire, rest = divmod(amount.minor, 10 ** (EXPONENTS[amount.currency] - exponent))
    if rest or wire < LEAST:
        raise NotCarried(f"{amount.to_decimal_string()} {amount.currency}")
    return wire


def from_wire(number: object, currency: object) -> Money:
    """What the wire says; NotCarried for what is no amount of a currency that we know."""
    code = str(currency).upper()
    if code not in WIRE_EXPONENTS or isinstance(number, bool) or not isinstance(number, int):
        raise NotCarried(f"{number!r} {currency!r}")
    return Money(number * 10 ** (EXPONENTS[code] - WIRE_EXPONENTS[code]), code)
