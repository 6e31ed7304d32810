"""Where money goes back to: docs/algorithms/wallet.md, docs/algorithms/returns.md."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tenders:
    """A sum by what paid it, or gets it back: `rest` is the way that the order chose, `ahead` what
    was paid before that, `credit` the buyer's wallet."""

    rest: int
    ahead: int
    credit: int

    @property
    def total(self) -> int:
        return self.rest + self.ahead + self.credit


def left_of(delivered: Iterable[Tenders], given_back: Iterable[Tenders]) -> tuple[int, int]:
    """What the rest's tender, and the one ahead of it, have paid of what was delivered, and have
    not got back. What a buyer wanted in his wallet leaves it where it was."""
    rest = ahead = 0
    for sign, sums in ((1, delivered), (-1, given_back)):
        for one in sums:
            rest, ahead = rest + sign * one.rest, ahead + sign * one.ahead
    return rest, ahead


def tenders_of(
    amount_minor: int, left_minor: int, ahead_left_minor: int = 0, *, to_wallet: bool
) -> Tenders:
    """All to the wallet, if its buyer wants that; else the last tender first: the rest's, then the
    one ahead of it, and what is over is the wallet's."""
    if to_wallet:
        return Tenders(0, 0, amount_minor)
    rest = min(amount_minor, max(0, left_minor))
    ahead = min(amount_minor - rest, max(0, ahead_left_minor))
    return Tenders(rest, ahead, amount_minor - rest - ahead)


def difference_of(back: Tenders, minor: int, *, to_wallet: bool) -> tuple[Tenders, Tenders]:
    """An exchange for something cheaper by `minor`: what of what came back goes out, and what pays
    the new order. Credit that goes out is taken from credit first; the rest of it, where its buyer
    wants it in his wallet, from what the other tenders had paid, the last one first."""
    out = tenders_of(minor, back.rest, back.ahead, to_wallet=to_wallet)
    credit = min(back.credit, out.credit)
    rest = min(back.rest, minor - credit - out.ahead)
    ahead = minor - credit - rest
    return out, Tenders(back.rest - rest, back.ahead - ahead, back.credit - credit)
