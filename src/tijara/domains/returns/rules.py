"""How a delivery's money is taken back."""

from collections.abc import Mapping

from tijara.domains.ledger.shapes import Account, Transfer

SHARED = (
    Account.SELLER_HELD,
    Account.SELLER_PAYABLE,
    Account.COMMISSION_REVENUE,
    Account.COMMISSION_VAT,
    Account.PAYMENT_FEE_REVENUE,
)
"""Whom a delivery gave a part of what the buyer paid."""
TAKEN_FROM = {"card": Account.GATEWAY_RECEIVABLE}
"""Where the money of a refund comes from, by the way it was paid; others: our bank account."""


def reversed_shares(balances: Mapping[Account, int]) -> list[Transfer]:
    """Each part back to where it is owed to the buyer, exactly as the order's journals gave it.

    `balances` are the order's own; a part that was given is a credit, so negative.
    """
    return [
        Transfer(account, Account.BUYER_REFUNDABLE, -balances[account])
        if balances[account] < 0
        else Transfer(Account.BUYER_REFUNDABLE, account, balances[account])
        for account in SHARED
        if balances.get(account)
    ]


def refundable_minor(transfers: list[Transfer]) -> int:
    """What the buyer is owed by these transfers."""
    return sum(
        transfer.amount_minor
        if transfer.credit is Account.BUYER_REFUNDABLE
        else -transfer.amount_minor
        for transfer in transfers
    )


def paid_transfer(method: str, amount_minor: int) -> Transfer:
    source = TAKEN_FROM.get(method, Account.BANK)
    return Transfer(Account.BUYER_REFUNDABLE, source, amount_minor)
