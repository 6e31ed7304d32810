"""What is promised of the lists of hub and office: a page reads a part of the trade that does not
grow with the years, however deep it lies. Rows are counted, since times hang on the machine."""

from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.catalogue.queries import find_products
from tijara.domains.clearing.queries import open_items
from tijara.domains.ledger.actions import sum_postings
from tijara.domains.ledger.queries import journals, moved_by_day
from tijara.domains.ledger.shapes import Account
from tijara.domains.orders.queries import (
    all_orders,
    orders_of_seller,
    sales_of_all,
)
from tijara.domains.orders.shapes import OrderSort, OrdersWanted
from tijara.domains.payments.queries import all_charges, charges_by_state
from tijara.domains.payments.shapes import ChargeState
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.page import Cursor
from tijara.platform.audit.log import recent_acts
from tijara.platform.postgres.rows_read import rows_read

pytestmark = pytest.mark.django_db
OF_A_PAGE = 600
"""Rows of all tables; a page has thirty, each of some tables."""
LARGEST = "SELECT seller_id FROM orders_order GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
DEEP = timedelta(days=900)


def read(ask, of=""):
    """What it gives, and how many rows of that table, or of all, the server has read for it."""
    before = rows_read()
    found = ask()
    told = rows_read() - before
    return found, told[of] if of else told.total()


def _largest():
    with connection.cursor() as cursor:
        cursor.execute(LARGEST)
        return cursor.fetchone()[0]


def deep(is_end=False):
    return Cursor(now() - DEEP, _largest(), is_end)


@pytest.mark.parametrize("is_end", [False, True])
def test_a_deep_page_reads_what_a_page_has(trade, is_end):
    seller, beside = _largest(), deep(is_end)
    lists = {
        "orders": lambda: all_orders(beside=beside),
        "orders delivered": lambda: all_orders(
            OrdersWanted(states=("delivered",)), seller_id=None, beside=beside
        ),
        "orders of a shop": lambda: orders_of_seller(seller, beside=beside),
        "the oldest of a shop": lambda: orders_of_seller(
            seller, OrdersWanted(sort=OrderSort.OLDEST), beside=beside
        ),
        "payments": lambda: all_charges(beside=beside),
        "journal": lambda: journals(beside=beside),
        "acts": lambda: recent_acts(beside=beside),
    }
    told = {name: read(ask) for name, ask in lists.items()}
    assert {name for name, (page, _) in told.items() if len(page.items) < 30} == set()
    assert {name: rows for name, (_, rows) in told.items() if rows > OF_A_PAGE} == {}


def test_sales_of_two_years_read_sums_and_not_orders(trade):
    until = now().replace(hour=0, minute=0, second=0, microsecond=0)
    span = {"since": until - timedelta(days=730), "until": until, "zone": "UTC"}
    sales, rows = read(lambda: sales_of_all(**span), of="orders_order")
    told, more = read(lambda: sales_of_all(**span, with_newcomers=True), of="orders_order")
    orders = sum(one.orders for one in sales)
    assert orders > 1000 and 0 < sum(one.newcomers for one in told) < orders
    assert max(rows, more) < OF_A_PAGE


def test_refunds_and_payouts_of_years_read_sums_and_not_journals(trade):
    """Of the postings one part of the disk, which the index of their ids knows as a whole."""
    sum_postings(actor=SYSTEM, anew=True)
    until = now().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    span = {"since": until - timedelta(days=1095), "until": until, "zone": "UTC"}
    kinds = ["parcel_delivered", "refund_paid", "payout"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_posting")
        part = cursor.fetchone()[0] // 4
    for table, most in (("ledger_posting", part), ("ledger_journal", OF_A_PAGE)):
        told, rows = read(lambda: moved_by_day(kinds, **span), of=table)
        assert sum(one.times for one in told) > 1000
        assert rows < most, table


SETTLED = "DELETE FROM clearing_waiting WHERE order_id <> ALL(%s)"
NAMED = "SELECT parts -> 0 ->> 'number', reference FROM payments_charge ORDER BY opened_at LIMIT 1"


def test_a_payment_is_found_by_its_order_or_its_reference_alone(trade):
    with connection.cursor() as cursor:
        cursor.execute(NAMED)
        number, reference = cursor.fetchone()
    for text in (number, reference, "NO-SUCH-NUMBER"):
        page, rows = read(lambda text=text: all_charges(text=text))
        assert len(page.items) == (text != "NO-SUCH-NUMBER")
        assert rows < 20


def test_what_has_ended_is_not_counted_to_its_end(trade):
    counts, rows = read(charges_by_state, of="payments_charge")
    assert rows <= sum(counts.values()) + 20
    assert set(counts) == set(ChargeState)


@pytest.mark.parametrize("plan", ["force_custom_plan", "force_generic_plan"])
def test_an_order_paid_in_a_rare_way_is_not_looked_for_among_all(trade, plan):
    """Nor by a plan that was made for any way, as a server keeps one that is asked often."""
    seller = _largest()
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL plan_cache_mode = {plan}")
    for ask in (
        lambda: all_orders(OrdersWanted(payment_method="wallet")),
        lambda: orders_of_seller(seller, OrdersWanted(payment_method="wallet")),
    ):
        page, rows = read(ask)
        assert (page.items, rows) == ([], 0)


def test_the_desk_of_reconciliation_reads_what_waits_and_not_all_that_was_paid(trade):
    """As long as nobody has settled anything all of it waits; so most of it is settled here."""
    told = open_items(Account.GATEWAY_RECEIVABLE, "SAR", size=10_000).items
    assert len(told) > 500
    with connection.cursor() as cursor:
        cursor.execute(SETTLED, [[one.order_id for one in told[:20]]])
    page, rows = read(
        lambda: open_items(Account.GATEWAY_RECEIVABLE, "SAR", size=10_000), of="orders_order"
    )
    assert len(page.items) == 20 and rows < 20


def test_goods_are_listed_without_reading_all_of_them(trade):
    """Of eighty there are: a row for its key, and one for what is shown."""
    page, rows = read(lambda: find_products(size=5), of="catalogue_product")
    assert len(page.items) == 5 and rows < 40
