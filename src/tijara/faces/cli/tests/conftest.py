"""A trade that was laid: of three years, as the server knows one that it has counted."""

from contextlib import contextmanager

import pytest
from django.db import connection
from psycopg.sql import SQL, Identifier

from tijara.faces.cli.bench import world, world_trade
from tijara.faces.cli.demonstration import sums
from tijara.platform.postgres.testing import as_owner

ORDERS, BUYERS, SEED = 4000, 300, 7
HABITS = "SET LOCAL enable_seqscan = off; SET LOCAL plan_cache_mode = force_custom_plan"
"""A table of some thousand rows is quicker to read than to look up in; one of millions is not. And
a connection may have kept a plan from when the tables were empty."""
MAY_COUNT = SQL("GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO {}")
MAY_NOT = SQL("REVOKE MAINTAIN ON ALL TABLES IN SCHEMA public FROM {}")
SUMMARIZED = "REINDEX INDEX ledger_posting_newest; REINDEX INDEX orders_move_newest"
"""They know of each part what it holds, and not what tests before this one have left there."""


@pytest.fixture
def trade():
    world.lay(80, 12)
    world_trade.run(str(ORDERS), str(BUYERS), str(SEED), "1")
    sums.run()
    with _may_count(), connection.cursor() as cursor:
        cursor.execute("RESET enable_nestloop")
        cursor.execute("ANALYZE")
        cursor.execute(SUMMARIZED)
    with connection.cursor() as cursor:
        cursor.execute(HABITS)
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'orders_order'")
        assert cursor.fetchone()[0] >= ORDERS, "the server has not counted what is there"


@contextmanager
def _may_count():
    """As the server does by itself: the rows are this transaction's, so no other sees them."""
    role = Identifier(connection.settings_dict["USER"])
    with as_owner() as owner:
        owner.execute(MAY_COUNT.format(role))
        try:
            yield
        finally:
            owner.execute(MAY_NOT.format(role))
