from .index_products import index_products
from .record_sale import record_sale

__all__ = ["index_products", "record_sale"]
