"""Open the market, its stores and their people; fill the shelves."""

from datetime import timedelta
from uuid import UUID

from tijara.domains.accounts.actions import create_account
from tijara.domains.accounts.queries import account_by_email
from tijara.domains.accounts.shapes import DEMONSTRATION_DOMAIN, StaffRole
from tijara.domains.catalogue.actions import (
    arrange_category,
    grant_after_sale,
    import_products,
    tax_department,
)
from tijara.domains.catalogue.shapes import ImportedProduct
from tijara.domains.inventory.actions import receive_stock
from tijara.domains.inventory.shapes import Receipt
from tijara.domains.markets.actions import declare_operator, open_market
from tijara.domains.markets.queries import market_by_id
from tijara.domains.markets.shapes import OperatorPapers
from tijara.domains.offers.actions import put_offers
from tijara.domains.offers.queries import products_of_seller
from tijara.domains.offers.shapes import OfferDraft, OfferKey
from tijara.domains.parties.actions import (
    add_member,
    declare_identity,
    open_customer,
    open_seller,
    save_address,
)
from tijara.domains.parties.queries import all_sellers, legal_identities
from tijara.domains.parties.shapes import LegalIdentity
from tijara.domains.search.actions import index_products
from tijara.domains.stores.actions import hang_signs, open_store
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import going_from, now
from tijara.kit.money import Money
from tijara.kit.powers import BUYER_POWERS

from . import content, digital, disputed
from .banners import load_banners
from .deliveries import load_abroad, load_delivery
from .descriptions import describe_goods
from .front_page import arrange_shelves
from .variants import is_varied, offer_variants_of

OPEN_DAYS = 94
MOST = 1000
"""More than a shop of the demonstration offers."""
"""How long ago the stores have opened, and their people joined: before the first order."""


def load_people() -> None:
    """The markets, an operator and who keeps his books, a buyer, each store and who keeps it."""
    first = content.read("market")
    operator = first["operator"]
    _account(operator, operator["name"], staff_role=StaffRole.ADMIN)
    _account(first["finance"], first["finance"]["name"], staff_role=StaffRole.FINANCE)
    _buyer(first["buyer"])
    for told in (first, *content.other_markets()):
        market_id = open_market(actor=SYSTEM, draft=content.market_draft(told["market"]))
        disputed.choose(market_id)
        load_delivery(market_id, told)
        load_banners(market_id, told)
        _say_who_runs(market_id, told["papers"])
        for store in told["store"]:
            with going_from(now() - timedelta(days=OPEN_DAYS)):
                _open(market_id, store)


def _say_who_runs(market_id: UUID, told: dict) -> None:
    """Invented, as all here; what somebody has said since is left."""
    if market_by_id(market_id).papers != OperatorPapers():
        return
    words = content.in_three("name", told["name"]) | content.in_three("address", told["address"])
    numbers = {name: told[name] for name in ("commercial_register", "vat_number", "email")}
    papers = OperatorPapers(**words, **numbers)
    declare_operator(actor=SYSTEM, market_id=market_id, papers=papers)


def _open(market_id: UUID, told: dict) -> None:
    seller_id = open_seller(
        actor=SYSTEM,
        market_id=market_id,
        legal_name=told["legal_name"],
        vat_number=told["vat_number"],
        seller_id=content.id_of("seller", told["slug"]),
    )
    _declare(seller_id, told)
    open_store(
        actor=SYSTEM,
        seller_id=seller_id,
        slug=told["slug"],
        city=told["city"],
        hue=told["hue"],
        **content.in_three("name", told["name"]),
        **content.in_three("about", told["about"]),
        **content.in_three("returns", told.get("returns", ())),
    )
    load_abroad(seller_id, told, market_by_id(market_id).currency)
    hang_signs(
        actor=SYSTEM,
        seller_id=seller_id,
        accent=told.get("accent", ""),
        logo=told["logo"],
        cover=told["cover"],
    )
    person_id = _account(told, told["person"])
    add_member(actor=SYSTEM, person_id=person_id, seller_id=seller_id)


def _declare(seller_id: UUID, told: dict) -> None:
    """Who he is before the law, unless he has said so himself."""
    if not legal_identities([seller_id])[seller_id].address:
        said = LegalIdentity(
            told["legal_name"], told["vat_number"], told["registration_number"], told["address"]
        )
        declare_identity(actor=SYSTEM, seller_id=seller_id, identity=said)


