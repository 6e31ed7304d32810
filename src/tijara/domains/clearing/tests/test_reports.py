"""A gateway's report: read, matched, booked once, whatever file its lines come in."""

from collections import Counter
from io import BytesIO
from itertools import permutations
from threading import Thread
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.clearing.actions import (
    AlreadyBooked,
    LineEnded,
    LinesUnread,
    NotAPaymentOfOurs,
    NotWhatTheBankShows,
    ReportKnown,
    ReportUnreadable,
    book_report,
    discard_report,
    end_line,
    read_report,
)
from tijara.domains.clearing.queries import (
    clearings,
    items_proof,
    open_items,
    report,
    report_lines,
    reports,
    reports_proof,
    shares_proof,
)
from tijara.domains.clearing.rules import after, outcomes, share_transfers, shares_of
from tijara.domains.clearing.shapes import Ending, Share, Standing, Verdict
from tijara.domains.clearing.testing import GATEWAY, book, make_report, payment_of, told
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.payments.actions import mark_refund_paid
from tijara.domains.payments.queries import refunds_of_order
from tijara.domains.payments.testing import forget_payment, name_payment
from tijara.domains.returns.actions import record_refund_paid
from tijara.domains.returns.testing import make_paid_order, make_refunded_order
from tijara.kit import recent
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.lists import LineKind
from tijara.kit.money import Money

pytestmark = pytest.mark.django_db
WHOLE = 25000
RECEIVABLE, PAYABLE = Account.GATEWAY_RECEIVABLE, Account.GATEWAY_PAYABLE


def verdicts(report_id: UUID) -> list[Verdict]:
    return [one.verdict for one in report_lines(report(report_id))]


def assert_proved() -> None:
    for look in (items_proof, reports_proof, shares_proof):
        assert look().faults == []


def refunded():
    """An order whose money the gateway has given back."""
    order = make_refunded_order()
    (due,) = refunds_of_order(order.seller_id, order.buyer_id, order.id)
    mark_refund_paid(actor=SYSTEM, buyer_id=order.buyer_id, refund_id=due.id)
    record_refund_paid(actor=SYSTEM, seller_id=order.seller_id, payment_refund_id=due.id)
    return order


class TestBooking:
    def test_what_was_collected_comes_to_the_bank_less_fees_and_their_vat(self):
        order = make_paid_order()
        made = make_report(told(payment_of(order), WHOLE, 250))
        assert verdicts(made) == [Verdict.SETTLED]
        assert balances(order.seller_id)[RECEIVABLE] == WHOLE
        book(made)
        found = balances(order.seller_id)
        assert found[RECEIVABLE] == 0
        assert found[Account.BANK] == WHOLE - 250 - 37
        assert (found[Account.GATEWAY_FEES], found[Account.GATEWAY_FEES_VAT]) == (250, 37)
        assert report(made).closed_at
        assert_proved()

    def test_a_refund_is_taken_off_and_its_order_ends_at_nothing(self):
        order = refunded()
        name = payment_of(order)
        book(make_report(told(name, WHOLE, 250), told(name, WHOLE, kind="refund")))
        found = balances(order.seller_id)
        assert found[RECEIVABLE] == 0
        assert found[Account.BANK] == -287
        assert_proved()

    def test_short_stays_open_and_the_rest_may_come_later(self):
        order = make_paid_order()
        made = make_report(told(payment_of(order), 20000, 200))
        assert [one.left.minor for one in report_lines(report(made))] == [5000]
        book(made)
        assert [one.amount.minor for one in open_items(RECEIVABLE, "SAR").items] == [5000]
        book(make_report(told(payment_of(order), 5000)), "SETTLE-2")
        assert balances(order.seller_id)[RECEIVABLE] == 0
        assert_proved()

    def test_only_when_the_bank_shows_its_sum(self):
        made = make_report(told(payment_of(make_paid_order()), WHOLE, 250))
        for received in (None, Money(WHOLE, "SAR"), Money(24713, "AED")):
            with pytest.raises(NotWhatTheBankShows) as refused:
                book_report(actor=SYSTEM, report_id=made, bank_reference="X1", received=received)
        assert refused.value.fields == {"bank_reference": "required", "received": "not_the_sum"}

    def test_once(self):
        made = make_report(told(payment_of(make_paid_order()), WHOLE))
        book(made)
        with pytest.raises(AlreadyBooked):
            book(made)
        with pytest.raises(AlreadyBooked):
            discard_report(actor=SYSTEM, report_id=made)

    def test_a_fee_of_nobody_s_is_in_our_own_books(self):
        book(make_report(told(payment_of(make_paid_order()), WHOLE), told("", 3000, kind="fee")))
        assert balances(OPERATOR_ID)[Account.GATEWAY_FEES] == 3000
        assert_proved()


