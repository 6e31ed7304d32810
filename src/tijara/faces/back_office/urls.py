"""Addresses of the back office."""

from django.urls import path

from tijara.faces.back_office.books import keeping
from tijara.faces.back_office.lists import LISTS
from tijara.faces.back_office.office import seated
from tijara.faces.back_office.pages.acts import acts
from tijara.faces.back_office.pages.applications import (
    application_approval,
    application_page,
    application_rejection,
    applications_page,
)
from tijara.faces.back_office.pages.audit import audit
from tijara.faces.back_office.pages.banner import banner, banner_new, banner_removal
from tijara.faces.back_office.pages.banners import banners_page
from tijara.faces.back_office.pages.brands import brands_page
from tijara.faces.back_office.pages.cash import cash, cash_claim, cash_parcel
from tijara.faces.back_office.pages.cash_claims import cash_claims, cash_decision, cash_proposal
from tijara.faces.back_office.pages.cash_lists import (
    cash_carrier,
    cash_line,
    cash_list,
    cash_list_booking,
    cash_list_columns,
    cash_list_disposal,
    cash_lists,
)
from tijara.faces.back_office.pages.cash_phones import cash_phone, cash_phones
from tijara.faces.back_office.pages.catalogue import catalogue
from tijara.faces.back_office.pages.catalogue_product import catalogue_product
from tijara.faces.back_office.pages.categories import categories_page
from tijara.faces.back_office.pages.category import category_page
from tijara.faces.back_office.pages.events import event, event_retry, events
from tijara.faces.back_office.pages.filings import (
    filing,
    filing_correction,
    filing_document,
    filing_retry,
    filings,
)
from tijara.faces.back_office.pages.find import find
from tijara.faces.back_office.pages.first_steps import first_steps
from tijara.faces.back_office.pages.gateway import gateway, gateway_withdrawal
from tijara.faces.back_office.pages.health import health
from tijara.faces.back_office.pages.invoices import invoice, invoice_pdf, invoices
from tijara.faces.back_office.pages.jobs import job_retry, jobs, task_run
from tijara.faces.back_office.pages.journal import journal, journal_file
from tijara.faces.back_office.pages.market import market_opening, market_page
from tijara.faces.back_office.pages.market_cash import (
    market_cash,
    market_cash_band,
    market_cash_band_removal,
)
from tijara.faces.back_office.pages.market_delivery import (
    market_delivery_page,
    market_way,
    market_zone,
    market_zone_removal,
)
from tijara.faces.back_office.pages.market_look import market_look
from tijara.faces.back_office.pages.market_papers import market_papers
from tijara.faces.back_office.pages.markets import markets_page
from tijara.faces.back_office.pages.messages import messages_page
from tijara.faces.back_office.pages.notes import (
    order_note_withdrawal,
    order_notes,
    seller_note_withdrawal,
    seller_notes,
)
from tijara.faces.back_office.pages.notices import payment_notices, replay
from tijara.faces.back_office.pages.order import order
from tijara.faces.back_office.pages.orders import orders
from tijara.faces.back_office.pages.overview import overview
from tijara.faces.back_office.pages.payment import approval as payment_approval
from tijara.faces.back_office.pages.payment import payment, receipt
from tijara.faces.back_office.pages.payment import rejection as receipt_rejection
from tijara.faces.back_office.pages.payments import payments
from tijara.faces.back_office.pages.payout import iban, payout
from tijara.faces.back_office.pages.payout_run import (
    payout_run,
    run_answers,
    run_approval,
    run_cancellation,
    run_file,
    transfer_answer,
)
from tijara.faces.back_office.pages.payout_runs import payout_runs, run_preparation
from tijara.faces.back_office.pages.payouts import payouts
from tijara.faces.back_office.pages.people import people, person_role
from tijara.faces.back_office.pages.refund import refund
from tijara.faces.back_office.pages.refunds import payment_refunds, recording
from tijara.faces.back_office.pages.returns import (
    return_act,
    return_page,
    return_picture,
    returns,
)
from tijara.faces.back_office.pages.sales import sales, sales_file
from tijara.faces.back_office.pages.seller import resumption, seller, suspension
from tijara.faces.back_office.pages.sellers import sellers_page
from tijara.faces.back_office.pages.tax_unit import tax_unit, tax_unit_withdrawal
from tijara.ui.desks.addresses import hook_addresses, view_addresses
from tijara.ui.desks.books.addresses import book_addresses

