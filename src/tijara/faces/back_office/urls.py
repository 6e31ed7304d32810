"""Addresses of the back office."""

from django.urls import path

from tijara.faces.back_office.books import keeping
from tijara.faces.back_office.lists import LISTS
from tijara.faces.back_office.market_cash_addresses import MARKET_CASH
from tijara.faces.back_office.money_addresses import MONEY
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
from tijara.faces.back_office.pages.batches import (
    applications_batch,
    catalogue_batch,
    messages_batch,
)
from tijara.faces.back_office.pages.brands import brands_page
from tijara.faces.back_office.pages.catalogue import catalogue
from tijara.faces.back_office.pages.catalogue_product import catalogue_product
from tijara.faces.back_office.pages.categories import categories_page
from tijara.faces.back_office.pages.category import category_page
from tijara.faces.back_office.pages.commissions import commissions, commissions_file
from tijara.faces.back_office.pages.disputes import (
    dispute_decision,
    dispute_page,
    dispute_picture,
    disputes,
)
from tijara.faces.back_office.pages.events import event, event_retry, events
from tijara.faces.back_office.pages.filings import (
    filing,
    filing_correction,
    filing_document,
    filing_retry,
)
from tijara.faces.back_office.pages.find import find
from tijara.faces.back_office.pages.first_steps import first_steps
from tijara.faces.back_office.pages.flash_sales import (
    flash_sale,
    flash_sale_act,
    flash_sale_audit,
    flash_sales,
)
from tijara.faces.back_office.pages.health import health
from tijara.faces.back_office.pages.invoices import debit_decision, invoice, invoice_pdf
from tijara.faces.back_office.pages.jobs import job_retry, jobs, task_run
from tijara.faces.back_office.pages.journal import journal, journal_file
from tijara.faces.back_office.pages.market import market_opening, market_page
from tijara.faces.back_office.pages.market_asked import market_asked
from tijara.faces.back_office.pages.market_commission import (
    commission_rule,
    commission_rule_end,
    commission_rule_move,
    market_commission,
)
from tijara.faces.back_office.pages.market_deals import market_deals
from tijara.faces.back_office.pages.market_delivery import (
    market_delivery_page,
    market_way,
    market_zone,
    market_zone_removal,
)
from tijara.faces.back_office.pages.market_learned import market_learned
from tijara.faces.back_office.pages.market_look import market_look
from tijara.faces.back_office.pages.market_papers import market_papers
from tijara.faces.back_office.pages.market_returns import (
    market_returns,
    market_returns_band,
    market_returns_band_removal,
)
from tijara.faces.back_office.pages.market_search import (
    market_missed_dismissal,
    market_search,
    market_word_removal,
)
from tijara.faces.back_office.pages.market_steers import market_steer_removal, market_steers
from tijara.faces.back_office.pages.markets import markets_page
from tijara.faces.back_office.pages.messages import messages_page
from tijara.faces.back_office.pages.notes import (
    order_note_withdrawal,
    order_notes,
    seller_note_withdrawal,
    seller_notes,
)
from tijara.faces.back_office.pages.order import order
from tijara.faces.back_office.pages.orders import orders
from tijara.faces.back_office.pages.orders_batch import orders_batch
from tijara.faces.back_office.pages.overview import overview
from tijara.faces.back_office.pages.payout import iban, payout
from tijara.faces.back_office.pages.payout_story import payout_told
from tijara.faces.back_office.pages.people import people, person_role
from tijara.faces.back_office.pages.promotions import (
    promotion_change,
    promotion_kinds,
    promotion_new,
    promotion_page,
    promotion_turn,
    promotions,
)
from tijara.faces.back_office.pages.refund import refund
from tijara.faces.back_office.pages.reports import (
    report,
    report_decision,
    report_dismissal,
    report_letter,
    reports,
)
from tijara.faces.back_office.pages.returns import (
    return_act,
    return_page,
    return_picture,
    returns,
)
from tijara.faces.back_office.pages.reviews import review_decision, reviews
from tijara.faces.back_office.pages.sales import sales, sales_file
from tijara.faces.back_office.pages.seller import resumption, seller, suspension
from tijara.faces.back_office.pages.seller_money import (
    demand_withdrawal,
    market_reserve,
    seller_demand,
    seller_repayment,
    seller_reserve,
)
from tijara.faces.back_office.pages.sellers import sellers_page
from tijara.faces.back_office.pages.shelf import (
    shelf,
    shelf_new,
    shelf_place,
    shelf_product,
    shelf_removal,
)
from tijara.faces.back_office.pages.tax_unit import (
    tax_unit,
    tax_unit_codes,
    tax_unit_withdrawal,
)
from tijara.faces.back_office.points_addresses import POINTS
from tijara.ui.desks.addresses import hook_addresses, text_addresses, view_addresses
from tijara.ui.desks.books.addresses import book_addresses

