"""What one hand does: orders one after another, each with its fate; and now and then what the
staff do of an evening: lists, reports, runs, what settles by itself.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from django.db import connection

from tijara.domains.deals.actions import perform_deal, settle_deals
from tijara.domains.loyalty.actions import open_earning, settle_earnings
from tijara.domains.orders.actions import cancel_order, confirm_order
from tijara.domains.orders.queries import order as order_of
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.payments.shapes import PaymentMethod
from tijara.faces.cli.bench import processor
from tijara.faces.cli.demonstration import cards
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now

from . import back, placing, runs
from .carriers import bring_list
from .history import History
from .parcels import SOLD_OUT, Carried, send
from .places import CARDS_IN, DAYS_BACK, Place, places
from .reports import Book, bring_report

AT_ONCE = 8
"""So many orders of one shop come to the door together at most."""
SETTLE_EVERY, LISTS_EVERY, RUN_EVERY, REPORT_EVERY = 40, 120, 150, 160
"""Orders between two of them. Reserves are looked after by the market's worker each minute, and by
each run."""
LEAST_IN_A_LIST, MOST_PAST = 5, 40
FATES = 0.27
"""Of so many something comes back, is complained of or is exchanged once all has arrived."""


@dataclass(slots=True)
class _Office:
    """What waits for the staff."""

    seed: str
    world: list[Place]
    cash: dict[tuple[int, str], list[Carried]] = field(default_factory=lambda: defaultdict(list))
    """By market, in the order of the world, and carrier."""
    book: Book = field(default_factory=Book)
    past: list[OrderView] = field(default_factory=list)
    """Of which something may come back when its seller has been paid long ago."""
    number: int = 0


def live(seed: str, many: int) -> dict:
    chance = Random(int(seed))
    world = places(seed)
    office = _Office(seed, world)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    with cards.gateway() as takes_cards:
        meter = processor.Meter(backend)
        history = History(chance, takes_cards=takes_cards, meter=meter)
        while office.number < many:
            place = chance.choice(world)
            shelf = chance.choice(place.shelves)
            lot = min(chance.randint(1, AT_ONCE), many - office.number)
            with going_from(now() - timedelta(days=chance.uniform(0, DAYS_BACK))):
                orders = placing.ordered(history, place, shelf, lot)
                chance.shuffle(orders)
                for order in orders:
                    _live(history, office, place, order)
            before, office.number = office.number, office.number + lot
            _evening(history, office, before)
        _last_evening(history, office)
        meter.close()
    return {"counts": history.counts, "seen": history.seen, "spent ms": history.spent_ms}


def _live(history: History, office: _Office, place: Place, order: OrderView) -> None:
    which = {"seller_id": order.seller_id, "order_id": order.id}
    chance = history.chance
    if place.market.currency == CARDS_IN:
        office.book.numbers.add(order.number)
    if chance.random() < 0.06:
        history.event("cancel", lambda: cancel_order(actor=SYSTEM, **which, reason=SOLD_OUT))
    has_come_back = _go(history, office, place, order)
    if order.buyer_id in place.members:
        history.event("points opened", lambda: open_earning(actor=SYSTEM, **which))
    fate = chance.random()
    _after_it(history, office, place, order, fate)
    if fate >= FATES and len(office.past) < MOST_PAST:
        office.past.append(order)
    is_cash = order.payment_method == PaymentMethod.CASH_ON_DELIVERY and not order.ahead_minor
    if not is_cash or fate < FATES or has_come_back:
        back.give_money_back(history, order)


def _after_it(
    history: History, office: _Office, place: Place, order: OrderView, fate: float
) -> None:
    if fate < 0.11:
        is_member = order.buyer_id in place.members
        to_wallet = is_member and history.chance.random() < 0.4
        back.come_back(history, order, to_wallet=to_wallet)
    elif fate < 0.15:
        back.take_back(history, order)
    elif fate < 0.22:
        back.dispute(history, order)
    elif fate < FATES:
        back.exchange(history, order, lambda made: _go_exchanged(history, office, place, made))


def _go(history: History, office: _Office, place: Place, order: OrderView) -> bool:
    """Confirmed and sent, and performed at its own hour: the relay of the market would do it at
    today's. Whether something came back between two parcels."""
    between: list[bool] = []

    def between_two() -> None:
        draw = history.chance.random()
        if draw < 0.2:
            is_back = back.come_back(history, order, to_wallet=False)
            history.seen["return between two parcels"] += is_back
            between.append(is_back)
        elif draw < 0.4:
            is_taken = back.dispute(history, order)
            history.seen["complaint between two parcels"] += is_taken
            between.append(is_taken)

    which = {"seller_id": order.seller_id, "order_id": order.id}
    history.event("confirm", lambda: confirm_order(actor=SYSTEM, **which))
    sent = send(history, order, between_two)
    for carrier, one in sent.carried:
        office.cash[office.world.index(place), carrier].append(one)
    if sent.has_taken:
        history.event("perform", lambda: _perform(order))
    return any(between)


def _go_exchanged(history: History, office: _Office, place: Place, order: OrderView) -> None:
    if place.market.currency == CARDS_IN:
        office.book.numbers.add(order.number)
    _go(history, office, place, order)


def _perform(order: OrderView) -> None:
    seen = order_of(order.seller_id, order.id)
    if seen and seen.state is OrderState.DELIVERED:
        perform_deal(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)


def _evening(history: History, office: _Office, before: int) -> None:
    chance = history.chance
    if _is_time(office, before, SETTLE_EVERY):
        history.event("settle", lambda: settle_deals(actor=SYSTEM))
        history.event("points earned", lambda: settle_earnings(actor=SYSTEM))
        runs.pay_by_hand(history, chance.choice(chance.choice(office.world).shelves))
        _comes_late(history, office)
        shelves = [shelf for place in office.world for shelf in place.shelves]
        runs.collect(history, chance.sample(shelves, len(shelves)))
    if _is_time(office, before, LISTS_EVERY):
        _bring_lists(history, office, LEAST_IN_A_LIST)
    if _is_time(office, before, RUN_EVERY):
        _run(history, office, chance.choice(office.world))
    if _is_time(office, before, REPORT_EVERY) and history.takes_cards:
        bring_report(history, office.book)


def _comes_late(history: History, office: _Office) -> None:
    """After its seller was paid: he may owe us then."""
    if office.past:
        order = office.past.pop(history.chance.randrange(len(office.past)))
        back.take_back(history, order)
        back.give_money_back(history, order)


def _last_evening(history: History, office: _Office) -> None:
    """What is left is brought in twice: of what stood in the last list but one, some has come."""
    for _ in range(2):
        _bring_lists(history, office, least=1)
    if history.takes_cards:
        bring_report(history, office.book)
    history.event("settle", lambda: settle_deals(actor=SYSTEM))
    runs.keep(history)
    for place in office.world:
        _run(history, office, place)


def _bring_lists(history: History, office: _Office, least: int) -> None:
    for place, carrier in sorted(office.cash):
        waiting = office.cash[place, carrier]
        if len(waiting) >= least:
            bring_list(history, office.world[place], carrier, waiting)


def _run(history: History, office: _Office, place: Place) -> None:
    runs.run(history, place, f"{office.seed}:{place.market.slug}:{office.number}")


def _is_time(office: _Office, before: int, every: int) -> bool:
    return before // every != office.number // every
