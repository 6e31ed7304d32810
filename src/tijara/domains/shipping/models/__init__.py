from .market_service import MarketService
from .market_zone import MarketZone
from .seller_country import SellerCountry
from .seller_service import SellerService
from .seller_zone import SellerZone

__all__ = ["MarketService", "MarketZone", "SellerCountry", "SellerService", "SellerZone"]