app_name = "back_office"
urlpatterns = [
    path("", overview, name="home"),
    path("start", first_steps, name="start"),
    path("find", find, name="find"),
    path("orders", orders, name="orders"),
    path("sellers/<uuid:seller_id>/orders/<uuid:order_id>", order, name="order"),
    path("sellers/<uuid:seller_id>/orders/<uuid:order_id>/refund", refund, name="refund"),
    path("sellers/<uuid:seller_id>/orders/<uuid:order_id>/notes", order_notes, name="order_notes"),
    path(
        "sellers/<uuid:seller_id>/orders/<uuid:order_id>/notes/<uuid:note_id>/withdrawal",
        order_note_withdrawal,
        name="order_note_withdrawal",
    ),
    path("sellers/<uuid:seller_id>/notes", seller_notes, name="seller_notes"),
    path(
        "sellers/<uuid:seller_id>/notes/<uuid:note_id>/withdrawal",
        seller_note_withdrawal,
        name="seller_note_withdrawal",
    ),
    path("sales", sales, name="sales"),
    path("sales/sales.csv", sales_file, name="sales_file"),
    path("returns", returns, name="returns"),
    path("sellers/<uuid:seller_id>/returns/<uuid:return_id>", return_page, name="return"),
    path(
        "sellers/<uuid:seller_id>/returns/<uuid:return_id>/photos/<uuid:file_id>",
        return_picture,
        name="return_picture",
    ),
    path(
        "sellers/<uuid:seller_id>/returns/<uuid:return_id>/<slug:act>",
        return_act,
        name="return_act",
    ),
    path("sellers", sellers_page, name="sellers"),
    path("sellers/<uuid:seller_id>", seller, name="seller"),
    path("sellers/<uuid:seller_id>/suspension", suspension, name="seller_suspension"),
    path("sellers/<uuid:seller_id>/resumption", resumption, name="seller_resumption"),
    path("journal", journal, name="journal"),
    path("journal.csv", journal_file, name="journal_file"),
    path("markets", markets_page, name="markets"),
    path("markets/opening", market_opening, name="market_opening"),
    path("markets/<slug:slug>", market_page, name="market"),
    path("markets/<slug:slug>/look", market_look, name="market_look"),
    path("markets/<slug:slug>/papers", market_papers, name="market_papers"),
    path("markets/<slug:slug>/banners", banners_page, name="banners"),
    path("markets/<slug:slug>/banners/new", banner_new, name="banner_new"),
    path("markets/<slug:slug>/banners/<uuid:banner_id>", banner, name="banner"),
    path(
        "markets/<slug:slug>/banners/<uuid:banner_id>/removal",
        banner_removal,
        name="banner_removal",
    ),
    path("markets/<slug:slug>/delivery", market_delivery_page, name="market_delivery"),
    path("markets/<slug:slug>/delivery/ways/<slug:code>", market_way, name="market_way"),
    path("markets/<slug:slug>/delivery/zones", market_zone, name="market_zone"),
    path(
        "markets/<slug:slug>/delivery/zones/removal",
        market_zone_removal,
        name="market_zone_removal",
    ),
    path("markets/<slug:slug>/cash", market_cash, name="market_cash"),
    path("markets/<slug:slug>/cash/bands", market_cash_band, name="market_cash_band"),
    path(
        "markets/<slug:slug>/cash/bands/removal",
        market_cash_band_removal,
        name="market_cash_band_removal",
    ),
    path("cash", cash, name="cash"),
    path("cash/lists", cash_lists, name="cash_lists"),
    path("cash/lists/<uuid:remittance_id>", cash_list, name="cash_list"),
    path("cash/lists/<uuid:remittance_id>/columns", cash_list_columns, name="cash_list_columns"),
    path("cash/lists/<uuid:remittance_id>/booking", cash_list_booking, name="cash_list_booking"),
    path("cash/lists/<uuid:remittance_id>/disposal", cash_list_disposal, name="cash_list_disposal"),
    path("cash/lists/<uuid:remittance_id>/lines/<uuid:line_id>", cash_line, name="cash_line"),
    path("cash/carriers/<uuid:carrier_id>", cash_carrier, name="cash_carrier"),
    path("cash/claims", cash_claims, name="cash_claims"),
    path("cash/parcels/<uuid:seller_id>/<uuid:parcel_id>", cash_parcel, name="cash_parcel"),
    path("cash/parcels/<uuid:seller_id>/<uuid:parcel_id>/claim", cash_claim, name="cash_claim"),
    path(
        "cash/parcels/<uuid:seller_id>/<uuid:parcel_id>/proposal",
        cash_proposal,
        name="cash_proposal",
    ),
    path(
        "cash/parcels/<uuid:seller_id>/<uuid:parcel_id>/decision",
        cash_decision,
        name="cash_decision",
    ),
    path("cash/phones", cash_phones, name="cash_phones"),
    path("cash/phones/<slug:slug>/<uuid:block_id>", cash_phone, name="cash_phone"),
    path("payouts", payouts, name="payouts"),
    path("payout-runs", payout_runs, name="payout_runs"),
    path("payout-runs/<uuid:run_id>", payout_run, name="payout_run"),
    path("payout-runs/<uuid:run_id>/preparation", run_preparation, name="run_preparation"),
    path("payout-runs/<uuid:run_id>/approval", run_approval, name="run_approval"),
    path("payout-runs/<uuid:run_id>/cancellation", run_cancellation, name="run_cancellation"),
    path("payout-runs/<uuid:run_id>/file", run_file, name="run_file"),
    path("payout-runs/<uuid:run_id>/answers", run_answers, name="run_answers"),
    path(
        "payout-runs/<uuid:run_id>/sellers/<uuid:seller_id>/<uuid:transfer_id>",
        transfer_answer,
        name="transfer_answer",
    ),
    path("sellers/<uuid:seller_id>/payout", payout, name="payout"),
    path("sellers/<uuid:seller_id>/iban", iban, name="iban"),
    *book_addresses(keeping),
    path("invoices", invoices, name="invoices"),
    path("sellers/<uuid:seller_id>/invoices/<uuid:invoice_id>", invoice, name="invoice"),
    path(
        "sellers/<uuid:seller_id>/invoices/<uuid:invoice_id>/pdf", invoice_pdf, name="invoice_pdf"
    ),
    path("filings", filings, name="filings"),
    path("sellers/<uuid:seller_id>/filings/<uuid:filing_id>", filing, name="filing"),
    path(
        "sellers/<uuid:seller_id>/filings/<uuid:filing_id>/document",
        filing_document,
        name="filing_document",
    ),
    path(
        "sellers/<uuid:seller_id>/filings/<uuid:filing_id>/retry",
        filing_retry,
        name="filing_retry",
    ),
    path(
        "sellers/<uuid:seller_id>/filings/<uuid:filing_id>/correction",
        filing_correction,
        name="filing_correction",
    ),
    path("sellers/<uuid:seller_id>/tax-unit", tax_unit, name="tax_unit"),
    path(
        "sellers/<uuid:seller_id>/tax-unit/withdrawal",
        tax_unit_withdrawal,
        name="tax_unit_withdrawal",
    ),
    path("payments", payments, name="payments"),
    path("payments/gateway", gateway, name="gateway"),
    path("payments/gateway/withdrawal", gateway_withdrawal, name="gateway_withdrawal"),
    path("payments/<uuid:charge_id>", payment, name="payment"),
    path("payments/<uuid:charge_id>/approval", payment_approval, name="payment_approval"),
    path("payments/<uuid:charge_id>/receipts/<uuid:receipt_id>", receipt, name="receipt"),
    path(
        "payments/<uuid:charge_id>/receipts/<uuid:receipt_id>/rejection",
        receipt_rejection,
        name="receipt_rejection",
    ),
    path("notices", payment_notices, name="notices"),
    path("notices/<uuid:notice_id>/replay", replay, name="replay"),
    path("refunds", payment_refunds, name="refunds"),
    path("buyers/<uuid:buyer_id>/refunds/<uuid:refund_id>", recording, name="recording"),
    path("catalogue", catalogue, name="catalogue"),
    path("catalogue/products/<uuid:product_id>", catalogue_product, name="catalogue_product"),
    path("catalogue/brands", brands_page, name="brands"),
    path("catalogue/categories", categories_page, name="categories"),
    path("catalogue/categories/<uuid:category_id>", category_page, name="category"),
    path("audit", audit, name="audit"),
    path("acts", acts, name="acts"),
    path("health", health, name="health"),
    path("jobs", jobs, name="jobs"),
    path("jobs/retry", job_retry, name="job_retry"),
    path("jobs/run", task_run, name="task_run"),
    path("events", events, name="events"),
    path("owners/<uuid:owner_id>/events/<uuid:event_id>", event, name="event"),
    path("owners/<uuid:owner_id>/events/<uuid:event_id>/retry", event_retry, name="event_retry"),
    path("messages", messages_page, name="messages"),
    path("applications", applications_page, name="applications"),
    path("applications/<uuid:application_id>", application_page, name="application"),
    path(
        "applications/<uuid:application_id>/approval",
        application_approval,
        name="application_approval",
    ),
    path(
        "applications/<uuid:application_id>/rejection",
        application_rejection,
        name="application_rejection",
    ),
    path("people", people, name="people"),
    path("people/<uuid:person_id>/role", person_role, name="person_role"),
    *view_addresses(seated, LISTS),
    *hook_addresses(seated),
]
