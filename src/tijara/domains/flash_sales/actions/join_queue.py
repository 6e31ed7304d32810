"""Take a place in the queue of a flash sale, or change what one waits for."""

from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import begin_anew, move_rows

from ..models import Place
from ..queries import places_of_buyers
from ..queries import sale as sale_view
from ..rules import MOST_TURNS
from ..shapes import Audience, Phase, PlaceState, PlaceView, SaleState, SaleView
from ..states import PLACE
from .turn_sale import NoSuchSale

OPENS_BEFORE = timedelta(hours=24)
"""How long before the start one may take a place for the lot."""
SETTLED = frozenset({PlaceState.TURN, PlaceState.BOUGHT})
"""He has his turn, or his goods: neither is changed by asking again."""


class CantJoin(Refusal):
    """`because`: "over", "early", "sign_in", "quantity", "item", or "missed": he has let two turns
    pass."""

    code = "flash_sales.cant_join"


class TooQuick(Refusal):
    """The form came back faster than anybody reads it."""

    code = "flash_sales.too_quick"


@action(power=Power.BUY)
def join_queue(
    *,
    actor: Actor,
    buyer_id: UUID,
    seller_id: UUID,
    sale_id: UUID,
    item_id: UUID,
    quantity: int,
) -> UUID:
    """The place's id. One place a buyer: asked again, it is the same one, with another wish.

    Who let his turn pass, or gave his goods back, stands at the end: once.
    """
    sale = sale_view(seller_id, sale_id)
    if sale is None:
        raise NoSuchSale()
    _check(actor, sale, item_id, quantity)
    if mine := places_of_buyers(seller_id, sale_id, [buyer_id], actor.person_id):
        return _change(mine[0], item_id, quantity)
    try:
        with transaction.atomic():
            return _take(actor, sale, buyer_id, item_id, quantity)
    except IntegrityError:
        if mine := places_of_buyers(seller_id, sale_id, [buyer_id], actor.person_id):
            return _change(mine[0], item_id, quantity)
        left = Place.objects.filter(seller_id=seller_id, sale_id=sale_id, buyer_id=buyer_id)
        place = left.values_list("id", "missed").first()
        if place is None:
            raise
        place_id, missed = place
        _to_the_end(seller_id, place_id, missed, item_id, quantity)
        return place_id


def _check(actor: Actor, sale: SaleView, item_id: UUID, quantity: int) -> None:
    moment = now()
    if sale.state not in (SaleState.AGREED, SaleState.PAUSED) or sale.phase(moment) is Phase.OVER:
        raise CantJoin(because="over")
    if moment < sale.starts_at - OPENS_BEFORE:
        raise CantJoin(because="early")
    if sale.audience is Audience.SIGNED_IN and actor.person_id is None:
        raise CantJoin(because="sign_in")
    if item_id not in {item.id for item in sale.items}:
        raise CantJoin(because="item")
    if not 1 <= quantity <= sale.per_person:
        raise CantJoin(because="quantity")


def _take(actor: Actor, sale: SaleView, buyer_id: UUID, item_id: UUID, quantity: int) -> UUID:
    place_id = new_id()
    Place.objects.create(
        seller_id=sale.seller_id,
        id=place_id,
        sale_id=sale.id,
        item_id=item_id,
        quantity=quantity,
        buyer_id=buyer_id,
        person_id=actor.person_id,
        state=PLACE.start,
        checkout_id=new_id(),
    )
    return place_id


def _change(place: PlaceView, item_id: UUID, quantity: int) -> UUID:
    if place.state in SETTLED:
        return place.id
    if place.state is not PlaceState.WAITING:
        _to_the_end(place.seller_id, place.id, place.missed, item_id, quantity)
    elif (place.item_id, place.quantity) != (item_id, quantity):
        waiting = Place.objects.filter(
            seller_id=place.seller_id, id=place.id, state=PlaceState.WAITING
        )
        waiting.update(item_id=item_id, quantity=quantity, is_ready=False)
    return place.id


def _to_the_end(seller_id: UUID, place_id: UUID, missed: int, item_id: UUID, quantity: int) -> None:
    """With another checkout: what the one before has ordered stays told of it."""
    if missed >= MOST_TURNS:
        raise CantJoin(because="missed")
    row = Place.objects.filter(seller_id=seller_id, id=place_id)
    told = {
        "item_id": item_id,
        "quantity": quantity,
        "joined_at": now(),
        "position": None,
        "is_drawn": False,
        "is_ready": False,
        "called_at": None,
        "checkout_id": new_id(),
        "order_id": None,
        "number": "",
        "bought_at": None,
    }
    if not move_rows(PLACE, row, Step("stand_again", SYSTEM, sets=told)):
        begin_anew(PLACE, row.exclude(state=PlaceState.WAITING), **told)
