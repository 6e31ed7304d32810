"""A trade that was laid: of three years, as the server knows one that it has counted."""

from collections.abc import Iterator

import pytest
from django.db import connection
from psycopg.sql import SQL, Identifier

from tijara.faces.cli.bench import world, world_trade
from tijara.faces.cli.demonstration import sums
from tijara.faces.cli.tests.demonstrated import forget_what_stands, sources_key
from tijara.platform.postgres.testing import as_owner, copy_of

ORDERS, BUYERS, SEED = 4000, 300, 7
HABITS = "SET LOCAL enable_seqscan = off; SET LOCAL plan_cache_mode = force_custom_plan"
"""A table of some thousand rows is quicker to read than to look up in; one of millions is not. And
a plan is made for what is asked."""
SUMMARIZED = ("ledger_posting_newest", "orders_move_newest")
"""They know of each part what it holds: of the parts that were filled last too."""


@pytest.fixture(scope="module")
def laid(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The trade in a database that is this module's: laid once, then copied."""
    with django_db_blocker.unblock(), copy_of("trade", sources_key(), _lay):
        forget_what_stands()
        yield
    forget_what_stands()


def _lay() -> None:
    forget_what_stands()
    world.lay(80, 12)
    world_trade.run(str(ORDERS), str(BUYERS), str(SEED), "1")
    sums.run()
    with as_owner() as owner:
        owner.execute("ANALYZE")
        for index in SUMMARIZED:
            owner.execute(SQL("REINDEX INDEX {}").format(Identifier(index)))


@pytest.fixture
def trade(laid, db) -> None:
    with connection.cursor() as cursor:
        cursor.execute(HABITS)
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'orders_order'")
        assert cursor.fetchone()[0] >= ORDERS, "the server has not counted what is there"
