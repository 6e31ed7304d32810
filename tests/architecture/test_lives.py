"""Whatever has a state lives by a process that is proved, and a statement writes no other state."""

import re

from django.apps import apps

from tijara.platform.process.loading import loaded
from tools.house import House

LIVES = {
    "cases_case": "cases.case",
    "cash_claim": "cash.claim",
    "cash_parcel": "cash.parcel",
    "catalogue_picture": "catalogue.picture",
    "checkout": "checkout.checkout",
    "deals_deal": "deals.deal",
    "flash_place": "flash_sales.place",
    "flash_sale": "flash_sales.sale",
    "fulfilment_loss": "fulfilment.loss",
    "invoicing_debit_claim": "invoicing.debit",
    "invoicing_filing": "invoicing.filing",
    "invoicing_unit": "invoicing.unit",
    "loyalty_earning": "loyalty.earning",
    "loyalty_grant": "balances.grant",
    "offer_import_run": "offers.import",
    "orders_order": "orders.order",
    "payments_attempt": "payments.attempt",
    "payments_charge": "payments.charge",
    "payments_notice": "payments.notice",
    "payments_receipt": "payments.receipt",
    "payments_refund": "payments.refund",
    "promotions_claim": "promotions.claim",
    "promotions_promotion": "promotions.promotion",
    "returns_return": "returns.return",
    "reviews_review": "reviews.review",
    "settlements_demand": "settlements.demand",
    "settlements_run": "settlements.run",
    "settlements_transfer": "settlements.transfer",
    "wallet_gift_card": "wallet.gift_card",
    "wallet_grant": "balances.grant",
    "wallet_hold": "wallet.hold",
    "webhooks_delivery": "webhooks.delivery",
}
"""By which process the rows of a table live."""
WRITTEN = re.compile(r"UPDATE (\w+)(?: \w)? SET state = '(\w+)'")


def test_every_table_with_a_state_names_its_process():
    with_state = {
        model._meta.db_table
        for model in apps.get_models()
        if any(field.name == "state" for field in model._meta.get_fields())
    }
    assert set(LIVES) == with_state
    assert {name for name in LIVES.values()} <= {one.name for one in loaded()}


def test_statements_write_states_that_their_process_leads_to():
    led_to = {one.name: {str(move.after) for move in one.moves} for one in loaded()}
    found = [
        (str(source.path), table, state)
        for source in House().python()
        if not source.is_test
        for table, state in WRITTEN.findall(source.text)
    ]
    assert {table for _, table, _ in found} >= {"flash_place", "promotions_claim"}
    assert [one for one in found if one[2] not in led_to[LIVES[one[1]]]] == []
