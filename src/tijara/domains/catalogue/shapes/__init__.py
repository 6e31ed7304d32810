"""Shapes of the shared catalogue."""

from .desks import (
    BrandRow,
    EditedProduct,
    EditedVariant,
    PictureLine,
    ProductRow,
    ProductSheet,
    VariantDetails,
)
from .imports import ImportedProduct, ImportedVariant, ProductDraft, VariantDraft
from .products import (
    Option,
    OptionValue,
    PictureCard,
    PictureState,
    ProductFacts,
    ProductKind,
    ProductName,
    ProductPage,
    VariantCard,
    VariantNames,
)
from .tree import (
    AttributeCard,
    AttributeDraft,
    AttributeType,
    CategoryNode,
    Choice,
    FacetValue,
    SpecLine,
)

__all__ = [
    "AttributeCard",
    "AttributeDraft",
    "AttributeType",
    "BrandRow",
    "CategoryNode",
    "Choice",
    "EditedProduct",
    "EditedVariant",
    "FacetValue",
    "ImportedProduct",
    "ImportedVariant",
    "Option",
    "OptionValue",
    "PictureCard",
    "PictureLine",
    "PictureState",
    "ProductDraft",
    "ProductFacts",
    "ProductKind",
    "ProductName",
    "ProductPage",
    "ProductRow",
    "ProductSheet",
    "SpecLine",
    "VariantCard",
    "VariantDetails",
    "VariantDraft",
    "VariantNames",
]
