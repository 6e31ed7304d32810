"""What one hand does: orders one after another, each with its fate."""

from dataclasses import replace
from datetime import timedelta
from random import Random
from uuid import UUID

from django.db import connection

from tijara.domains.deals.actions import (
    answer_dispute,
    decide_dispute,
    give_in,
    open_dispute,
    perform_deal,
    settle_deals,
    withdraw_dispute,
)
from tijara.domains.fulfilment.actions import (
    give_up_units,
    record_delivery,
    record_refusal,
    ship_order,
)
from tijara.domains.fulfilment.queries import shipments
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.loyalty.actions import open_earning, settle_earnings
from tijara.domains.orders.actions import cancel_order, confirm_order
from tijara.domains.orders.queries import order as order_of
from tijara.domains.orders.shapes import CancelReason, OrderState, OrderToPlace, OrderView
from tijara.domains.payments.actions import record_refund
from tijara.domains.payments.queries import refunds_of_order
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.actions import (
    approve_return,
    inspect_return,
    receive_return,
    refund_order,
    refund_return,
    request_return,
)
from tijara.domains.returns.queries import returnable_lines
from tijara.domains.returns.shapes import Looked, RefundReason, ReturnDraft
from tijara.domains.settlements.actions import record_payout
from tijara.faces.cli.bench import past
from tijara.faces.cli.bench.past import Shelf
from tijara.faces.cli.demonstration import cards, payments
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id
from tijara.kit.money import Money

from . import credit, reduced
from .history import E, History
from .places import DAYS_BACK, MARKETS_CODE, Place, places

PAY_EVERY = 40
SOLD_OUT = CancelReason.OUT_OF_STOCK
CARDS_WAIT = timedelta(days=DAYS_BACK + 10)
"""Each hand is at another hour, and the gateway has one clock for all: no page may be too late."""


def live(seed: str, many: int) -> dict:
    chance = Random(int(seed))
    world = places(seed)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    with cards.gateway() as takes_cards:
        history = History(chance, takes_cards=takes_cards, backend=backend)
        for number in range(many):
            place = chance.choice(world)
            shelf = chance.choice(place.shelves)
            with going_from(now() - timedelta(days=chance.uniform(0, DAYS_BACK))):
                _live(history, place, shelf)
            if number % PAY_EVERY == PAY_EVERY - 1:
                history.event("settle", lambda: settle_deals(actor=SYSTEM))
                history.event("points earned", lambda: settle_earnings(actor=SYSTEM))
                _pay_out(history, chance.choice(chance.choice(world).shelves))
    return {"counts": history.counts, "spent ms": history.spent_ms}


def _live(history: History, place: Place, shelf: Shelf) -> None:
    order = _placed(history, place, shelf)
    if order is None:
        return
    which = {"seller_id": order.seller_id, "order_id": order.id}
    chance = history.chance
    if chance.random() < 0.06:
        history.event("cancel", lambda: cancel_order(actor=SYSTEM, **which, reason=SOLD_OUT))
    history.event("confirm", lambda: confirm_order(actor=SYSTEM, **which))
    _send(history, order)
    history.event("perform", lambda: _perform(order))
    if order.buyer_id in place.members:
        history.event("points opened", lambda: open_earning(actor=SYSTEM, **which))
    fate = chance.random()
    if fate < 0.15:
        _come_back(
            history, order, to_wallet=order.buyer_id in place.members and chance.random() < 0.4
        )
    elif fate < 0.20:
        history.event(
            "take back",
            lambda: refund_order(
                actor=SYSTEM, **which, reason=RefundReason.OTHER, restock=chance.random() < 0.5
            ),
        )
    elif fate < 0.28:
        _dispute(history, order)
    _give_money_back(history, order)


