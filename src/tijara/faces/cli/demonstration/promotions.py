"""What is cheaper in the demonstration, for whom, and who pays for it."""

from datetime import timedelta
from uuid import UUID

from tijara.domains.markets.queries import market
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferKey
from tijara.domains.pricing.actions import add_list_member, save_price_list
from tijara.domains.pricing.shapes import Audience, ListTerms, Member
from tijara.domains.promotions.actions import save_promotion
from tijara.domains.promotions.queries import market_promotions
from tijara.domains.promotions.shapes import (
    Limits,
    PromotionDraft,
    PromotionKind,
    Scope,
    Terms,
)
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID, new_id

from . import content

LASTS, SOON = timedelta(days=30), timedelta(days=14)
REDUCED = ("argan-cream", "argan-hand")
THIRD_FREE = ("harazi-250", "harazi-500")
FOR_COMPANIES, OF_REGULARS = "keyboard-night", "dallah-copper-star"
"""A product of the shop that has prices for companies, and of the one that has regulars."""


def load_promotions(offer_keys: dict[str, OfferKey]) -> None:
    """Once: what is there was perhaps ended by somebody since."""
    market_id = market(content.read("market")["market"]["slug"]).id
    if market_promotions(market_id).items:
        return
    _welcome(market_id)
    _shop(market_id, offer_keys, REDUCED, Terms(PromotionKind.PERCENT, bp=1500), WORDS["care"])
    winter = Terms(PromotionKind.PERCENT, bp=1000)
    _shop(market_id, offer_keys, (OF_REGULARS,), winter, WORDS["winter"], starts=SOON, lasts=SOON)
    more = Terms(PromotionKind.GET_MORE, bp=10_000, buy=2, get=1)
    _shop(market_id, offer_keys, THIRD_FREE, more, WORDS["coffee"])
    terms = ListTerms(*WORDS["companies"], Audience.COMPANIES, off_bp=700)
    save_price_list(actor=SYSTEM, seller_id=offer_keys[FOR_COMPANIES].seller_id, terms=terms)
    _regulars(offer_keys[OF_REGULARS].seller_id)


WORDS = {
    "care": ("أسبوع العناية", "Care week", "Semaine du soin"),
    "coffee": (
        "كيسان والثالث هدية",
        "Two bags, the third is a gift",
        "Deux sachets, le troisième offert",
    ),
    "winter": ("ليالي الشتاء", "Winter nights", "Nuits d’hiver"),
    "welcome": ("أهلًا بك في السوق", "Welcome to the market", "Bienvenue au marché"),
    "regulars": ("زبائن المجلس", "Regulars", "Habitués"),
    "companies": ("أسعار الشركات", "Prices for companies", "Prix entreprises"),
}
"""Arabic, English, French."""


def _regulars(seller_id: UUID) -> None:
    """A house that has bought from this shop for years."""
    terms = ListTerms(*WORDS["regulars"], Audience.CHOSEN, off_bp=500)
    list_id = save_price_list(actor=SYSTEM, seller_id=seller_id, terms=terms)
    member = Member(new_id(), "دار الضيافة بالعليا", vat_number="310000019900003")
    add_list_member(actor=SYSTEM, seller_id=seller_id, list_id=list_id, member=member)


def _welcome(market_id: UUID) -> None:
    name_ar, name_en, name_fr = WORDS["welcome"]
    draft = PromotionDraft(
        market_id=market_id,
        name_ar=name_ar,
        name_en=name_en,
        name_fr=name_fr,
        code="AHLAN",
        terms=Terms(
            PromotionKind.PERCENT, bp=1000, most_minor=3000, is_first_order=True, market_bp=10_000
        ),
        limits=Limits(most_each=1, budget_minor=500_000),
        starts_at=now() - LASTS,
    )
    save_promotion(actor=SYSTEM, owner_id=OPERATOR_ID, draft=draft)


def _shop(
    market_id: UUID,
    offer_keys: dict[str, OfferKey],
    goods: tuple[str, ...],
    terms: Terms,
    words: tuple[str, str, str],
    *,
    starts: timedelta = -LASTS / 2,
    lasts: timedelta = LASTS * 1.5,
) -> None:
    """A shop's own, for some of its goods."""
    keys = [offer_keys[one] for one in goods]
    products = tuple(card.product_id for card in offers(keys).values())
    name_ar, name_en, name_fr = words
    draft = PromotionDraft(
        market_id=market_id,
        name_ar=name_ar,
        name_en=name_en,
        name_fr=name_fr,
        terms=Terms(
            terms.kind,
            bp=terms.bp,
            buy=terms.buy,
            get=terms.get,
            scope=Scope(products=products),
        ),
        starts_at=now() + starts,
        ends_at=now() + starts + lasts,
    )
    save_promotion(actor=SYSTEM, owner_id=keys[0].seller_id, draft=draft)
