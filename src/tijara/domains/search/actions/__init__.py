from .hide_sold_out import hide_sold_out
from .index_products import index_products
from .lay_own_offers import lay_own_offers
from .record_sale import record_sale
from .recount_shelves import recount_shelves

__all__ = ["hide_sold_out", "index_products", "lay_own_offers", "record_sale", "recount_shelves"]