def _placed(history: History, place: Place, shelf: Shelf) -> OrderView | None:
    """By a guest, or by somebody with an account and a wallet; some type a code."""
    chance = history.chance
    wanted = _wanted(history, place, shelf)
    codes = ()
    if chance.random() < 0.3:
        markets = f"{MARKETS_CODE}{place.market.currency}"
        codes = (chance.choice((markets, place.codes[shelf.seller_id])),)
    cuts = reduced.cuts_of(place.market, shelf, wanted.lines, wanted.delivery_minor, codes)
    if any(cut.promotion.is_limited for cut in cuts):
        held = history.event("use claimed", lambda: reduced.claim(wanted, cuts) or True)
        cuts = cuts if held else ()
    wanted = reduced.lower(wanted, shelf.seller_id, cuts)
    wanted, credited = _with_credit(history, place, wanted)
    (order,) = past.placed(shelf.seller_id, [wanted])
    history.counts["placed"] += 1
    history.counts["placed with a promotion"] += bool(cuts)
    reduced.note(wanted, shelf.seller_id, order.id if order else None, cuts)
    if order and credited:
        credit.spend(history, order)
    if order and wanted.state is OrderState.PENDING and chance.random() < 0.97:
        _pay(history, place, order_of(order.seller_id, order.id) or order)
    return order


def _wanted(history: History, place: Place, shelf: Shelf) -> OrderToPlace:
    chance, method = history.chance, PaymentMethod.CASH_ON_DELIVERY
    draw = chance.random()
    if draw < 0.25:
        method = PaymentMethod.BANK_TRANSFER
    elif draw < 0.5 and history.takes_cards and place.market.currency == "SAR":
        method = PaymentMethod.CARD
    lines = [
        past.of_many(shelf.goods[key], chance.randint(1, 4))
        for key in chance.sample(sorted(shelf.goods), chance.randint(1, 3))
    ]
    is_cash = method is PaymentMethod.CASH_ON_DELIVERY
    patience = CARDS_WAIT if method is PaymentMethod.CARD else past.TIME_TO_PAY
    return past.wanted_order(
        place.market,
        chance.choice(place.members) if chance.random() < 0.35 else new_id(),
        lines,
        delivery_minor=chance.choice((0, 1900, 2505)),
        fee_minor=1200 if is_cash else 0,
        payment_method=method,
        state=OrderState.PLACED if is_cash else OrderState.PENDING,
        due_at=None if is_cash else now() + patience,
    )


def _with_credit(history: History, place: Place, wanted: OrderToPlace) -> tuple[OrderToPlace, bool]:
    """What the wallet pays whole has no fee and no other way to pay."""
    if wanted.buyer_id not in place.members or history.chance.random() < 0.3:
        return wanted, False
    if history.chance.random() < 0.5:
        credit.grow(history, place, wanted.buyer_id)
    whole = wanted.total_minor - wanted.fee_minor
    held = credit.hold(history, place, wanted.buyer_id, wanted.checkout_id, whole)
    if held == whole > 0:
        wanted = replace(
            wanted,
            fee_minor=0,
            payment_method=PaymentMethod.WALLET,
            state=OrderState.PENDING,
            due_at=now() + past.TIME_TO_PAY,
        )
    return wanted, bool(held)


def _pay(history: History, place: Place, order: OrderView) -> None:
    """What the wallet has left of it."""
    method = PaymentMethod(order.payment_method)
    if not order.rest.minor or method is PaymentMethod.WALLET:
        return
    charge = past.charged(place.market, order.buyer_id, [order], method)
    if method is PaymentMethod.CARD:
        payments.PAYS["by_card"](charge)
        history.counts["paid by card"] += 1
    else:
        history.event("pay by transfer", lambda: past.transferred(charge))
    history.event("told of payment", lambda: past.told(charge))


def _send(history: History, order: OrderView) -> None:
    """In one parcel or in two; what is left is given up, or waits."""
    chance = history.chance
    which = {"seller_id": order.seller_id, "order_id": order.id}
    parts: list[dict[UUID, int] | None] = [None]
    if chance.random() < 0.3:
        first = order.lines[0]
        parts = [{first.id: chance.randint(1, first.quantity)}, None]
    for units in parts:
        if units is None and len(parts) == 2 and chance.random() < 0.4:
            history.event("give up", lambda: give_up_units(actor=SYSTEM, **which, reason=SOLD_OUT))
            continue
        history.event(
            "ship",
            lambda units=units: ship_order(
                actor=SYSTEM, **which, carrier=past.CARRIER, units=units
            ),
        )
    for parcel in shipments(order.seller_id, [order.id]).get(order.id, []):
        if parcel.is_open:
            is_taken = chance.random() < 0.87
            end = record_delivery if is_taken else record_refusal
            history.event(
                "deliver" if is_taken else "refuse",
                lambda end=end, id=parcel.id: end(
                    actor=SYSTEM, seller_id=order.seller_id, shipment_id=id
                ),
            )


