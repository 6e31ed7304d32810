"""`…inside world_trade ORDERS BUYERS SEED`: years of trade beside the goods of `world`, made by the
server itself.

It writes the rows as the market would have left them: the one place that passes the actions by,
because years take years by their way. What it writes holds: every proof of `tijara audit` is true
of it. Every order is drawn from its number alone, so parts of the trade are made on as many
connections as there are cores, each in one commit, and a run that was broken off goes on with those
that are missing. Not in it: returns that buyers ask for, deals, promotions, points, wallets,
licence codes, carts of several sellers, and books, which the worker keeps.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from datetime import timedelta
from functools import partial
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from django.db import connection, transaction
from psycopg import sql

from tijara.domains.invoicing.queries import issuer_of
from tijara.domains.markets.queries import markets
from tijara.faces.cli.terminal import warn
from tijara.kit.ids import new_id
from tijara.platform.audit.chain import BEGINNING
from tijara.platform.outbox.recorder import lane_of

from . import world_money, world_orders, world_papers, world_people, world_sale, world_traces
from .world_drawing import DAYS, FALL, LINES, STEP_ROWS, UNITS, Plan, drawn
from .world_orders import CARRIER_DAYS, CARRIERS, GIVEN_BACK, TIME_TO_PAY
from .world_sale import CARD, CASH, DELIVERY, FEE, TRANSFER, Fill, whole

BUYERS_AT_ONCE = 50_000
LETTERS_KEPT, FACTS_KEPT = timedelta(days=80), timedelta(days=28)
"""The market forgets older ones."""
LEAST_PAYOUT = 10_000
GROUPS = 4
"""Of sellers, whose acts are made in one commit."""
HABITS = """
    DISCARD TEMP; SET work_mem = '256MB'; SET synchronous_commit = off; SET enable_nestloop = off;
    SET default_statistics_target = 10
"""
"""Of the sessions that make it: what they ask takes whole tables, joined by their hashes."""
SHELF = """
    CREATE TEMP TABLE bench_shelf AS
    SELECT dense_rank() OVER (ORDER BY o.seller_id)::int - 1 AS rank,
           (row_number() OVER (PARTITION BY o.seller_id ORDER BY o.id))::int - 1 AS place,
           o.seller_id, o.id AS offer_id, o.stock_id, s.variant_id, o.product_id, p.name_ar,
           p.name_en, o.price_minor AS price,
           '"name_ar":' || to_json(p.name_ar) || ',"name_en":' || to_json(p.name_en) AS names
    FROM offer o
    JOIN inventory_stock s ON s.seller_id = o.seller_id AND s.id = o.stock_id
    JOIN catalogue_product p ON p.id = o.product_id
    JOIN party_seller q ON q.id = o.seller_id
    WHERE o.is_active AND s.kind = 'shelf' AND q.market_id = {market} AND p.source = 'bench'
"""
SELLERS = "SELECT rank, seller_id, count(*) FROM bench_shelf GROUP BY 1, 2 ORDER BY 1"
SELLER = """
    CREATE TEMP TABLE bench_seller (rank int, seller_id uuid, goods int, lane int, issuer text);
    CREATE TEMP TABLE bench_day (day date, hijri text)
"""
DROPPED = """
    DROP TABLE IF EXISTS bench_before, bench_chosen, bench_sold, bench_sale, bench_paid,
        bench_serial, bench_paper, bench_fact
"""
"""What the session knows of the part before."""
BEFORE = "CREATE TEMP TABLE bench_before (rank int, invoices bigint, notes bigint)"
PAYOUT = """
    CREATE TEMP TABLE bench_payout (seller_id uuid, id uuid, n bigint, amount bigint,
        at timestamptz)
"""
RECEIVED = Fill(
    "inventory_movement",
    """seller_id, id, stock_id, quantity, kind, reference_id, moved_at""",
    """
    SELECT seller_id, pg_temp.id_at({begins}::timestamptz, row_number() OVER (), {salt} + 49), id,
        missing, 'receipt', pg_temp.id_at({begins}::timestamptz, row_number() OVER (), {salt} + 49),
        {begins}
    FROM (SELECT s.seller_id, s.id, s.on_hand - sum(m.quantity) AS missing
          FROM inventory_stock s
          JOIN inventory_movement m ON m.seller_id = s.seller_id AND m.stock_id = s.id
          GROUP BY s.seller_id, s.id, s.on_hand HAVING s.on_hand > sum(m.quantity)) AS short
