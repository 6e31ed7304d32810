"""Bring a seller's reserve to where it should be: release, hold, use, fill up; end his demand.

Asked as often as one likes: what is right already stays. Whoever pays him asks it first.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.queries import account_moves, credit_balance
from tijara.domains.ledger.shapes import Account, AccountMove, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Demand, ReservePart, ReserveTermsRow
from ..queries import payable, reserve_terms_of
from ..rules import held_back, taken_first
from ..shapes import ReserveKind, ReserveTerms
from ..states import DEMAND

EARNED_BY = ("deal_settled", "parcel_delivered")
"""The journals that make an order's money payable: after the protection, or where there is none."""
OVERLAP = timedelta(hours=1)
"""Journals may be committed after younger ones: so far back is looked again."""
HELD, RELEASED, USED = "reserve_held", "reserve_released", "reserve_used"


@action(power=Power.SYSTEM)
def keep_reserve(*, actor: Actor, seller_id: UUID) -> int:
    """How many things it did."""
    one_at_a_time(f"settlements.reserve:{seller_id}")
    terms = reserve_terms_of([seller_id]).get(seller_id)
    done = _release_due(seller_id)
    if terms and terms.rate_bp:
        done += _hold(seller_id, terms)
    done += _use(seller_id)
    done += _fill_up(seller_id, terms.fixed_minor if terms else 0)
    if credit_balance(seller_id, Account.SELLER_PAYABLE) >= 0:
        settled = Step("settle", actor, vouched=("owes_nothing",), sets={"ended_at": now()})
        done += move_rows(DEMAND, Demand.objects.filter(seller_id=seller_id), settled)
    return done


def _release_due(seller_id: UUID) -> int:
    due = list(_standing(seller_id).filter(release_at__lte=now()).order_by("release_at", "id"))
    for part in due:
        _give(part, part.left_minor, RELEASED)
    return len(due)


def _hold(seller_id: UUID, terms: ReserveTerms) -> int:
    since = _looked_from(seller_id)
    moves = account_moves([seller_id], Account.SELLER_PAYABLE, since=since, kinds=EARNED_BY)
    known = set(
        ReservePart.objects.filter(
            seller_id=seller_id, id__in=[one.id for one in moves]
        ).values_list("id", flat=True)
    )
    fresh = [one for one in moves if one.id not in known and one.amount_minor > 0]
    for one in fresh:
        _hold_part(one, terms)
    return len(fresh)


def _looked_from(seller_id: UUID) -> datetime:
    """What became payable before the terms held is not touched."""
    rows = ReservePart.objects.filter(seller_id=seller_id, kind=ReserveKind.ROLLING)
    last = rows.aggregate(last=Max("earned_at"))["last"]
    told = ReserveTermsRow.objects.order_by("since").filter(seller_id=seller_id).first()
    whole = told or ReserveTermsRow.objects.filter(seller_id=None).order_by("since").first()
    since = whole.since if whole else now()
    return max(since, last - OVERLAP) if last else since


def _hold_part(earned: AccountMove, terms: ReserveTerms) -> None:
    """One of nothing is kept too: it says that this journal was looked at."""
    free = credit_balance(earned.seller_id, Account.SELLER_PAYABLE)
    minor = held_back(earned.amount_minor, terms.rate_bp, free)
    part = ReservePart.objects.create(
        seller_id=earned.seller_id,
        id=earned.id,
        kind=ReserveKind.ROLLING,
        order_id=earned.order_id,
        currency=earned.currency,
        amount_minor=minor,
        left_minor=minor,
        earned_at=earned.occurred_at,
        release_at=earned.occurred_at + timedelta(days=terms.days),
    )
    if minor:
        _post(part, HELD, part.id, Transfer(Account.SELLER_PAYABLE, Account.SELLER_RESERVE, minor))


def _use(seller_id: UUID) -> int:
    """He owes us: his reserve pays first."""
    owed = -credit_balance(seller_id, Account.SELLER_PAYABLE)
    if owed <= 0:
        return 0
    parts = {one.id: one for one in _standing(seller_id)}
    told = [(one.id, one.left_minor, one.release_at) for one in parts.values()]
    taken = taken_first(told, owed)
    for part_id, minor in taken:
        _give(parts[part_id], minor, USED)
    return len(taken)


def _fill_up(seller_id: UUID, wanted_minor: int) -> int:
    parts = list(_standing(seller_id).filter(kind=ReserveKind.FIXED).order_by("held_at", "id"))
    lacks = wanted_minor - sum(one.left_minor for one in parts)
    if lacks < 0:
        return _give_beyond(parts, -lacks)
    minor = min(lacks, payable(seller_id).minor) if lacks else 0
    if minor <= 0:
        return 0
    part = ReservePart.objects.create(
        seller_id=seller_id,
        kind=ReserveKind.FIXED,
        currency=payable(seller_id).currency,
        amount_minor=minor,
        left_minor=minor,
        earned_at=now(),
    )
    _post(part, HELD, part.id, Transfer(Account.SELLER_PAYABLE, Account.SELLER_RESERVE, minor))
    return 1


def _give_beyond(parts: Sequence[ReservePart], minor: int) -> int:
    taken = taken_first([(one.id, one.left_minor, None) for one in parts], minor)
    for part_id, much in taken:
        _give(next(one for one in parts if one.id == part_id), much, RELEASED)
    return len(taken)


def _standing(seller_id: UUID):
    return ReservePart.objects.select_for_update().filter(seller_id=seller_id, left_minor__gt=0)


def _give(part: ReservePart, minor: int, kind: str) -> None:
    part.left_minor -= minor
    ReservePart.objects.filter(seller_id=part.seller_id, id=part.id).update(
        left_minor=part.left_minor
    )
    given = Transfer(Account.SELLER_RESERVE, Account.SELLER_PAYABLE, minor)
    _post(part, kind, new_id(), given)


def _post(part: ReservePart, kind: str, reference_id: UUID, moved: Transfer) -> None:
    post_journal(
        actor=SYSTEM,
        seller_id=part.seller_id,
        kind=kind,
        reference_id=reference_id,
        order_id=part.order_id,
        currency=part.currency,
        transfers=[moved],
    )
