"""Money: a whole number of minor units and a currency. No float, no Decimal on the wire."""

from collections.abc import Sequence
from dataclasses import dataclass

EXPONENTS = {
    "SAR": 2,
    "AED": 2,
    "EGP": 2,
    "QAR": 2,
    "MAD": 2,
    "LBP": 2,
    "DZD": 2,
    "USD": 2,
    "EUR": 2,
    "KWD": 3,
    "BHD": 3,
    "OMR": 3,
    "JOD": 3,
    "TND": 3,
    "IQD": 3,
    "JPY": 0,
    "BRL": 2,
    "GBP": 2,
}
"""ISO 4217 minor-unit exponents of the currencies that Tijara knows."""


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies met in one calculation: always a bug."""


@dataclass(frozen=True, slots=True)
class Money:
    """`minor` is in the currency's smallest unit: Money(34900, "SAR") is 349.00 riyals."""

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        self._must_match(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._must_match(other)
        return Money(self.minor - other.minor, self.currency)

    def __mul__(self, times: int) -> "Money":
        return Money(self.minor * times, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        self._must_match(other)
        return self.minor < other.minor

    def __bool__(self) -> bool:
        return self.minor != 0

    @property
    def exponent(self) -> int:
        return EXPONENTS[self.currency]

    def to_decimal_string(self) -> str:
        """The plain decimal form with a point and no grouping: 34900 SAR -> "349.00"."""
        sign = "-" if self.minor < 0 else ""
        if not self.exponent:
            return f"{self.minor}"
        whole, part = divmod(abs(self.minor), 10**self.exponent)
        return f"{sign}{whole}.{part:0{self.exponent}d}"

    def _must_match(self, other: "Money") -> None:
        if other.currency != self.currency:
            raise CurrencyMismatch(f"{self.currency} met {other.currency}")


def zero(currency: str) -> Money:
    return Money(0, currency)


def total(amounts: Sequence[Money], currency: str) -> Money:
    """The sum of many amounts; of none, zero in `currency`."""
    return sum(amounts, zero(currency))


def allocate(amount: int, weights: Sequence[int]) -> list[int]:
    """Split `amount` minor units by `weights`, to the last unit, by largest remainder.

    Equal remainders go to the earlier share. All weights zero: everything to the first share.
    """
    if not weights:
        raise ValueError("nothing to allocate to")
    if any(weight < 0 for weight in weights):
        raise ValueError("a weight is negative")
    whole = sum(weights)
    if whole == 0:
        return [amount] + [0] * (len(weights) - 1)
    sign = -1 if amount < 0 else 1
    shares, remainders = [], []
    for place, weight in enumerate(weights):
        share, remainder = divmod(abs(amount) * weight, whole)
        shares.append(share)
        remainders.append((-remainder, place))
    left = abs(amount) - sum(shares)
    for _, place in sorted(remainders)[:left]:
        shares[place] += 1
    return [sign * share for share in shares]


def round_half_up(numerator: int, denominator: int) -> int:
    """`numerator / denominator` to the nearest whole, a half away from zero; exact integers."""
    sign = -1 if (numerator < 0) != (denominator < 0) else 1
    numerator, denominator = abs(numerator), abs(denominator)
    return sign * ((2 * numerator + denominator) // (2 * denominator))
