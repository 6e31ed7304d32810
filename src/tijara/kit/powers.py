"""Powers: what an actor may do, and which role holds which power. The whole table on one screen."""

from enum import StrEnum


class Power(StrEnum):
    SIGN_IN = "sign_in"
    DESK_USE = "desk.use"
    BUY = "buy"
    ORDERS_CANCEL = "orders.cancel"
    ORDERS_HANDLE = "orders.handle"
    STOCK_MANAGE = "stock.manage"
    OFFERS_MANAGE = "offers.manage"
    PROMOTIONS_MANAGE = "promotions.manage"
    STORE_MANAGE = "store.manage"
    MEMBERS_MANAGE = "members.manage"
    PRODUCTS_MANAGE = "products.manage"
    SELLER_IDENTITY = "seller.identity"
    BANK_ACCOUNT_KEEP = "bank_account.keep"
    ORDERS_REFUND = "orders.refund"
    RETURNS_HANDLE = "returns.handle"
    DISPUTES_DECIDE = "disputes.decide"
    REVIEWS_DECIDE = "reviews.decide"
    PAYOUTS_RECORD = "payouts.record"
    CATALOGUE_MANAGE = "catalogue.manage"
    SELLERS_MANAGE = "sellers.manage"
    ORDERS_OVERSEE = "orders.oversee"
    AUDIT_READ = "audit.read"
    ACCOUNTS_MANAGE = "accounts.manage"
    EVENTS_RETRY = "events.retry"
    WEBHOOKS_MANAGE = "webhooks.manage"
    MESSAGES_SEND = "messages.send"
    PAYMENTS_MANAGE = "payments.manage"
    MARKETS_MANAGE = "markets.manage"
    INVOICES_MANAGE = "invoices.manage"
    BOOKS_KEEP = "books.keep"
    SYSTEM = "system"


VISITOR_POWERS = frozenset({Power.SIGN_IN})
BUYER_POWERS = frozenset({Power.BUY, Power.ORDERS_CANCEL, Power.SIGN_IN})
SELLER_POWERS = frozenset(
    {
        Power.SIGN_IN,
        Power.DESK_USE,
        Power.ORDERS_CANCEL,
        Power.ORDERS_HANDLE,
        Power.STOCK_MANAGE,
        Power.OFFERS_MANAGE,
        Power.PROMOTIONS_MANAGE,
        Power.PRODUCTS_MANAGE,
        Power.STORE_MANAGE,
        Power.MEMBERS_MANAGE,
        Power.SELLER_IDENTITY,
        Power.BANK_ACCOUNT_KEEP,
        Power.ORDERS_REFUND,
        Power.RETURNS_HANDLE,
        Power.WEBHOOKS_MANAGE,
        Power.BOOKS_KEEP,
    }
)
"""Of a seller's owner: everything that can be done for a seller."""
STAFF_POWERS = frozenset(
    {
        Power.SIGN_IN,
        Power.DESK_USE,
        Power.CATALOGUE_MANAGE,
        Power.PRODUCTS_MANAGE,
        Power.SELLERS_MANAGE,
        Power.SELLER_IDENTITY,
        Power.ORDERS_OVERSEE,
        Power.ORDERS_CANCEL,
        Power.ORDERS_REFUND,
        Power.RETURNS_HANDLE,
        Power.DISPUTES_DECIDE,
        Power.REVIEWS_DECIDE,
        Power.PAYOUTS_RECORD,
        Power.AUDIT_READ,
        Power.ACCOUNTS_MANAGE,
        Power.EVENTS_RETRY,
        Power.WEBHOOKS_MANAGE,
        Power.PAYMENTS_MANAGE,
        Power.MARKETS_MANAGE,
        Power.PROMOTIONS_MANAGE,
        Power.INVOICES_MANAGE,
        Power.BOOKS_KEEP,
    }
)
"""Of an administrator: everything that can be done for the operator."""

SELLER_ROLES = {
    "owner": SELLER_POWERS,
    "manager": SELLER_POWERS
    - {Power.MEMBERS_MANAGE, Power.SELLER_IDENTITY, Power.BANK_ACCOUNT_KEEP},
    "clerk": SELLER_POWERS
    & {
        Power.SIGN_IN,
        Power.DESK_USE,
        Power.ORDERS_HANDLE,
        Power.ORDERS_CANCEL,
        Power.RETURNS_HANDLE,
        Power.STOCK_MANAGE,
    },
}
"""By `parties.shapes.Role`. A power that is new goes to owners and managers."""

STAFF_ROLES = {
    "admin": STAFF_POWERS,
    "support": STAFF_POWERS
    & {
        Power.SIGN_IN,
        Power.DESK_USE,
        Power.ORDERS_OVERSEE,
        Power.ORDERS_CANCEL,
        Power.RETURNS_HANDLE,
        Power.DISPUTES_DECIDE,
        Power.REVIEWS_DECIDE,
        Power.EVENTS_RETRY,
    },
    "finance": STAFF_POWERS
    & {
        Power.SIGN_IN,
        Power.DESK_USE,
        Power.ORDERS_OVERSEE,
        Power.ORDERS_REFUND,
        Power.RETURNS_HANDLE,
        Power.DISPUTES_DECIDE,
        Power.PAYMENTS_MANAGE,
        Power.INVOICES_MANAGE,
        Power.PAYOUTS_RECORD,
        Power.SELLERS_MANAGE,
        Power.SELLER_IDENTITY,
        Power.AUDIT_READ,
        Power.BOOKS_KEEP,
    },
}
"""By `accounts.shapes.StaffRole`."""