class TestToExplain:
    def test_unknown_is_ours_to_explain_and_goes_back(self):
        made = make_report(told("nobody", 9900, 99))
        book(made)
        (line,) = report_lines(report(made))
        assert (line.verdict, line.is_open) == (Verdict.UNKNOWN, True)
        assert balances(OPERATOR_ID)[PAYABLE] == -9900
        with pytest.raises(NotAPaymentOfOurs):
            end(made, Ending.MATCHED)
        with pytest.raises(LineEnded):
            end(made, Ending.BORNE)
        end(made, Ending.GIVEN_BACK)
        assert balances(OPERATOR_ID)[PAYABLE] == 0
        assert report(made).closed_at
        assert_proved()

    def test_a_payment_that_we_hear_of_later_is_matched(self):
        order = make_paid_order()
        name = payment_of(order)
        forget_payment(order.buyer_id, order.charge_id)
        made = make_report(told(name, WHOLE, 250))
        book(made)
        assert verdicts(made) == [Verdict.UNKNOWN]
        name_payment(order.buyer_id, order.charge_id, name)
        end(made, Ending.MATCHED)
        assert balances(order.seller_id)[RECEIVABLE] == 0
        assert balances(OPERATOR_ID)[PAYABLE] == 0
        assert_proved()

    def test_a_dispute_takes_and_the_market_bears_it(self):
        order = make_paid_order()
        name = payment_of(order)
        made = make_report(told(name, WHOLE), told(name, WHOLE, kind="chargeback"))
        book(made)
        assert verdicts(made) == [Verdict.SETTLED, Verdict.TAKEN]
        assert [one.amount.minor for one in open_items(PAYABLE, "SAR").items] == [-WHOLE]
        end(made, Ending.BORNE, place=1)
        assert balances(OPERATOR_ID)[Account.GATEWAY_LOSSES] == WHOLE
        assert_proved()

    def test_what_came_twice_and_went_back_explains_itself(self):
        order = make_paid_order()
        name = payment_of(order)
        first = make_report(told(name, WHOLE), told(name, WHOLE, at="later"))
        book(first)
        assert verdicts(first) == [Verdict.SETTLED, Verdict.OVER]
        assert report(first).closed_at is None
        book(make_report(told(name, WHOLE, kind="refund")), "SETTLE-2")
        assert report(first).closed_at
        assert balances(OPERATOR_ID)[PAYABLE] == 0
        assert_proved()


class TestFiles:
    def test_the_same_file_is_known(self):
        line = told(payment_of(make_paid_order()), WHOLE)
        made = make_report(line)
        with pytest.raises(ReportKnown) as refused:
            make_report(line)
        assert refused.value.facts == {"report": str(made)}

    def test_cut_off_doubled_and_reordered_come_to_the_same(self):
        orders = [make_paid_order() for _ in range(3)]
        lines = [told(payment_of(one), WHOLE, 250) for one in orders]
        book(make_report(lines[0], lines[1]))
        for place, mixed in enumerate(permutations(lines)):
            made = make_report(*mixed, lines[2], name=f"{place}.csv")
            if place == 0:
                assert Counter(verdicts(made)) == {Verdict.SETTLED: 1, Verdict.REPEATED: 3}
                book(made, "SETTLE-2")
            else:
                with pytest.raises(LinesUnread):
                    book(made, f"SETTLE-{place}")
        assert all(balances(one.seller_id)[RECEIVABLE] == 0 for one in orders)
        assert_proved()

    @pytest.mark.parametrize(
        ("line", "fault"),
        [
            (told("a", 100, kind="dance"), "no_kind"),
            (told("a", 100, currency="AED"), "other_currency"),
            (told("", 100), "no_reference"),
            (told("a", 0), "no_amount"),
            ("a,pay,SAR,1.00,0.50,0,0,0,x", "net_differs"),
            ("a,pay,SAR,=1,1,0,0,0,x", "no_amount"),
        ],
    )
    def test_what_can_t_be_read_for_sure_is_told_and_bars_the_booking(self, line, fault):
        made = make_report(told("b", 500), line)
        assert [one.fault for one in report_lines(report(made))] == ["", fault]
        with pytest.raises(LinesUnread):
            book(made)
        discard_report(actor=SYSTEM, report_id=made)
        assert report(made) is None

    def test_what_is_no_table_is_refused_and_nothing_is_kept(self):
        with pytest.raises(ReportUnreadable):
            read_report(actor=SYSTEM, gateway=GATEWAY, content=BytesIO(b"\n"))
        assert reports().items == []


