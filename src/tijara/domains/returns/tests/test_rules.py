"""Shares and days: whatever comes back in whatever order, nothing is left over."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.fulfilment.queries import units_of_share
from tijara.domains.fulfilment.shapes import LineShare, Share
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.shapes import BuyerTerms
from tijara.domains.returns.rules.days import end_of_day, line_terms, reasons_on
from tijara.domains.returns.rules.shares import (
    next_part,
    refund_transfers,
    share_of_parts,
    units_left,
)
from tijara.domains.returns.rules.tenders import Tenders, left_of, tenders_of
from tijara.domains.returns.shapes import RefundReason
from tijara.kit.calendar import WorkingDays, months_after
from tijara.kit.ids import new_id

RIYADH = ZoneInfo("Asia/Riyadh")
MONEY = some.integers(0, 10**7)


@some.composite
def histories(draw):
    """Lines that were delivered, and parts of them that come back one after another to the end."""
    lines = {}
    for _ in range(draw(some.integers(1, 4))):
        quantity = draw(some.integers(1, 7))
        items = quantity * draw(some.integers(1, 10**6))
        tax, commission = draw(some.integers(0, items)), draw(some.integers(0, items))
        share = LineShare(new_id(), quantity, items, tax, commission, draw(MONEY))
        lines[share.line_id] = share
    units = [line_id for line_id, share in lines.items() for _ in range(share.quantity)]
    order = draw(some.permutations(units))
    cuts = sorted(draw(some.sets(some.integers(1, len(order)))) | {len(order)})
    parts = [order[start:end] for start, end in zip([0, *cuts], cuts, strict=False)]
    return lines, parts, draw(MONEY), draw(MONEY), draw(some.integers(0, len(parts) - 1))


@given(histories())
def test_all_parts_together_are_the_delivery_to_the_last_unit(history):
    lines, parts, delivery, fee, charged = history
    sums = [sum(getattr(one, name) for one in lines.values()) for name in FIELDS]
    whole = Share("SAR", sums[0], delivery, fee, sums[1] + 7, sums[2], sums[3])
    before: dict = {}
    shares = []
    for place, units in enumerate(parts):
        counted = {line_id: units.count(line_id) for line_id in set(units)}
        taken = [
            units_of_share(lines[line_id], before.get(line_id, 0), many)
            for line_id, many in counted.items()
        ]
        assert all(min(one.items_minor, one.tax_minor, one.commission_minor) >= 0 for one in taken)
        shares.append(share_of_parts(taken, whole, lines.values(), with_charges=place == charged))
        for line_id, many in counted.items():
            before[line_id] = before.get(line_id, 0) + many
    assert units_left(lines, before) == {}
    for name in (*FIELDS, "delivery_minor", "fee_minor"):
        assert sum(getattr(one, name) for one in shares) == getattr(whole, name)
    assert sum(one.seller_minor for one in shares) == whole.seller_minor


FIELDS = ("items_minor", "tax_minor", "commission_minor", "commission_vat_minor")


@given(some.lists(some.integers(1, 4), min_size=1, max_size=5), MONEY, some.data())
def test_what_goes_back_between_parcels_is_never_more_than_had_come_and_all_of_it_in_the_end(
    parcels, items, data
):
    """Each parcel's part is rounded for itself, and they arrive in any order."""
    line_id, many = new_id(), sum(parcels)
    parts, went = [], 0
    for size in parcels:
        parts.append(units_of_share(LineShare(line_id, many, items, items // 7), went, size))
        went += size
    here = gone = LineShare(line_id, 0)
    for part in data.draw(some.permutations(parts)):
        here = added(here, part)
        back = data.draw(some.integers(0, here.quantity - gone.quantity))
        if back:
            gone = added(gone, next_part(here, gone, back))
        assert 0 <= gone.items_minor <= here.items_minor
        assert 0 <= gone.tax_minor <= here.tax_minor
        if gone.quantity == here.quantity:
            assert gone == here
    if left := here.quantity - gone.quantity:
        gone = added(gone, next_part(here, gone, left))
    assert gone == LineShare(line_id, many, items, items // 7)


def added(one, other):
    return LineShare(
        one.line_id,
        one.quantity + other.quantity,
        one.items_minor + other.items_minor,
        one.tax_minor + other.tax_minor,
    )


@given(some.lists(MONEY, min_size=6, max_size=6), MONEY)
def test_a_refund_takes_each_part_from_whom_had_it_and_no_more_than_is_held(amounts, held):
    items, delivery, fee, tax, commission, vat = amounts
    share = Share("SAR", items, delivery, fee, tax, commission, vat)
    transfers = refund_transfers(share, held)
    moved = {account: 0 for account in Account}
    for one in transfers:
        assert one.amount_minor >= 0
        moved[one.debit] += one.amount_minor
        moved[one.credit] -= one.amount_minor
    assert moved[Account.BUYER_REFUNDABLE] == -share.total_minor
    assert 0 <= moved[Account.SELLER_HELD] <= held
    assert moved[Account.SELLER_HELD] + moved[Account.SELLER_PAYABLE] == share.seller_minor
    assert moved[Account.COMMISSION_REVENUE] == commission


def test_a_month_later_is_the_same_day_or_the_last_of_the_month():
    assert months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_after(date(2026, 11, 26), 24) == date(2028, 11, 26)
    assert months_after(date(2026, 12, 1), 1) == date(2027, 1, 1)


def test_reasons_end_one_after_another_each_day_included():
    terms = line_terms(date(2026, 11, 1), BuyerTerms(7, 12), market_days=14)
    assert RefundReason.CHANGED_MIND in reasons_on(terms, date(2026, 11, 8))
    assert RefundReason.CHANGED_MIND not in reasons_on(terms, date(2026, 11, 9))
    assert RefundReason.FAULTY in reasons_on(terms, date(2026, 12, 1))
    assert reasons_on(terms, date(2026, 12, 2)) == [RefundReason.WARRANTY]
    assert reasons_on(terms, date(2027, 11, 2)) == []


def test_the_days_to_change_ones_mind_begin_with_the_last_parcel_and_a_faults_with_its_own():
    promised, first, last = BuyerTerms(7, 12), date(2026, 11, 1), date(2026, 11, 16)
    terms = line_terms(first, promised, market_days=14, whole_on=last)
    assert terms.unwanted_until == date(2026, 11, 23)
    assert (terms.faulty_until, terms.warranty_until) == (date(2026, 12, 1), date(2027, 11, 1))
    late = line_terms(last, promised, market_days=14, whole_on=first)
    assert late.unwanted_until == date(2026, 11, 23)


def test_what_does_not_go_back_unwanted_goes_back_faulty():
    terms = line_terms(date(2026, 11, 1), BuyerTerms(0, 0), market_days=14)
    assert RefundReason.CHANGED_MIND not in reasons_on(terms, date(2026, 11, 1))
    assert RefundReason.FAULTY in reasons_on(terms, date(2026, 11, 1))


def test_a_working_week_ends_where_the_market_is():
    thursday = datetime(2026, 11, 26, 22, tzinfo=UTC)
    assert end_of_day(thursday, 3, RIYADH, WorkingDays({5, 6})) == datetime(
        2026, 12, 2, tzinfo=RIYADH
    )
    assert end_of_day(thursday, 1, RIYADH) == datetime(2026, 11, 29, tzinfo=RIYADH)


AMOUNTS = some.integers(0, 10**9)
PARTED = some.tuples(AMOUNTS, some.floats(0, 1))
"""An amount, and how much of it was paid by the wallet."""
BACK = some.tuples(some.floats(0, 1), some.booleans())
"""How much of what is left comes back, and whether its buyer wants it in his wallet."""


class TestTenders:
    @given(some.lists(PARTED, min_size=1, max_size=5), some.lists(BACK, max_size=6))
    def test_a_tender_gets_back_what_it_paid_and_the_wallet_the_rest(self, parcels, wishes):
        delivered = [
            Tenders(amount - int(amount * part), 0, int(amount * part)) for amount, part in parcels
        ]
        left, back = sum(one.total for one in delivered), []
        for part, to_wallet in [*wishes, (1, False)]:
            amount = int(left * part)
            tender, ahead = left_of(delivered, back)
            one = tenders_of(amount, tender, ahead, to_wallet=to_wallet)
            assert min(one.rest, one.ahead, one.credit) >= 0 and one.total == amount
            assert to_wallet or one.rest == min(amount, tender)
            back.append(one)
            left -= amount
        assert sum(one.rest for one in back) <= sum(one.rest for one in delivered)
