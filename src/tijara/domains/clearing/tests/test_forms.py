"""However a gateway writes what it settles: known, told by hand, told once, never guessed at."""

from io import BytesIO
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.clearing.actions import (
    AlreadyBooked,
    FormWrong,
    LinesUnread,
    ReportKnown,
    map_report,
    read_report,
)
from tijara.domains.clearing.queries import kind_guess, kind_words, report, report_lines
from tijara.domains.clearing.queries import report_sample as sample_of
from tijara.domains.clearing.rules import fitting, guessed_form, read_line
from tijara.domains.clearing.rules.forms import STRIPE
from tijara.domains.clearing.shapes import Verdict
from tijara.domains.clearing.testing import GATEWAY, book, payment_of
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.testing import make_market
from tijara.domains.returns.testing import make_paid_order
from tijara.kit.actor import SYSTEM
from tijara.kit.lists import LineKind, ListForm

pytestmark = pytest.mark.django_db
WHOLE = 25000
HEAD = "رقم العملية;نوع العملية;المبلغ;العمولة;ضريبة العمولة;الصافي"
COLUMNS = {
    "reference": "رقم العملية",
    "kind": "نوع العملية",
    "amount": "المبلغ",
    "fee": "العمولة",
    "vat": "ضريبة العمولة",
    "net": "الصافي",
}
KINDS = {"شراء": "payment", "مرتجع": "refund", "الإجمالي": "nothing"}


@pytest.fixture(autouse=True)
def home():
    return make_market()


def bring(*lines: str, head: str = HEAD) -> UUID:
    file = BytesIO("\n".join([head, *lines, ""]).encode())
    return read_report(actor=SYSTEM, gateway=GATEWAY, content=file)


def say(report_id: UUID, columns=COLUMNS, kinds=KINDS) -> None:
    map_report(actor=SYSTEM, report_id=report_id, columns=columns, kinds=kinds)


def verdicts(report_id: UUID) -> list[Verdict]:
    return [one.verdict for one in report_lines(report(report_id))]


class TestByHand:
    def test_an_unknown_file_waits_until_somebody_says_which_column_is_which(self):
        name = payment_of(make_paid_order())
        made = bring(f"{name};شراء;250.00;-2.50;-0.37;247.13", ";الإجمالي;250.00;;;")
        assert verdicts(made) == []
        assert sample_of(made)[0][:3] == [name, "شراء", "250.00"]
        with pytest.raises(LinesUnread):
            book(made)
        say(made)
        assert verdicts(made) == [Verdict.SETTLED, Verdict.PASSED]
        assert report(made).net.minor == 24713

    def test_it_is_booked_like_any_other_and_then_stays(self):
        order = make_paid_order()
        made = bring(f"{payment_of(order)};شراء;250.00;-2.50;-0.37;247.13")
        say(made)
        book(made)
        found = balances(order.seller_id)
        assert (found[Account.GATEWAY_RECEIVABLE], found[Account.BANK]) == (0, 24713)
        with pytest.raises(AlreadyBooked):
            say(made)

    def test_the_next_one_is_read_the_same_way_and_a_line_counts_once(self):
        name = payment_of(make_paid_order())
        line = f"{name};شراء;250.00;-2.50;-0.37;247.13"
        first = bring(line)
        say(first)
        again = bring("x;شراء;10.00;0;0;10.00", line)
        assert verdicts(again) == [Verdict.UNKNOWN, Verdict.REPEATED]
        with pytest.raises(ReportKnown):
            bring(line)

    def test_a_word_without_a_meaning_is_asked_for_and_nothing_is_kept(self):
        made = bring("x;سحب;10.00;0;0;10.00")
        assert kind_words(made, "نوع العملية") == ["سحب"]
        with pytest.raises(FormWrong) as refused:
            say(made)
        assert refused.value.fields == {"kinds": "required"}
        assert verdicts(made) == []

    def test_a_new_word_in_a_later_file_bars_its_booking_until_it_is_said(self):
        say(bring("x;شراء;10.00;0;0;10.00"))
        later = bring("y;قسط;10.00;0;0;10.00")
        assert verdicts(later) == [Verdict.UNREADABLE]
        say(later, kinds={"قسط": "payment"})
        assert verdicts(later) == [Verdict.UNKNOWN]

    @pytest.mark.parametrize(
        ("columns", "faults"),
        [
            ({}, {"reference": "required", "amount": "required"}),
            (COLUMNS | {"fee": "المبلغ"}, {"amount": "twice", "fee": "twice"}),
            (COLUMNS | {"net": "moon"}, {"net": "unknown"}),
        ],
    )
    def test_columns_must_be_there_and_each_used_once(self, columns, faults):
        with pytest.raises(FormWrong) as refused:
            say(bring("x;شراء;10.00;0;0;10.00"), columns)
        assert refused.value.fields == faults

    def test_without_a_column_of_kinds_what_is_below_nothing_is_a_refund(self):
        made = bring("a,100.00", "b,-40.00", head="bank ref,total")
        say(made, {"reference": "bank ref", "amount": "total"}, {})
        kinds = [one.kind for one in report_lines(report(made))]
        assert kinds == [LineKind.PAYMENT, LineKind.REFUND]
        assert report(made).net.minor == 6000


