"""Addresses of the seller hub: resources; an act is a noun under its order or stock."""

from django.urls import path

from tijara.faces.seller_hub.books import keeping
from tijara.faces.seller_hub.desk import seated
from tijara.faces.seller_hub.lists import LISTS
from tijara.faces.seller_hub.pages.attempt import attempt
from tijara.faces.seller_hub.pages.bank_account import bank_account
from tijara.faces.seller_hub.pages.batch import batch
from tijara.faces.seller_hub.pages.business import business
from tijara.faces.seller_hub.pages.cancellation import cancellation
from tijara.faces.seller_hub.pages.cash import call, cash
from tijara.faces.seller_hub.pages.cash_deposits import cash_deposits
from tijara.faces.seller_hub.pages.codes import codes, withdrawal
from tijara.faces.seller_hub.pages.confirmation import confirmation
from tijara.faces.seller_hub.pages.debit_claim import claim_act
from tijara.faces.seller_hub.pages.debit_note import debit_note
from tijara.faces.seller_hub.pages.delivery import delivery
from tijara.faces.seller_hub.pages.digital import digital
from tijara.faces.seller_hub.pages.disputes import (
    dispute_answer,
    dispute_giving_in,
    dispute_page,
    dispute_picture,
    disputes,
)
from tijara.faces.seller_hub.pages.files import files, removal
from tijara.faces.seller_hub.pages.find import find
from tijara.faces.seller_hub.pages.flash_sales import (
    flash_sale,
    flash_sale_audit,
    flash_sale_end,
    flash_sale_new,
    flash_sales,
)
from tijara.faces.seller_hub.pages.goodwill import goodwill
from tijara.faces.seller_hub.pages.import_acts import (
    import_check,
    import_disposal,
    import_intake,
    import_reading,
    import_undoing,
)
from tijara.faces.seller_hub.pages.import_faults import import_faults
from tijara.faces.seller_hub.pages.import_page import import_page
from tijara.faces.seller_hub.pages.imports import imports
from tijara.faces.seller_hub.pages.invoices import (
    commission,
    commission_pdf,
    invoice,
    invoice_pdf,
    invoices,
    item_codes,
)
from tijara.faces.seller_hub.pages.loss import loss
from tijara.faces.seller_hub.pages.loss_answer import loss_answer
from tijara.faces.seller_hub.pages.margins import margins, margins_file
from tijara.faces.seller_hub.pages.money import money, statement_file
from tijara.faces.seller_hub.pages.movements import movements_page, receipt, unit_cost
from tijara.faces.seller_hub.pages.order import order
from tijara.faces.seller_hub.pages.order_notes import note_withdrawal, order_notes
from tijara.faces.seller_hub.pages.orders import orders
from tijara.faces.seller_hub.pages.orders_file import orders_file
from tijara.faces.seller_hub.pages.packing import packing
from tijara.faces.seller_hub.pages.pause import pause, reopening
from tijara.faces.seller_hub.pages.payout_story import payout_told, terms
from tijara.faces.seller_hub.pages.people import (
    invitation_withdrawal,
    people,
    person_removal,
    person_role,
)
from tijara.faces.seller_hub.pages.points import points
from tijara.faces.seller_hub.pages.price_rows import price_drop, price_put
from tijara.faces.seller_hub.pages.prices import (
    price_list_file,
    price_list_member,
    price_list_member_removal,
    price_list_new,
    price_list_page,
    price_list_rows,
    prices,
)
from tijara.faces.seller_hub.pages.product import product
from tijara.faces.seller_hub.pages.product_new import product_new
from tijara.faces.seller_hub.pages.product_options import product_options
from tijara.faces.seller_hub.pages.product_pictures import product_pictures
from tijara.faces.seller_hub.pages.product_publication import product_publication
from tijara.faces.seller_hub.pages.product_terms import product_terms
from tijara.faces.seller_hub.pages.products import products
from tijara.faces.seller_hub.pages.promotions import (
    promotion_change,
    promotion_joining,
    promotion_kinds,
    promotion_new,
    promotion_page,
    promotion_turn,
    promotions,
)
from tijara.faces.seller_hub.pages.refund import refund
from tijara.faces.seller_hub.pages.refusal import refusal
from tijara.faces.seller_hub.pages.rest import rest
from tijara.faces.seller_hub.pages.returns import (
    return_act,
    return_page,
    return_picture,
    returns,
)
from tijara.faces.seller_hub.pages.reviews import review_page, reviews
from tijara.faces.seller_hub.pages.sales import sales, sales_file
from tijara.faces.seller_hub.pages.searches import searches
from tijara.faces.seller_hub.pages.shipment import shipment
from tijara.faces.seller_hub.pages.slips import slip, slips
from tijara.faces.seller_hub.pages.stock import stock, stock_file
from tijara.faces.seller_hub.pages.store import store, store_look
from tijara.faces.seller_hub.pages.today import today
from tijara.faces.seller_hub.pages.tracking import tracking
from tijara.faces.seller_hub.pages.ways import (
    country,
    country_removal,
    way,
    way_reset,
    ways,
    zone,
    zone_removal,
)
from tijara.ui.desks.addresses import hook_addresses, text_addresses, view_addresses
from tijara.ui.desks.books.addresses import book_addresses
from tijara.ui.desks.books.sheets import CSV, XLSX

