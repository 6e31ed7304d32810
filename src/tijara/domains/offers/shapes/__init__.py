"""What sellers offer, and the imports that bring it."""

from .imports import (
    ChangeFate,
    ImportChoices,
    ImportPreview,
    ImportReport,
    ImportRunView,
    ImportState,
    KeptChange,
    PreviewColumn,
    PreviewFamily,
    RejectedRow,
)
from .offers import OfferCard, OfferDraft, OfferKey, OfferRow, OnSale, PutOffer, VariantTerms

__all__ = [
    "ChangeFate",
    "ImportChoices",
    "ImportPreview",
    "ImportReport",
    "ImportRunView",
    "ImportState",
    "KeptChange",
    "OfferCard",
    "OfferDraft",
    "OfferKey",
    "OfferRow",
    "OnSale",
    "PreviewColumn",
    "PreviewFamily",
    "PutOffer",
    "RejectedRow",
    "VariantTerms",
]
