from .put_up_banner import BannerInvalid, BannerUnknown, TooManyBanners, put_up_banner
from .take_down_banner import take_down_banner

__all__ = [
    "BannerInvalid",
    "BannerUnknown",
    "TooManyBanners",
    "put_up_banner",
    "take_down_banner",
]
