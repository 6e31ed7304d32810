"""`…inside world_trade ORDERS BUYERS SEED`: years of trade beside the goods of `world`, by COPY.

It writes the rows as the market would have left them: the one place that passes the actions by,
because years take years by their way. What it writes holds: every proof of `tijara audit` is true
of it. A part is one commit, and the same for the same seed, so that a run that was broken off goes
on with the part that is missing. Not in it: returns that buyers ask for, deals, promotions, points,
wallets, licence codes, carts of several sellers, and books, which the worker keeps.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.db import connection, transaction
from psycopg import sql
from psycopg.types.json import Jsonb

from tijara.domains.invoicing.queries import issuer_of
from tijara.domains.markets.queries import markets
from tijara.faces.cli.terminal import warn
from tijara.kit.ids import new_id

from .world_drawing import DAYS, Drawing, Plan
from .world_money import Book, money_rows, payout_rows
from .world_orders import CARRIERS, cash_rows, has_cash, order_rows, remittance_rows, remitted_at
from .world_papers import Series, paper_rows
from .world_people import People
from .world_sale import TABLES, Good, Ids, Sale, Tables
from .world_traces import Chains, Forgotten, trace_rows

BUYERS_AT_ONCE = 50_000
LETTERS_KEPT, FACTS_KEPT = timedelta(days=80), timedelta(days=28)
"""The market forgets older ones."""
LEAST_PAYOUT = 10_000
OFFERED = """
    SELECT o.seller_id, o.id, o.stock_id, s.variant_id, o.product_id, p.name_ar, p.name_en,
           o.price_minor
    FROM offer o
    JOIN inventory_stock s ON s.seller_id = o.seller_id AND s.id = o.stock_id
    JOIN catalogue_product p ON p.id = o.product_id
    JOIN party_seller q ON q.id = o.seller_id
    WHERE o.is_active AND s.kind = 'shelf' AND q.market_id = %s AND p.source = 'bench'
    ORDER BY o.seller_id, o.id
"""
ENDS = """
    SELECT DISTINCT ON (owner_id) owner_id, place, hash FROM audit_entry
    ORDER BY owner_id, place DESC
"""
COUNTED = "SELECT seller_id, kind, max(serial) FROM invoicing_invoice GROUP BY 1, 2"
HEADS = "SELECT owner_id FROM audit_head"
SERIES = "SELECT seller_id, kind FROM invoicing_series"
SHORT = """
    SELECT s.seller_id, s.id, s.on_hand - sum(m.quantity)
    FROM inventory_stock s
    JOIN inventory_movement m ON m.seller_id = s.seller_id AND m.stock_id = s.id
    GROUP BY s.seller_id, s.id, s.on_hand HAVING s.on_hand > sum(m.quantity)
