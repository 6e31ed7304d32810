"""When cash is due, what a line of a carrier's list does, and how such a line is read."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from tijara.domains.fulfilment.shapes import Ending, ShipmentView
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit import lists
from tijara.kit.arabic import ascii_digits, fold, strip_controls
from tijara.kit.calendar import WorkingDays

from .shapes import Candidate, CashState, Outcome, ReadLine, Verdict

EDGES = (0, 7, 14, 30)
"""Days overdue up to which an age reaches: not yet due, a week, two, a month; then more."""
WAYBILL, AMOUNT, CHARGE, DAY = "waybill", "amount", "charge", "day"
FIELDS = (WAYBILL, AMOUNT, CHARGE, DAY)
NEEDED = (WAYBILL, AMOUNT)
HEADINGS = {
    DAY: ("date", "day", "تاريخ", "اليوم", "jour"),
    CHARGE: ("fee", "charge", "commission", "deduct", "رسوم", "أجرة", "عمولة", "frais"),
    WAYBILL: (
        "waybill", "awb", "tracking", "shipment", "reference", "order", "consignment", "بوليصة",
        "تتبع", "شحنة", "طلب", "suivi", "colis", "commande",
    ),
    AMOUNT: ("cod", "amount", "collected", "cash", "مبلغ", "محصل", "montant", "encaisse"),
}  # fmt: skip
"""How carriers call their columns, in part. Asked in this order: "COD fee" is a charge."""
NOT_IN_A_WAYBILL = re.compile(r"[^0-9A-Z]")
LONGEST = 60
LONGEST_MAILBOX = 254


def deposit_parts(
    amount_minor: int, parcels: Iterable[ShipmentView], *, is_cancelled: bool
) -> tuple[int, int, int]:
    """What of a deposit (counted, is lost, went back): of each parcel that has ended its part; of
    an order that was called off what lay in none, too."""
    counted = lost = back = in_parcels = 0
    for one in parcels:
        in_parcels += one.ahead_minor
        if one.outcome is Ending.DELIVERED:
            counted += one.ahead_minor
        elif not one.is_open:
            lost += one.lost_minor
            back += one.ahead_minor - one.lost_minor
    return counted, lost, back + (amount_minor - in_parcels if is_cancelled else 0)


def carrier_key(name: str) -> str:
    return fold(strip_controls(name))[:LONGEST]


def letter_number(letter_id: UUID) -> str:
    """ "CL-1A2B3C4D": what is drawn by chance of its id."""
    return f"CL-{letter_id.hex[-8:].upper()}"


def is_mailbox(typed: str) -> bool:
    try:
        validate_email(typed)
    except ValidationError:
        return False
    return len(typed) <= LONGEST_MAILBOX


def due_at(collected_at: datetime, days: int, working: WorkingDays, zone: ZoneInfo) -> datetime:
    """The end of the carrier's last working day, where the market is."""
    last = working.after(collected_at.astimezone(zone).date(), days)
    return datetime.combine(last + timedelta(days=1), time(), zone)


def days_late(due: datetime | None, moment: datetime) -> int:
    """Begun days after it was due; 0, it is not."""
    if due is None or moment < due:
        return 0
    return (moment - due) // timedelta(days=1) + 1


def age_of(late: int) -> int:
    """Which of the five ages: see EDGES."""
    return next((place for place, edge in enumerate(EDGES) if late <= edge), len(EDGES))


def tidy_waybill(typed: str) -> str:
    """As it is compared: carriers and people put what they like between its signs."""
    return NOT_IN_A_WAYBILL.sub("", ascii_digits(strip_controls(typed)).upper())[:LONGEST]


def outcome_of(amount: int, charge: int, left: int, owed_back: int) -> Outcome:
    """What a line of a parcel that we know does. `left` is what is owed of its cash, `owed_back`
    what we owe its carrier for having brought it back."""
    if not amount:
        return Outcome(Verdict.RETURN, owed_back_minor=min(charge, owed_back))
    debt = min(amount, left)
    excess = max(0, amount - debt - (charge - min(charge, debt)))
    if amount > left:
        return Outcome(Verdict.OVER, debt, excess)
    return Outcome(Verdict.PAID if debt == left else Verdict.SHORT, debt)


