"""Which price holds, and which prices were asked before: docs/algorithms/promotions.md."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from tijara.kit.money import round_half_up

from .shapes import Audience, Buyer, ListTerms, PriceRow, ShownPrice

BASIS = 10_000
PRIOR_DAYS = timedelta(days=30)
"""How far back a price before is looked for: Directive 98/6/EC, article 6a, and Saudi Arabia's
rules for discounts ask for no less."""


def is_in_force(terms: ListTerms, on: date) -> bool:
    begun = terms.starts_on is None or terms.starts_on <= on
    return begun and (terms.ends_on is None or on <= terms.ends_on)


def is_for(terms: ListTerms, buyer: Buyer, *, is_chosen: bool) -> bool:
    """`is_chosen`: whether the list names him."""
    audience = terms.audience
    if audience is Audience.GROUP:
        return terms.group_id in buyer.groups
    if audience is Audience.EVERYONE:
        return True
    if audience is Audience.COMPANIES:
        return bool(buyer.vat_number)
    return is_chosen


def price_by(rows: Sequence[PriceRow], off_bp: int, listed_minor: int, quantity: int) -> int:
    """What one costs by a list: its row with the highest step that is reached, else its general
    reduction. Never more than the offer itself asks."""
    reached = [row for row in rows if row.from_quantity <= quantity]
    if reached:
        best = max(reached, key=lambda row: row.from_quantity)
        return min(best.price_minor, listed_minor)
    return listed_minor - round_half_up(listed_minor * off_bp, BASIS)


def lowest_before(shown: Sequence[ShownPrice], moment: datetime) -> int | None:
    """The lowest price that stood in the thirty days before `moment`; None where none is known.
    `shown` is in the order of its moments; each holds until the next."""
    start = moment - PRIOR_DAYS
    before = [one for one in shown if one.since < moment]
    standing = [one for one in before if one.since <= start][-1:]
    within = [one for one in before if one.since > start]
    return min((one.price_minor for one in (*standing, *within)), default=None)


def honest_was(was_minor: int | None, shown: Sequence[ShownPrice], price_minor: int) -> int | None:
    """The price that may stand struck through beside `price_minor`: what the seller says, but never
    more than the lowest of the thirty days before the price that holds now. Where nothing is known
    of the time before, his word holds: he may have brought the goods from another shop."""
    if was_minor is None:
        return None
    lowest = lowest_before(shown, shown[-1].since) if shown else None
    told = was_minor if lowest is None else min(was_minor, lowest)
    return told if told > price_minor else None
