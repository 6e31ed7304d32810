"""Write to somebody that his turn has come: he may have put his phone away."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.domains.parties.queries import addressee_of_buyer
from tijara.domains.stores.queries import stores
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import called_place, kept_intent
from ..queries import sale as sale_view


@action(power=Power.MESSAGES_SEND)
def tell_of_turn(*, actor: Actor, seller_id: UUID, place_id: UUID) -> None:
    """Once for each turn. Who has told us no phone yet is told by the page alone."""
    place = called_place(seller_id, place_id)
    sale = sale_view(seller_id, place.sale_id) if place else None
    order = kept_intent(seller_id, place_id) if place else None
    store = stores({seller_id}).get(seller_id)
    if place is None or sale is None or order is None or store is None:
        return
    words = LetterWords(
        kind="flash_sales.turn",
        to=addressee_of_buyer(place.buyer_id, email=order.address.email, phone=order.address.phone),
        language=order.language,
        template="flash_sales/messages/turn.txt",
        facts={"sale": sale, "store": store, "minutes": sale.turn_minutes},
        link_to="flash_sale",
        link_facts={"slug": store.slug, "sale_id": str(sale.id)},
        button=_("Buy now"),
        market_id=sale.market_id,
    )
    key = f"{words.kind}:{place.id}:{place.checkout_id}"
    write_letter(actor=SYSTEM, owner_id=place.buyer_id, key=key, words=words)
