from .add_picture import PictureNotAccepted, TooManyPictures, add_picture
from .arrange_category import CategoryInvalid, arrange_category
from .arrange_options import OptionsInvalid, arrange_options
from .arrange_pictures import arrange_pictures
from .define_attribute import AttributeInvalid, define_attribute
from .describe_products import describe_products
from .describe_variants import VariantsInvalid, describe_variants
from .drop_attribute import drop_attribute
from .grant_after_sale import AfterSaleInvalid, grant_after_sale
from .hang_pictures import hang_pictures
from .import_products import DraftsInvalid, import_products
from .make_pictures import make_pictures
from .merge_brands import BrandUnknown, merge_brands
from .publish_product import ProductBarred, ProductNotReady, publish_product
from .publish_products import publish_products
from .put_variants import put_variants
from .remove_picture import remove_picture
from .save_product import (
    ProductChangedMeanwhile,
    ProductInvalid,
    ProductUnknown,
    save_product,
)
from .sell_variants import sell_variants
from .show_pictures import show_pictures
from .tax_department import TaxClassUnknown, tax_department

__all__ = [
    "AfterSaleInvalid",
    "grant_after_sale",
    "AttributeInvalid",
    "BrandUnknown",
    "CategoryInvalid",
    "DraftsInvalid",
    "OptionsInvalid",
    "PictureNotAccepted",
    "ProductBarred",
    "ProductChangedMeanwhile",
    "ProductInvalid",
    "ProductNotReady",
    "ProductUnknown",
    "TaxClassUnknown",
    "TooManyPictures",
    "VariantsInvalid",
    "add_picture",
    "arrange_category",
    "arrange_options",
    "arrange_pictures",
    "define_attribute",
    "describe_products",
    "describe_variants",
    "drop_attribute",
    "hang_pictures",
    "import_products",
    "make_pictures",
    "merge_brands",
    "publish_product",
    "publish_products",
    "put_variants",
    "remove_picture",
    "save_product",
    "sell_variants",
    "show_pictures",
    "tax_department",
]
