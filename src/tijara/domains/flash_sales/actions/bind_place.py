"""Who signs in brings his place along: it is his account's, and he has one."""

from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Place
from ..queries import place_by_id, places_of_buyers
from ..shapes import PlaceState, PlaceView
from .leave_queue import leave_queue


@action(power=Power.BUY)
def bind_place(
    *, actor: Actor, seller_id: UUID, sale_id: UUID, buyer_ids: Sequence[UUID]
) -> PlaceView | None:
    """The one that he keeps, of those that he took under any of his ids: the best. The others he
    leaves."""
    mine = places_of_buyers(seller_id, sale_id, buyer_ids, actor.person_id)
    if not mine:
        return None
    best, others = mine[0], mine[1:]
    if others:
        _lock(seller_id, mine)
    for other in others:
        if other.state is not PlaceState.BOUGHT:
            leave_queue(
                actor=SYSTEM,
                buyer_id=other.buyer_id,
                seller_id=seller_id,
                place_id=other.id,
            )
    try:
        with transaction.atomic():
            Place.objects.filter(seller_id=seller_id, id=best.id, person_id=None).update(
                person_id=actor.person_id
            )
    except IntegrityError:
        leave_queue(actor=SYSTEM, buyer_id=best.buyer_id, seller_id=seller_id, place_id=best.id)
        return None
    return place_by_id(seller_id, best.id)


def _lock(seller_id: UUID, mine: Sequence[PlaceView]) -> None:
    """By id, as a list of presses does, before any of them is left."""
    places = Place.objects.filter(seller_id=seller_id, id__in=[one.id for one in mine])
    list(places.order_by("id").select_for_update(no_key=True).values_list("id"))