def _perform(order: OrderView) -> None:
    """At its own hour: the relay of the market would do it at today's."""
    seen = order_of(order.seller_id, order.id)
    if seen and seen.state is OrderState.DELIVERED:
        perform_deal(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)


def _come_back(history: History, order: OrderView, *, to_wallet: bool) -> None:
    seen = order_of(order.seller_id, order.id)
    lines = [each for each in returnable_lines(seen) if each.units] if seen else []
    if not lines:
        return
    each = history.chance.choice(lines)
    many = history.chance.randint(1, each.units)
    draft = ReturnDraft(
        id=new_id(), units={each.line.id: many}, reason=RefundReason.FAULTY, to_wallet=to_wallet
    )
    who = {"actor": past.buyer(order.buyer_id), "buyer_id": order.buyer_id}
    which = {"seller_id": order.seller_id, "return_id": draft.id}
    good = history.chance.randint(0, many)
    looked = {each.line.id: Looked(many, good)}
    history.event(
        "return asked",
        lambda: request_return(**who, seller_id=order.seller_id, order_id=order.id, draft=draft),
    )
    history.event("return approved", lambda: approve_return(actor=past.staff(), **which))
    history.event("return received", lambda: receive_return(actor=past.staff(), **which))
    history.event("return seen", lambda: inspect_return(actor=past.staff(), **which, looked=looked))
    history.event("return refunded", lambda: refund_return(actor=past.staff(), **which))


def _dispute(history: History, order: OrderView) -> None:
    chance = history.chance
    which = {"seller_id": order.seller_id, "order_id": order.id}
    who = {"actor": past.buyer(order.buyer_id), "buyer_id": order.buyer_id}
    history.event(
        "dispute",
        lambda: open_dispute(**who, **which, reason=RefundReason.DAMAGED, words="وصلت مكسورة"),
    )
    seller = past.seller(order.seller_id)
    if chance.random() < 0.7:
        history.event("answer", lambda: answer_dispute(actor=seller, **which, words="كانت سليمة"))
    ends: tuple[tuple[str, E], ...] = (
        ("withdraw", lambda: withdraw_dispute(**who, **which)),
        ("give in", lambda: give_in(actor=seller, **which)),
        *(
            (
                f"decide {to}",
                lambda to=to: decide_dispute(
                    actor=past.staff(),
                    **which,
                    decision=to,
                    words="نظرنا",
                    amount_minor=chance.randrange(100, 40_000),
                ),
            )
            for to in ("buyer", "seller", "parts")
        ),
    )
    history.event(*chance.choice(ends))


def _give_money_back(history: History, order: OrderView) -> None:
    """By hand, as staff do for transfers and for cash."""
    for refund in refunds_of_order(order.seller_id, order.buyer_id, order.id):
        if history.chance.random() < 0.8:
            history.event(
                "give back",
                lambda id=refund.id: record_refund(
                    actor=SYSTEM, buyer_id=order.buyer_id, refund_id=id, bank_reference=f"R-{id}"
                ),
            )


def _pay_out(history: History, shelf: Shelf) -> None:
    """All that the seller has: what comes back after that puts him below nothing."""
    owed = -balances(shelf.seller_id).get(Account.SELLER_PAYABLE, 0)
    if owed > 0:
        money = Money(owed, past.currency_of(shelf.seller_id))
        reference = f"P-{new_id().hex[:20]}"
        history.event(
            "pay out",
            lambda: record_payout(
                actor=SYSTEM,
                seller_id=shelf.seller_id,
                amount=money,
                bank_reference=reference,
                paid_on=now().date(),
            ),
        )
