"""Where the demonstration's stores are paid to, and what they were paid month by month."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tijara.domains.markets.queries import country_profile, market
from tijara.domains.settlements.actions import keep_bank_account, record_payout
from tijara.domains.settlements.queries import bank_accounts, payable, payouts_of_seller
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now

from . import content


def keep_bank_accounts() -> None:
    """Accounts that are there are left as they are."""
    for store in _paid_stores():
        seller_id = content.id_of("seller", store["slug"])
        if seller_id not in bank_accounts([seller_id]):
            holder, iban = store["legal_name"], store["iban"]
            keep_bank_account(actor=SYSTEM, seller_id=seller_id, holder=holder, iban=iban)


def pay_days() -> list[datetime]:
    """When staff went to the bank."""
    told = content.read("market")["payouts"]
    days = [_today() - timedelta(days=days) for days in told["days_ago"]]
    return [datetime.combine(day, time(told["hour"]), _zone()) for day in days]


def pay_stores(place: int) -> int:
    """How many: all that each is owed, unless it is little or he was paid on this day already."""
    told = content.read("market")["payouts"]
    least = content.price(told["least"]).minor
    paid = 0
    for number, store in enumerate(_paid_stores()):
        seller_id = content.id_of("seller", store["slug"])
        reference = f"FT26{place + 1:02d}{number + 1:03d}4190"
        owed = payable(seller_id)
        known = {one.bank_reference for one in payouts_of_seller(seller_id).items}
        if owed.minor < least or reference in known:
            continue
        record_payout(
            actor=SYSTEM,
            seller_id=seller_id,
            amount=owed,
            bank_reference=reference,
            paid_on=_today(),
        )
        paid += 1
    return paid


def _paid_stores() -> list[dict]:
    return [store for store in content.read("market")["store"] if "iban" in store]


def _zone() -> ZoneInfo:
    country = market(content.read("market")["market"]["slug"]).country
    return ZoneInfo(country_profile(country).time_zone)


def _today() -> date:
    return now().astimezone(_zone()).date()