app_name = "back_office"
urlpatterns = [
    path("flash-sales", flash_sales, name="flash-sales"),
    path("flash-sales/<uuid:seller_id>/<uuid:sale_id>", flash_sale, name="flash_sale"),
    path("flash-sales/<uuid:seller_id>/<uuid:sale_id>/act", flash_sale_act, name="flash_sale_act"),
    path(
        "flash-sales/<uuid:seller_id>/<uuid:sale_id>/audit",
        flash_sale_audit,
        name="flash_sale_audit",
    ),
    path("", overview, name="home"),
    path("start", first_steps, name="start"),
    path("find", find, name="find"),
    path("orders/batch", orders_batch, name="orders_batch"),
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
    path("disputes", disputes, name="disputes"),
    path("sellers/<uuid:seller_id>/disputes/<uuid:order_id>", dispute_page, name="dispute"),
    path(
        "sellers/<uuid:seller_id>/disputes/<uuid:order_id>/decision",
        dispute_decision,
        name="dispute_decision",
    ),
    path(
        "sellers/<uuid:seller_id>/disputes/<uuid:order_id>/photos/<uuid:file_id>",
        dispute_picture,
        name="dispute_picture",
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
    path("markets/<slug:slug>/search", market_search, name="market_search"),
    path("markets/<slug:slug>/search/asked", market_asked, name="market_asked"),
    path("markets/<slug:slug>/search/learned", market_learned, name="market_learned"),
    path("markets/<slug:slug>/search/first", market_steers, name="market_steers"),
    path(
        "markets/<slug:slug>/search/first/<uuid:steer_id>/removal",
        market_steer_removal,
        name="market_steer_removal",
    ),
    path(
        "markets/<slug:slug>/search/words/removal", market_word_removal, name="market_word_removal"
    ),
    path(
        "markets/<slug:slug>/search/missed/dismissal",
        market_missed_dismissal,
        name="market_missed_dismissal",
    ),
    path("markets/<slug:slug>/banners", banners_page, name="banners"),
    path("markets/<slug:slug>/banners/new", banner_new, name="banner_new"),
    path("markets/<slug:slug>/banners/<uuid:banner_id>", banner, name="banner"),
    path(
        "markets/<slug:slug>/banners/<uuid:banner_id>/removal",
        banner_removal,
        name="banner_removal",
    ),
    path("markets/<slug:slug>/shelves/new", shelf_new, name="shelf_new"),
    path("markets/<slug:slug>/shelves/<uuid:shelf_id>", shelf, name="shelf"),
    path("markets/<slug:slug>/shelves/<uuid:shelf_id>/place", shelf_place, name="shelf_place"),
    path(
        "markets/<slug:slug>/shelves/<uuid:shelf_id>/removal", shelf_removal, name="shelf_removal"
    ),
    path(
        "markets/<slug:slug>/shelves/<uuid:shelf_id>/products", shelf_product, name="shelf_product"
    ),
    path("markets/<slug:slug>/promotions", promotions, name="promotions"),
    path("markets/<slug:slug>/promotions/new", promotion_kinds, name="promotion_kinds"),
    path("markets/<slug:slug>/promotions/new/<slug:kind>", promotion_new, name="promotion_new"),
    path("markets/<slug:slug>/promotions/<uuid:promotion_id>", promotion_page, name="promotion"),
    path(
        "markets/<slug:slug>/promotions/<uuid:promotion_id>/change",
        promotion_change,
        name="promotion_change",
    ),
    path(
        "markets/<slug:slug>/promotions/<uuid:promotion_id>/turn",
        promotion_turn,
        name="promotion_turn",
    ),
    path("markets/<slug:slug>/delivery", market_delivery_page, name="market_delivery"),
    path("markets/<slug:slug>/delivery/ways/<slug:code>", market_way, name="market_way"),
    path("markets/<slug:slug>/delivery/zones", market_zone, name="market_zone"),
    path(
        "markets/<slug:slug>/delivery/zones/removal",
        market_zone_removal,
        name="market_zone_removal",
    ),
    path("markets/<slug:slug>/deals", market_deals, name="market_deals"),
    path("markets/<slug:slug>/returns", market_returns, name="market_returns"),
    path("markets/<slug:slug>/returns/bands", market_returns_band, name="market_returns_band"),
    path(
        "markets/<slug:slug>/returns/bands/removal",
        market_returns_band_removal,
        name="market_returns_band_removal",
    ),
    path("markets/<slug:slug>/commission", market_commission, name="market_commission"),
    path(
        "markets/<slug:slug>/commission/rules/<uuid:rule_id>",
        commission_rule,
        name="commission_rule",
    ),
    path(
        "markets/<slug:slug>/commission/rules/<uuid:rule_id>/move",
        commission_rule_move,
        name="commission_rule_move",
    ),
    path(
        "markets/<slug:slug>/commission/rules/<uuid:rule_id>/end",
        commission_rule_end,
        name="commission_rule_end",
    ),
    path("markets/<slug:slug>/reserve", market_reserve, name="market_reserve"),
    path("sellers/<uuid:seller_id>/payout", payout, name="payout"),
    path("sellers/<uuid:seller_id>/payouts/<uuid:payout_id>", payout_told, name="payout_story"),
    path("sellers/<uuid:seller_id>/reserve", seller_reserve, name="seller_reserve"),
    path("sellers/<uuid:seller_id>/demands", seller_demand, name="seller_demand"),
    path(
        "sellers/<uuid:seller_id>/demands/<uuid:demand_id>/withdrawal",
        demand_withdrawal,
        name="demand_withdrawal",
    ),
    path("sellers/<uuid:seller_id>/repayments", seller_repayment, name="seller_repayment"),
    path("sellers/<uuid:seller_id>/iban", iban, name="iban"),
    *book_addresses(keeping),
    path(
        "sellers/<uuid:seller_id>/invoices/<uuid:invoice_id>/claim/decision",
        debit_decision,
        name="debit_decision",
    ),
    path("commissions", commissions, name="commissions"),
    path("commissions/<slug:month>.csv", commissions_file, name="commissions_file"),
    path("sellers/<uuid:seller_id>/invoices/<uuid:invoice_id>", invoice, name="invoice"),
    path(
        "sellers/<uuid:seller_id>/invoices/<uuid:invoice_id>/pdf", invoice_pdf, name="invoice_pdf"
    ),
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
        "sellers/<uuid:seller_id>/tax-unit/codes.csv",
        tax_unit_codes,
        name="tax_unit_codes",
    ),
    path(
        "sellers/<uuid:seller_id>/tax-unit/withdrawal",
        tax_unit_withdrawal,
        name="tax_unit_withdrawal",
    ),
    path("catalogue", catalogue, name="catalogue"),
    path("catalogue/batch", catalogue_batch, name="catalogue_batch"),
    path("catalogue/products/<uuid:product_id>", catalogue_product, name="catalogue_product"),
    path("reviews", reviews, name="reviews"),
    path("reviews/<uuid:seller_id>/<uuid:review_id>", review_decision, name="review_decision"),
    path("catalogue/reports", reports, name="reports"),
    path("catalogue/reports/<uuid:case_id>", report, name="report"),
    path("catalogue/reports/<uuid:case_id>/dismissal", report_dismissal, name="report_dismissal"),
    path("catalogue/reports/<uuid:case_id>/decision", report_decision, name="report_decision"),
    path("catalogue/reports/<uuid:case_id>/letter", report_letter, name="report_letter"),
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
    path("messages/batch", messages_batch, name="messages_batch"),
    path("applications", applications_page, name="applications"),
    path("applications/batch", applications_batch, name="applications_batch"),
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
    *text_addresses(seated),
    *hook_addresses(seated),
    *MARKET_CASH,
    *MONEY,
    *POINTS,
]
