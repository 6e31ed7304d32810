"""The addresses of all pages. A page that is not here is not looked at: add yours.

Without the language: the checks open each in Arabic and in English, some in French too.
"""

from dataclasses import dataclass

PHONE, DESK = 390, 1440
SIZES = {PHONE: 844, DESK: 900}


@dataclass(frozen=True, slots=True)
class Address:
    """`path` in Arabic, with names in braces that its reader has found ({product}, {placed},
    {order}). `english` where it isn't simply /en before it. `by` whom: "" a stranger, "picker"
    (something in the cart), "customer" (has ordered), "waiting" (has yet to confirm his phone),
    "payer" (has yet to pay: {card}, {transfer}), "odd" (looks at the goods of
    `tests/market/odd_goods.py`), "seller" ({new}, {to_ship}, {shipped}, {parcel},
    {movements}, {columns}, {working}, {imported}, {delivered}, {invoice}, {paid_out}),
    "returner" (has asked to send something back: {return_form}, {my_return}), "digital" (sells
    without parcels: {codes}, {files}, {grid}), "operator" ({sold}, {payout}, {payout_run},
    {office_invoice}, {seller_file}, {event}, {letter}, {cash_list}, {cash_parcel}, {rule},
    {gateway_report}, {payout_told}). `presses`: a
    button to press before looking. `weighed`: held to the weight of the shop. `dark`: by night too.
    `french`: in French too, whose words are the longest."""

    path: str
    english: str = ""
    by: str = ""
    presses: str = ""
    weighed: bool = False
    dark: bool = False
    french: bool = False

    @property
    def languages(self) -> tuple[str, ...]:
        return ("ar", "en", "fr") if self.french else ("ar", "en")

    def __str__(self) -> str:
        return " ".join(filter(None, (self.path, self.by, self.presses and "pressed")))

    def in_language(self, language: str, found: dict[str, str]) -> str:
        if language == "ar":
            return self.path.format(**found)
        if language == "fr":
            return f"/fr{self.path}".format(**found)
        return (self.english or f"/en{self.path}").format(**found)


