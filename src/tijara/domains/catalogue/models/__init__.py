from .attribute import Attribute
from .brand import Brand
from .category import Category
from .picture import Picture
from .product import Product
from .variant import Variant

__all__ = ["Attribute", "Brand", "Category", "Picture", "Product", "Variant"]
