"""Makers for tests."""

from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

from .actions import import_products
from .queries import forget_categories
from .shapes import ImportedProduct, ProductDraft


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
