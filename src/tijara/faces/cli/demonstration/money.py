"""Where the demonstration's stores are paid to, and what one of them was paid."""

from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.markets.queries import country_profile, market
from tijara.domains.settlements.actions import keep_bank_account, record_payout
from tijara.domains.settlements.queries import bank_accounts, payouts_of_seller
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now

from . import content


def load_money() -> int:
    """The number of payouts recorded now. Accounts that are there are left as they are."""
    told = content.read("market")
    for store in told["store"]:
        if "iban" in store:
            _keep(content.id_of("seller", store["slug"]), store)
    return sum(_pay(payout) for payout in told["payout"])


def _keep(seller_id: UUID, store: dict) -> None:
    if seller_id not in bank_accounts([seller_id]):
        holder, iban = store["legal_name"], store["iban"]
        keep_bank_account(actor=SYSTEM, seller_id=seller_id, holder=holder, iban=iban)


def _pay(told: dict) -> bool:
    seller_id = content.id_of("seller", told["store"])
    if payouts_of_seller(seller_id, size=1).items:
        return False
    country = market(content.read("market")["market"]["slug"]).country
    record_payout(
        actor=SYSTEM,
        seller_id=seller_id,
        amount=content.price(told["amount"]),
        bank_reference=told["bank_reference"],
        paid_on=now().astimezone(ZoneInfo(country_profile(country).time_zone)).date(),
    )
    return True
