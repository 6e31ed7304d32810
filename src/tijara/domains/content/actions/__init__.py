from .move_shelf import move_shelf
from .pick_product import ProductUnknown, ShelfFull, pick_product
from .put_product_back import put_product_back
from .put_up_banner import BannerInvalid, BannerUnknown, TooManyBanners, put_up_banner
from .put_up_shelf import ShelfInvalid, ShelfUnknown, TooManyShelves, put_up_shelf
from .take_down_banner import take_down_banner
from .take_down_shelf import LastShelf, take_down_shelf

__all__ = [
    "BannerInvalid",
    "BannerUnknown",
    "LastShelf",
    "ProductUnknown",
    "ShelfFull",
    "ShelfInvalid",
    "ShelfUnknown",
    "TooManyBanners",
    "TooManyShelves",
    "move_shelf",
    "pick_product",
    "put_product_back",
    "put_up_banner",
    "put_up_shelf",
    "take_down_banner",
    "take_down_shelf",
]
