"""Who gets what when an order is delivered."""

from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.orders.shapes import OrderView


def delivery_transfers(order: OrderView) -> list[Transfer]:
    """The courier now holds the cash, if it was not paid before; the seller is owed goods and
    delivery less commission.

    Together they empty what the sale had put into ORDERS_PENDING.
    """
    share = (order.items + order.delivery - order.commission - order.commission_vat).minor
    seller = (
        Transfer(Account.ORDERS_PENDING, Account.SELLER_PAYABLE, share)
        if share >= 0
        else Transfer(Account.SELLER_PAYABLE, Account.ORDERS_PENDING, -share)
    )
    cash = 0 if order.paid_at else order.total.minor
    return [
        Transfer(Account.CARRIER_RECEIVABLE, Account.BUYER_RECEIVABLE, cash),
        seller,
        Transfer(Account.ORDERS_PENDING, Account.COMMISSION_REVENUE, order.commission.minor),
        Transfer(Account.ORDERS_PENDING, Account.COMMISSION_VAT, order.commission_vat.minor),
        Transfer(Account.ORDERS_PENDING, Account.PAYMENT_FEE_REVENUE, order.fee.minor),
    ]
