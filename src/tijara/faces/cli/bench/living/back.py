"""What goes back, and what buyers complain of: after the last parcel, or between two."""

from collections.abc import Callable
from uuid import UUID

from tijara.domains.deals.actions import (
    answer_dispute,
    decide_dispute,
    give_in,
    open_dispute,
    withdraw_dispute,
)
from tijara.domains.orders.queries import order as order_of
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.payments.actions import record_refund
from tijara.domains.payments.queries import charge_of_checkout, refunds_of_order
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.actions import (
    approve_return,
    exchange_return,
    inspect_return,
    receive_return,
    refund_order,
    refund_return,
    request_return,
)
from tijara.domains.returns.queries import returnable_lines, swaps_of
from tijara.domains.returns.shapes import (
    Looked,
    RefundReason,
    ReturnableLine,
    ReturnDraft,
    Swap,
    Wish,
)
from tijara.faces.cli.bench import past
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

from .history import E, History
from .placing import pay_charge

Goes = Callable[[OrderView], object]
"""How an order that was made for an exchange goes on."""


def come_back(history: History, order: OrderView, *, to_wallet: bool) -> bool:
    """Whether anything could come back."""
    each = _one_of(history, order)
    if each is None:
        return False
    many = history.chance.randint(1, each.units)
    draft = ReturnDraft(
        id=new_id(), units={each.line.id: many}, reason=RefundReason.FAULTY, to_wallet=to_wallet
    )
    good = history.chance.randint(0, many)
    _bring_back(history, order, draft, {each.line.id: Looked(many, good)})
    which = {"seller_id": order.seller_id, "return_id": draft.id}
    return bool(
        history.event("return refunded", lambda: refund_return(actor=past.staff(), **which) or True)
    )


def exchange(history: History, order: OrderView, goes: Goes) -> None:
    """For the same, for something dearer or for something cheaper; what was made for it is paid,
    sent and taken like any order, or left unpaid."""
    each = _one_of(history, order)
    swap = _swap(history, order, each) if each else None
    if each is None or swap is None:
        return
    draft = ReturnDraft(
        id=new_id(),
        units={each.line.id: 1},
        reason=RefundReason.FAULTY,
        wish=Wish.EXCHANGE,
        variant_id=swap.variant_id,
    )
    _bring_back(history, order, draft, {each.line.id: Looked(1, history.chance.randint(0, 1))})
    which = {"seller_id": order.seller_id, "return_id": draft.id}
    made_id = history.event("exchange", lambda: exchange_return(actor=past.staff(), **which))
    made = order_of(order.seller_id, made_id) if isinstance(made_id, UUID) else None
    if made is None:
        return
    more = (swap.more_minor > 0) - (swap.more_minor < 0)
    history.seen[f"exchanged for {('the same', 'dearer', 'cheaper')[more]}"] += 1
    if made.state is OrderState.PENDING and not _difference_paid(history, made):
        return
    goes(made)


def dispute(history: History, order: OrderView) -> bool:
    """Whether the complaint was taken; the two may agree, or staff decide."""
    chance = history.chance
    which = {"seller_id": order.seller_id, "order_id": order.id}
    who = {"actor": past.buyer(order.buyer_id), "buyer_id": order.buyer_id}
    is_open = history.event(
        "dispute",
        lambda: (
            open_dispute(**who, **which, reason=RefundReason.DAMAGED, words="وصلت مكسورة") or True
        ),
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
    return bool(is_open)


def take_back(history: History, order: OrderView) -> None:
    which = {"seller_id": order.seller_id, "order_id": order.id}
    restock = history.chance.random() < 0.5
    history.event(
        "take back",
        lambda: refund_order(actor=SYSTEM, **which, reason=RefundReason.OTHER, restock=restock),
    )


def give_money_back(history: History, order: OrderView) -> None:
    """By hand, as staff do for transfers and for cash; cards' money is given back by the gateway,
    unless they are quicker."""
    for refund in refunds_of_order(order.seller_id, order.buyer_id, order.id):
        is_card = refund.method == PaymentMethod.CARD
        if history.chance.random() < (0.1 if is_card else 0.8):
            history.event(
                "give back",
                lambda id=refund.id: record_refund(
                    actor=SYSTEM, buyer_id=order.buyer_id, refund_id=id, bank_reference=f"R-{id}"
                ),
            )


def _one_of(history: History, order: OrderView) -> ReturnableLine | None:
    seen = order_of(order.seller_id, order.id)
    lines = [each for each in returnable_lines(seen) if each.units] if seen else []
    return history.chance.choice(lines) if lines else None


def _bring_back(
    history: History, order: OrderView, draft: ReturnDraft, looked: dict[UUID, Looked]
) -> None:
    who = {"actor": past.buyer(order.buyer_id), "buyer_id": order.buyer_id}
    which = {"seller_id": order.seller_id, "return_id": draft.id}
    history.event(
        "return asked",
        lambda: request_return(**who, seller_id=order.seller_id, order_id=order.id, draft=draft),
    )
    history.event("return approved", lambda: approve_return(actor=past.staff(), **which))
    history.event("return received", lambda: receive_return(actor=past.staff(), **which))
    history.event("return seen", lambda: inspect_return(actor=past.staff(), **which, looked=looked))


def _swap(history: History, order: OrderView, each: ReturnableLine) -> Swap | None:
    """In the order of their prices: their ids are nothing that a seed draws again."""
    found = sorted(swaps_of(order, each.line), key=lambda one: one.more_minor)
    return history.chance.choice(found) if found else None


def _difference_paid(history: History, made: OrderView) -> bool:
    """Four of five pay what it costs more; the others let it end."""
    charge = charge_of_checkout(made.buyer_id, made.checkout_id)
    if charge is None or history.chance.random() >= 0.8:
        return False
    pay_charge(history, charge)
    history.event("told of payment", lambda: past.told(charge))
    history.seen["difference paid"] += 1
    return True
