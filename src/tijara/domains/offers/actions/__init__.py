from .change_price import OfferChangedMeanwhile, OfferUnknown, PriceInvalid, change_price
from .import_catalogue import (
    ColumnsUnclear,
    FileUnreadable,
    ImporterUnknown,
    import_catalogue,
)
from .offer_variants import NotForSale, TermsInvalid, offer_variants
from .pause_offer import pause_offer
from .put_offers import OffersInvalid, put_offers
from .resume_offer import resume_offer

__all__ = [
    "ColumnsUnclear",
    "FileUnreadable",
    "ImporterUnknown",
    "NotForSale",
    "OfferChangedMeanwhile",
    "OfferUnknown",
    "OffersInvalid",
    "PriceInvalid",
    "TermsInvalid",
    "change_price",
    "import_catalogue",
    "offer_variants",
    "pause_offer",
    "put_offers",
    "resume_offer",
]
