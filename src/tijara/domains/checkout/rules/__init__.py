"""Pure rules of the checkout: of the basket, of its discounts, and of the orders to place."""

from .abroad import destination_of, out_of_reach, without_cash, without_home_tax
from .baskets import (
    CASH_ORDER,
    CODE_PATIENCE,
    PHONE_TRUST,
    basket_sums,
    checked_company,
    documents_of,
    fee_shares,
    how_taxed,
    mark_of,
    mobile_number,
    opening_of,
    order_key,
    orders_to_place,
    tidied_address,
    without_code,
    without_payment,
)
from .deposits import deposit_way, with_deposits, with_way_to_put_down
from .discounts import (
    basket_for_promotions,
    by_price_list,
    claims_of,
    uses_of,
    with_discounts,
)
from .people import phone_mark, phone_marks

__all__ = [
    "CASH_ORDER",
    "CODE_PATIENCE",
    "PHONE_TRUST",
    "basket_for_promotions",
    "basket_sums",
    "by_price_list",
    "checked_company",
    "claims_of",
    "deposit_way",
    "destination_of",
    "documents_of",
    "fee_shares",
    "how_taxed",
    "mark_of",
    "mobile_number",
    "opening_of",
    "order_key",
    "orders_to_place",
    "out_of_reach",
    "phone_mark",
    "phone_marks",
    "tidied_address",
    "uses_of",
    "with_discounts",
    "with_deposits",
    "with_way_to_put_down",
    "without_cash",
    "without_code",
    "without_home_tax",
    "without_payment",
]
