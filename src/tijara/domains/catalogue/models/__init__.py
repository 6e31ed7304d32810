from .brand import Brand
from .category import Category
from .product import Product
from .variant import Variant

__all__ = ["Brand", "Category", "Product", "Variant"]
