"""What can be done to deals."""

from .perform_deal import perform_deal
from .settle_deals import settle_deals
from .take_back_deal import take_back_deal

__all__ = ["perform_deal", "settle_deals", "take_back_deal"]
