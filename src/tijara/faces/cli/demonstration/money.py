"""Where the demonstration's stores are paid to, and the runs in which they were paid."""

from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.accounts.queries import account_by_email
from tijara.domains.accounts.shapes import DEMONSTRATION_DOMAIN
from tijara.domains.markets.queries import country_profile, market
from tijara.domains.settlements.actions import (
    NobodyToPay,
    answer_transfers,
    decide_run,
    keep_bank_account,
    order_transfers,
    prepare_run,
)
from tijara.domains.settlements.queries import bank_accounts, run, transfers_of_run
from tijara.domains.settlements.shapes import BankAnswer
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import going_from, now
from tijara.kit.powers import STAFF_ROLES

from . import content
from .goods import OPEN_DAYS


def keep_bank_accounts() -> None:
    """Named when the stores had opened; accounts that are there are left as they are."""
    for store in _paid_stores():
        seller_id = content.id_of("seller", store["slug"])
        if seller_id not in bank_accounts([seller_id]):
            holder, iban = store["legal_name"], store["iban"]
            with going_from(now() - timedelta(days=OPEN_DAYS)):
                keep_bank_account(actor=SYSTEM, seller_id=seller_id, holder=holder, iban=iban)


def pay_days() -> list[datetime]:
    """When staff went to the bank."""
    told = content.read("market")["payouts"]
    days = [_today() - timedelta(days=days) for days in told["days_ago"]]
    return [datetime.combine(day, time(told["hour"]), _zone()) for day in days]


def pay_stores(place: int) -> None:
    """One of the staff prepares the run, another approves it, the bank answers the same day: to one
    store no, the first time. The last run waits for its approval."""
    told = content.read("market")["payouts"]
    run_id = content.id_of("payout_run", str(place))
    if not _prepare(run_id, content.price(told["least"]).minor):
        return
    if place == len(told["days_ago"]) - 1:
        return
    decide_run(actor=_staff("finance"), run_id=run_id, is_approved=True)
    while order_transfers(actor=SYSTEM):
        pass
    answers = [BankAnswer("", is_paid=True, bank_reference=f"FT26{place + 1:02d}3304190")]
    if place == told["refused_in_run"]:
        refused = content.id_of("seller", told["refused"])
        answers += [
            BankAnswer(one.id.hex, is_paid=False, reason=told["refused_why"])
            for one in transfers_of_run(run_id).items
            if one.seller_id == refused
        ]
    answer_transfers(actor=_staff("finance"), run_id=run_id, answers=answers, paid_on=_today())


def _prepare(run_id: UUID, least_minor: int) -> bool:
    """False: it was prepared before, or nobody is owed that much."""
    if run(run_id):
        return False
    market_id = market(content.read("market")["market"]["slug"]).id
    told = {"run_id": run_id, "market_id": market_id, "pay_on": _today()}
    try:
        prepare_run(actor=_staff("operator"), least_minor=least_minor, **told)
    except NobodyToPay:
        return False
    return True


def _staff(who: str) -> Actor:
    told = content.read("market")[who]
    person = account_by_email(f"{told['email']}@{DEMONSTRATION_DOMAIN}")
    return Actor(ActorKind.STAFF, person.id, powers=STAFF_ROLES[person.staff_role])


def _paid_stores() -> list[dict]:
    return [store for store in content.read("market")["store"] if "iban" in store]


def _zone() -> ZoneInfo:
    country = market(content.read("market")["market"]["slug"]).country
    return ZoneInfo(country_profile(country).time_zone)


def _today() -> date:
    return now().astimezone(_zone()).date()
