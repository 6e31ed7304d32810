"""What the people of the demonstration send back, and how far each return has come."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from tijara.domains.markets.queries import market
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import OrderLineView, OrderView
from tijara.domains.returns.actions import (
    appeal_return,
    approve_return,
    arrange_pickup,
    exchange_return,
    inspect_return,
    receive_return,
    refund_return,
    reject_return,
    request_return,
    send_goods,
    set_carriage_band,
    set_carriage_terms,
    wish_pickup,
)
from tijara.domains.returns.queries import (
    pickup_days,
    returnable_lines,
    returns_of_order,
    swaps_of,
)
from tijara.domains.returns.shapes import (
    CarriageBand,
    CarriageTerms,
    Looked,
    RefundReason,
    ReturnDraft,
    ReturnView,
    Swap,
    Wish,
)
from tijara.kit.actor import SYSTEM, Actor

from . import content

UNWANTED = "unwanted_requested"
WISHES = {"return_requested": 0, UNWANTED: 0, "dearer_requested": 1, "cheaper_requested": -1}
"""What is asked for: the money, or something that costs more or less."""
WORDS = "وصلت وفيها خدش ظاهر عند المقبض، رأيته أول ما فتحت العلبة."
REFUSAL = "تظهر عليها آثار استعمال طويل، والضمان لا يشمل ذلك."
APPEAL = "لم أستعملها إلا مرة واحدة، والخدش كان فيها قبل ذلك. أرجو أن تنظروا في الأمر."
CARRIER, NUMBER = "سمسا", "290117745120"


def load_carriage() -> None:
    """Who pays the way back: before anything is sent back."""
    here = market(content.read("market")["market"]["slug"])
    terms = CarriageTerms(charge_minor=2200)
    set_carriage_terms(actor=SYSTEM, market_id=here.id, terms=terms)
    for place, grams, charge in (("", 5000, 1800), ("sa-riyadh", 5000, 1500)):
        band = CarriageBand(place, grams, charge)
        set_carriage_band(actor=SYSTEM, market_id=here.id, band=band)


def step(name: str, seller: Actor, buyer: Actor, seller_id: UUID, order_id: UUID) -> None:
    """A unit of the order's first line goes back."""
    if name in WISHES:
        _ask(buyer, seller_id, order_id, WISHES[name], is_unwanted=name == UNWANTED)
        return
    for told in returns_of_order(seller_id, order_id):
        _go_on(name, seller, buyer, told)


def _go_on(name: str, seller: Actor, buyer: Actor, told: ReturnView) -> None:
    which = {"seller_id": told.seller_id, "return_id": told.id}
    looked = {each.line.id: Looked(each.quantity, 0) for each in told.lines}
    good = {each.line.id: Looked(each.quantity, each.quantity) for each in told.lines}
    acts: dict[str, Callable[[], object]] = {
        "return_approved": lambda: approve_return(actor=seller, **which),
        "return_rejected": lambda: reject_return(actor=seller, **which, words=REFUSAL),
        "return_appealed": lambda: appeal_return(
            actor=buyer, buyer_id=buyer.owner_id, **which, words=APPEAL
        ),
        "return_sent": lambda: send_goods(
            actor=buyer,
            buyer_id=buyer.owner_id,
            **which,
            carrier=CARRIER,
            tracking_number=NUMBER,
        ),
        "return_received": lambda: receive_return(actor=seller, **which),
        "return_inspected": lambda: inspect_return(actor=seller, **which, looked=looked),
        "return_refunded": lambda: refund_return(actor=seller, **which),
        "all_is_well": lambda: inspect_return(actor=seller, **which, looked=good),
        "pickup_arranged": lambda: arrange_pickup(
            actor=seller, **which, carrier=CARRIER, day=_next_day(told.seller_id)
        ),
        "return_exchanged": lambda: exchange_return(actor=seller, **which),
        "pickup_wished": lambda: wish_pickup(
            actor=buyer, buyer_id=buyer.owner_id, **which, day=_next_day(told.seller_id)
        ),
    }
    acts[name]()


def _next_day(seller_id: UUID) -> date:
    today, working = pickup_days(seller_id)
    return working.after(today, 2)


def _swap(order: OrderView, line: OrderLineView, sign: int) -> Swap | None:
    """The first that costs more, or less, where that is wished for."""
    found = (
        one for one in swaps_of(order, line) if sign and one.more_minor * sign > 0 and one.free
    )
    return next(found, None)


def _ask(buyer: Actor, seller_id: UUID, order_id: UUID, sign: int, *, is_unwanted: bool) -> None:
    order = find_order(seller_id, order_id)
    lines = [each for each in returnable_lines(order) if each.units] if order else []
    if order is None or not lines or buyer.owner_id is None:
        return
    is_unwanted = is_unwanted and RefundReason.CHANGED_MIND in lines[0].reasons
    swap = _swap(order, lines[0].line, sign)
    request_return(
        actor=buyer,
        buyer_id=buyer.owner_id,
        seller_id=seller_id,
        order_id=order_id,
        draft=ReturnDraft(
            id=content.id_of("return", str(order_id)),
            units={lines[0].line.id: 1},
            reason=RefundReason.CHANGED_MIND if is_unwanted else RefundReason.DAMAGED,
            words="" if is_unwanted else WORDS,
            wish=Wish.EXCHANGE if swap else Wish.REFUND,
            variant_id=swap.variant_id if swap else None,
        ),
    )
