"""Book a carrier's list: the bank shows its sum, and every line of it says what it paid.

One commit, under the list's lock: cut off anywhere, nothing is booked; asked twice, it is once.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import F

from tijara.domains.fulfilment.actions import record_delivery
from tijara.domains.ledger.actions import post_journal
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Outcome as Moved
from tijara.platform.process.moving import Step, move
from tijara.platform.process.rows import move_rows

from ..models import CashParcel, Claim, Remittance, RemittanceLine
from ..models.track import TRACK
from ..queries import candidate_of, candidates
from ..rules import columns_fault, matches, transfers_of
from ..shapes import CashState, Outcome, Verdict
from ..states import CLAIM
from .close_remittance import close_remittance
from .follow_parcel import follow_parcel

SHORTEST, LONGEST = 3, 60
BOOKED = ["verdict", "debt_minor", "excess_minor", "owed_back_minor", "seller_id", "parcel_id"]


class NoSuchList(Refusal):
    code = "cash.no_such_list"
    kind = Kind.MISSING


class AlreadyBooked(Refusal):
    code = "cash.already_booked"


class LinesUnread(Refusal):
    """Lines of it can't be read, or its columns are not known: it can't be said what it pays."""

    code = "cash.lines_unread"


class NotWhatTheBankShows(Invalid):
    """`fields` says which; the list pays `net`."""

    code = "cash.not_what_the_bank_shows"


@action(power=Power.PAYMENTS_MANAGE)
def book_remittance(
    *, actor: Actor, remittance_id: UUID, bank_reference: str, received: Money | None
) -> None:
    row = Remittance.objects.select_for_update().filter(id=remittance_id).first()
    if row is None:
        raise NoSuchList()
    if row.booked_at is not None:
        raise AlreadyBooked()
    lines = list(
        RemittanceLine.objects.filter(remittance=row, mark__isnull=False).order_by("place")
    )
    _check(row, lines, strip_controls(bank_reference), received)
    _make_delivered(row.carrier_id, lines)
    near = candidates(row.carrier_id, [line.waybill for line in lines])
    held = CashParcel.objects.select_for_update().filter(
        seller_id__in={one.seller_id for one in near}, id__in={one.id for one in near}
    )
    parcels = {(one.seller_id, one.id): one for one in held.order_by("seller_id", "id")}
    told = matches(_asked(lines), [candidate_of(one) for one in parcels.values()])
    moment = now()
    for line, (found, outcome) in zip(lines, told, strict=True):
        _book(actor, line, parcels[found.key] if found else None, outcome, row.currency)
    RemittanceLine.objects.bulk_update(lines, BOOKED, batch_size=500)
    _settle_claims(parcels, moment)
    row.bank_reference, row.booked_at = strip_controls(bank_reference), moment
    row.booked_by = actor.person_id
    row.save()
    close_remittance(actor=actor, remittance_id=row.id)


def _check(
    row: Remittance, lines: list[RemittanceLine], reference: str, received: Money | None
) -> None:
    unread = RemittanceLine.objects.filter(remittance=row, verdict=Verdict.UNREADABLE)
    if columns_fault(row.columns, row.header) or not lines or unread.exists():
        raise LinesUnread()
    net = Money(sum(line.amount_minor - line.charge_minor for line in lines), row.currency)
    faults = {}
    if not SHORTEST <= len(reference) <= LONGEST:
        faults["bank_reference"] = "too_long" if len(reference) > LONGEST else "required"
    if received != net:
        faults["received"] = "not_the_sum"
    if faults:
        raise NotWhatTheBankShows(faults, net=net.to_decimal_string())


def _asked(lines: list[RemittanceLine]) -> list[tuple[str, int, int]]:
    return [(line.waybill, line.amount_minor, line.charge_minor) for line in lines]


def _make_delivered(carrier_id: UUID, lines: list[RemittanceLine]) -> None:
    """A carrier who pays for a parcel has delivered it, whether or not its seller has said so."""
    near = candidates(carrier_id, [line.waybill for line in lines])
    paid = {
        found.key: found
        for found, outcome in matches(_asked(lines), near)
        if found and outcome.debt_minor and found.state is CashState.WITH_CARRIER
    }
    for _, one in sorted(paid.items()):
        follow_parcel(actor=SYSTEM, seller_id=one.seller_id, shipment_id=one.id)
        rows = CashParcel.objects.filter(seller_id=one.seller_id, id=one.id)
        if rows.filter(state=CashState.WITH_CARRIER).exists():
            record_delivery(actor=SYSTEM, seller_id=one.seller_id, shipment_id=one.id)
            follow_parcel(actor=SYSTEM, seller_id=one.seller_id, shipment_id=one.id)


def _book(
    actor: Actor, line: RemittanceLine, parcel: CashParcel | None, outcome: Outcome, currency: str
) -> None:
    """What the line does, posted: in its seller's books; in the operator's, if it is nobody's."""
    line.verdict, line.debt_minor = outcome.verdict, outcome.debt_minor
    line.excess_minor, line.owed_back_minor = outcome.excess_minor, outcome.owed_back_minor
    if parcel:
        line.seller_id, line.parcel_id = parcel.seller_id, parcel.id
    post_journal(
        actor=SYSTEM,
        seller_id=parcel.seller_id if parcel else OPERATOR_ID,
        kind="cash_remitted",
        reference_id=line.id,
        order_id=parcel.order_id if parcel else None,
        currency=currency,
        transfers=transfers_of(line.amount_minor, line.charge_minor, outcome),
    )
    if parcel:
        _pay(actor, parcel, outcome)


def _pay(actor: Actor, parcel: CashParcel, outcome: Outcome) -> None:
    if outcome.owed_back_minor:
        rows = CashParcel.objects.filter(seller_id=parcel.seller_id, id=parcel.id)
        rows.update(owed_back_minor=F("owed_back_minor") - outcome.owed_back_minor)
        parcel.owed_back_minor -= outcome.owed_back_minor
    if not outcome.debt_minor:
        return
    parcel.paid_minor += outcome.debt_minor
    is_whole = parcel.paid_minor == parcel.amount_minor
    if is_whole:
        step = Step(
            "remit", actor, ("pay",), sets={"paid_minor": parcel.paid_minor, "waiting_minor": 0}
        )
    else:
        is_claimed = parcel.state == CashState.CLAIMED
        name = "pay_part_of_claim" if is_claimed else "pay_part"
        step = Step(name, actor, sets={"paid_minor": parcel.paid_minor})
    told = move(TRACK, parcel.seller_id, parcel.id, step)
    if told.outcome is not Moved.MOVED:
        raise AssertionError(f"the cash of {parcel.id} has moved under its lock")
    parcel.state = TRACK.process.move(step.name).after


def _settle_claims(parcels: Mapping[tuple[UUID, UUID], CashParcel], moment: datetime) -> None:
    """What was claimed has come."""
    paid = [one for one in parcels.values() if one.state == CashState.REMITTED]
    rows = Claim.objects.filter(
        seller_id__in={one.seller_id for one in paid}, id__in=[one.id for one in paid]
    )
    move_rows(CLAIM, rows, Step("settle", SYSTEM, sets={"ended_at": moment}))
