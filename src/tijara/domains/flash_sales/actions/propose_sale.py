"""A seller writes a flash sale down; the market says yes or no to it."""

import secrets
from uuid import UUID

from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferCard, OfferKey
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Item, Sale
from ..rules import faults_of
from ..shapes import SaleDraft
from ..states import PROCESS

WAVE = 50
"""Turns a second, until the market says otherwise."""


class SaleInvalid(Invalid):
    code = "flash_sales.sale_invalid"


@action(power=Power.PROMOTIONS_MANAGE)
def propose_sale(
    *, actor: Actor, seller_id: UUID, market_id: UUID, sale_id: UUID, draft: SaleDraft
) -> UUID:
    """`sale_id` was made with the form: the same form again is the same sale. Nothing is set apart
    yet: the market has to agree first."""
    if Sale.objects.filter(seller_id=seller_id, id=sale_id).exists():
        return sale_id
    wrong = faults_of(draft, now())
    cards = offers([OfferKey(seller_id, item.offer_id) for item in draft.items])
    if "items" not in wrong and (code := _fault_of_goods(seller_id, draft, cards)):
        wrong["items"] = code
    if wrong or draft.starts_at is None or draft.ends_at is None:
        raise SaleInvalid(wrong)
    Sale.objects.create(
        seller_id=seller_id,
        id=sale_id,
        market_id=market_id,
        state=PROCESS.start,
        name_ar=draft.name_ar.strip(),
        name_en=draft.name_en.strip(),
        name_fr=draft.name_fr.strip(),
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        per_person=draft.per_person,
        per_household=draft.per_household,
        audience=draft.audience,
        turn_minutes=draft.turn_minutes,
        wave=WAVE,
        seed=secrets.token_bytes(32),
    )
    Item.objects.bulk_create(_items(seller_id, sale_id, draft, cards))
    return sale_id


def _fault_of_goods(seller_id: UUID, draft: SaleDraft, cards: dict[OfferKey, OfferCard]) -> str:
    for item in draft.items:
        card = cards.get(OfferKey(seller_id, item.offer_id))
        if card is None or not card.is_active:
            return "unavailable"
        if item.price_minor >= card.price.minor:
            return "dear"
        if item.units > card.free:
            return "few"
    return ""


def _items(
    seller_id: UUID, sale_id: UUID, draft: SaleDraft, cards: dict[OfferKey, OfferCard]
) -> list[Item]:
    rows = []
    for place, item in enumerate(draft.items):
        card = cards[OfferKey(seller_id, item.offer_id)]
        rows.append(
            Item(
                seller_id=seller_id,
                id=new_id(),
                sale_id=sale_id,
                place=place,
                offer_id=item.offer_id,
                stock_id=card.stock_id,
                variant_id=card.variant_id,
                price_minor=item.price_minor,
                currency=card.price.currency,
                units=item.units,
            )
        )
    return rows
