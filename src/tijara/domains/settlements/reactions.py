"""A seller is told of his payout, and of a change of the account that it goes to."""

from tijara.kit.actor import SYSTEM
from tijara.kit.money import Money
from tijara.platform.outbox.subscriptions import on

from .actions import tell_seller
from .events import BankAccountChanged, PaymentDemanded, PayoutCameBack, PayoutRecorded
from .queries import bank_accounts, open_demand, payout


@on(PayoutRecorded)
def tell_seller_of_payout(fact: PayoutRecorded) -> None:
    paid = payout(fact.seller_id, fact.payout_id)
    if paid is None:
        return
    facts = {
        "amount": paid.amount,
        "reference": paid.bank_reference,
        "account": paid.masked,
        "day": paid.paid_on,
    }
    tell_seller(
        actor=SYSTEM, seller_id=fact.seller_id, news="payout", about_id=paid.id, facts=facts
    )


@on(PayoutCameBack)
def tell_seller_that_it_came_back(fact: PayoutCameBack) -> None:
    account = bank_accounts([fact.seller_id]).get(fact.seller_id)
    if account is None:
        return
    tell_seller(
        actor=SYSTEM,
        seller_id=fact.seller_id,
        news="came_back",
        about_id=fact.transfer_id,
        facts={
            "amount": Money(fact.amount_minor, fact.currency),
            "account": account.masked,
        },
    )


@on(PaymentDemanded)
def tell_seller_of_demand(fact: PaymentDemanded) -> None:
    """Nothing, if it has ended meanwhile."""
    asked = open_demand(fact.seller_id)
    if asked is None or asked.id != fact.demand_id:
        return
    facts = {"amount": asked.amount, "day": asked.due_on, "code": asked.code}
    tell_seller(
        actor=SYSTEM, seller_id=fact.seller_id, news="demand", about_id=asked.id, facts=facts
    )


@on(BankAccountChanged)
def tell_seller_of_new_account(fact: BankAccountChanged) -> None:
    account = bank_accounts([fact.seller_id]).get(fact.seller_id)
    if account is None:
        return
    tell_seller(
        actor=SYSTEM,
        seller_id=fact.seller_id,
        news="new_account",
        about_id=fact.change_id,
        facts={"account": account.masked},
    )
