"""The rules of books, whatever happens: nothing is lost, both sides are equal, both books agree."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.books.rules import (
    BY_CODE,
    CHART,
    OF_JOURNAL,
    balance_rows,
    booked_on,
    cost_lines,
    cut,
    digest_of,
    last_day,
    market_lines,
    next_month,
    profit_of,
    profit_rows,
    saudi_rows,
    seller_lines,
    trial_rows,
    zakat_rows,
)
from tijara.domains.books.rules.chart import AGAINST, SEEN_BY_SELLER
from tijara.domains.books.shapes import Moved, RowKind, Side, TaxPart
from tijara.domains.inventory.shapes import CostKind
from tijara.domains.ledger.shapes import Account

OWED = {account for account, seen in SEEN_BY_SELLER.items() if seen == "due_from_market"}
amounts = some.integers(1, 10**9)
accounts = some.sampled_from(list(Account))
postings = some.lists(some.tuples(accounts, accounts, amounts), max_size=6)
days = some.dates(date(2020, 1, 1), date(2030, 12, 31))


@some.composite
def books(draw, side=Side.SELLER):
    """What balanced entries have come to, by account."""
    codes = some.sampled_from([row.code for row in CHART[side]])
    debits, credits = {}, {}
    for debit, credit, amount in draw(some.lists(some.tuples(codes, codes, amounts), max_size=20)):
        debits[debit] = debits.get(debit, 0) + amount
        credits[credit] = credits.get(credit, 0) + amount
    keys = debits.keys() | credits.keys()
    return {code: Moved(debits.get(code, 0), credits.get(code, 0)) for code in keys}


class TestChart:
    def test_every_account_of_the_journal_has_its_place(self):
        """Who adds an account says where it stands: in rules/chart.py, OF_JOURNAL."""
        assert set(OF_JOURNAL) == set(Account)
        assert all(row.code == str(account) for account, row in OF_JOURNAL.items())

    def test_every_account_of_a_sellers_money_is_seen_by_him(self):
        """SEEN_BY_SELLER: else his book would not say what the market owes him."""
        assert {one for one in Account if one.startswith("seller_")} <= set(SEEN_BY_SELLER)

    @pytest.mark.parametrize("side", list(Side))
    def test_codes_and_numbers_are_given_once(self, side):
        rows = CHART[side]
        assert len({row.code for row in rows}) == len({row.number for row in rows}) == len(rows)
        assert [str(row.number)[0] for row in rows] == sorted(str(row.number)[0] for row in rows)

    def test_what_a_seller_sees_is_in_his_chart(self):
        seen = {*SEEN_BY_SELLER.values(), *AGAINST.values()}
        assert seen <= set(BY_CODE[Side.SELLER])


class TestBooking:
    @given(postings)
    def test_the_operators_book_is_the_journal(self, told):
        lines = market_lines(told)
        assert sum(lines.values()) == 0
        for account in Account:
            moved = sum(m * ((d == account) - (c == account)) for d, c, m in told)
            assert lines.get(account, 0) == moved

    @given(
        some.sampled_from([*AGAINST, "something_new"]),
        postings,
        some.integers(0, 10**6),
        some.booleans(),
    )
    def test_both_books_say_the_same_of_what_is_owed(self, kind, told, tax, has_number):
        lines = seller_lines(kind, told, tax_minor=tax, has_number=has_number)
        assert sum(lines.values()) == 0
        owed = sum(m * ((c in OWED) - (d in OWED)) for d, c, m in told)
        assert lines.get("due_from_market", 0) == owed
        assert has_number or "output_vat" not in lines and "input_vat" not in lines

    def test_a_sale_as_the_algorithms_tell_it(self):
        told = [
            (Account.CARRIER_RECEIVABLE, Account.BUYER_RECEIVABLE, 26200),
            (Account.ORDERS_PENDING, Account.SELLER_PAYABLE, 22355),
            (Account.ORDERS_PENDING, Account.COMMISSION_REVENUE, 2300),
            (Account.ORDERS_PENDING, Account.COMMISSION_VAT, 345),
            (Account.ORDERS_PENDING, Account.PAYMENT_FEE_REVENUE, 1200),
        ]
        assert seller_lines("parcel_delivered", told, tax_minor=3418) == {
            "due_from_market": 22355,
            "commission": 2300,
            "input_vat": 345,
            "payment_fees": 1200,
            "sales": -22782,
            "output_vat": -3418,
        }

    @given(some.sampled_from(list(CostKind)), some.integers(-(10**9), 10**9))
    def test_a_change_of_value_is_balanced(self, kind, value):
        assert sum(cost_lines(kind, value).values()) == 0


class TestStatements:
    @given(books(), books())
    def test_profit_and_balance_tie(self, opening, moved):
        """What is left in a time is what the owners have more of, and assets are claims."""
        closing = {
            code: Moved(
                *(
                    sum(getattr(one[code], side) for one in (opening, moved) if code in one)
                    for side in ("debit_minor", "credit_minor")
                )
            )
            for code in opening.keys() | moved.keys()
        }
        rows, ties = balance_rows(Side.SELLER, [closing], [profit_of(Side.SELLER, opening)])
        told = {row.code: row.values[0] for row in rows if row.values}
        assert ties and told["assets"] == told["claims"]
        liabilities = sum(
            row.values[0] for row in rows if row.kind is RowKind.SUM and "liabilities" in row.code
        )
        assert told["owners"] == told["claims"] - liabilities
        (profit,) = [
            row for row in profit_rows(Side.SELLER, moved, None) if row.code == "net_profit"
        ]
        assert told["profit_of_year"] == profit.values[0] == profit_of(Side.SELLER, moved)

    @given(books(Side.MARKET), books(Side.MARKET))
    def test_debit_is_credit(self, opening, moved):
        rows, ties = trial_rows(Side.MARKET, opening, moved)
        whole = rows[-1].values
        assert ties and whole[0] == whole[3] == 0 and whole[1] == whole[2]
        for row in rows:
            assert row.values[3] == row.values[0] + row.values[1] - row.values[2]


class TestPeriods:
    @given(days, days)
    def test_every_day_is_counted_once(self, one, other):
        since, until = min(one, other), max(one, other)
        parts = cut(since, until)
        assert parts.since <= parts.head and parts.tail <= parts.until
        counted = (parts.head - parts.since).days + (parts.until - parts.tail).days
        month = parts.first
        while month < parts.after:
            counted += (next_month(month) - month).days
            month = next_month(month)
        assert counted == (until - since).days
        assert parts.first == parts.after or (parts.first.day, parts.after.day) == (1, 1)

    @given(days)
    def test_a_month_ends_the_day_before_the_next(self, day):
        month = day.replace(day=1)
        assert last_day(month) + timedelta(days=1) == next_month(month)

    def test_what_is_late_stands_on_the_first_open_day(self):
        assert booked_on(date(2026, 10, 31), date(2026, 11, 1)) == date(2026, 11, 1)
        assert booked_on(date(2026, 11, 3), date(2026, 11, 1)) == date(2026, 11, 3)
        assert booked_on(date(2026, 10, 31), None) == date(2026, 10, 31)

    def test_a_hash_knows_each_figure_and_what_was_before(self):
        told = digest_of("", date(2026, 10, 1), 3, {"sales": [0, 5, -5]})
        assert told == digest_of("", date(2026, 10, 1), 3, {"sales": [0, 5, -5]})
        assert told != digest_of("", date(2026, 10, 1), 3, {"sales": [0, 6, -6]})
        assert told != digest_of("x", date(2026, 10, 1), 3, {"sales": [0, 5, -5]})


class TestTaxes:
    def test_the_saudi_return_as_the_algorithms_tell_it(self):
        parts = [
            TaxPart("S", False, 100000, 15000),
            TaxPart("S", True, 20000, 3000),
            TaxPart("Z", False, 5000, 0),
            TaxPart("G", False, 7000, 0),
            TaxPart("S", False, 9000, 1350, is_input=True),
        ]
        told = {row.code: row.values for row in saudi_rows(parts, 650) if row.values}
        assert told["sa_1"] == (100000, -20000, 12000)
        assert told["sa_3"] == (5000, 0, 0) and told["sa_4"] == (7000, 0, 0)
        assert told["sa_6"] == (112000, -20000, 12000)
        assert told["sa_7"] == (9000, 0, 2000)
        assert told["sa_2"] == told["sa_14"] == (None, None, None)
        assert told["sa_16"] == (None, None, 10000)

    @pytest.mark.parametrize(("loans", "base"), [(30000, 130000), (50000, 150000), (90000, 150000)])
    def test_the_base_of_zakat(self, loans, base):
        """Debts count up to what goes off: 50,000."""
        closing = {
            "capital": Moved(0, 100000),
            "sales": Moved(0, 50000),
            "loans": Moved(0, loans),
            "fixed_assets": Moved(60000, 0),
            "accumulated_depreciation": Moved(0, 10000),
            "seller_bank": Moved(100000 + loans, 0),
        }
        rows = zakat_rows(Side.SELLER, closing, date(2026, 1, 1), date(2026, 12, 20))
        told = {row.code: row.values[0] for row in rows if row.values}
        assert (told["zakat_base"], told["zakat_due"]) == (base, base // 40)