class TestTheDesk:
    def test_each_account_is_what_waits_in_it(self):
        make_paid_order()
        book(make_report(told("nobody", 9900)))
        recent.forget_all()
        found = {one.account: one for one in clearings()["SAR"]}
        assert (found[RECEIVABLE].balance.minor, found[RECEIVABLE].items) == (WHOLE, 1)
        assert found[PAYABLE].balance.minor == 9900
        assert all(not one.difference for one in found.values())
        assert [one.minor for one in found[RECEIVABLE].ages] == [WHOLE, 0, 0, 0]

    def test_what_a_wallet_has_paid_of_an_order_is_no_gateway_s(self):
        order = make_paid_order(credit_minor=5000)
        assert balances(order.seller_id)[RECEIVABLE] == WHOLE - 5000
        book(make_report(told(payment_of(order), WHOLE - 5000, 200)))
        assert balances(order.seller_id)[RECEIVABLE] == 0
        assert_proved()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_book_at_once_one_does():
    made = make_report(told(payment_of(make_paid_order()), WHOLE))
    told_by = []

    def one() -> None:
        try:
            book(made)
            told_by.append("booked")
        except AlreadyBooked:
            told_by.append("known")
        connection.close()

    rivals = [Thread(target=one) for _ in range(3)]
    for each in rivals:
        each.start()
    for each in rivals:
        each.join()
    assert sorted(told_by) == ["booked", "known", "known"]
    assert_proved()


def end(report_id: UUID, ending: Ending, place: int = 0) -> None:
    line = report_lines(report(report_id))[place]
    end_line(actor=SYSTEM, report_id=report_id, line_id=line.id, ending=ending)


parts = st.lists(st.integers(1, 10**6), max_size=4).map(
    lambda found: tuple(
        (UUID(int=place), UUID(int=place + 90), minor) for place, minor in enumerate(found, 1)
    )
)
some_standing = st.builds(Standing, parts, parts)
some_lines = st.lists(
    st.tuples(st.sampled_from(LineKind), st.sampled_from(["a", "b"]), st.integers(1, 10**6)),
    max_size=8,
)


@given(some_standing, some_lines)
def test_never_more_is_settled_than_there_is_and_nothing_is_lost(standing, lines):
    known = {"a": standing}
    now_of = standing
    for (kind, reference, amount), (outcome, before) in zip(
        lines, outcomes(lines, known), strict=True
    ):
        moved = outcome.settled_minor - outcome.refunded_minor + outcome.excess_minor
        sign = {LineKind.PAYMENT: 1, LineKind.FEE: 0}.get(kind, -1)
        assert moved == sign * amount
        shares = shares_of(outcome, before, 7, 1)
        assert sum(one.settled_minor for one in shares) == outcome.settled_minor
        assert sum(one.refunded_minor for one in shares) == outcome.refunded_minor
        if reference == "a":
            now_of = after(now_of, outcome)
    assert now_of.left_minor >= 0
    assert now_of.left_back_minor >= 0


@given(
    st.integers(0, 10**6), st.integers(0, 10**6), st.integers(-500, 10**6), st.integers(-99, 10**5)
)
def test_the_bank_gets_what_the_line_says(settled, back, fee, vat):
    share = Share(UUID(int=1), UUID(int=2), settled, back, fee, vat)
    moved = share_transfers(share)
    assert all(one.amount_minor >= 0 for one in moved)
    bank = sum(
        one.amount_minor * ((one.debit is Account.BANK) - (one.credit is Account.BANK))
        for one in moved
    )
    assert bank == settled - back - fee - vat
