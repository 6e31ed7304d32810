"""When a seller's money came and comes: earlier payouts, what is ready, and what becomes his on
which day. Drawn as bars of one measure, the past solid and what is to come dashed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from tijara.domains.deals.shapes import HeldPart
from tijara.domains.settlements.shapes import PayoutView, ReservePartView, SellerFunds
from tijara.kit.money import Money

PAID = pgettext_lazy("payout timeline", "paid")
ON_ITS_WAY = pgettext_lazy("payout timeline", "on its way to the bank")
READY = pgettext_lazy("payout timeline", "ready for the next payout")
COMES = pgettext_lazy("payout timeline", "becomes yours")
MOST_DAYS, WHOLE = 6, 100


@dataclass(frozen=True, slots=True)
class Stop:
    """`day` is None of what stands there now. `share` is the percentage of the longest bar."""

    day: date | None
    words: Promise
    amount: Money
    is_ahead: bool
    payout: PayoutView | None = None
    share: int = 0


def payout_timeline(
    paid: Sequence[PayoutView],
    funds: SellerFunds,
    held: Iterable[HeldPart],
    reserved: Iterable[ReservePartView],
    zone: ZoneInfo,
) -> list[Stop]:
    """The earliest first. What a complaint holds has no day, and what waits for its cash neither:
    both stand where the money is. What came back is owed again: it is not of the past. Empty where
    there is nothing before or after now."""
    kept = [one for one in reversed(paid) if not one.came_back_at]
    past = [Stop(one.paid_on, PAID, one.amount, False, one) for one in kept]
    now = [
        Stop(None, words, money, ahead)
        for words, money, ahead in (
            (ON_ITS_WAY, funds.on_its_way, False),
            (READY, funds.payable, True),
        )
        if money.minor > 0
    ]
    coming = _coming(held, reserved, zone, funds.payable.currency)
    if not past and not coming:
        return []
    stops = [*past, *now, *coming]
    most = max(one.amount.minor for one in stops) or 1
    return [
        Stop(
            one.day,
            one.words,
            one.amount,
            one.is_ahead,
            one.payout,
            max(1, round(one.amount.minor * WHOLE / most)),
        )
        for one in stops
    ]


def _coming(
    held: Iterable[HeldPart], reserved: Iterable[ReservePartView], zone: ZoneInfo, currency: str
) -> list[Stop]:
    """The next days on which something becomes his."""
    due: list[tuple[datetime, Money]] = [
        (one.due_at, one.amount) for one in held if not one.is_disputed
    ]
    due += [(one.release_at, one.left) for one in reserved if one.release_at]
    days: defaultdict[date, int] = defaultdict(int)
    for moment, money in due:
        days[moment.astimezone(zone).date()] += money.minor
    told = sorted(days.items())[:MOST_DAYS]
    return [Stop(day, COMES, Money(minor, currency), True) for day, minor in told]
