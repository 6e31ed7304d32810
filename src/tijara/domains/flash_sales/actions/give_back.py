"""An order of a flash sale has ended: its units are set apart anew, for the next in the queue."""

from uuid import UUID

from django.db import connection
from django.db.models import F

from tijara.domains.inventory.actions import grow_hold, move_holds, release_hold
from tijara.domains.inventory.queries import units_held
from tijara.domains.inventory.shapes import HoldMove
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Item, Place, Sale, Share
from ..shapes import PlaceState, SaleState
from ..states import PLACE
from .advance_sale import HOLD_AFTER

WHOSE = """
    SELECT p.id, p.sale_id FROM orders_order o
    JOIN flash_place p ON p.seller_id = o.seller_id AND p.checkout_id = o.checkout_id
    WHERE o.seller_id = %(seller)s AND o.id = %(order)s AND p.state = 'bought'
"""


@action(power=Power.SYSTEM)
def give_back(*, actor: Actor, seller_id: UUID, order_id: UUID) -> bool:
    """False where it was no order of one. Its units were held since it ended, so that they go to
    nobody in between."""
    with connection.cursor() as cursor:
        cursor.execute(WHOSE, {"seller": seller_id, "order": order_id})
        found = cursor.fetchone()
    if found is None:
        return False
    place_id, sale_id = found
    sale = Sale.objects.select_for_update(no_key=True).get(seller_id=seller_id, id=sale_id)
    sold = Place.objects.select_for_update(no_key=True).filter(
        seller_id=seller_id, id=place_id, state=PlaceState.BOUGHT, order_id=order_id
    )
    place = sold.first()
    if place is None:
        return False
    missed = {"missed": place.missed + 1}
    mine = Place.objects.filter(seller_id=seller_id, id=place.id)
    move_rows(PLACE, mine, Step("give_back", actor, ("take_back",), sets=missed))
    _set_apart(sale, place)
    _lessen_shares(place)
    return True


def _set_apart(sale: Sale, place: Place) -> None:
    """From the order's checkout, which holds them since it ended; where that holds them no more,
    what is free of them."""
    goods = Item.objects.filter(seller_id=sale.seller_id, id=place.item_id)
    stock_id = goods.select_for_update(no_key=True).values_list("stock_id", flat=True).get()
    if sale.state not in (SaleState.AGREED, SaleState.PAUSED) or sale.ends_at <= now():
        release_hold(actor=SYSTEM, seller_id=sale.seller_id, checkout_id=place.checkout_id)
        goods.update(sold=F("sold") - place.quantity)
        return
    held = units_held(place.checkout_id, [sale.seller_id]).get(stock_id, 0)
    handed, until = min(held, place.quantity), sale.ends_at + HOLD_AFTER
    move = HoldMove(stock_id, place.checkout_id, place.item_id, handed)
    move_holds(actor=SYSTEM, seller_id=sale.seller_id, moves=[move] if handed else [], until=until)
    kept = handed
    if handed < place.quantity:
        kept += grow_hold(
            actor=SYSTEM,
            seller_id=sale.seller_id,
            checkout_id=place.item_id,
            stock_id=stock_id,
            units=place.quantity - handed,
            until=until,
        )
    goods.update(sold=F("sold") - place.quantity, units=F("units") - (place.quantity - kept))


def _lessen_shares(place: Place) -> None:
    """Last, and by key: as a purchase takes them."""
    keys = {place.phone_key, place.address_key} - {""}
    shares = Share.objects.filter(
        seller_id=place.seller_id, sale_id=place.sale_id, key__in=sorted(keys)
    )
    list(shares.order_by("key").select_for_update(no_key=True))
    shares.update(units=F("units") - place.quantity)
