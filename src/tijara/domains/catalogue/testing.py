"""Makers for tests."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import SELLER_POWERS

from .actions import import_products, save_product
from .queries import categories, forget_categories
from .shapes import ImportedProduct, ProductDraft, ProductSheet


def make_product(**told) -> ImportedProduct:
    """A brass dallah in "coffee-and-hosting/dallahs", or what is told of it."""
    forget_categories()
    plain = {
        "source": "test",
        "source_key": str(new_id()),
        "name_ar": "دلّة نحاسية مطروقة باليد، 1.2 لتر",
        "name_en": "Hand-hammered brass dallah, 1.2 L",
        "category_path_ar": ("القهوة والضيافة", "دلال"),
        "category_path_en": ("Coffee and hosting", "Dallahs"),
        "picture": "dallah-brass",
    }
    return import_products(actor=SYSTEM, drafts=[ProductDraft(**(plain | told))])[0]


def make_draft(seller_id: UUID, name_ar: str = "شال") -> UUID:
    """A product that a seller has brought and not yet published, in the category of `make_product`;
    its first version is 1."""
    make_product()
    product_id = new_id()
    save_product(
        actor=Actor(ActorKind.SELLER, new_id(), seller_id, SELLER_POWERS),
        seller_id=seller_id,
        product_id=product_id,
        sheet=ProductSheet(name_ar, categories()[-1].id),
        version=0,
    )
    return product_id
