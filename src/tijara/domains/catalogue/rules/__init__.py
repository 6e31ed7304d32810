from .attributes import ValueWrong, read_value, spec_line, value_keys
from .tree import Node, Tree, brand_key, product_slug

__all__ = [
    "Node",
    "Tree",
    "ValueWrong",
    "brand_key",
    "product_slug",
    "read_value",
    "spec_line",
    "value_keys",
]