def _grant(category: dict) -> None:
    """Food and care don't go back unwanted; what has a plug has a warranty."""
    days, months = category.get("return_days"), category.get("warranty_months")
    kind = category.get("goods_kind", "")
    if days is not None or months is not None or kind:
        grant_after_sale(
            actor=SYSTEM,
            path=category["path"],
            return_days=days,
            warranty_months=months,
            goods_kind=kind,
        )


def load_goods() -> dict[str, OfferKey]:
    """Categories, products, stock and offers; the offers by the products' keys. What a second store
    sells too goes by the name that the content gives it there."""
    for place, category in enumerate(content.read("categories")["category"]):
        category_id = arrange_category(
            actor=SYSTEM,
            path=category["path"],
            **content.in_three("name", category["name"]),
            picture=category["picture"],
            position=place,
        )
        if "tax_class" in category:
            tax_department(actor=SYSTEM, category_id=category_id, tax_class=category["tax_class"])
        _grant(category)
    told = content.products() + [
        product | {"currency": market["market"]["currency"]}
        for market in content.other_markets()
        for product in market["product"]
    ]
    drafts = [content.product_draft(product) for product in told]
    imported = {done.source_key: done for done in import_products(actor=SYSTEM, drafts=drafts)}
    describe_goods(told, imported)
    offers: dict[str, OfferKey] = {}
    plain = [product for product in told if not is_varied(product)] + content.read("beside")[
        "offer"
    ]
    for store in sorted({product["store"] for product in told}):
        mine = [product for product in plain if product["store"] == store]
        offers |= _offer(content.id_of("seller", store), mine, imported)
    for product in filter(is_varied, told):
        offers |= offer_variants_of(product, imported[product["key"]].product_id)
    arrange_shelves({key: done.product_id for key, done in imported.items()})
    return offers


def _offer(
    seller_id: UUID, products: list[dict], imported: dict[str, ImportedProduct]
) -> dict[str, OfferKey]:
    receive_stock(
        actor=SYSTEM,
        seller_id=seller_id,
        receipts=[
            Receipt(_stock_id(told), imported[told["key"]].variant_id, _counted(told))
            for told in products
        ],
        reference_id=content.id_of("first-stock", str(seller_id)),
    )
    for told in products:
        if _is_digital(told):
            digital.fill(seller_id, _stock_id(told), told)
    put = put_offers(
        actor=SYSTEM,
        seller_id=seller_id,
        offers=[
            OfferDraft(
                variant_id=imported[told["key"]].variant_id,
                product_id=imported[told["key"]].product_id,
                stock_id=_stock_id(told),
                price=_price(told, "price"),
                was=_price(told, "was") if "was" in told else None,
                handling_days=content.handling_days(told["store"]),
            )
            for told in products
        ],
    )
    return {
        told.get("as", told["key"]): OfferKey(seller_id, offer.offer_id)
        for told, offer in zip(products, put, strict=True)
    }


def _price(told: dict, name: str) -> Money:
    return content.price(told[name], told.get("currency", "SAR"))


def _is_digital(told: dict) -> bool:
    return told.get("kind") == "digital"


def _counted(told: dict) -> int:
    """Of digital goods nothing is counted: their codes or files are their stock."""
    return 0 if _is_digital(told) else told["units"]


def _stock_id(told: dict) -> UUID:
    return content.id_of("stock", told["store"], told["key"])


def _account(told: dict, name: str, *, staff_role: StaffRole | None = None) -> UUID:
    email = f"{told['email']}@{DEMONSTRATION_DOMAIN}"
    if known := account_by_email(email):
        return known.id
    return create_account(
        actor=SYSTEM,
        email=email,
        phone=told["phone"],
        name=name,
        password=content.shown_password(),
        staff_role=staff_role,
    )


def _buyer(told: dict) -> None:
    """With an address in the book, to choose at checkout."""
    person_id = _account(told, told["name"])
    person = Actor(ActorKind.BUYER, person_id, powers=BUYER_POWERS)
    buyer_id = open_customer(actor=person)
    save_address(
        actor=SYSTEM,
        buyer_id=buyer_id,
        country=content.read("market")["market"]["country"],
        label="البيت",
        fields={
            "recipient": told["name"],
            **{name: told[name] for name in ("phone", "city", "district", "street", "landmark")},
        },
    )


def lay_shelves() -> None:
    """As they stand now: what was heard of on a day of the past was laid as it stood then."""
    for seller in all_sellers():
        if some := products_of_seller(seller.id, after=None, most=MOST):
            index_products(actor=SYSTEM, product_ids=some)
