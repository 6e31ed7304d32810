"""Where money goes back to: docs/algorithms/wallet.md."""

from collections.abc import Iterable

Pair = tuple[int, int]
"""An amount, and what of it the buyer's wallet has paid or got."""


def tender_left(delivered: Iterable[Pair], given_back: Iterable[Pair]) -> int:
    """What the card, the transfer or the cash has paid of what was delivered, and has not got back.
    What a buyer wanted in his wallet leaves it where it was."""
    came = sum(amount - credit for amount, credit in delivered)
    return came - sum(amount - credit for amount, credit in given_back)


def credit_of(amount_minor: int, left_minor: int, *, to_wallet: bool) -> int:
    """What of an amount goes to the wallet: all of it, if its buyer wants that; else what is over
    when the other tender has got back what it paid."""
    if to_wallet:
        return amount_minor
    return max(0, amount_minor - max(0, left_minor))
