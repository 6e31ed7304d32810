"""The trade that benches lay by COPY is one that the market could have left itself."""

from datetime import timedelta

import pytest
from django.db import connection
from psycopg.sql import SQL

from tijara.domains.invoicing.queries import invoices_of_order
from tijara.faces.cli.bench import world, world_trade
from tijara.faces.cli.bench.world_drawing import DAYS, STATES, Plan
from tijara.faces.cli.bench.world_sizes import size_of
from tijara.faces.cli.demonstration import sums
from tijara.kit.clock import now
from tijara.platform.audits import run_proofs

pytestmark = pytest.mark.django_db
ORDERS, BUYERS, SEED = 600, 90, 7
STANDING = "SELECT state, seller_id, id, total_minor FROM orders_order"


@pytest.fixture
def goods():
    world.lay(80, 12)


def test_every_proof_is_true_of_it(goods):
    world_trade.run(str(ORDERS), str(BUYERS), str(SEED), "1")
    sums.run()
    looked_at = {one.code: one.checked for one in run_proofs()}
    faults = {one.code: one.faults[:3] for one in run_proofs() if one.faults}
    assert faults == {}
    assert looked_at["orders.sums_proof"] == ORDERS
    assert looked_at["fulfilment.parcels_proof"] == ORDERS
    assert min(looked_at[code] for code in SEEN) > 0
    ended = {"delivered", "cancelled", "refused", "refunded"}
    assert {state for state, *_ in _asked(STANDING)} >= ended


SEEN = (
    "audit.chain_proof", "cash.lines_proof", "cash.moves_proof", "invoicing.serials_proof",
    "invoicing.sums_proof", "inventory.movements_proof", "orders.buckets_proof",
    "payments.paid_proof", "payments.refunds_proof", "returns.parts_proof",
    "settlements.payouts_proof", "settlements.statements_proof",
)  # fmt: skip


def test_an_invoice_reads_as_one_that_was_issued(goods):
    world_trade.run(str(ORDERS), str(BUYERS), str(SEED), "1")
    told = next(row for row in _asked(STANDING) if row[0] == "refunded")
    _, seller_id, order_id, total_minor = told
    invoice, note = invoices_of_order(seller_id, order_id)
    assert invoice.content.total.minor == note.content.total.minor == total_minor
    assert note.content.about_number == invoice.number
    assert invoice.content.issuer.vat_number.startswith("3")


def test_what_was_broken_off_goes_on_where_it_was(goods):
    plan = Plan(ORDERS, BUYERS, SEED, now())
    begun = world_trade.World(plan)
    begun.prepare()
    for part in (0, 2, 5):
        begun.lay_part(part)
    world_trade.World(plan).lay()
    laid = _asked(LAID)
    world_trade.World(plan).lay()
    assert _asked(LAID) == laid
    assert len(_asked(STANDING)) == ORDERS
    assert [one.code for one in run_proofs() if one.faults] == []


LAID = """
    SELECT (SELECT count(*) FROM ledger_posting), (SELECT count(*) FROM audit_entry),
        (SELECT count(*) FROM invoicing_invoice), (SELECT count(*) FROM inventory_movement),
        (SELECT count(*) FROM settlements_payout), (SELECT count(*) FROM party_buyer)
"""


def test_the_same_seed_sells_the_same_in_the_same_order(goods):
    moment = now()
    once, again = (_drawn(moment, SEED) for _ in range(2))
    assert once == again != _drawn(moment, SEED + 1)
    drawn = {state for *_, state in _drawn(moment, SEED, 50 * ORDERS)}
    assert drawn == {*STATES, "pending"}


@pytest.mark.parametrize("hour", [3, 23])
def test_nothing_is_sold_in_the_future_or_moves_before_it_was_sold(goods, hour):
    moment = now().replace(hour=hour)
    plan = Plan(50 * ORDERS, BUYERS, SEED, moment)
    for placed_at, _, _, *moves, ended_at in _of(plan, plan.of(plan.parts - 1), MOMENTS):
        moments = [placed_at, *(at for at in moves if at), moment]
        assert moments == sorted(moments)
        assert ended_at == moments[-2]


MOMENTS = (
    "placed_at, id, state, released_at, confirmed_at, packed_at, shipped_at, arrived_at,"
    " refused_at, refunded_at, cancelled_at, ended_at"
)


def test_days_have_hours_and_years_grow(goods):
    moment = now()
    plan = Plan(50 * ORDERS, BUYERS, SEED, moment)
    sold = [at for (at,) in _of(plan, range(plan.orders), "placed_at")]
    by_night = sum(1 <= at.hour < 6 for at in sold)
    by_evening = sum(18 <= at.hour < 23 for at in sold)
    assert by_evening > 5 * by_night > 0
    first_year = sum(at < plan.begins + DAYS / 3 for at in sold)
    assert first_year < sum(at > moment - DAYS / 3 for at in sold) / 2


def _drawn(moment, seed, orders=ORDERS):
    plan = Plan(orders, BUYERS, seed, moment)
    return _of(plan, range(plan.orders), "id, rank, method, placed_at, state")


def _of(plan, numbers, columns):
    world = world_trade.World(plan)
    world.prepare()
    asked = SQL("SELECT {} FROM ({}) AS d ORDER BY n").format(SQL(columns), world.sales(numbers))
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return cursor.fetchall()


def test_shops_shrink_slower_than_orders():
    whole, tenth = size_of(1), size_of(0.1)
    assert (whole.products, whole.orders, whole.sellers, whole.buyers) == (
        1_000_000, 10_000_000, 1_000, 2_000_000
    )  # fmt: skip
    assert tenth.orders == whole.orders // 10
    assert whole.sellers // 10 < tenth.sellers < whole.sellers


def test_buyers_come_over_the_years_each_once(goods):
    world_trade.run(str(ORDERS), str(BUYERS), str(SEED), "1")
    told = _asked("SELECT id, phone, joined_at FROM account_user WHERE phone LIKE '+96651%'")
    assert len({id for id, *_ in told}) == len({phone for _, phone, _ in told}) == BUYERS
    joined = [at for *_, at in told]
    assert max(joined) - min(joined) > DAYS - timedelta(days=20)


def _asked(query: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()
