"""The trade that benches lay by COPY is one that the market could have left itself."""

from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.invoicing.queries import invoices_of_order
from tijara.faces.cli.bench import world, world_trade
from tijara.faces.cli.bench.world_drawing import DAYS, STATES, Plan
from tijara.faces.cli.bench.world_people import People
from tijara.faces.cli.bench.world_sizes import size_of
from tijara.kit.clock import now
from tijara.platform.audits import run_proofs

pytestmark = pytest.mark.django_db
ORDERS, BUYERS, SEED = 600, 90, 7
STANDING = "SELECT state, seller_id, id, total_minor FROM orders_order"


@pytest.fixture
def goods():
    world.lay(80, 12)


def test_every_proof_is_true_of_it(goods):
    world_trade.run(str(ORDERS), str(BUYERS), str(SEED))
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
    "invoicing.sums_proof", "inventory.movements_proof", "payments.paid_proof",
    "payments.refunds_proof", "returns.parts_proof", "settlements.payouts_proof",
    "settlements.statements_proof",
)  # fmt: skip


def test_an_invoice_reads_as_one_that_was_issued(goods):
    world_trade.run(str(ORDERS), str(BUYERS), str(SEED))
    told = next(row for row in _asked(STANDING) if row[0] == "refunded")
    _, seller_id, order_id, total_minor = told
    invoice, note = invoices_of_order(seller_id, order_id)
    assert invoice.content.total.minor == note.content.total.minor == total_minor
    assert note.content.about_number == invoice.number
    assert invoice.content.issuer.vat_number.startswith("3")


def test_what_was_broken_off_goes_on_where_it_was(goods):
    moment = now()
    plan = Plan(ORDERS, People(BUYERS, SEED, moment - DAYS, DAYS), SEED, moment)
    begun = world_trade.World(plan)
    for part in range(3):
        begun.lay_part(part)
    world_trade.World(plan).lay()
    assert len(_asked(STANDING)) == ORDERS
    assert [one.code for one in run_proofs() if one.faults] == []


def test_the_same_seed_sells_the_same_in_the_same_order(goods):
    moment = now()
    once, again = (_drawn(moment, SEED) for _ in range(2))
    assert once == again != _drawn(moment, SEED + 1)
    drawn = {state for _, _, state, *_ in _drawn(moment, SEED, 50 * ORDERS)}
    assert drawn == {*STATES, "pending"}


@pytest.mark.parametrize("hour", [3, 23])
def test_nothing_is_sold_in_the_future_or_moves_before_it_was_sold(goods, hour):
    moment = now().replace(hour=hour)
    plan = Plan(50 * ORDERS, People(BUYERS, SEED, moment - DAYS, DAYS), SEED, moment)
    drawing = world_trade.World(plan).drawing
    last = list(drawing.sales(plan.parts - 1, plan.chance(plan.parts - 1)))
    for one in last:
        moments = [one.placed_at, *(at for _, _, at in one.moves), one.back_at, moment]
        assert moments == sorted(moments)
    assert [one.placed_at for one in last] == sorted(one.placed_at for one in last)


def _drawn(moment, seed, orders=ORDERS):
    plan = Plan(orders, People(BUYERS, seed, moment - DAYS, DAYS), seed, moment)
    drawing = world_trade.World(plan).drawing
    return [
        (one.id, one.number, one.state, one.items, one.buyer, one.placed_at)
        for part in range(plan.parts)
        for one in drawing.sales(part, plan.chance(part))
    ]


def test_shops_shrink_slower_than_orders():
    whole, tenth = size_of(1), size_of(0.1)
    assert (whole.products, whole.orders, whole.sellers, whole.buyers) == (
        1_000_000, 10_000_000, 1_000, 2_000_000
    )  # fmt: skip
    assert tenth.orders == whole.orders // 10
    assert whole.sellers // 10 < tenth.sellers < whole.sellers


def test_buyers_come_over_the_years_each_once():
    people = People(500, SEED, now() - DAYS, DAYS)
    known = [people.one(number) for number in range(500)]
    assert len({one.id for one in known}) == len({one.phone for one in known}) == 500
    assert people.joined_at(499) - people.joined_at(0) > DAYS - timedelta(days=5)


def _asked(query: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()
