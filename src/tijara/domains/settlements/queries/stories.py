"""What a payout paid, line by line; and where a seller's money is."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from tijara.domains.ledger.queries import account_moves, account_sum, credits_by_account
from tijara.domains.ledger.shapes import Account, AccountMove
from tijara.domains.markets.queries import market_by_id, zone_of
from tijara.domains.orders.queries import numbers_of
from tijara.domains.parties.queries import markets_of
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.page import Page

from ..shapes import PaidLine, PayoutStory, SellerFunds
from .payouts import paid_in, payout
from .statements import currency_of, free_minor, waiting

TAKINGS = ("payout_ordered", "payout")
"""The journals that take a payout off what is payable: by a run, or written down by hand."""
OF_FUNDS = (
    Account.SELLER_PAYABLE,
    Account.SELLER_HELD,
    Account.SELLER_RESERVE,
    Account.PAYOUTS_ON_THEIR_WAY,
)


def payout_story(
    seller_id: UUID, payout_id: UUID, *, page: int = 1, size: int = 50
) -> PayoutStory | None:
    """None: no payout of his."""
    found = payout(seller_id, payout_id)
    if found is None:
        return None
    taken, since = _times(seller_id, payout_id)
    before = _left_at(seller_id, since)
    count, moved = account_sum(seller_id, Account.SELLER_PAYABLE, since=since, until=taken)
    start, currency = (page - 1) * size, found.amount.currency
    moves = account_moves(
        [seller_id], Account.SELLER_PAYABLE, since=since, until=taken, page=(size + 1, start)
    )
    return PayoutStory(
        payout=found,
        before=Money(before, currency),
        moved=Money(moved, currency),
        after=Money(before + moved - found.amount.minor, currency),
        count=count,
        lines=Page(_lines(seller_id, moves[:size]), page, size, has_next=len(moves) > size),
    )


def funds_of(seller_id: UUID) -> SellerFunds:
    """One picture of all his money."""
    country = market_by_id(markets_of([seller_id])[seller_id]).country
    year = now().astimezone(zone_of(country)).year
    currency = currency_of(seller_id)
    stands = credits_by_account([seller_id], *OF_FUNDS).values()
    owed, held, reserved, on_its_way = (found.get(seller_id, 0) for found in stands)
    waits = waiting(seller_id)
    return SellerFunds(
        waiting=waits,
        held=Money(held, currency),
        reserved=Money(reserved, currency),
        payable=Money(free_minor(owed, waits.minor), currency),
        on_its_way=Money(on_its_way, currency),
        paid=Money(paid_in(seller_id, year), currency),
        debt=Money(max(0, -owed), currency),
    )


def _times(seller_id: UUID, payout_id: UUID) -> tuple[datetime, datetime | None]:
    """When it was taken off what is payable (a transfer: at its order, before it was a payout), and
    when the one before it was."""
    takings = account_moves([seller_id], Account.SELLER_PAYABLE, kinds=TAKINGS)
    taken = min(one.occurred_at for one in takings if one.reference.endswith(f":{payout_id}"))
    earlier = [one.occurred_at for one in takings if one.occurred_at < taken]
    return taken, max(earlier, default=None)


def _left_at(seller_id: UUID, moment: datetime | None) -> int:
    """What was payable right after it."""
    if moment is None:
        return 0
    until = moment + timedelta(microseconds=1)
    return account_sum(seller_id, Account.SELLER_PAYABLE, until=until)[1]


def _lines(seller_id: UUID, moves: Sequence[AccountMove]) -> list[PaidLine]:
    numbers = numbers_of(seller_id, {one.order_id for one in moves if one.order_id})
    return [
        PaidLine(
            kind=one.kind,
            order_id=one.order_id,
            number=numbers.get(one.order_id, "") if one.order_id else "",
            occurred_at=one.occurred_at,
            amount=Money(one.amount_minor, one.currency),
        )
        for one in moves
    ]
