"""What happens in the trade is in both books, once, and they agree with the journal."""

from datetime import date, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tijara.domains.books.actions import (
    AlreadyReversed,
    EntryInvalid,
    NotBalanced,
    NotYourBook,
    book_events,
    reverse_entry,
    write_entry,
)
from tijara.domains.books.models import Entry, Line
from tijara.domains.books.queries import (
    account_ledger,
    book_of_seller,
    entries_by_hand,
    entry,
    margins,
    moments,
    order_profit,
    report,
    sums_until,
    tax_due,
    today_in,
    voucher,
)
from tijara.domains.books.shapes import (
    BookKey,
    EntryDraft,
    MarginBy,
    Period,
    ReportName,
)
from tijara.domains.books.testing import (
    book_all,
    make_costed_order,
    make_registered_seller,
    write_input_tax,
    write_rent,
)
from tijara.domains.cash.testing import bring_and_book, make_cash_parcel
from tijara.domains.invoicing.actions import issue_invoice, issue_or_hold
from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.domains.returns.actions import refund_order
from tijara.domains.returns.shapes import RefundReason
from tijara.domains.settlements.testing import make_owed_seller, pay_out
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import going_from
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.powers import STAFF_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs

TOMORROW = date(2100, 1, 1)


def faults():
    found = {one.code: one.faults for one in run_proofs() if one.faults}
    return {code: told for code, told in found.items() if not code.startswith("invoicing.")}


def balances_of(key: BookKey) -> dict[str, int]:
    return {code: one.net_minor for code, one in sums_until(key, TOMORROW).items() if one.net_minor}


def taken_back(order, *, restock: bool) -> UUID:
    return refund_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        reason=RefundReason.OTHER,
        restock=restock,
    )


def values(told, code: str) -> tuple:
    return next(row.values for row in told.rows if row.code == code and row.values)


def this_month(key: BookKey) -> Period:
    return Period(today_in(key).replace(day=1), today_in(key))


def before(month: Period) -> Period:
    last = month.first - timedelta(days=1)
    return Period(last.replace(day=1), last)


@pytest.mark.django_db
class TestEvents:
    def test_a_sale_is_in_both_books(self):
        seller_id = make_registered_seller()
        order = make_costed_order(seller_id)
        book_all()
        mine = book_of_seller(seller_id)
        assert balances_of(mine) == {
            "due_from_market": 22355,
            "commission": 2300,
            "input_vat": 345,
            "sales": -21739,
            "output_vat": -3261,
            "inventory": 48000,
            "opening_balances": -60000,
            "cost_of_goods": 12000,
        }
        journal = {account: amount for account, amount in balances(seller_id).items() if amount}
        assert balances_of(BookKey.of_market("SAR")) == journal
        told = order_profit(seller_id, order.id, "SAR")
        assert told.profit.minor == 21739 - 12000 - 2300
        assert told.is_cost_known and told.tax.minor == 3261
        assert faults() == {}

    def test_without_a_number_no_tax_is_owed_and_none_deducted(self):
        seller_id = make_seller()
        make_costed_order(seller_id, cost_minor=None)
        book_all()
        assert balances_of(book_of_seller(seller_id)) == {
            "due_from_market": 22355,
            "commission": 2645,
            "sales": -25000,
        }

    def test_nothing_is_booked_twice(self):
        seller_id = make_registered_seller()
        make_costed_order(seller_id)
        book_all()
        before = Entry.objects.count(), Line.objects.count()
        assert book_events(actor=SYSTEM, is_whole=True) == 0
        assert (Entry.objects.count(), Line.objects.count()) == before

    def test_what_comes_back_gives_its_cost_back_and_what_does_not_is_lost(self):
        seller_id = make_registered_seller()
        back, lost = make_costed_order(seller_id), make_costed_order(seller_id)
        taken_back(back, restock=True)
        taken_back(lost, restock=False)
        book_all()
        told = balances_of(book_of_seller(seller_id))
        assert (told["inventory"], told["returns_lost"]) == (120000 - 12000, 12000)
        assert told["sales_returns"] == -told["sales"] == 2 * 21739
        assert {"cost_of_goods", "due_from_market", "output_vat", "commission"}.isdisjoint(told)
        assert order_profit(seller_id, back.id, "SAR").profit.minor == 0
        assert order_profit(seller_id, lost.id, "SAR").profit.minor == -12000
        assert faults() == {}

    def test_cash_payouts_and_refusals(self):
        parcel = make_cash_parcel("9")
        bring_and_book(["9,262.00,,"])
        paid = make_owed_seller(parcel.seller_id)
        pay_out(paid, 10000)
        make_costed_order(paid, OrderState.REFUSED)
        book_all()
        told = balances_of(book_of_seller(paid))
        assert told["seller_bank"] == 10000
        assert told["due_from_market"] == 2 * 22355 - 10000
        assert faults() == {}

    def test_a_kind_that_nobody_has_placed_is_told(self):
        seller_id = make_seller()
        post_journal(
            actor=SYSTEM,
            seller_id=seller_id,
            kind="something_new",
            reference_id=new_id(),
            currency="SAR",
            transfers=[Transfer(Account.BANK, Account.SELLER_PAYABLE, 500)],
        )
        book_all()
        assert balances_of(book_of_seller(seller_id))["unclassified"] == -500
        assert list(faults()) == ["books.kinds_proof", "settlements.kinds_proof"]

    def test_a_journal_that_moved_nothing_waits_for_nobody(self):
        seller_id = make_seller()
        post_journal(
            actor=SYSTEM,
            seller_id=seller_id,
            kind="parcel_delivered",
            reference_id=new_id(),
            currency="SAR",
            transfers=[],
        )
        book_all()
        assert book_events(actor=SYSTEM, is_whole=True) == 0

    def test_sums_over_sellers_are_the_operators(self):
        sellers = [make_registered_seller(), make_registered_seller()]
        for seller_id in sellers:
            make_costed_order(seller_id)
        post_journal(
            actor=SYSTEM,
            seller_id=OPERATOR_ID,
            kind="cash_remitted",
            reference_id=new_id(),
            currency="SAR",
            transfers=[Transfer(Account.BANK, Account.CARRIER_PAYABLE, 700)],
        )
        market_id = make_market().id
        post_journal(
            actor=SYSTEM,
            seller_id=market_id,
            kind="gift_card_sold",
            reference_id=new_id(),
            currency="SAR",
            transfers=[Transfer(Account.BANK, Account.GIFT_CARD_LIABILITY, 900)],
        )
        book_all()
        whole: dict[str, int] = {}
        for owner_id in (*sellers, OPERATOR_ID, market_id):
            for account, amount in balances(owner_id).items():
                whole[account] = whole.get(account, 0) + amount
        told = balances_of(BookKey.of_market("SAR"))
        assert told == {code: amount for code, amount in whole.items() if amount}


