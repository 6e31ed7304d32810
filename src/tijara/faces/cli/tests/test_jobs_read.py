"""What is promised of the worker's jobs: each reads a part of the trade that does not grow with the
years, by the clock or all the time. Rows are counted, since times hang on the machine."""

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from psycopg.sql import SQL, Identifier

from tijara.platform.jobs.pumps import pumps
from tijara.platform.postgres.rows_read import rows_read

pytestmark = pytest.mark.django_db
GROWING = (
    "orders_order", "orders_line", "orders_move", "fulfilment_shipment", "fulfilment_line",
    "cash_parcel", "cash_move", "ledger_journal", "ledger_posting", "invoicing_invoice",
    "inventory_movement", "audit_entry", "payments_charge", "payments_attempt",
)  # fmt: skip
"""What is kept for ever, and so never read as a whole; of returns there are too few here to say."""
SHARE = 0.15
"""Of the rows of a table, at most: more than the orders of a month, of three years."""


def test_no_job_reads_the_whole_history(trade):
    """The first time each does what has been waiting; the second is counted."""
    there, seen = _counted(), {}
    for name, work in _jobs().items():
        work()
        before = rows_read()
        work()
        told = rows_read() - before
        seen[name] = {table: told[table] for table in GROWING if told[table] > SHARE * there[table]}
    assert {name: told for name, told in seen.items() if told} == {}
    assert len(seen) > 50


def _jobs():
    """By name: those of the clock, and those that run all the time."""
    by_clock = {
        one.task.name: lambda task=one.task: task.func(0)
        for one in app.periodic_registry.periodic_tasks.values()
    }
    return by_clock | {one.name: one.work for one in pumps()}


def _counted():
    with connection.cursor() as cursor:
        counted = {}
        for table in GROWING:
            cursor.execute(SQL("SELECT count(*) FROM {}").format(Identifier(table)))
            counted[table] = cursor.fetchone()[0]
        return counted