""",
)
"""What was sold of each stock: so much had come in before."""
BEGUN = "SELECT max(joined_at) FROM party_seller"
THERE = """
    SELECT d.n FROM ({drawn}) AS d JOIN orders_order o ON o.placed_at = d.placed_at AND o.id = d.id
    WHERE d.n % {size} = 0
"""
CARRIED = "SELECT key, id FROM cash_carrier WHERE market_id = {market}"
CARRIER = Fill(
    "cash_carrier",
    """id, market_id, key, name, remit_days, columns""",
    """
    VALUES ({id}, {market}, {key}, {name}, 5, '{{}}')
""",
)


def run(orders: str, buyers: str, seed: str, hands: str = str(os.cpu_count() or 1)) -> None:
    moment = _rows(BEGUN)[0][0]
    World(Plan(int(orders), int(buyers), int(seed), moment), int(hands)).lay()


class World:
    """The trade of a plan, made by `hands` connections; by one hand on the caller's own."""

    def __init__(self, plan: Plan, hands: int = 1) -> None:
        self._plan, self._hands, self._market = plan, hands, markets()[0]
        self._terms = _terms(plan, self._market)
        self._sellers: list[tuple] = []

    def lay(self) -> None:
        self.prepare()
        with self._working() as by_hands:
            by_hands(self._lay_people, range(0, self._plan.buyers, BUYERS_AT_ONCE))
            missing = self._missing()
            before = self._counted_before() if missing else {}
            by_hands(partial(self._lay_part, before=before), missing)
            by_hands(self._lay_acts, range(GROUPS))
        with transaction.atomic():
            self._end()

    def prepare(self) -> None:
        """What a session needs to draw orders."""
        _do(HABITS)
        people = world_people.FUNCTIONS, {**self._terms, **world_people.WORDS}
        papers = world_papers.FUNCTIONS, self._terms
        numbers = world_sale.FUNCTIONS, {"letters": world_sale.LETTERS}
        for text, values in (numbers, people, papers, (world_traces.CHAIN, {})):
            _do(whole(text, **values))
        self._do(SHELF, "CREATE INDEX ON bench_shelf (rank, place)", "ANALYZE bench_shelf")
        _do(SELLER)
        self._sellers = self._sellers or [self._seller(*row) for row in _rows(SELLERS)]
        _copy("bench_seller", self._sellers)
        last = self._plan.moment.date() + timedelta(days=1)
        _copy("bench_day", world_papers.days_between(self._plan.begins.date(), last))
        self._do("ANALYZE bench_seller", "ANALYZE bench_day", world_traces.ENDS)

    def sales(self, numbers: range) -> sql.Composed:
        return drawn(self._plan, numbers, len(self._sellers))

    def lay_part(self, part: int) -> None:
        self._lay_part(part, before=self._counted_before())

    def _lay_part(self, part: int, before: dict[int, list[tuple]]) -> None:
        sales = {"drawn": self.sales(self._plan.of(part))}
        with transaction.atomic():
            _do(DROPPED, BEFORE)
            _copy("bench_before", before[part])
            self._do(*world_orders.DRAWING, **sales)
            for filling in (world_orders, world_money, world_papers, world_traces):
                self._do(*filling.FILLING)
        warn(f"orders until {self._plan.of(part).stop:,} of {self._plan.orders:,}")

    def _lay_people(self, begins: int) -> None:
        span = {"start": begins, "stop": min(begins + BUYERS_AT_ONCE, self._plan.buyers)}
        if not _rows(whole(world_people.KNOWN, **span)):
            with transaction.atomic():
                self._do(world_people.ACCOUNTS, world_people.BUYERS, **span)

    def _lay_acts(self, group: int) -> None:
        """The chains of every fourth seller: all of one's acts follow upon each other."""
        whose = {"groups": GROUPS, "group": group, "first": world_traces.ACTS["confirmed"]}
        if _rows(whole(world_traces.BEGUN, **whose)):
            return
        whose["drawn"] = self.sales(range(self._plan.orders))
        with transaction.atomic():
            self._do(world_traces.ENTRIES, **whose)
        warn(f"acts of sellers: {group + 1} of {GROUPS} parts")

    def _end(self) -> None:
        """What stands once for a seller or a stock: what he was paid, where chains and series have
        come to, what came in of all that was sold."""
        _do("DROP TABLE IF EXISTS bench_payout", PAYOUT)
        if not _rows("SELECT 1 FROM settlements_payout LIMIT 1"):
            _copy("bench_payout", list(self._payouts()))
        self._do(*world_money.PAYING_OUT, world_papers.SERIES, world_traces.HEADS, RECEIVED)

    def _payouts(self) -> Iterable[tuple]:
        """All that each seller has earned until a month begins, if it is worth the way."""
        place = 0
        for seller_id, months in groupby(_rows(world_money.EARNED), key=itemgetter(0)):
            owed = 0
            for _, month, earned in months:
                if owed >= LEAST_PAYOUT:
                    place, paid = place + 1, owed
                    yield seller_id, new_id(), place, paid, month
                    owed = 0
                owed += earned

    def _missing(self) -> list[int]:
        """The parts whose first order is not there."""
        plan = self._plan
        asked = whole(THERE, drawn=self.sales(range(plan.orders)), size=plan.size)
        there = {number // plan.size for (number,) in _rows(asked)}
        return [part for part in range(plan.parts) if part not in there]

    def _counted_before(self) -> dict[int, list[tuple]]:
        """How many invoices and notes each seller has written before each part."""
        plan = self._plan
        asked = whole(world_papers.COUNTED, drawn=self.sales(range(plan.orders)), size=plan.size)
        written: dict[int, list[tuple]] = {}
        for part, *told in _rows(asked):
            written.setdefault(part, []).append(tuple(told))
        so_far = {rank: (0, 0) for rank in range(len(self._sellers))}
        before = {}
        for part in range(plan.parts):
            before[part] = [(rank, *counts) for rank, counts in so_far.items()]
            for rank, invoices, notes in written.get(part, ()):
                counted = so_far[rank]
                so_far[rank] = counted[0] + invoices, counted[1] + notes
        return before

    @contextmanager
    def _working(self) -> Iterator[Callable[[Callable, Iterable], None]]:
        """Each part by whoever has a hand free; the first that fails is told of."""
        if self._hands == 1:
            yield lambda work, parts: [work(part) for part in parts].clear()
            return
        with ThreadPoolExecutor(self._hands, initializer=self.prepare) as hands:
            yield lambda work, parts: list(hands.map(work, parts)).clear()

    def _seller(self, rank: int, seller_id: UUID, goods: int) -> tuple:
        return rank, seller_id, goods, lane_of(seller_id), json.dumps(asdict(issuer_of(seller_id)))

    def _do(self, *statements: str | Fill, **more: object) -> None:
        _do(*(whole(one, **(self._terms | more)) for one in statements))


def _terms(plan: Plan, market) -> dict[str, object]:
    carriers = _carriers(market.id)
    texts = {
        "step_rows": STEP_ROWS,
        "journal_rows": world_money.JOURNAL_ROWS,
    }
    return {name: sql.SQL(text) for name, text in texts.items()} | {
        "salt": plan.seed * 64, "seed": plan.seed, "buyers": plan.buyers, "fall": FALL,
        "begins": plan.begins, "lasts": DAYS, "moment": plan.moment,
        "facts_kept": plan.moment - FACTS_KEPT, "letters_kept": plan.moment - LETTERS_KEPT,
        "market": market.id, "currency": market.currency, "prefix": market.invoice_prefix,
        "lines": LINES, "lines_many": len(LINES), "units": UNITS, "units_many": len(UNITS),
        "delivery": DELIVERY, "fee": FEE, "cash": CASH, "card": CARD, "transfer": TRANSFER,
        "carrier_days": CARRIER_DAYS, "given_back": GIVEN_BACK, "time_to_pay": TIME_TO_PAY,
        "carriers": carriers, "carriers_many": len(carriers),
        "carrier_names": [name for _, name in CARRIERS], "of_seller": world_money.OF_SELLER,
        "invoice": world_papers.INVOICE, "note": world_papers.NOTE,
        "delivered": world_papers.DELIVERED, "charged": world_papers.CHARGED,
        "acts": list(world_traces.ACTS.values()), "reactions": world_traces.REACTIONS,
        "beginning": BEGINNING,
    }  # fmt: skip


def _carriers(market_id: UUID) -> list[UUID]:
    """In the order of `CARRIERS`, made where they are missing."""
    known = dict(_rows(whole(CARRIED, market=market_id)))
    for key, name in CARRIERS:
        if key not in known:
            known[key] = new_id()
            _do(whole(CARRIER, id=known[key], market=market_id, key=key, name=name))
    return [known[key] for key, _ in CARRIERS]


def _rows(query: str | sql.Composed) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def _do(*statements: str | sql.Composed) -> None:
    with connection.cursor() as cursor:
        for one in statements:
            cursor.execute(one)


def _copy(table: str, rows: Iterable[tuple]) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))) as copied,
    ):
        for row in rows:
            copied.write_row(row)
