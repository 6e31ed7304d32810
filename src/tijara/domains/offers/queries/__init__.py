"""Reads: offers with their free stock; a seller's own shelf; imports of a seller's files."""

from .imports import (
    fault_counts,
    import_preview,
    import_run,
    import_runs,
    kept_changes,
    learned_columns,
    rejected_rows,
    undo_counts,
)
from .offers import (
    best_first,
    faults_in_offers,
    offers,
    offers_of_product,
    offers_of_products,
    on_sale,
    products_of_seller,
    variants_of_seller,
)
from .shelf import offers_by_sku, offers_on_shelf, own_offers, seller_offers

__all__ = [
    "best_first",
    "fault_counts",
    "faults_in_offers",
    "import_preview",
    "import_run",
    "import_runs",
    "kept_changes",
    "learned_columns",
    "offers",
    "offers_by_sku",
    "offers_of_product",
    "offers_of_products",
    "offers_on_shelf",
    "on_sale",
    "own_offers",
    "products_of_seller",
    "rejected_rows",
    "seller_offers",
    "undo_counts",
    "variants_of_seller",
]