@pytest.mark.django_db
class TestReports:
    def test_the_sheets_of_a_month(self):
        seller_id = make_registered_seller()
        order = make_costed_order(seller_id)
        issue_invoice(actor=SYSTEM, seller_id=seller_id, order_id=order.id)
        write_rent(seller_id, 2000)
        book_all()
        key = book_of_seller(seller_id)
        month = this_month(key)
        compared = Period(month.first - timedelta(days=30), month.first - timedelta(days=1))
        profit = report(key, ReportName.PROFIT, month, compared)
        assert values(profit, "net_sales") == (21739, 0)
        assert values(profit, "gross_profit") == (9739, 0)
        assert values(profit, "net_profit") == (21739 - 12000 - 2300 - 2000, 0)
        balance = report(key, ReportName.BALANCE, month)
        assert balance.ties and values(balance, "assets") == values(balance, "claims")
        assert values(balance, "profit_of_year") == (5439,)
        trial = report(key, ReportName.TRIAL, month)
        assert trial.ties
        vat = report(key, ReportName.VAT, month)
        assert values(vat, "sa_1") == (21739, 0, 3261)
        assert report(key, ReportName.ZAKAT, month).notes[0] == "zakat_aid"

    def test_what_the_returns_of_months_come_to_is_asked_at_once(self):
        """The same as each month's own return says, for the seller and for the operator."""
        seller_id = make_registered_seller()
        order = make_costed_order(seller_id)
        mine = book_of_seller(seller_id)
        this, last = this_month(mine), before(this_month(mine))
        with going_from(moments(mine, last)[0] + timedelta(days=2)):
            issue_invoice(actor=SYSTEM, seller_id=seller_id, order_id=order.id)
        back = taken_back(order, restock=True)
        issue_or_hold(actor=SYSTEM, seller_id=seller_id, order_id=order.id, refund_id=back)
        write_input_tax(seller_id, 5000, this.first)
        book_all()
        due = tax_due(mine, Period(last.first, this.last))
        assert due == {last.first: 3261, this.first: -3261 - 5000}
        for month in (last, this):
            assert values(report(mine, ReportName.VAT, month), "sa_16")[2] == due[month.first]
        with CaptureQueriesContext(connection) as asked:
            tax_due(mine, Period(last.first, this.last))
        assert len([one for one in asked if "sum(" in one["sql"]]) == 3

    def test_the_ledger_of_an_account_runs_on(self):
        seller_id = make_seller()
        key = book_of_seller(seller_id)
        for minor in (100, 200, 300):
            write_rent(seller_id, minor)
        opening, page = account_ledger(key, "rent", this_month(key), size=2)
        assert opening.minor == 0 and page.has_next
        assert [one.balance.minor for one in page.items] == [100, 300]
        _, page = account_ledger(key, "rent", this_month(key), page=2, size=2)
        assert [one.balance.minor for one in page.items] == [600]
        later = Period(today_in(key) + timedelta(days=1), today_in(key) + timedelta(days=2))
        assert account_ledger(key, "rent", later)[0].minor == 600

    def test_margins_tell_the_worst_first(self):
        seller_id = make_registered_seller()
        good, bad = make_costed_order(seller_id), make_costed_order(seller_id, cost_minor=20000)
        book_all()
        month = this_month(book_of_seller(seller_id))
        by_order = margins(seller_id, MarginBy.ORDER, month)
        assert [one.key for one in by_order] == [str(bad.id), str(good.id)]
        assert by_order[0].profit_minor == 21739 - 40000 - 2300
        assert by_order[0].name_ar == bad.number
        by_product = margins(seller_id, MarginBy.PRODUCT, month)
        assert [one.profit_minor for one in by_product] == [
            20000 - 40000 - 2300,
            20000 - 12000 - 2300,
        ]
        assert all(one.is_cost_known for one in by_product)
        (whole,) = margins(seller_id, MarginBy.MONTH, month)
        assert whole.units == 4 and whole.percent == round(-16600 * 100 / 40000)
        assert len(margins(seller_id, MarginBy.DEPARTMENT, month)) >= 1


