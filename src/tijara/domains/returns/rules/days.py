"""Until when something may be sent back, and how long each side may think."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tijara.domains.markets.shapes import BuyerTerms
from tijara.kit.calendar import WorkingDays, months_after

from ..shapes import FAULTS, LineTerms, RefundReason

FAULT_DAYS = 30
"""A fault, or the wrong thing, may be told at least so long; longer where the market's days are."""
DECIDE_DAYS = 3
"""Working days in which the shop answers; then the return is approved."""
ANSWER_DAYS = 7
SEND_DAYS = 14
ARRIVE_DAYS = 15
"""Working days after which a parcel that the shop does not know of is a matter for staff."""
LOOK_DAYS = 3
"""Working days in which the shop looks at what came; then the money goes back."""
APPEAL_DAYS = 30
"""In which the buyer may ask staff to decide."""
PICKUP_DAYS = 10
"""So many days ahead a buyer may ask for it to be fetched."""
WAIT = timedelta(hours=1)
"""A new order of an exchange waits for its payment no longer than a commit takes."""
PAY_DAYS = 3
"""In which its buyer pays what it costs more; else what came back is paid back."""
KEEP_DAYS = 35
"""So long units are kept for an exchange: the days to send, to arrive and to look, and some."""


def line_terms(
    delivered_on: date,
    promised: BuyerTerms,
    *,
    market_days: int,
    whole_on: date | None = None,
    more_comes: bool = False,
) -> LineTerms:
    """`promised` is of the goods, `market_days` the market's. Whoever has ordered once makes up his
    mind once: the days for that count from the day on which the last parcel of the order ended
    (`whole_on`; while `more_comes`, today), a fault's and the warranty's from the line's own."""
    days, months = promised.return_days, promised.warranty_months
    from_day = max(delivered_on, whole_on or delivered_on)
    return LineTerms(
        unwanted_until=from_day + timedelta(days=days) if days else None,
        faulty_until=delivered_on + timedelta(days=max(market_days, days, FAULT_DAYS)),
        warranty_until=months_after(delivered_on, months) if months else None,
        excepted=promised.excepted,
        only_unopened=promised.only_unopened,
        more_comes=more_comes,
    )


def reasons_on(terms: LineTerms, today: date) -> list[RefundReason]:
    """What a buyer may say on this day, in the order of the form."""
    found = []
    if terms.unwanted_until and today <= terms.unwanted_until:
        found.append(RefundReason.CHANGED_MIND)
    if today <= terms.faulty_until:
        found += FAULTS
    if terms.warranty_until and today <= terms.warranty_until:
        found.append(RefundReason.WARRANTY)
    return found


def end_of_day(
    start: datetime, days: int, zone: ZoneInfo, working: WorkingDays | None = None
) -> datetime:
    """The end of the last of so many days after `start`; of `working` days, if they are given."""
    first = start.astimezone(zone).date()
    last = working.after(first, days) if working else first + timedelta(days=days)
    return datetime.combine(last + timedelta(days=1), time(), zone)


def pickup_faults(day: date | None, today: date, working: WorkingDays) -> dict[str, str]:
    """Carriers come on working days: from tomorrow on, and not too far ahead."""
    if day is None:
        return {"day": "required"}
    if not today < day <= today + timedelta(days=PICKUP_DAYS):
        return {"day": "outside_limits"}
    return {} if day in working else {"day": "day_off"}
