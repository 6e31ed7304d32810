"""What can be done to offers, and by importing them."""

from .advance_imports import advance_imports
from .bring_file import TooManyFiles, bring_file
from .change_price import OfferChangedMeanwhile, OfferUnknown, PriceInvalid, change_price
from .check_import import check_import
from .discard_import import discard_import
from .import_catalogue import (
    ColumnsUnclear,
    FileUnreadable,
    ImporterUnknown,
    ImportGoing,
    import_catalogue,
)
from .offer_variants import NotForSale, TermsInvalid, offer_variants
from .pause_offer import pause_offer
from .put_offers import OffersInvalid, put_offers
from .reread_file import ImportMoved, ImportUnknown, reread_file
from .restore_offers import restore_offers
from .resume_offer import resume_offer
from .start_import import start_import
from .sweep_imports import sweep_imports
from .take_rows import take_rows
from .undo_import import NothingToUndo, undo_import

__all__ = [
    "ColumnsUnclear",
    "FileUnreadable",
    "ImportGoing",
    "ImportMoved",
    "ImportUnknown",
    "ImporterUnknown",
    "NotForSale",
    "NothingToUndo",
    "OfferChangedMeanwhile",
    "OfferUnknown",
    "OffersInvalid",
    "PriceInvalid",
    "TooManyFiles",
    "TermsInvalid",
    "advance_imports",
    "bring_file",
    "change_price",
    "check_import",
    "discard_import",
    "import_catalogue",
    "offer_variants",
    "pause_offer",
    "put_offers",
    "reread_file",
    "restore_offers",
    "resume_offer",
    "start_import",
    "sweep_imports",
    "take_rows",
    "undo_import",
]