class TestDocumented:
    def test_an_itemized_reconciliation_is_known_by_its_headings(self):
        name = payment_of(make_paid_order())
        head = "balance_transaction_id,created,currency,gross,fee,net,reporting_category,charge_id"
        made = bring(
            f"txn_1,2026-11-20 09:30:00,sar,250.00,7.50,242.50,charge,{name}",
            f"txn_2,2026-11-21 09:30:00,sar,-50.00,0,-50.00,refund,{name}",
            "txn_3,2026-11-21 10:00:00,sar,-3.00,0,-3.00,fee,",
            "txn_4,2026-11-22 10:00:00,sar,-189.50,0,-189.50,payout,",
            head=head,
        )
        assert verdicts(made) == [
            Verdict.SETTLED, Verdict.TAKEN, Verdict.FEE, Verdict.PASSED,
        ]  # fmt: skip
        assert report(made).net.minor == 18950

    def test_of_a_form_its_needed_columns_must_be_there(self):
        assert fitting([STRIPE], ["gross", "charge_id", "reporting_category"]).kinds
        assert fitting([STRIPE], ["gross", "charge_id"]) is None
        assert fitting([ListForm({"reference": "a", "amount": "b"}, {})], ["b", "a"])


class TestGuessing:
    @pytest.mark.parametrize(
        ("header", "found"),
        [
            (
                ["Transaction ID", "Transaction Type", "Transaction Amount", "Fee", "VAT on Fee"],
                {
                    "reference": "Transaction ID", "kind": "Transaction Type",
                    "amount": "Transaction Amount", "fee": "Fee", "vat": "VAT on Fee",
                },
            ),
            (HEAD.split(";"), COLUMNS),
        ],
    )  # fmt: skip
    def test_headings_suggest_what_they_hold(self, header, found):
        assert guessed_form(header, {}) == found

    @pytest.mark.parametrize(
        ("word", "kind"),
        [
            ("Chargeback", "taken"), ("SALE", "payment"), ("refunded", "refund"),
            ("مرتجع", "refund"), ("payout", "nothing"), ("moon", ""),
        ],
    )  # fmt: skip
    def test_words_suggest_what_they_mean(self, word, kind):
        assert kind_guess(word) == kind


@given(some.integers(1, 10**8), some.integers(0, 10**4), some.integers(0, 10**3), some.booleans())
def test_the_net_amount_tells_how_fees_are_signed(amount, fee, vat, is_below):
    """Whichever way they are written, the line comes to the same."""
    form = ListForm({name: name for name in ("reference", "amount", "fee", "vat", "net")}, {})
    sign = -1 if is_below else 1
    told = {"reference": "x", "amount": amount, "fee": sign * fee, "vat": sign * vat}
    told |= {"net": amount - fee - vat}
    line = read_line(1, {name: str(cell) for name, cell in told.items()}, form, "JPY", 0)
    assert (line.fault, line.net_minor) == ("", amount - fee - vat)
    assert (line.fee_minor, line.vat_minor) == (fee, vat)