"""
"""What was sold of each stock: so much had come in before."""
EARNED = "SELECT seller_id, sum(earned_minor)::bigint FROM ledger_journal GROUP BY 1"
BEGUN = "SELECT max(joined_at) FROM party_seller"
PLACED = "SELECT 1 FROM orders_order WHERE seller_id = %s AND id = %s"
KNOWN = "SELECT 1 FROM party_buyer WHERE buyer_id = %s"
CARRIED = "SELECT key, id FROM cash_carrier WHERE market_id = %s"


def run(orders: str, buyers: str, seed: str) -> None:
    moment = _rows(BEGUN)[0][0]
    people = People(int(buyers), int(seed), moment - DAYS, DAYS)
    _lay_people(people)
    World(Plan(int(orders), people, int(seed), moment)).lay()


def _lay_people(people: People) -> None:
    for begins in range(0, people.count, BUYERS_AT_ONCE):
        numbers = range(begins, min(begins + BUYERS_AT_ONCE, people.count))
        if _rows(KNOWN, [people.one(numbers[-1]).id]):
            continue
        tables: Tables = defaultdict(list)
        for account, buyer in people.rows(numbers):
            tables["account_user"].append(account)
            tables["party_buyer"].append(buyer)
        with transaction.atomic():
            _copy(tables)
        warn(f"{numbers[-1] + 1:,} of {people.count:,} buyers")


class World:
    """What has been sold so far, and where each chain, series and balance stands."""

    def __init__(self, plan: Plan) -> None:
        self._plan, self._market = plan, markets()[0]
        shelves = _shelves(self._market.id)
        self.drawing = Drawing(plan, shelves)
        self._carriers = _carriers(self._market.id)
        sellers = [goods[0].seller_id for goods in shelves]
        self._issuers = {seller_id: asdict(issuer_of(seller_id)) for seller_id in sellers}
        self._chains, self._series = Chains({}), Series({})
        self._earned: dict[UUID, int] = {}
        self._forgotten = Forgotten(plan.moment - FACTS_KEPT, plan.moment - LETTERS_KEPT)

    def lay(self) -> None:
        plan, first = self._plan, self._first_missing()
        self._chains = Chains({owner: (place, last) for owner, place, last in _rows(ENDS)})
        self._series = Series({(seller, kind): last for seller, kind, last in _rows(COUNTED)})
        self._earned = dict(_rows(EARNED))
        for part in range(first, plan.parts):
            self.lay_part(part)
            warn(f"{min((part + 1) * plan.size, plan.orders):,} of {plan.orders:,} orders")
        self._end()

    def _first_missing(self) -> int:
        """The part whose first order is not there."""
        for part in range(self._plan.parts):
            first = next(self.drawing.sales(part, self._plan.chance(part)))
            if not _rows(PLACED, [first.seller_id, first.id]):
                return part
        return self._plan.parts

    def lay_part(self, part: int) -> None:
        chance = self._plan.chance(part)
        tables: Tables = defaultdict(list)
        book = Book(self._market.currency, tables, self._earned)
        sales = list(self.drawing.sales(part, chance))
        if self._is_first_of_month(part, sales[0].placed_at):
            self._pay_out(sales[0].placed_at, chance, tables, book)
        self._lay_sales(sales, chance, tables, book)
        self._lay_cash(sales, chance, tables, book)
        with transaction.atomic():
            _copy(tables)

    def _lay_sales(self, sales: list[Sale], chance: Random, tables: Tables, book: Book) -> None:
        market, ids = self._market, Ids(chance)
        for sale in sales:
            order_rows(sale, market, ids, tables)
            money_rows(sale, market, ids, tables, book)
            paper_rows(sale, market, self._issuers, ids, tables, self._series)
            trace_rows(sale, self._chains, ids, tables, self._forgotten)

    def _lay_cash(self, sales: list[Sale], chance: Random, tables: Tables, book: Book) -> None:
        moment, currency, ids = self._plan.moment, self._market.currency, Ids(chance)
        with_cash = [sale for sale in sales if has_cash(sale)]
        for sale in with_cash:
            cash_rows(sale, currency, self._carriers, moment, ids, tables)
        paid = [sale for sale in with_cash if remitted_at(sale, moment)]
        told = remittance_rows(paid, self._market, self._carriers, ids, tables)
        for sale, line_id in told:
            moved = ("bank", "carrier_receivable", sale.total)
            about = (sale.seller_id, sale.id, "cash_remitted", line_id)
            book(about, remitted_at(sale, moment) or moment, ids, moved)

    def _is_first_of_month(self, part: int, at: datetime) -> bool:
        if not part:
            return False
        before = next(self.drawing.sales(part - 1, self._plan.chance(part - 1))).placed_at
        return (before.year, before.month) != (at.year, at.month)

    def _pay_out(self, at: datetime, chance: Random, tables: Tables, book: Book) -> None:
        """All that each seller has earned."""
        ids, currency = Ids(chance), self._market.currency
        for seller_id, amount in sorted(self._earned.items()):
            if amount >= LEAST_PAYOUT:
                payout_rows((seller_id, amount, at), currency, ids, tables, book)

    def _end(self) -> None:
        """What stands once for a seller or a stock: where chains and series have come to, and what
        came in of all that was sold."""
        ids, begins, tables = (
            Ids(Random(self._plan.seed)),
            self._plan.moment - DAYS,
            defaultdict(list),
        )
        tables["audit_head"] = self._chains.heads({owner for (owner,) in _rows(HEADS)})
        tables["invoicing_series"] = self._series.rows(ids, begins, set(_rows(SERIES)))
        tables["inventory_movement"] = [
            {
                "seller_id": seller_id,
                "id": ids.at(begins),
                "stock_id": stock_id,
                "quantity": units,
                "kind": "receipt",
                "reference_id": ids.at(begins),
                "moved_at": begins,
            }
            for seller_id, stock_id, units in _rows(SHORT)
        ]
        with transaction.atomic():
            _copy(tables)


def _shelves(market_id: UUID) -> list[list[Good]]:
    shelves: dict[UUID, list[Good]] = {}
    for row in _rows(OFFERED, [market_id]):
        shelves.setdefault(row[0], []).append(Good(*row))
    return list(shelves.values())


def _carriers(market_id: UUID) -> dict[str, UUID]:
    known = dict(_rows(CARRIED, [market_id]))
    missing = [
        {"id": new_id(), "market_id": market_id, "key": key, "name": name, "remit_days": 5}
        | {"columns": Jsonb({})}
        for key, name in CARRIERS
        if key not in known
    ]
    with transaction.atomic():
        _copy(defaultdict(list, {"cash_carrier": missing}))
    return known | {row["key"]: row["id"] for row in missing}


def _rows(query: str, values: Sequence | None = None) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


def _copy(tables: Tables) -> None:
    if unknown := set(tables) - set(TABLES):
        raise LookupError(unknown)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")
        for table in TABLES:
            if rows := tables.get(table):
                _copy_rows(cursor, table, rows)


def _copy_rows(cursor, table: str, rows: list[dict]) -> None:
    names = list(rows[0])
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, names))
    )
    with cursor.copy(into) as copied:
        for row in rows:
            copied.write_row([row[name] for name in names])
