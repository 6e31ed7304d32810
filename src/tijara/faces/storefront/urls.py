"""Addresses of the storefront: resources, not verbs."""

from django.urls import path

from tijara.faces.storefront.pages.addresses import address, address_removal, book
from tijara.faces.storefront.pages.again import again
from tijara.faces.storefront.pages.asking_for_cash import asking_for_cash
from tijara.faces.storefront.pages.awaited import (
    await_letter,
    await_product,
    await_removal,
    awaited,
)
from tijara.faces.storefront.pages.cart import cart, cart_code, cart_country, cart_line, tidying
from tijara.faces.storefront.pages.category import category_page
from tijara.faces.storefront.pages.checkout import checkout
from tijara.faces.storefront.pages.confirmation import (
    code,
    confirmation,
    order_code,
    order_confirmation,
)
from tijara.faces.storefront.pages.delivery import delivery
from tijara.faces.storefront.pages.departments import departments
from tijara.faces.storefront.pages.digital import codes, download, renewal
from tijara.faces.storefront.pages.dispute import dispute, dispute_picture, dispute_withdrawal
from tijara.faces.storefront.pages.districts import city_districts
from tijara.faces.storefront.pages.favourites import favourites, to_cart
from tijara.faces.storefront.pages.feed import feed
from tijara.faces.storefront.pages.flash_audit import flash_audit, flash_audit_file
from tijara.faces.storefront.pages.flash_order import flash_order
from tijara.faces.storefront.pages.flash_purchase import flash_purchase
from tijara.faces.storefront.pages.flash_sale import flash_sale
from tijara.faces.storefront.pages.flash_sales import flash_sales
from tijara.faces.storefront.pages.gift_card import gift_card
from tijara.faces.storefront.pages.home import home
from tijara.faces.storefront.pages.invoice import invoice, invoice_pdf
from tijara.faces.storefront.pages.keeping import keeping
from tijara.faces.storefront.pages.manifest import manifest
from tijara.faces.storefront.pages.offline import offline
from tijara.faces.storefront.pages.order import cancellation, order
from tijara.faces.storefront.pages.order_reviews import order_reviews
from tijara.faces.storefront.pages.orders import orders
from tijara.faces.storefront.pages.paper import paper
from tijara.faces.storefront.pages.pay import pay, pay_card, pay_return
from tijara.faces.storefront.pages.pay_way import pay_way
from tijara.faces.storefront.pages.placed import placed
from tijara.faces.storefront.pages.points import points
from tijara.faces.storefront.pages.product import product
from tijara.faces.storefront.pages.receipts import receipt, receipts
from tijara.faces.storefront.pages.report import report
from tijara.faces.storefront.pages.rest import rest
from tijara.faces.storefront.pages.return_form import return_form
from tijara.faces.storefront.pages.return_page import (
    order_return,
    return_act,
    return_label,
    return_picture,
    return_slip,
)
from tijara.faces.storefront.pages.review_form import review_form, review_withdrawal
from tijara.faces.storefront.pages.review_report import review_report
from tijara.faces.storefront.pages.review_vote import review_vote
from tijara.faces.storefront.pages.search import search
from tijara.faces.storefront.pages.searches import (
    search_letter,
    search_new,
    search_turn,
    searches,
)
from tijara.faces.storefront.pages.seen import seen
from tijara.faces.storefront.pages.sitemap import (
    sitemap,
    sitemap_pages,
    sitemap_products,
)
from tijara.faces.storefront.pages.store import store_page
from tijara.faces.storefront.pages.suggestions import search_suggestions
from tijara.faces.storefront.pages.wallet import gift_removal, wallet
from tijara.faces.storefront.pages.wish import wish
from tijara.faces.storefront.pages.withdrawal import withdrawal
from tijara.faces.storefront.papers import TITLES

