"""What carriers pay of the cash that they collected: lists with lines that are whole, short, too
much, said twice or of nobody's parcel; parcels that stand in none, and letters that ask for them.
"""

from uuid import UUID

from tijara.domains.cash.actions import (
    book_remittance,
    claim_parcels,
    decide_write_off,
    discard_remittance,
    explain_line,
    follow_parcel,
    grow_late,
    note_refusal,
    propose_write_off,
    read_remittance,
)
from tijara.domains.cash.queries import candidates, carriers, remittance, remittance_lines
from tijara.domains.cash.shapes import CashState
from tijara.faces.cli.bench import past
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money

from .files import Desk, bring
from .history import History
from .parcels import Carried
from .places import BACK_MINOR, Place

HEAD = "رقم البوليصة,المبلغ المحصّل,رسوم التحصيل,تاريخ التسليم"
CHARGE = 900
WORD = "list"
CLAIMED_AFTER = 2
"""Lists in which a parcel should have stood."""


def bring_list(history: History, place: Place, carrier: str, waiting: list[Carried]) -> None:
    """Of what waits is left what its carrier still owes, as far as he knows."""
    carrier_id = _followed(place.market.id, carrier, waiting)
    rows, left = _rows(history, place, waiting)
    desk = Desk(
        WORD,
        lambda file: read_remittance(actor=past.staff(), carrier_id=carrier_id, content=file),
        lambda made: _net(made, place.market.currency),
        lambda made, reference, received: book_remittance(
            actor=past.staff(), remittance_id=made, bank_reference=reference, received=received
        ),
        lambda made: discard_remittance(actor=past.staff(), remittance_id=made),
    )
    made = bring(history, desk, HEAD, rows)
    if made is None:
        return
    _look_at(history, made)
    waiting[:] = left
    history.event("cash grew late", lambda: grow_late(actor=SYSTEM))
    _claim(history, carrier_id, waiting)


def _followed(market_id: UUID, carrier: str, waiting: list[Carried]) -> UUID:
    """The carrier. Who brings a list for parcels that the market's worker has not come to yet finds
    them followed all the same, as the desk's own job would."""
    known = {one.name: one.id for one in carriers(market_id)}
    names = [one.name for one in waiting]
    found = {one.key: one for one in candidates(known[carrier], names)} if carrier in known else {}
    for one in waiting:
        seen = found.get((one.seller_id, one.parcel_id))
        if seen is None or seen.state is CashState.WITH_CARRIER:
            follow_parcel(actor=SYSTEM, seller_id=one.seller_id, shipment_id=one.parcel_id)
    if carrier not in known:
        known = {one.name: one.id for one in carriers(market_id)}
    return known[carrier]


def _rows(
    history: History, place: Place, waiting: list[Carried]
) -> tuple[list[str], list[Carried]]:
    """What he writes, and what will be owed after it."""
    chance, rows, left = history.chance, [], []
    for one in waiting:
        draw = chance.random()
        if not one.is_taken:
            rows.append(_row(place, one.name, 0, BACK_MINOR + (500 if draw < 0.1 else 0)))
        elif draw < 0.12:
            one.passed += 1
            left.append(one)
            history.seen["list without a parcel"] += 1
        elif draw < 0.18 and one.minor > 1:
            part = chance.randrange(1, one.minor)
            rows.append(_row(place, one.name, part, 0))
            one.minor, one.passed = one.minor - part, one.passed + 1
            left.append(one)
        else:
            more = 500 if draw < 0.22 else 0
            rows.append(_row(place, one.name, one.minor + more, min(CHARGE, one.minor)))
    if rows and chance.random() < 0.4:
        rows.append(chance.choice(rows))
    if chance.random() < 0.3:
        number = f"99{chance.randrange(10**9)}"
        rows.append(_row(place, number, chance.randrange(1_000, 50_000), CHARGE))
    if chance.random() < 0.3:
        chance.shuffle(rows)
    return rows, left


def _row(place: Place, name: str, minor: int, charge: int) -> str:
    currency = place.market.currency
    paid, kept = Money(minor, currency), Money(charge, currency)
    return f"{name},{paid.to_decimal_string()},{kept.to_decimal_string()},{now():%Y-%m-%d}"


def _net(made: UUID, currency: str) -> Money:
    told = remittance(made)
    return told.net if told else Money(0, currency)


def _look_at(history: History, made: UUID) -> None:
    """What each line turned out to be; most of what was too much goes back to its carrier."""
    told = remittance(made)
    for line in remittance_lines(told) if told and told.booked_at else ():
        history.seen[f"list line: {line.verdict}"] += 1
        if not line.is_explained and history.chance.random() < 0.8:
            history.event(
                "list line explained",
                lambda id=line.id: explain_line(actor=past.staff(), remittance_id=made, line_id=id),
            )


def _claim(history: History, carrier_id: UUID, waiting: list[Carried]) -> None:
    """A letter about those that should have come long ago. He pays late, or refuses; of some two
    of the staff give the cash up, and of a few it comes after all."""
    asked = [one for one in waiting if one.passed >= CLAIMED_AFTER]
    if not asked:
        return
    keys, letter_id = [(one.seller_id, one.parcel_id) for one in asked], new_id()
    history.event(
        "cash claimed",
        lambda: claim_parcels(
            actor=past.staff(), carrier_id=carrier_id, letter_id=letter_id, parcels=keys
        ),
    )
    if history.chance.random() < 0.5:
        return
    history.event(
        "claim refused",
        lambda: note_refusal(actor=past.staff(), letter_id=letter_id, words="لم نستلمها"),
    )
    for one in asked:
        _give_up(history, one)
        if history.chance.random() < 0.7:
            waiting.remove(one)


def _give_up(history: History, one: Carried) -> None:
    which = {"seller_id": one.seller_id, "parcel_id": one.parcel_id}
    first, second = past.staff(), past.staff()
    is_agreed, is_alone = history.chance.random() < 0.75, history.chance.random() < 0.2
    history.event("write-off proposed", lambda: propose_write_off(actor=first, **which))
    if is_alone:
        history.event(
            "write-off agreed", lambda: decide_write_off(actor=first, **which, is_agreed=True)
        )
    history.event(
        "write-off agreed" if is_agreed else "write-off taken back",
        lambda: decide_write_off(actor=second, **which, is_agreed=is_agreed),
    )
