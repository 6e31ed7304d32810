from .attributes import (
    ValueWrong,
    choices_fault,
    read_value,
    settle_choices,
    spec_line,
    value_keys,
)
from .families import FamilyPlan, PlannedVariant, StandingVariant, plan_family
from .options import (
    clean_options,
    combinations,
    labels,
    looks_alike,
    options_fault,
    read_gtin,
    settle_keys,
)
from .stored import read_choices, read_options, stored_choices, stored_options
from .taxes import is_tax_class
from .tree import Node, Tree, brand_key, product_slug

__all__ = [
    "FamilyPlan",
    "Node",
    "PlannedVariant",
    "StandingVariant",
    "Tree",
    "ValueWrong",
    "brand_key",
    "choices_fault",
    "clean_options",
    "combinations",
    "is_tax_class",
    "labels",
    "looks_alike",
    "options_fault",
    "plan_family",
    "product_slug",
    "read_choices",
    "read_gtin",
    "read_options",
    "read_value",
    "settle_choices",
    "settle_keys",
    "spec_line",
    "stored_choices",
    "stored_options",
    "value_keys",
]