GALLERY = [
    Address("/ui/", "/ui/?dir=ltr", dark=True),
    Address("/ui/?frame=shop", "/ui/?frame=shop&dir=ltr", dark=True, weighed=True),
    Address("/ui/?frame=desk", "/ui/?frame=desk&dir=ltr", dark=True),
    Address("/there-is-nothing-here", dark=True),
]
SHOP = [
    Address("/", weighed=True, dark=True, french=True),
    Address("/c/coffee-hosting", weighed=True, french=True),
    Address("/c/coffee-hosting/dallahs"),
    Address("{product}", weighed=True, dark=True),
    Address("{varied}", weighed=True, dark=True),
    Address("/s/nahhas", weighed=True),
    Address("/search?q=دلة", weighed=True),
    Address("/search?q=qqq"),
    Address("/eg/", "/eg/en/"),
    Address("/offline"),
    Address("/search?q=dalah"),
    Address(
        "/c/coffee-hosting?in_stock=1&price=100-200&brand=bayt-al-nahhas&sort=cheap", dark=True
    ),
    Address("/c/coffee-hosting?price=-1"),
    Address("/c/coffee-hosting?view=rows"),
    Address("/c/coffee-hosting?page=40"),
    Address("{product}", presses="aside.buy form .btn.primary", dark=True),
    Address("{product}", presses="aside.buy [data-part]"),
    Address("{product}/delivery"),
    Address("/cart"),
    Address("/cart", by="picker", weighed=True),
    Address("/checkout", by="picker", dark=True, weighed=True, french=True),
    Address("/checkout", by="picker", presses="main form .btn.primary"),
    Address("{placed}", by="customer"),
    Address("{order}", by="customer", dark=True, french=True),
    Address("{placed}", by="waiting", dark=True),
    Address("{placed}", by="waiting", presses="#code summary"),
    Address("{order}", by="waiting"),
    Address("{card}", by="payer", dark=True),
    Address("{transfer}", by="payer", dark=True),
    Address("/orders"),
    Address("/orders", by="customer"),
    Address("{return_form}", by="returner", dark=True, french=True),
    Address("{return_form}", by="returner", presses="main form .btn.primary"),
    Address("{my_return}", by="returner", dark=True, french=True),
    Address("{my_return}/slip", by="returner"),
    Address("/cash-on-delivery"),
    Address("/favourites"),
    Address("{product}", presses=".share .heart"),
    Address("/c/"),
    Address("/about"),
    Address("/terms"),
    Address("/privacy"),
    Address("/returns"),
]
ODD = [
    Address("{odd_shelf}", by="odd", dark=True),
    Address("{odd_shelf}?view=rows", by="odd"),
    Address("{odd_store}", by="odd"),
    Address("{long}", by="odd"),
    Address("{unbroken}", by="odd"),
    Address("{letter}", by="odd", dark=True),
    Address("{scripts}", by="odd"),
    Address("{variants}", by="odd"),
    Address("{pictures}", by="odd", presses=".thumbs > :last-child"),
    Address("{pictures}", by="odd", presses=".gallery .frame"),
    Address("{forty}", by="odd", presses=".further summary"),
    Address("{gone}", by="odd"),
    Address("{three_decimals}", "{three_decimals_en}", by="odd"),
    Address("{no_decimals}", "{no_decimals_en}", by="odd"),
    Address("{empty_shelf}", by="odd"),
    Address("{empty_store}", by="odd"),
    Address("{empty_market}", "{empty_market_en}", by="odd"),
]
HUB = [
    Address("/hub/products", by="seller", dark=True),
    Address("/hub/products?q=zzz", by="seller"),
    Address("/hub/products/new?q=دلة", by="seller"),
    Address("/hub/products/new", by="seller", presses="main form .btn.primary"),
    Address("{my_product}", by="seller", dark=True),
    Address("{my_product}/options", by="seller"),
    Address("{my_product}/terms", by="seller", dark=True),
    Address("{my_product}/pictures", by="seller"),
    Address("/account/sign-in", dark=True),
    Address("/account/sign-in", presses="main form .btn.primary"),
    Address("/account/sign-in/password"),
    Address("/account/", by="seller"),
    Address("/account/profile", by="seller"),
    Address("/account/profile/reach", by="seller"),
    Address("/account/papers", by="seller"),
    Address("/account/selling", by="seller"),
    Address("/account/security", by="seller", dark=True),
    Address("/account/security/app", by="seller"),
    Address("/account/security/passkeys/new", by="seller"),
    Address("/account/password", by="seller"),
    Address("/account/proof", by="seller"),
    Address("/addresses", by="seller"),
    Address("/addresses/new", by="seller"),
    Address("/hub/store", by="seller"),
    Address("/hub/store/pause", by="seller", dark=True),
    Address("/hub/webhooks", by="seller"),
    Address("/hub/webhooks/new", by="seller"),
    Address("/hub/orders", by="seller", presses="main .chooser:not(.only-wide) summary"),
    Address("/hub/people", by="seller"),
    Address("/hub/people", by="seller", presses="main form .btn.primary"),
    Address("/hub/", by="seller", dark=True, french=True),
    Address("/hub/orders", by="seller"),
    Address("/hub/orders?q=zzz", by="seller"),
    Address("{new}", by="seller", dark=True),
    Address("{to_ship}", by="seller"),
    Address("{shipped}", by="seller"),
    Address("{parcel}/delivery", by="seller"),
    Address("{parcel}/refusal", by="seller"),
    Address("{parcel}/tracking", by="seller"),
    Address("{to_ship}/shipment", by="seller"),
    Address("{to_ship}/slip", by="seller"),
    Address("{new}/cancellation", by="seller"),
    Address("{new}/cancellation", by="seller", presses="main form .btn.danger"),
    Address("/hub/stock", by="seller", dark=True),
    Address("/hub/stock?show=low", by="seller"),
    Address("/hub/stock?show=hidden", by="seller"),
    Address("/hub/orders", by="seller", presses="main .narrowing summary"),
    Address("/hub/orders?view=late", by="seller"),
    Address("/hub/orders/slips?view=ship", by="seller"),
    Address("/hub/find?q=دلة", by="seller"),
    Address("{movements}", by="seller"),
    Address("/hub/delivery", by="seller"),
    Address("{codes}", by="digital"),
    Address("{codes}", by="digital", presses="main form .btn.primary"),
    Address("{files}", by="digital"),
    Address("{grid}", by="digital"),
    Address("/hub/cash", by="seller", dark=True),
    Address("{parcel}/attempt", by="seller"),
    Address("/hub/money", by="seller", dark=True),
    Address("/hub/money?month=2020-01", by="seller"),
    Address("/hub/money/terms", by="seller"),
    Address("{paid_out}", by="seller", dark=True),
    Address("/hub/sales", by="seller", dark=True),
    Address("/hub/sales?from=2020-01-01&to=2021-12-31&against=year", by="seller"),
    Address("/hub/money/account", by="seller"),
    Address("/hub/money/account", by="seller", presses="main form .btn.primary"),
    Address("/hub/returns", by="seller", french=True),
    Address("/hub/returns?view=way", by="seller"),
    Address("{return}", by="seller", dark=True, french=True),
    Address("{to_inspect}", by="seller"),
    Address("/hub/invoices", by="seller"),
    Address("{invoice}", by="seller", dark=True),
    Address("/hub/business", by="seller"),
    Address("{delivered}", by="seller"),
    Address("{delivered}/refund", by="seller"),
    Address("{delivered}/refund", by="seller", presses="main form .btn.danger"),
    Address("/hub/imports", by="seller"),
    Address("{columns}", by="seller", dark=True),
    Address("{columns}", by="seller", presses="main summary"),
    Address("{working}", by="seller"),
    Address("{imported}", by="seller"),
    Address("{imported}/undoing", by="seller"),
]
OFFICE = [
    Address("/office/", by="operator", dark=True, french=True),
    Address("/office/find?q=دلة", by="operator"),
    Address("/office/orders", by="operator"),
    Address("/office/orders", by="operator", presses=".sidebar .here", dark=True),
    Address("/office/orders?q=zzz&method=card", by="operator"),
    Address("{sold}", by="operator"),
    Address("{sold}/refund", by="operator"),
    Address("/office/sales?span=90", by="operator"),
    Address("/office/sellers", by="operator"),
    Address("{seller_file}", by="operator"),
    Address("{seller_file}", by="operator", presses="main ~ aside summary"),
    Address("/office/markets", by="operator"),
    Address("/office/markets/sa", by="operator"),
    Address("/office/markets/opening?country=AE", by="operator"),
    Address("/office/markets/sa/delivery", by="operator"),
    Address("/office/markets/sa/look", by="operator", dark=True),
    Address("/office/markets/sa/papers", by="operator"),
    Address("/office/markets/sa/banners", by="operator", dark=True),
    Address("/office/markets/sa/banners/new", by="operator", presses="main form .btn.primary"),
    Address("/office/payments/gateway", by="operator"),
    Address("/office/start", by="operator", dark=True),
    Address("/office/catalogue", by="operator"),
    Address("{catalogued}", by="operator"),
    Address("/office/catalogue/brands", by="operator"),
    Address("/office/catalogue/categories", by="operator"),
    Address("{department}", by="operator"),
    Address("/office/cash", by="operator", dark=True, french=True),
    Address("/office/cash/lists", by="operator"),
    Address("{cash_list}", by="operator", dark=True),
    Address("/office/cash/claims", by="operator"),
    Address("/office/cash/phones", by="operator"),
    Address("{cash_parcel}", by="operator"),
    Address("/office/markets/sa/cash", by="operator"),
    Address("/office/payouts", by="operator"),
    Address("{payout}", by="operator", dark=True),
    Address("/office/returns", by="operator"),
    Address("{office_return}", by="operator"),
    Address("/office/markets/sa/commission", by="operator", dark=True, french=True),
    Address("{rule}", by="operator"),
    Address("/office/markets/sa/reserve", by="operator"),
    Address("/office/payments/reports", by="operator"),
    Address("{gateway_report}", by="operator", dark=True),
    Address("/office/reconciliation", by="operator", dark=True, french=True),
    Address("/office/reconciliation/gateway_receivable/SAR", by="operator"),
    Address("{payout_told}", by="operator"),
    Address("/office/payout-runs", by="operator"),
    Address("{payout_run}", by="operator", dark=True),
    Address("/office/invoices", by="operator"),
    Address("{office_invoice}", by="operator"),
    Address("/office/filings", by="operator"),
    Address("{seller_file}/tax-unit", by="operator", dark=True),
    Address("{seller_file}/tax-unit", by="operator", presses="main form .btn.primary"),
    Address("/office/applications", by="operator"),
    Address("/office/people", by="operator"),
    Address("/office/audit", by="operator", dark=True),
    Address("/office/acts", by="operator"),
    Address("/office/journal", by="operator", dark=True),
    Address("/office/journal?kind=payout", by="operator"),
    Address("/office/health", by="operator", dark=True),
    Address("/office/jobs", by="operator"),
    Address("/office/events", by="operator"),
    Address("/office/events?kind=all", by="operator"),
    Address("{event}", by="operator"),
    Address("/office/webhooks", by="operator"),
    Address("/office/webhooks/new", by="operator"),
    Address("/office/webhooks/new", by="operator", presses="main form .btn.primary"),
    Address("/office/messages", by="operator"),
    Address("/office/payments", by="operator"),
    Address("/office/payments?state=check", by="operator"),
    Address("/office/refunds", by="operator"),
    Address("/office/notices", by="operator"),
    Address("/inbox/", dark=True),
    Address("{letter}", by="operator"),
]
ADDRESSES = [*GALLERY, *SHOP, *ODD, *HUB, *OFFICE]
