"""The demonstration's products that are chosen by options: their variants, and offers on each."""

from uuid import UUID

from tijara.domains.catalogue.actions import arrange_options, describe_variants
from tijara.domains.catalogue.queries import edited_product
from tijara.domains.catalogue.shapes import EditedProduct, Option, OptionValue, VariantDetails
from tijara.domains.offers.actions import offer_variants
from tijara.domains.offers.queries import own_offers
from tijara.domains.offers.shapes import OfferKey, VariantTerms
from tijara.kit.actor import SYSTEM

from . import content


def is_varied(told: dict) -> bool:
    return "options" in told


def arrange_variants(told: dict, product_id: UUID) -> None:
    """Unless they are there already."""
    product = edited_product(product_id)
    if product is None or product.options:
        return
    options = [
        Option("", *one["name"], tuple(OptionValue("", *value[:4]) for value in one["values"]))
        for one in told["options"]
    ]
    which = {"actor": SYSTEM, "seller_id": None, "product_id": product_id}
    arrange_options(**which, options=options, version=product.version)
    made = edited_product(product_id)
    details = [
        VariantDetails(
            one.details.id,
            sku=f"{told['key'].upper()}-{place}",
            weight_grams=told["weight_grams"],
            is_active=one.label_en not in told.get("never", ()),
        )
        for place, one in enumerate(made.active if made else (), 1)
    ]
    describe_variants(**which, variants=details)


def pictures_of_values(told: dict) -> list[tuple[str, str, str]]:
    """(picture, value in Arabic, in English) of the values that look different."""
    return [
        (value[4], value[0], value[1])
        for one in told["options"]
        for value in one["values"]
        if value[4]
    ]


def offer_variants_of(told: dict, product_id: UUID) -> dict[str, OfferKey]:
    """Each variant at its price; those that are gone with nothing on the shelf. They are called
    "thermos-diyafa:Green, 1 L" by who orders them."""
    seller_id = content.id_of("seller", told["store"])
    product = edited_product(product_id)
    if product is None:
        return {}
    if not own_offers(seller_id, product_id):
        _offer(told, seller_id, product)
    known = {one.variant_id: one.id for one in own_offers(seller_id, product_id)}
    return {
        f"{told['key']}:{one.label_en}": OfferKey(seller_id, known[one.details.id])
        for one in product.active
    }


def _offer(told: dict, seller_id: UUID, product: EditedProduct) -> None:
    offer_variants(
        actor=SYSTEM,
        seller_id=seller_id,
        product_id=product.id,
        condition="new",
        terms=[
            VariantTerms(
                one.details.id,
                content.price(told.get("prices", {}).get(one.label_en, told["price"])),
                units=0 if one.label_en in told.get("gone", ()) else told["units"],
                handling_days=content.handling_days(told["store"]),
            )
            for one in product.active
        ],
        key=content.id_of("variants", told["key"]),
    )
