from .price import Price
from .price_list import PriceList
from .price_member import PriceMember
from .shown_price import ShownPriceRow

__all__ = ["Price", "PriceList", "PriceMember", "ShownPriceRow"]
