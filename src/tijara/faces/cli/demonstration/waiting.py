"""What waits for somebody's answer: people who would like to sell, goods not yet published."""

from datetime import timedelta
from uuid import UUID

from tijara.domains.accounts.actions import create_account
from tijara.domains.accounts.queries import account_by_recipient
from tijara.domains.cases.actions import report_product
from tijara.domains.catalogue.actions import hang_pictures, save_product
from tijara.domains.catalogue.queries import category, edited_product, find_products
from tijara.domains.catalogue.shapes import ProductSheet
from tijara.domains.markets.queries import market
from tijara.domains.parties.shapes import LegalIdentity
from tijara.domains.stores.actions import apply_to_sell, reject_application
from tijara.domains.stores.queries import application_of
from tijara.domains.stores.shapes import ApplicationDraft
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import going_from, now
from tijara.kit.powers import BUYER_POWERS, Power

from . import content
from .content import in_three


def load_waiting() -> int:
    """How many have come now."""
    told = content.read("waiting")
    for draft in told["draft"]:
        _write(draft)
    for place, report in enumerate(told["report"]):
        _report(place, report)
    return sum(_apply(applicant) for applicant in told["applicant"])


def _apply(told: dict) -> bool:
    known = account_by_recipient(told["phone"])
    person_id = known.id if known else _person(told)
    if application_of(person_id):
        return False
    with going_from(now() - timedelta(days=told["days_ago"], hours=3)):
        application_id = apply_to_sell(
            actor=Actor(ActorKind.BUYER, person_id, powers=frozenset({Power.SIGN_IN})),
            market_id=market(content.read("market")["market"]["slug"]).id,
            draft=ApplicationDraft(
                store_name=told["store"],
                city=told["city"],
                identity=LegalIdentity(
                    told["legal_name"],
                    told.get("vat_number", ""),
                    told.get("registration_number", ""),
                    told.get("address", ""),
                ),
                about=told["about"],
            ),
        )
        if "refused" in told:
            reject_application(actor=SYSTEM, application_id=application_id, reason=told["refused"])
    return True


def _report(place: int, told: dict) -> None:
    """By a guest of his own each: loaded twice it is said once."""
    buyer_id = content.id_of("reporter", str(place))
    (row,) = find_products(text=told["sku"], size=1).items
    with going_from(now() - timedelta(days=told["days_ago"], hours=place)):
        report_product(
            actor=Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS),
            buyer_id=buyer_id,
            market_id=market(content.read("market")["market"]["slug"]).id,
            product_id=row.id,
            reason=told["reason"],
            words=told["words"],
        )


def _person(told: dict) -> UUID:
    """Without a password: he comes in by a code."""
    return create_account(actor=SYSTEM, phone=told["phone"], name=told["name"])


def _write(told: dict) -> None:
    product_id = content.id_of("draft", told["key"])
    home = category(told["category"])
    if home is None or edited_product(product_id):
        return
    save_product(
        actor=SYSTEM,
        seller_id=content.id_of("seller", told["store"]),
        product_id=product_id,
        sheet=ProductSheet(
            category_id=home.id,
            **in_three("name", told["name"]),
            **in_three("about", told["about"]),
        ),
        version=0,
    )
    shown = (told["picture"], told["name"][0], told["name"][1])
    hang_pictures(actor=SYSTEM, pictures={product_id: [shown]})
