"""Claim the cash of parcels from their carrier: one letter, with a day by which he answers."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from uuid import UUID

from tijara.domains.markets.queries import market_by_id, working_days, zone_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.money import Money, total
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Outcome, Step, move
from tijara.platform.process.rows import move_rows

from ..models import Carrier, CashParcel, Claim, ClaimLetter
from ..models.track import TRACK
from ..rules import days_late, due_at, letter_number
from ..shapes import CashState, ClaimedParcel, ClaimReason
from ..states import CLAIM
from .read_remittance import NoSuchCarrier
from .send_claim import send_claim

MOST_PARCELS = 200
MOST_DAYS = 60
LONGEST_NOTE, LONGEST_OF_PARCEL = 500, 200


class NothingToClaim(Refusal):
    """It has come, or it is claimed already."""

    code = "cash.nothing_to_claim"


class ClaimInvalid(Invalid):
    """`fields`: "parcels", "days", "note"."""

    code = "cash.claim_invalid"


@action(power=Power.PAYMENTS_MANAGE)
def claim_parcels(
    *,
    actor: Actor,
    carrier_id: UUID,
    letter_id: UUID,
    parcels: Sequence[tuple[UUID, UUID]],
    days: int | None = None,
    reason: ClaimReason | None = None,
    note: str = "",
) -> UUID:
    """The letter's id. The same id again writes no second one. What has come meanwhile is left out;
    what was claimed before, and not paid, is asked for again. Without a reason each parcel's own is
    told; without days he has as many as his settings say."""
    if ClaimLetter.objects.filter(id=letter_id).exists():
        return letter_id
    carrier = Carrier.objects.select_for_update().filter(id=carrier_id).first()
    if carrier is None:
        raise NoSuchCarrier()
    days = carrier.claim_days if days is None else days
    note = strip_controls(note).strip()
    if faults := _faults(parcels, days, note):
        raise ClaimInvalid(faults)
    country = market_by_id(carrier.market_id).country
    until = due_at(now(), days, working_days(country), zone_of(country))
    given = {"letter_id": letter_id, "answer_by": until, "note": note[:LONGEST_OF_PARCEL]}
    named = [
        told
        for row in _locked(carrier_id, parcels)
        if (told := _claimed(actor, row, reason, given))
    ]
    if not named:
        raise NothingToClaim()
    currency = named[0].asked.currency
    letter = ClaimLetter.objects.create(
        id=letter_id,
        carrier_id=carrier_id,
        market_id=carrier.market_id,
        number=letter_number(letter_id),
        currency=currency,
        amount_minor=total([one.asked for one in named], currency).minor,
        parcels=[asdict(one) for one in named],
        note=note,
        written_by=actor.person_id,
        answer_by=until,
        sent_to=carrier.claims_to,
    )
    if letter.sent_to:
        send_claim(actor=SYSTEM, letter_id=letter_id)
    return letter_id


def _faults(parcels: Sequence[tuple[UUID, UUID]], days: int, note: str) -> dict[str, str]:
    faults = {}
    if not parcels:
        faults["parcels"] = "required"
    elif len(parcels) > MOST_PARCELS:
        faults["parcels"] = "too_many_goods"
    if not 1 <= days <= MOST_DAYS:
        faults["days"] = "outside_limits"
    if len(note) > LONGEST_NOTE:
        faults["note"] = "too_long"
    return faults


def _locked(carrier_id: UUID, parcels: Sequence[tuple[UUID, UUID]]) -> list[CashParcel]:
    """Only what was named, of this carrier: in the order of their keys, as all who lock them."""
    wanted = set(parcels)
    rows = CashParcel.objects.select_for_update().filter(
        carrier_id=carrier_id,
        seller_id__in={seller_id for seller_id, _ in wanted},
        id__in={id for _, id in wanted},
    )
    return [row for row in rows.order_by("seller_id", "id") if (row.seller_id, row.id) in wanted]


def _claimed(
    actor: Actor, parcel: CashParcel, reason: ClaimReason | None, given: dict[str, object]
) -> ClaimedParcel | None:
    """None where there is nothing to ask for."""
    is_short = parcel.state == CashState.SHORT or parcel.paid_minor > 0
    why = reason or (ClaimReason.SHORT if is_short else ClaimReason.LATE)
    known = Claim.objects.filter(seller_id=parcel.seller_id, id=parcel.id)
    if parcel.state == CashState.CLAIMED:
        again = {name: given[name] for name in ("letter_id", "answer_by")}
        again |= {"answered_at": None, "answer": ""}
        rows = known.filter(ended_at=None)
        if not move_rows(CLAIM, rows, Step("ask_again", actor, sets=again)):
            return None
        why = reason or ClaimReason(known.values_list("reason", flat=True)[0])
    elif _moved(actor, parcel, why):
        Claim.objects.create(
            seller_id=parcel.seller_id,
            id=parcel.id,
            carrier_id=parcel.carrier_id,
            reason=why,
            opened_by=actor.person_id,
            **given,
        )
    else:
        return None
    return _named(parcel, why)


def _moved(actor: Actor, parcel: CashParcel, why: ClaimReason) -> bool:
    step = Step("claim", actor, reason=why)
    return move(TRACK, parcel.seller_id, parcel.id, step).outcome is Outcome.MOVED


def _named(parcel: CashParcel, why: ClaimReason) -> ClaimedParcel:
    zone = zone_of(market_by_id(_market_of(parcel)).country)
    collected, due = parcel.collected_at or parcel.moved_at, parcel.due_at or parcel.moved_at
    last = due - timedelta(seconds=1)
    return ClaimedParcel(
        seller_id=parcel.seller_id,
        id=parcel.id,
        number=parcel.number,
        waybill=parcel.waybill,
        reason=why,
        amount=Money(parcel.amount_minor, parcel.currency),
        asked=Money(parcel.amount_minor - parcel.paid_minor, parcel.currency),
        collected_on=collected.astimezone(zone).date(),
        due_on=last.astimezone(zone).date(),
        days_late=days_late(parcel.due_at, now()),
    )


def _market_of(parcel: CashParcel) -> UUID:
    return Carrier.objects.values_list("market_id", flat=True).get(id=parcel.carrier_id)
