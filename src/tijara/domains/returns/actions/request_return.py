"""Ask the shop to take something of a delivered order back."""

from collections.abc import Sequence
from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from tijara.domains.orders.actions import NoSuchOrder, lock_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import home_of_buyer
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record
from tijara.platform.pictures.keeping import kept_pictures

from ..events import ReturnMoved
from ..models import Return, ReturnLine
from ..queries import (
    after_working_days,
    carriages,
    returnable_lines,
    swaps_of,
    ways_to_pay_more,
)
from ..rules.days import DECIDE_DAYS
from ..rules.words import LONGEST_WORDS, MOST_PHOTOS, tidy_words
from ..shapes import REPAIRABLE, ReturnableLine, ReturnDraft, ReturnState, Swap, Wish
from .name_photos import name_photos
from .write_word import write_word

MOST_RETURNS = 20


class ReturnInvalid(Invalid):
    code = "returns.return_invalid"


class TooManyReturns(Refusal):
    """Of one order."""

    code = "returns.too_many_returns"
    kind = Kind.UNAVAILABLE


class AskedAlready(Refusal):
    """Pressed twice at once: it stands, and the pictures of the second are not kept."""

    code = "returns.asked_already"


@action(power=Power.BUY, atomic=False)
def request_return(
    *,
    actor: Actor,
    buyer_id: UUID,
    seller_id: UUID,
    order_id: UUID,
    draft: ReturnDraft,
    photos: Sequence[BinaryIO] = (),
) -> UUID:
    """The draft's id. Asked again with it, the return that stands is the answer. The order's lock
    decides who gets a unit that two ask for."""
    order = order_view(seller_id, order_id)
    if order is None or order.buyer_id != buyer_id:
        raise NoSuchOrder()
    if _stands(order, draft.id):
        return draft.id
    _swap_of(order, draft)
    with kept_pictures(seller_id, photos, most=MOST_PHOTOS) as files, transaction.atomic():
        order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
        if _stands(order, draft.id):
            raise AskedAlready()
        _open(actor, order, draft, _swap_of(order, draft))
        name_photos(
            actor=SYSTEM,
            on_behalf=actor,
            seller_id=seller_id,
            return_id=draft.id,
            file_ids=files,
        )
    return draft.id


def _stands(order: OrderView, return_id: UUID) -> bool:
    """An id that is another order's was not made by our form."""
    rows = Return.objects.filter(seller_id=order.seller_id, id=return_id)
    known = rows.values_list("order_id", flat=True).first()
    if known not in (None, order.id):
        raise AskedAlready()
    return known is not None


def _swap_of(order: OrderView, draft: ReturnDraft) -> Swap | None:
    """What is wished for in its place; ReturnInvalid where the draft can't be."""
    lines = {each.line.id: each for each in returnable_lines(order)}
    chosen = {line_id: many for line_id, many in draft.units.items() if many}
    faults = _faults(lines, chosen, draft)
    if draft.to_wallet and home_of_buyer(order.buyer_id) is None:
        faults["to_wallet"] = "not_possible"
    swap = None
    if not faults and draft.wish == Wish.EXCHANGE:
        swap = _found_swap(order, lines, chosen, draft)
        faults = {} if swap else {"variant": "not_possible"}
    if faults:
        raise ReturnInvalid(faults)
    return swap


def _faults(
    lines: dict[UUID, ReturnableLine], chosen: dict[UUID, int], draft: ReturnDraft
) -> dict[str, str]:
    faults = {}
    known = [lines[line_id] for line_id in chosen if line_id in lines]
    if not chosen:
        faults["units"] = "required"
    elif len(known) < len(chosen) or any(
        not 0 < chosen[each.line.id] <= each.units for each in known
    ):
        faults["units"] = "more_than_possible"
    if not draft.reason:
        faults["reason"] = "unknown"
    elif any(draft.reason not in each.reasons for each in known):
        faults["reason"] = "not_possible"
    if draft.wish not in list(Wish) or (
        draft.wish == Wish.REPAIR and draft.reason not in REPAIRABLE
    ):
        faults["wish"] = "not_possible"
    if draft.pay_with and draft.pay_with not in list(PaymentMethod):
        faults["pay_with"] = "not_possible"
    if len(tidy_words(draft.words)) > LONGEST_WORDS:
        faults["words"] = "too_long"
    return faults


def _found_swap(
    order: OrderView,
    lines: dict[UUID, ReturnableLine],
    chosen: dict[UUID, int],
    draft: ReturnDraft,
) -> Swap | None:
    """Of one line only: of which other would it be said?"""
    if len(chosen) != 1:
        return None
    ((line_id, many),) = chosen.items()
    for swap in swaps_of(order, lines[line_id].line):
        if swap.variant_id == draft.variant_id and swap.free >= many:
            return swap if _is_payable(order, swap.more_minor * many) else None
    return None


def _is_payable(order: OrderView, more_minor: int) -> bool:
    return more_minor <= 0 or bool(ways_to_pay_more(order, more_minor))


def _carriage(order: OrderView, draft: ReturnDraft) -> dict:
    """Who pays the way back, and how much, as the market says now and its buyer was shown."""
    told = carriages(order, draft.units, (draft.reason,)).get(draft.reason)
    return {"carriage_payer": told.payer, "carriage_minor": told.amount.minor} if told else {}


def _open(actor: Actor, order: OrderView, draft: ReturnDraft, swap: Swap | None) -> None:
    seller_id = order.seller_id
    place = Return.objects.filter(seller_id=seller_id, order_id=order.id).count() + 1
    if place > MOST_RETURNS:
        raise TooManyReturns()
    Return.objects.create(
        seller_id=seller_id,
        id=draft.id,
        order_id=order.id,
        buyer_id=order.buyer_id,
        place=place,
        state=ReturnState.REQUESTED,
        reason=draft.reason,
        wish=draft.wish,
        to_wallet=draft.to_wallet,
        due_at=after_working_days(seller_id, DECIDE_DAYS),
        variant_id=swap.variant_id if swap else None,
        offer_id=swap.offer_id if swap else None,
        swap_minor=swap.more_minor if swap else None,
        pay_with=draft.pay_with if swap and swap.more_minor > 0 else "",
        **_carriage(order, draft),
    )
    ReturnLine.objects.bulk_create(
        ReturnLine(
            seller_id=seller_id,
            return_id=draft.id,
            order_id=order.id,
            line_id=line_id,
            quantity=many,
        )
        for line_id, many in draft.units.items()
        if many
    )
    write_word(
        actor=SYSTEM,
        on_behalf=actor,
        seller_id=seller_id,
        return_id=draft.id,
        text=draft.words,
    )
    record(
        seller_id,
        ReturnMoved(
            seller_id=seller_id,
            return_id=draft.id,
            order_id=order.id,
            buyer_id=order.buyer_id,
            state=ReturnState.REQUESTED,
            by=actor.kind,
            move_id=draft.id,
        ),
    )
