"""Which fields of the house take words that somebody typed, and which can't."""

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from psycopg.sql import SQL, Identifier

TEXT = (models.CharField, models.TextField, models.JSONField, ArrayField)
TAKEN = SQL("SELECT EXISTS (SELECT 1 FROM {} WHERE {}::text ~* '(<|&lt;)xss')")
OURS = """
    account_user.language account_user.staff_role account_user.wish audit_entry.action
    audit_entry.actor_kind audit_entry.facts audit_proof_run.results catalogue_attribute.type
    catalogue_category.picture catalogue_picture.state catalogue_product.kind
    catalogue_product.picture catalogue_variant.picture checkout.outcomes checkout.payment_method
    checkout.state
    fulfilment_shipment.currency fulfilment_shipment.kind fulfilment_shipment.outcome
    fulfilment_shipment.reason geography_place.country geography_place.level idempotency_key.action
    inventory_file.kind inventory_movement.kind inventory_stock.kind invoicing_invoice.currency
    invoicing_invoice.kind invoicing_series.kind ledger_journal.currency ledger_journal.kind
    ledger_posting.credit ledger_posting.debit ledger_sum.account ledger_sum.currency
    ledger_moved_bucket.currency ledger_moved_bucket.kind
    market.cash_code market.country market.currency
    market.abroad market.languages market.payment_methods market.phone_means market.trade_model
    messaging_message.channel messaging_message.kind messaging_message.language
    messaging_message.means offer.condition offer.currency offer_import_change.fate
    offer_import_column.field offer_import_row.fault offer_import_run.choices
    offer_import_run.encoding offer_import_run.problem offer_import_run.separator
    offer_import_run.state orders_line.kind orders_line.picture orders_move.actor_kind
    orders_move.after orders_move.before orders_move.reason orders_order.currency
    orders_order.delivery_service orders_order.language orders_order.payment_method
    orders_order.state orders_sales_bucket.currency clearing_waiting.currency
    clearing_waiting.number outbox_event.name outbox_reaction.reaction party_customer.kind
    party_invitation.role party_membership.role party_saved_address.country party_seller.kind
    payments_attempt.gateway payments_attempt.reason payments_attempt.state
    payments_charge.currency payments_charge.language payments_charge.method payments_charge.state
    payments_notice.gateway payments_notice.kind payments_notice.note payments_notice.state
    payments_receipt.reason payments_receipt.state payments_refund.currency payments_refund.method
    payments_refund.reason payments_refund.state returns_owed.cause returns_owed.currency
    returns_owed.method returns_owed.reason search_document.currency search_document.picture
    shipping_market_service.code shipping_seller_service.code store.city store_application.city
    store_application.kind shipping_market_zone.place shipping_seller_zone.place
    shipping_seller_country.country
    search_shelf_count.place installation.done installation.put_off installation.selling
    payments_gateway_keys.gateway webhooks_attempt.fault webhooks_delivery.event_name
    webhooks_delivery.fault webhooks_delivery.state webhooks_endpoint.off_why
    webhooks_endpoint.types desks_text.of_act desks_view.of_list desks_view.columns deals_deal.state
    deals_move.actor_kind deals_move.after deals_move.before deals_move.reason
    ledger_purse.currency returns_return.reason returns_return.state returns_return.wish
    returns_move.actor_kind returns_move.after returns_move.before returns_move.reason
    returns_word.actor_kind returns_photo.actor_kind deals_word.actor_kind deals_dispute.reason
    deals_photo.actor_kind deals_process.kind cash_parcel.state cash_parcel.currency
    cash_move.actor_kind cash_move.after
    cash_move.before cash_move.reason cash_claim.reason cash_claim.state cash_remittance.currency
    cash_remittance_line.fault cash_remittance_line.verdict cash_terms_band.place
    cash_terms_band.service cash_terms_block.reason cash_terms_block.appeal
    cash_terms_block.answer_language fulfilment_attempt.reason catalogue_category.tax_class
    catalogue_category.goods_kind
    catalogue_product.tax_class invoicing_commission.currency invoicing_commission.kind
    invoicing_commission_series.kind invoicing_filing.authority invoicing_filing.ending
    invoicing_filing.said
    invoicing_filing.state invoicing_unit.authority invoicing_unit.state invoicing_unit.trouble
    orders_line.tax_category orders_line.tax_class orders_order.delivery_category
    orders_order.fee_category settlements_run.currency settlements_run.state
    settlements_transfer.currency settlements_transfer.state content_shelf.source cases_case.kind
    reviews_review.state reviews_review.reason reviews_report.reason
    cases_case.reason cases_case.state cases_report.reason cases_step.step pricing_list.audience
    flash_sale.state flash_sale.audience flash_item.currency flash_place.state
    flash_place.payment_method search_generation.engine
    promotions_promotion.state promotions_claim.state promotions_use.currency
    payments_charge.purpose returns_goodwill.currency wallet.currency wallet_move.kind
    wallet_hold.state wallet_grant.currency wallet_grant.reason wallet_grant.state
    wallet_gift_card.currency wallet_gift_card.design wallet_gift_card.language
    wallet_gift_card.state books_book.side books_book.currency books_entry.side
    books_entry.currency books_entry.kind books_entry.source books_line.side books_line.currency
    books_line.account books_month.side books_month.currency books_month.account books_close.side
    books_close.currency books_export.side books_export.currency books_export.report
    books_export.language privacy_copy.language inventory_cost_move.kind settlements_demand.currency
    settlements_demand.state settlements_repayment.currency settlements_reserve_part.currency
    settlements_reserve_part.kind clearing_report.currency clearing_report.gateway
    clearing_form.gateway
    clearing_line.gateway clearing_line.kind clearing_line.fault clearing_line.verdict
    clearing_line.ending clearing_share.currency commissions_rule.limits_for loyalty_move.kind
    loyalty_earning.state loyalty_grant.reason loyalty_grant.state loyalty_rate.of groups_group.rule
    groups_member.by
    cash_terms_deposit.place orders_order.ahead_method returns_owed.ahead_method
    returns_owed.banked returns_return.pay_with returns_return.carriage_payer
    returns_return.carriage_end returns_carriage_terms.unwanted returns_carriage_terms.fault
    returns_carriage_terms.warranty returns_carriage_band.place cash_deposit.currency
    invoicing_debit_claim.currency invoicing_debit_claim.state invoicing_debit_claim.method
    fulfilment_loss.claimant fulfilment_loss.currency fulfilment_loss.state
    search_wording.language search_steer.kind search_steer.aim search_saved.language
    search_saved.rhythm awaiting_wait.language cash_claim_letter.currency
"""
"""One of a list that we wrote."""
MADE = """
    account_one_time_code.digest account_one_time_code.key account_sign_in_tries.key
    account_user.password audit_entry.hash audit_entry.previous audit_head.hash
    catalogue_attribute.code catalogue_brand.key catalogue_category.path catalogue_picture.name
    content_banner.picture content_shelf.picture content_shelf.products
    catalogue_product.folded catalogue_product.slug
    catalogue_variant.choice geography_place.code geography_place.parent inventory_code.mark
    inventory_code.sealed invoicing_invoice.number invoicing_invoice.qr ledger_journal.reference
    messaging_message.key messaging_message.stop_at offer_import_run.fingerprint
    orders_order.number outbox_event.body
    payments_attempt.page payments_charge.parts payments_charge.reference payments_notice.digest
    payments_refund.number payments_refund.once returns_owed.reference search_document.brand
    search_document.category_path search_document.facets search_document.sellers
    inventory_file.name search_document.slug search_document.text search_shelf_count.counts
    search_word.word search_missed.text search_missed.shown search_synonym.typed
    search_word.keys search_wording.text search_wording.marks search_wording.departments
    search_wording.sellers search_choice.text search_choice.marks search_alias.text
    search_steer.text search_saved.known search_saved.path search_saved.category_path
    settlements_bank_account.iban_sealed settlements_bank_account.masked
    settlements_payout.currency settlements_payout.masked offer_import_column.name
    invoicing_print.last_error messaging_message.last_error outbox_event.last_error
    payments_attempt.last_error payments_refund.last_error inventory_code.last
    installation.key_digest market.logo store.cover store.logo payments_gateway_keys.sealed
    webhooks_delivery.body webhooks_endpoint.old_secret webhooks_endpoint.secret desks_view.query
    cash_carrier.key cash_deposit.number cash_parcel.number cash_parcel.number_key
    cash_parcel.waybill cash_claim_letter.number
    cash_claim_letter.parcels
    cash_remittance.file_hash cash_remittance_line.mark cash_remittance_line.waybill
    cash_terms_block.mark cash_terms_block.tail cash_terms_block.answer_sealed
    invoicing_commission.content invoicing_commission.number invoicing_filing.before
    invoicing_filing.document invoicing_filing.hash invoicing_filing.last_error invoicing_filing.qr
    invoicing_held.order_number invoicing_held.remarks
    invoicing_held_commission.remarks invoicing_unit.last_hash
    invoicing_unit.sealed settlements_run.code settlements_transfer.iban_sealed
    settlements_transfer.masked deals_process.body promotions_code.key promotions_claim.person
    flash_place.phone_key flash_place.address_key flash_place.number flash_share.key
    flash_place.order flash_place.intent flash_place.city flash_audit.digest flash_audit.figures
    wallet_move.reference wallet_move.number wallet_gift_card.last wallet_gift_card.mark
    wallet_gift_card.sealed books_close.figures books_close.digest books_export.page
    reviews_review.pictures reviews_review.shown_name reviews_product_rating.sellers
    checkout_ordered_by_phone.seller_ids
    settlements_demand.code clearing_line.mark clearing_report.file_hash loyalty_move.reference
    loyalty_move.number loyalty_earning.number loyalty_earning.lines
"""
"""Made by us: keys, numbers, digests, what is folded or sealed, what failed."""
CHECKED = """
    account_user.phone catalogue_variant.gtin checkout_confirmed_phone.phone market.bank_iban
    market.invoice_prefix market.slug orders_order.phone party_customer.vat_number
    party_seller.registration_number party_seller.vat_number store.slug
    store_application.registration_number store_application.vat_number market.accent store.accent
    content_banner.link content_shelf.place fulfilment_door.wished_phone settlements_run.iban
    pricing_member.vat_number promotions_promotion.code promotions_promotion.terms
    wallet_gift_card.to_email search_steer.target awaiting_wait.email cash_carrier.claims_to
    cash_claim_letter.sent_to
"""
"""Taken only where it has the form of its kind: a phone, a tax number, a colour, a part of an
address."""
VENDORS = """
    payments_attempt.gateway_id payments_attempt.payment_id payments_notice.gateway_id
    catalogue_product.attributes shipping_market_service.place clearing_line.reference
    clearing_line.moment
"""
OPERATORS = "catalogue_product.source"
"""Told at the terminal alone, by whoever runs the market and imports a file, or by a column of it:
of what a seller uploads no column is asked for it."""
ENROLLED = """
    invoicing_filing.errors invoicing_filing.warnings invoicing_filing.mark
    invoicing_unit.facts invoicing_unit.fields
"""
"""Told by a tax authority, or to it: the market of the tests has none. tests/filings has."""
NOT_WORDS = frozenset((OURS + MADE + CHECKED + VENDORS + OPERATORS + ENROLLED).split())


def fields() -> set[str]:
    """Each column of text of our tables, as "table.column"."""
    return {
        f"{model._meta.db_table}.{field.column}"
        for model in apps.get_models()
        if model.__module__.startswith("tijara")
        for field in model._meta.concrete_fields
        if isinstance(field, TEXT)
    }


def fields_with_harm() -> set[str]:
    return {field for field in fields() if _has_harm(*field.split("."))}


def _has_harm(table: str, column: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(TAKEN.format(Identifier(table), Identifier(column)))
        return cursor.fetchone()[0]