def matches(
    lines: Iterable[tuple[str, int, int]], candidates: Iterable[Candidate]
) -> list[tuple[Candidate | None, Outcome]]:
    """What each line (waybill, amount, charge) is, one after the other: of what an earlier line
    has paid, a later one finds only the rest."""
    found: dict[str, list[Candidate]] = {}
    now_of = {one.key: one for one in candidates}
    for one in sorted(now_of.values(), key=lambda one: one.key):
        for name in {one.waybill, one.number} - {""}:
            found.setdefault(name, []).append(one)
    told: list[tuple[Candidate | None, Outcome]] = []
    for waybill, amount, charge in lines:
        near = [now_of[one.key] for one in found.get(waybill, [])]
        best = min(near, key=lambda one: _farness(one, waybill, amount), default=None)
        if best is None:
            told.append((None, Outcome(Verdict.UNKNOWN, excess_minor=max(0, amount - charge))))
            continue
        outcome = outcome_of(amount, charge, best.left_minor, best.owed_back_minor)
        told.append((best, outcome))
        now_of[best.key] = replace(
            best,
            left_minor=best.left_minor - outcome.debt_minor,
            owed_back_minor=best.owed_back_minor - outcome.owed_back_minor,
        )
    return told


def _farness(one: Candidate, waybill: str, amount: int) -> tuple:
    """Of several parcels under one number: the one that the amount fits, else one of which
    something is owed, else any."""
    is_charge = not amount and one.state is CashState.RETURNED
    fits = (amount and one.left_minor == amount) or is_charge
    return one.waybill != waybill, not fits, not one.left_minor


def transfers_of(amount: int, charge: int, outcome: Outcome) -> list[Transfer]:
    """What a line moves: the bank gets amount less charge, whatever the line is. Of one that we
    know nothing about, all of it is the carrier's."""
    if outcome.verdict is Verdict.RETURN:
        return [
            Transfer(Account.CARRIER_PAYABLE, Account.BANK, outcome.owed_back_minor),
            Transfer(Account.CARRIER_CHARGES, Account.BANK, charge - outcome.owed_back_minor),
        ]
    kept = min(charge, outcome.debt_minor)
    beyond = max(0, charge - kept - (amount - outcome.debt_minor))
    return [
        Transfer(Account.BANK, Account.CARRIER_RECEIVABLE, outcome.debt_minor - kept),
        Transfer(Account.CARRIER_CHARGES, Account.CARRIER_RECEIVABLE, kept),
        Transfer(Account.BANK, Account.CARRIER_PAYABLE, outcome.excess_minor),
        Transfer(Account.CARRIER_CHARGES, Account.BANK, beyond),
    ]


def mark_of(line: ReadLine) -> str:
    """What makes a line the same line, in whatever file it comes."""
    return lists.mark_of(line.waybill, line.amount_minor, line.charge_minor, line.paid_on)


def guessed_columns(header: Sequence[str], kept: Mapping[str, str]) -> dict[str, str]:
    return lists.guessed_columns(header, kept, HEADINGS)


def columns_fault(columns: Mapping[str, str], header: Sequence[str]) -> dict[str, str]:
    return lists.columns_fault(columns, header, NEEDED)


def read_line(place: int, told: Mapping[str, str], exponent: int) -> ReadLine:
    """`told` has the cells by field. What can't be read for sure is told, never guessed."""
    waybill = tidy_waybill(told.get(WAYBILL, ""))
    amount = _minor(told.get(AMOUNT, ""), exponent)
    charge = _minor(told.get(CHARGE, ""), exponent, nothing=0)
    day, typed = None, told.get(DAY, "").strip()
    if typed:
        day = lists.day_of(typed)
    fault = ""
    if not waybill:
        fault = "no_waybill"
    elif amount is None or not (amount or charge):
        fault = "no_amount"
    elif charge is None or (amount and charge > amount):
        fault = "no_charge"
    elif typed and day is None:
        fault = "no_day"
    return ReadLine(place, waybill, amount or 0, charge or 0, day, fault)


def _minor(typed: str, exponent: int, nothing: int | None = None) -> int | None:
    minor = lists.minor_of(typed, exponent, nothing)
    return minor if minor is None or minor >= 0 else None


def sums_of(lines: Iterable[ReadLine]) -> tuple[int, int]:
    """(amounts, charges) of the lines that count."""
    counted = [line for line in lines if not line.fault]
    return sum(one.amount_minor for one in counted), sum(one.charge_minor for one in counted)


def shares_left(shares: Sequence[int], back_minor: int) -> list[int]:
    """What a seller has of each of an order's parcels after so much of it went back: of the first
    first, as its units do."""
    left = []
    for share in shares:
        taken = min(back_minor, max(0, share))
        back_minor -= taken
        left.append(share - taken)
    return left
