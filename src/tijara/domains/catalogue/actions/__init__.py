from .arrange_category import CategoryInvalid, arrange_category
from .import_products import DraftsInvalid, import_products
from .publish_products import publish_products

__all__ = [
    "CategoryInvalid",
    "DraftsInvalid",
    "arrange_category",
    "import_products",
    "publish_products",
]
