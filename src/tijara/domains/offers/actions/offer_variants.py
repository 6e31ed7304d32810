"""Put a seller's terms for the variants of one product: prices and units, all at once."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from tijara.domains.catalogue.queries import edited_product
from tijara.domains.inventory.actions import count_stock, receive_stock
from tijara.domains.inventory.shapes import Receipt
from tijara.domains.markets.queries import market_by_id
from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action

from ..models import Offer
from ..rules.prices import CONDITIONS, price_fault
from ..shapes import OfferDraft, VariantTerms
from .pause_offer import pause_offer
from .put_offers import put_offers
from .resume_offer import resume_offer

MOST_UNITS = 1_000_000_000
MOST_DAYS = 60


class TermsInvalid(Invalid):
    """A fault's name is "<price, was, units or handling_days>_<variant id>"."""

    code = "offers.terms_invalid"


class NotForSale(Refusal):
    """There is no such product, or nobody but who brought it may offer it yet."""

    code = "offers.not_for_sale"
    kind = Kind.MISSING


@action(power=Power.OFFERS_MANAGE)
def offer_variants(
    *,
    actor: Actor,
    seller_id: UUID,
    product_id: UUID,
    condition: str,
    terms: Sequence[VariantTerms],
    key: UUID,
) -> None:
    """A variant without a price is offered no more: its offer pauses, its stock stays. Units are
    counted anew only where they differ from those that were seen. Once for a `key`."""
    known = _variants(seller_id, product_id)
    terms = [each for each in terms if each.variant_id in known]
    if faults := _faults(terms, condition, _currency(seller_id)):
        raise TermsInvalid(faults)
    offers = Offer.objects.filter(seller_id=seller_id, product_id=product_id, condition=condition)
    standing = {offer.variant_id: offer for offer in offers.order_by("id").select_for_update()}
    for each in terms:
        if each.price is None and each.variant_id in standing:
            pause_offer(actor=actor, seller_id=seller_id, offer_id=standing[each.variant_id].id)
    priced = [(each, each.price) for each in terms if each.price is not None]
    _count(actor, seller_id, [each for each, _ in priced], standing, key)
    stocks = _stocks(actor, seller_id, [each for each, _ in priced], standing, key)
    drafts = [
        OfferDraft(
            variant_id=each.variant_id,
            product_id=product_id,
            stock_id=stocks[each.variant_id],
            price=price,
            was=each.was,
            condition=condition,
            handling_days=each.handling_days,
        )
        for each, price in priced
    ]
    put_offers(actor=actor, seller_id=seller_id, offers=drafts)
    for each, _ in priced:
        if each.variant_id in standing and not standing[each.variant_id].is_active:
            resume_offer(actor=actor, seller_id=seller_id, offer_id=standing[each.variant_id].id)


def _variants(seller_id: UUID, product_id: UUID) -> set[UUID]:
    product = edited_product(product_id)
    if product is None or not (product.is_published or product.brought_by == seller_id):
        raise NotForSale(product=str(product_id))
    return {variant.details.id for variant in product.active}


def _currency(seller_id: UUID) -> str:
    return market_by_id(seller_terms([seller_id])[seller_id].market_id).currency


def _faults(terms: Sequence[VariantTerms], condition: str, currency: str) -> dict[str, str]:
    faults = {} if condition in CONDITIONS else {"condition": "unknown"}
    for each in terms:
        of = each.variant_id
        if fault := _price_fault(each.price, each.was, currency):
            faults[f"{'was' if fault.startswith('was') else 'price'}_{of}"] = fault
        if each.units is not None and not 0 <= each.units <= MOST_UNITS:
            faults[f"units_{of}"] = "out_of_range"
        if not 0 <= each.handling_days <= MOST_DAYS:
            faults[f"handling_days_{of}"] = "days_out_of_range"
    return faults


def _price_fault(price: Money | None, was: Money | None, currency: str) -> str:
    if price is None:
        return ""
    return "other_currency" if price.currency != currency else price_fault(price, was)


def _count(
    actor: Actor,
    seller_id: UUID,
    terms: Sequence[VariantTerms],
    standing: dict[UUID, Offer],
    key: UUID,
) -> None:
    for each in terms:
        offer = standing.get(each.variant_id)
        if offer and each.units is not None and each.units != each.seen_units:
            count_stock(
                actor=actor,
                seller_id=seller_id,
                stock_id=offer.stock_id,
                on_hand=each.units,
                key=uuid5(key, str(each.variant_id)),
            )


def _stocks(
    actor: Actor,
    seller_id: UUID,
    terms: Sequence[VariantTerms],
    standing: dict[UUID, Offer],
    key: UUID,
) -> dict[UUID, UUID]:
    """Stock ids by variant; a variant that is offered for the first time gets a stock."""
    stocks = {variant_id: offer.stock_id for variant_id, offer in standing.items()}
    new = [each for each in terms if each.variant_id not in stocks]
    stocks |= {each.variant_id: new_id() for each in new}
    receipts = [Receipt(stocks[each.variant_id], each.variant_id, each.units or 0) for each in new]
    if receipts:
        receive_stock(actor=actor, seller_id=seller_id, receipts=receipts, reference_id=key)
    return stocks