app_name = "storefront"
urlpatterns = [
    path("", home, name="home"),
    path("c/", departments, name="departments"),
    path("c/<path:path>", category_page, name="category"),
    path("p/<str:slug>", product, name="product"),
    path("p/<str:slug>/report", report, name="report"),
    path("p/<str:slug>/awaited", await_product, name="await_product"),
    path("p/<str:slug>/delivery", delivery, name="delivery"),
    path(
        "p/<str:slug>/reviews/<uuid:seller_id>/<uuid:review_id>/report",
        review_report,
        name="review_report",
    ),
    path(
        "p/<str:slug>/reviews/<uuid:seller_id>/<uuid:review_id>/vote",
        review_vote,
        name="review_vote",
    ),
    path("s/<str:slug>", store_page, name="store"),
    path("sales", flash_sales, name="flash_sales"),
    path("s/<str:slug>/sales/<uuid:sale_id>", flash_sale, name="flash_sale"),
    path("s/<str:slug>/sales/<uuid:sale_id>/audit", flash_audit, name="flash_audit"),
    path("s/<str:slug>/sales/<uuid:sale_id>/audit/file", flash_audit_file, name="flash_audit_file"),
    path("s/<str:slug>/sales/<uuid:sale_id>/order", flash_order, name="flash_order"),
    path("s/<str:slug>/sales/<uuid:sale_id>/purchase", flash_purchase, name="flash_purchase"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap/pages.xml", sitemap_pages, name="sitemap_pages"),
    path("sitemap/products/<uuid:start>.xml", sitemap_products, name="sitemap_products"),
    path("feed.xml", feed, name="feed"),
    path("feed/<int:part>.xml", feed, name="feed_part"),
    path("manifest.webmanifest", manifest, name="manifest"),
    path("offline", offline, name="offline"),
    path("cash-on-delivery", asking_for_cash, name="asking_for_cash"),
    path("orders/<str:token>/parcels/<uuid:shipment_id>/wish", wish, name="wish"),
    path("search", search, name="search"),
    path("search/suggestions", search_suggestions, name="suggestions"),
    path("searches", searches, name="searches"),
    path("searches/new", search_new, name="search_new"),
    path("searches/letters/<str:token>", search_letter, name="search_letter"),
    path("searches/<uuid:search_id>", search_turn, name="search_turn"),
    path("awaited", awaited, name="awaited"),
    path("awaited/letters/<str:token>", await_letter, name="await_letter"),
    path("awaited/<uuid:wait_id>/removal", await_removal, name="await_removal"),
    path("seen", seen, name="seen"),
    path("favourites", favourites, name="favourites"),
    path("favourites/cart", to_cart, name="favourite_to_cart"),
    path("cart", cart, name="cart"),
    path("cart/tidying", tidying, name="tidying"),
    path("cart/country", cart_country, name="cart_country"),
    path("cart/code", cart_code, name="cart_code"),
    path("cart/lines/<uuid:offer_id>", cart_line, name="cart_line"),
    path("checkout", checkout, name="checkout"),
    path("checkouts/<uuid:checkout_id>", placed, name="placed"),
    path("checkouts/<uuid:checkout_id>/withdrawal", withdrawal, name="withdrawal"),
    path("checkouts/<uuid:checkout_id>/confirmation", confirmation, name="confirmation"),
    path("checkouts/<uuid:checkout_id>/code", code, name="code"),
    path("addresses", book, name="addresses"),
    path("addresses/new", address, name="new_address"),
    path("addresses/<uuid:address_id>", address, name="address"),
    path("addresses/<uuid:address_id>/removal", address_removal, name="address_removal"),
    path("wallet", wallet, name="wallet"),
    path("points", points, name="points"),
    path("gift-cards/new", gift_card, name="gift_card"),
    path("gift-cards/<uuid:card_id>/removal", gift_removal, name="gift_removal"),
    path("places/districts", city_districts, name="districts"),
    path("pay/<str:key>", pay, name="pay"),
    path("pay/<str:key>/card", pay_card, name="pay_card"),
    path("pay/<str:key>/way", pay_way, name="pay_way"),
    path("pay/<str:key>/return", pay_return, name="pay_return"),
    path("pay/<str:key>/receipts", receipts, name="receipts"),
    path("pay/<str:key>/receipts/<uuid:receipt_id>", receipt, name="receipt"),
    path("orders", orders, name="orders"),
    path("orders/<str:token>", order, name="order"),
    path("orders/<str:token>/keeping", keeping, name="keeping"),
    path("orders/<str:token>/again", again, name="again"),
    path("orders/<str:token>/cancellation", cancellation, name="cancellation"),
    path("orders/<str:token>/confirmation", order_confirmation, name="order_confirmation"),
    path("orders/<str:token>/code", order_code, name="order_code"),
    path("orders/<str:token>/rest", rest, name="rest"),
    path("orders/<str:token>/returns/new", return_form, name="return_form"),
    path("orders/<str:token>/returns/<uuid:return_id>", order_return, name="order_return"),
    path("orders/<str:token>/returns/<uuid:return_id>/slip", return_slip, name="return_slip"),
    path("orders/<str:token>/returns/<uuid:return_id>/label", return_label, name="return_label"),
    path(
        "orders/<str:token>/returns/<uuid:return_id>/photos/<uuid:file_id>",
        return_picture,
        name="return_picture",
    ),
    path("orders/<str:token>/returns/<uuid:return_id>/<slug:act>", return_act, name="return_act"),
    path("orders/<str:token>/reviews", order_reviews, name="order_reviews"),
    path("orders/<str:token>/reviews/<uuid:line_id>", review_form, name="review_form"),
    path(
        "orders/<str:token>/reviews/<uuid:line_id>/withdrawal",
        review_withdrawal,
        name="review_withdrawal",
    ),
    path("orders/<str:token>/dispute", dispute, name="order_dispute"),
    path(
        "orders/<str:token>/dispute/photos/<uuid:file_id>",
        dispute_picture,
        name="dispute_picture",
    ),
    path("orders/<str:token>/dispute/withdrawal", dispute_withdrawal, name="dispute_withdrawal"),
    path("orders/<str:token>/codes", codes, name="codes"),
    path("orders/<str:token>/renewal", renewal, name="renewal"),
    path("downloads/<str:token>", download, name="download"),
    path("orders/<str:token>/invoices/<uuid:invoice_id>", invoice, name="invoice"),
    path("orders/<str:token>/invoices/<uuid:invoice_id>/pdf", invoice_pdf, name="invoice_pdf"),
    *(path(name, paper, {"name": name}, name=name) for name in TITLES),
]
