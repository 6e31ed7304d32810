"""For which store a file is imported."""

from uuid import UUID, uuid5

from tijara.domains.accounts.queries import staff
from tijara.domains.markets.queries import markets
from tijara.domains.parties.actions import add_member, open_seller
from tijara.domains.stores.actions import open_store
from tijara.domains.stores.queries import all_stores, store_by_slug
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.refusal import Kind, Refusal

OWN_SLUG = "imported"


class StoreUnknown(Refusal):
    code = "cli.store_unknown"
    kind = Kind.MISSING


class NoMarket(Refusal):
    """Nothing can be sold before a market is open; `tijara demo` opens one."""

    code = "cli.no_market"
    kind = Kind.MISSING


def seller_for(slug: str) -> UUID:
    """The seller of the named store; without a name, the operator's own store, opened at need."""
    store = store_by_slug(slug or OWN_SLUG)
    if not slug:
        return _staffed(store.seller_id if store else _open_own())
    if store is None:
        raise StoreUnknown(store=slug, stores=[known.slug for known in all_stores()])
    return store.seller_id


def _staffed(seller_id: UUID) -> UUID:
    """The operator's people work in the operator's store: who else would ship its orders?"""
    for person in staff():
        add_member(actor=SYSTEM, person_id=person.id, seller_id=seller_id)
    return seller_id


def _open_own() -> UUID:
    if not markets():
        raise NoMarket()
    market = markets()[0]
    seller_id = open_seller(
        actor=SYSTEM,
        market_id=market.id,
        legal_name="مشغّل السوق",
        seller_id=uuid5(OPERATOR_ID, f"{OWN_SLUG}:{market.slug}"),
    )
    open_store(
        actor=SYSTEM,
        seller_id=seller_id,
        slug=OWN_SLUG,
        name_ar="رفوف السوق",
        name_en="Market Shelves",
        about_ar="ما يبيعه السوق نفسه، من ملفات استوردها مشغّله.",
        about_en="Sold by the market itself, from files that its operator imported.",
        hue=200,
    )
    return seller_id
