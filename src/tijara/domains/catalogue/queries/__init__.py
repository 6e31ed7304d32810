"""Reads of the shared catalogue: the tree, product pages, names for other domains, desks."""

from .desks import (
    all_brand_names,
    brand_names,
    brands,
    edited_product,
    find_products,
    products_with_gtin,
)
from .names import (
    facet_values,
    ids_at,
    names_of,
    product_facts,
    variant_names,
    variants,
    variants_with_skus,
    words_of,
)
from .pages import product_page
from .tree import (
    after_sale,
    attributes,
    categories,
    category,
    category_attributes,
    departments,
    forget_categories,
)

__all__ = [
    "after_sale",
    "all_brand_names",
    "attributes",
    "brand_names",
    "brands",
    "categories",
    "departments",
    "category",
    "category_attributes",
    "edited_product",
    "facet_values",
    "find_products",
    "ids_at",
    "forget_categories",
    "names_of",
    "words_of",
    "product_facts",
    "product_page",
    "products_with_gtin",
    "variant_names",
    "variants",
    "variants_with_skus",
]
