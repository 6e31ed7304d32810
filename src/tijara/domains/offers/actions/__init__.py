from .change_price import OfferChangedMeanwhile, OfferUnknown, PriceInvalid, change_price
from .import_catalogue import (
    ColumnsUnclear,
    FileUnreadable,
    ImporterUnknown,
    import_catalogue,
)
from .pause_offer import pause_offer
from .put_offers import OffersInvalid, put_offers
from .resume_offer import resume_offer

__all__ = [
    "ColumnsUnclear",
    "FileUnreadable",
    "ImporterUnknown",
    "OfferChangedMeanwhile",
    "OfferUnknown",
    "OffersInvalid",
    "PriceInvalid",
    "change_price",
    "import_catalogue",
    "pause_offer",
    "put_offers",
    "resume_offer",
]