app_name = "seller_hub"
urlpatterns = [
    path("", today, name="today"),
    path("find", find, name="find"),
    path("flash-sales", flash_sales, name="flash_sales"),
    path("flash-sales/new", flash_sale_new, name="flash_sale_new"),
    path("flash-sales/<uuid:sale_id>", flash_sale, name="flash_sale"),
    path("flash-sales/<uuid:sale_id>/end", flash_sale_end, name="flash_sale_end"),
    path("flash-sales/<uuid:sale_id>/audit", flash_sale_audit, name="flash_sale_audit"),
    path("orders", orders, name="orders"),
    path("orders/batch", batch, name="batch"),
    path("orders/slips", slips, name="slips"),
    path("orders/orders.csv", orders_file, name="orders_file"),
    path("orders/<uuid:order_id>", order, name="order"),
    path("orders/<uuid:order_id>/confirmation", confirmation, name="confirmation"),
    path("orders/<uuid:order_id>/packing", packing, name="packing"),
    path("orders/<uuid:order_id>/slip", slip, name="slip"),
    path("orders/<uuid:order_id>/shipment", shipment, name="shipment"),
    path("orders/<uuid:order_id>/rest", rest, name="rest"),
    path("orders/<uuid:order_id>/digital", digital, name="digital"),
    path("orders/<uuid:order_id>/cancellation", cancellation, name="cancellation"),
    path("parcels/<uuid:shipment_id>/tracking", tracking, name="tracking"),
    path("parcels/<uuid:shipment_id>/delivery", delivery, name="delivery"),
    path("parcels/<uuid:shipment_id>/attempt", attempt, name="attempt"),
    path("parcels/<uuid:shipment_id>/refusal", refusal, name="refusal"),
    path("parcels/<uuid:shipment_id>/loss", loss, name="loss"),
    path("losses/<uuid:loss_id>", loss_answer, name="loss_answer"),
    path("orders/<uuid:order_id>/refund", refund, name="refund"),
    path("orders/<uuid:order_id>/goodwill", goodwill, name="goodwill"),
    path("orders/<uuid:order_id>/notes", order_notes, name="order_notes"),
    path(
        "orders/<uuid:order_id>/notes/<uuid:note_id>/withdrawal",
        note_withdrawal,
        name="note_withdrawal",
    ),
    path("points", points, name="points"),
    path("promotions", promotions, name="promotions"),
    path("promotions/new", promotion_kinds, name="promotion_kinds"),
    path("promotions/new/<slug:kind>", promotion_new, name="promotion_new"),
    path("promotions/joining/<uuid:promotion_id>", promotion_joining, name="promotion_joining"),
    path("promotions/<uuid:promotion_id>", promotion_page, name="promotion"),
    path(
        "promotions/<uuid:promotion_id>/change",
        promotion_change,
        name="promotion_change",
    ),
    path("promotions/<uuid:promotion_id>/turn", promotion_turn, name="promotion_turn"),
    path("prices", prices, name="prices"),
    path("prices/new", price_list_new, name="price_list_new"),
    path("prices/<uuid:list_id>", price_list_page, name="price_list"),
    path("prices/<uuid:list_id>/rows/one", price_put, name="price_put"),
    path("prices/<uuid:list_id>/rows/removal", price_drop, name="price_drop"),
    path("prices/<uuid:list_id>/rows", price_list_rows, name="price_list_rows"),
    path("prices/<uuid:list_id>/prices.csv", price_list_file, name="price_list_file"),
    path("prices/<uuid:list_id>/members", price_list_member, name="price_list_member"),
    path(
        "prices/<uuid:list_id>/members/<uuid:member_id>/removal",
        price_list_member_removal,
        name="price_list_member_removal",
    ),
    path("searches", searches, name="searches"),
    path("sales", sales, name="sales"),
    path("sales/sales.csv", sales_file, name="sales_file"),
    path("returns", returns, name="returns"),
    path("returns/<uuid:return_id>", return_page, name="return"),
    path("returns/<uuid:return_id>/photos/<uuid:file_id>", return_picture, name="return_picture"),
    path("returns/<uuid:return_id>/<slug:act>", return_act, name="return_act"),
    path("reviews", reviews, name="reviews"),
    path("reviews/<uuid:review_id>", review_page, name="review"),
    path("disputes", disputes, name="disputes"),
    path("disputes/<uuid:dispute_id>", dispute_page, name="dispute"),
    path(
        "disputes/<uuid:dispute_id>/photos/<uuid:file_id>",
        dispute_picture,
        name="dispute_picture",
    ),
    path("disputes/<uuid:dispute_id>/answer", dispute_answer, name="dispute_answer"),
    path("disputes/<uuid:dispute_id>/giving-in", dispute_giving_in, name="dispute_giving_in"),
    path("cash", cash, name="cash"),
    path("cash/deposits", cash_deposits, name="cash_deposits"),
    path("cash/calls/<uuid:order_id>", call, name="call"),
    path("money", money, name="money"),
    path("money/statement.csv", statement_file, {"form": CSV}, name="statement_file"),
    path("money/statement.xlsx", statement_file, {"form": XLSX}, name="statement_workbook"),
    path("money/account", bank_account, name="bank_account"),
    path("money/terms", terms, name="terms"),
    path("money/payouts/<uuid:payout_id>", payout_told, name="payout"),
    path("money/commission/<uuid:commission_id>", commission, name="commission"),
    path("money/commission/<uuid:commission_id>/pdf", commission_pdf, name="commission_pdf"),
    path("books/margins", margins, name="margins"),
    path("books/margins.<slug:form>", margins_file, name="margins_file"),
    *book_addresses(keeping),
    path("invoices", invoices, name="invoices"),
    path("invoices/item-codes.csv", item_codes, name="item_codes"),
    path("invoices/<uuid:invoice_id>", invoice, name="invoice"),
    path("invoices/<uuid:invoice_id>/pdf", invoice_pdf, name="invoice_pdf"),
    path("invoices/<uuid:invoice_id>/debit-note", debit_note, name="debit_note"),
    path("invoices/<uuid:invoice_id>/claim/<slug:act>", claim_act, name="claim_act"),
    path("business", business, name="business"),
    path("imports", imports, name="imports"),
    path("imports/<uuid:run_id>", import_page, name="import_page"),
    path("imports/<uuid:run_id>/reading", import_reading, name="import_reading"),
    path("imports/<uuid:run_id>/check", import_check, name="import_check"),
    path("imports/<uuid:run_id>/intake", import_intake, name="import_intake"),
    path("imports/<uuid:run_id>/undoing", import_undoing, name="import_undoing"),
    path("imports/<uuid:run_id>/disposal", import_disposal, name="import_disposal"),
    path("imports/<uuid:run_id>/faults.csv", import_faults, name="import_faults"),
    path("delivery", ways, name="ways"),
    path("delivery/zones", zone, name="zone"),
    path("delivery/zones/removal", zone_removal, name="zone_removal"),
    path("delivery/countries", country, name="country"),
    path("delivery/countries/removal", country_removal, name="country_removal"),
    path("delivery/<str:code>", way, name="way"),
    path("delivery/<str:code>/reset", way_reset, name="way_reset"),
    path("products", products, name="products"),
    path("products/new", product_new, name="product_new"),
    path("products/<uuid:product_id>", product, name="product"),
    path("products/<uuid:product_id>/options", product_options, name="product_options"),
    path("products/<uuid:product_id>/terms", product_terms, name="product_terms"),
    path("products/<uuid:product_id>/pictures", product_pictures, name="product_pictures"),
    path("products/<uuid:product_id>/publication", product_publication, name="publication"),
    path("stock", stock, name="stock"),
    path("stock/stock.csv", stock_file, name="stock_file"),
    path("stock/<uuid:stock_id>/codes", codes, name="codes"),
    path("stock/<uuid:stock_id>/codes/<uuid:code_id>/withdrawal", withdrawal, name="withdrawal"),
    path("stock/<uuid:stock_id>/files", files, name="files"),
    path("stock/<uuid:stock_id>/files/<uuid:file_id>/removal", removal, name="removal"),
    path("stock/<uuid:stock_id>/movements", movements_page, name="movements"),
    path("stock/<uuid:stock_id>/receipt", receipt, name="receipt"),
    path("stock/<uuid:stock_id>/cost", unit_cost, name="unit_cost"),
    path("store", store, name="store"),
    path("store/look", store_look, name="store_look"),
    path("store/pause", pause, name="pause"),
    path("store/reopening", reopening, name="reopening"),
    path("people", people, name="people"),
    path("people/<uuid:person_id>/role", person_role, name="person_role"),
    path("people/<uuid:person_id>/removal", person_removal, name="person_removal"),
    path(
        "people/invitations/<uuid:invitation_id>/withdrawal",
        invitation_withdrawal,
        name="invitation_withdrawal",
    ),
    *view_addresses(seated, LISTS),
    *text_addresses(seated),
    *hook_addresses(seated),
]