@pytest.mark.django_db
class TestByHand:
    def test_an_entry_is_written_once_and_taken_back_once(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        seller_id, form = make_seller(), new_id()
        key = book_of_seller(seller_id)
        paper = b"%PDF-1.7 rent"
        first = write_rent(seller_id, id=form, voucher=BytesIO(paper))
        assert write_rent(seller_id, id=form, voucher=BytesIO(paper)) == first
        assert voucher(key, first).path.read_bytes() == paper
        assert len(list(tmp_path.rglob("*.pdf"))) == 1
        back = {"owner_id": seller_id, "key": key, "entry_id": first, "reason": "مكرّر"}
        made = reverse_entry(actor=seller_actor(seller_id, new_id()), **back)
        assert balances_of(key) == {}
        assert entry(key, seller_id, first).reversed_by == made
        assert entry(key, seller_id, made).reverses_id == first
        with pytest.raises(AlreadyReversed):
            reverse_entry(actor=seller_actor(seller_id, new_id()), **back)
        assert len(entries_by_hand(key).items) == 2

    @pytest.mark.parametrize(
        ("lines", "field"),
        [
            ((("rent", 5),), "lines"),
            ((("rent", 5), ("nonsense", -5)), "lines"),
            ((("sales", 5), ("seller_bank", -5)), "lines"),
            ((("rent", 0), ("seller_bank", 0)), "lines"),
            ((("rent", 10**16), ("seller_bank", -(10**16))), "lines"),
        ],
    )
    def test_what_can_not_be_an_entry(self, lines, field):
        seller_id = make_seller()
        key = book_of_seller(seller_id)
        draft = EntryDraft(new_id(), today_in(key), "إيجار", lines)
        with pytest.raises(EntryInvalid) as refused:
            write_entry(actor=seller_actor(seller_id), owner_id=seller_id, key=key, draft=draft)
        assert field in refused.value.fields

    def test_debit_is_credit_and_days_to_come_are_none(self):
        seller_id = make_seller()
        key = book_of_seller(seller_id)
        given = {"actor": seller_actor(seller_id), "owner_id": seller_id, "key": key}
        lines = (("rent", 5), ("seller_bank", -4))
        with pytest.raises(NotBalanced):
            write_entry(**given, draft=EntryDraft(new_id(), today_in(key), "إيجار", lines))
        with pytest.raises(EntryInvalid):
            write_rent(seller_id, day=today_in(key) + timedelta(days=1))

    def test_nobody_writes_into_anothers_book(self):
        mine, other = make_seller(), make_seller()
        with pytest.raises(NotAllowed):
            write_rent(other, actor=seller_actor(mine))
        staff = Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)
        with pytest.raises(NotYourBook):
            write_rent(other, actor=staff)
        draft = EntryDraft(new_id(), date(2026, 1, 1), "رأس المال",
                           (("bank", 100), ("capital", -100)))  # fmt: skip
        key = BookKey.of_market("SAR")
        write_entry(actor=staff, owner_id=OPERATOR_ID, key=key, draft=draft)
        assert balances_of(key) == {"bank": 100, "capital": -100}
