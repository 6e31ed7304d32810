"""`…inside storm.stock COUNT UNITS CODES`: what is traded, and who works there; says it as JSON.

Two sellers who can be paid out: each with so many goods of so many units, one sold as that many
codes and one as a file; a person at each desk, one of the market's staff, and buyers with an
account, with points and with credit.
"""

import json
import secrets
from io import BytesIO
from uuid import UUID

from tijara.domains.accounts.actions import create_account
from tijara.domains.accounts.shapes import StaffRole
from tijara.domains.catalogue.actions import arrange_options, import_products
from tijara.domains.catalogue.queries import edited_product
from tijara.domains.catalogue.shapes import Option, OptionValue, ProductKind
from tijara.domains.inventory.actions import add_codes, add_stock_file
from tijara.domains.loyalty.actions import grant_points
from tijara.domains.loyalty.shapes import PointsGrantDraft
from tijara.domains.markets.queries import market_by_id
from tijara.domains.offers.actions import offer_variants
from tijara.domains.offers.queries import own_offers
from tijara.domains.offers.shapes import VariantTerms
from tijara.domains.parties.actions import add_member, open_customer
from tijara.domains.parties.shapes import SellerTerms
from tijara.domains.settlements.queries import bank_accounts
from tijara.domains.wallet.actions import grant_credit
from tijara.domains.wallet.shapes import GrantDraft
from tijara.faces.cli.bench.goods import draft_of, offered, sellers_here
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import VISITOR_POWERS

SELLERS, MEMBERS = 2, 6
POINTS, GRANTS = 1000, 5
"""So many at one time are what one of the demonstration's staff gives alone."""
CREDIT_MINOR = 10_000
SIZES = {"صغيرة": 15_000, "كبيرة": 23_500}
PAPER = b"%PDF-1.4\n% a book\n%%EOF\n"


def run(count: str, units: str, codes: str) -> None:
    sellers = sellers_here()
    paid_out = bank_accounts([one.id for one in sellers])
    chosen = [one for one in sellers if one.id in paid_out][:SELLERS]
    told = {
        "shelf": [one for seller in chosen for one in _shelf(seller, int(count), int(units))],
        "codes": [_sold_as_codes(seller, int(codes)) for seller in chosen],
        "files": [_sold_as_file(seller) for seller in chosen],
        "desks": {str(seller.id): _person(seller.id) for seller in chosen},
        "staff": _person(),
        "approver": _person(),
        "market": market_by_id(chosen[0].market_id).slug,
        "pairs": [_pair(seller, int(units)) for seller in chosen],
        "members": [_member(chosen[0].market_id) for _ in range(MEMBERS)],
    }
    say(json.dumps(told))


def _shelf(seller: SellerTerms, count: int, units: int) -> list[dict]:
    drafts = [draft_of(f"{new_id()}") for _ in range(count)]
    laid = import_products(actor=SYSTEM, drafts=drafts)
    return [offered(one.product_id, one.variant_id, seller, units) for one in laid]


def _pair(seller: SellerTerms, units: int) -> list[dict]:
    """A product in two sizes, at two prices."""
    (one,) = import_products(actor=SYSTEM, drafts=[draft_of(f"{new_id()}")])
    product = edited_product(one.product_id)
    sizes = tuple(OptionValue("", size) for size in SIZES)
    arrange_options(
        actor=SYSTEM,
        seller_id=None,
        product_id=one.product_id,
        options=[Option("", "المقاس", "Size", "Taille", sizes)],
        version=product.version if product else 0,
    )
    made = edited_product(one.product_id)
    currency = market_by_id(seller.market_id).currency
    offer_variants(
        actor=SYSTEM,
        seller_id=seller.id,
        product_id=one.product_id,
        condition="new",
        terms=[
            VariantTerms(each.details.id, Money(price, currency), units=units)
            for each, price in zip(made.active if made else (), SIZES.values(), strict=True)
        ],
        key=new_id(),
    )
    return [
        {
            "seller_id": str(seller.id),
            "offer_id": str(offer.id),
            "price_minor": offer.price.minor,
            "variant_id": str(offer.variant_id),
        }
        for offer in own_offers(seller.id, one.product_id)
    ]


def _sold_as_codes(seller: SellerTerms, number: int) -> dict:
    laid = _digital(seller)
    codes = [f"CODE-{new_id().hex.upper()}" for _ in range(number)]
    add_codes(actor=SYSTEM, **_stock(laid), text="\n".join(codes))
    return laid


def _sold_as_file(seller: SellerTerms) -> dict:
    laid = _digital(seller)
    add_stock_file(actor=SYSTEM, **_stock(laid), content=BytesIO(PAPER), name="book")
    return laid


def _digital(seller: SellerTerms) -> dict:
    (one,) = import_products(actor=SYSTEM, drafts=[draft_of(f"{new_id()}", ProductKind.DIGITAL)])
    return offered(one.product_id, one.variant_id, seller, 1)


def _stock(laid: dict) -> dict[str, UUID]:
    return {"seller_id": UUID(laid["seller_id"]), "stock_id": UUID(laid["stock_id"])}


def _member(market_id: UUID) -> dict[str, str]:
    """A buyer with an account, with points and with something in his wallet."""
    person_id, signs_in = _account()
    visiting = Actor(ActorKind.BUYER, person_id, powers=VISITOR_POWERS)
    given = {"actor": SYSTEM, "buyer_id": open_customer(actor=visiting), "market_id": market_id}
    points = PointsGrantDraft(POINTS, "campaign")
    for _ in range(GRANTS):
        grant_points(**given, grant_id=new_id(), draft=points)
    credit = GrantDraft(Money(CREDIT_MINOR, market_by_id(market_id).currency), "late")
    grant_credit(**given, grant_id=new_id(), draft=credit)
    return signs_in


def _person(seller_id: UUID | None = None) -> dict[str, str]:
    """Somebody of the seller's, or else of the market's staff; how he signs in."""
    person_id, signs_in = _account(None if seller_id else StaffRole.ADMIN)
    if seller_id:
        add_member(actor=SYSTEM, person_id=person_id, seller_id=seller_id)
    return signs_in


def _account(role: StaffRole | None = None) -> tuple[UUID, dict[str, str]]:
    email, password = f"{new_id()}@bench.example", secrets.token_urlsafe(20)
    person_id = create_account(
        actor=SYSTEM, email=email, name="التجربة", password=password, staff_role=role
    )
    return person_id, {"email": email, "password": password}
