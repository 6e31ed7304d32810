"""What the gateway settles, as its own file says it: whole, short, twice, of nobody, taken back."""

import csv
import io
from dataclasses import dataclass, field
from uuid import UUID

from tijara.domains.clearing.actions import (
    book_report,
    discard_report,
    end_line,
    read_report,
)
from tijara.domains.clearing.queries import report, report_lines
from tijara.domains.clearing.shapes import Ending
from tijara.domains.payments.actions import pay_refunds
from tijara.faces.cli.bench import past
from tijara.faces.cli.demonstration import cards
from tijara.kit.actor import SYSTEM
from tijara.kit.arabic import parse_decimal
from tijara.kit.money import Money

from .files import Desk, bring
from .history import History
from .places import CARDS_IN

GATEWAY, WORD = "moyasar", "report"
SHORT_MINOR = 700
Row = dict[str, str]


@dataclass(slots=True)
class Book:
    """What this hand's buyers have paid with cards, by the numbers of their orders; and what the
    gateway has told of it already."""

    numbers: set[str] = field(default_factory=set)
    told: dict[tuple[str, str], int] = field(default_factory=dict)
    """By payment and kind: how much of it."""
    later: list[Row] = field(default_factory=list)
    """What it will say in its next file: the rest of a payment, or what it had paid twice."""


def bring_report(history: History, book: Book) -> None:
    history.event("cards paid back", lambda: pay_refunds(actor=SYSTEM))
    rows = list(csv.DictReader(io.StringIO(cards.settlement("", "9"))))
    fresh = [news for row in rows if (news := _news(book, row))]
    if not fresh:
        return
    later, book.later = book.later, []
    written = _written(history, book, fresh) + later
    if history.chance.random() < 0.3:
        history.chance.shuffle(written)
    head, *lines = _lines(list(fresh[0]), written)
    made = bring(history, _DESK, head, lines)
    if made is not None:
        _look_at(history, made)


def _news(book: Book, row: Row) -> Row | None:
    """What has not been told of it: the simulator sums up what went back of a payment."""
    key, minor = (row["payment_id"], row["type"]), _minor(row, "amount")
    before = book.told.get(key, 0)
    if row["description"] not in book.numbers or minor == before:
        return None
    book.told[key] = minor
    return row | _amounts(minor - before, before - minor) if before else row


def _written(history: History, book: Book, rows: list[Row]) -> list[Row]:
    chance, told = history.chance, []
    for row in rows:
        draw, is_payment = chance.random(), row["type"] == "pay"
        if is_payment and draw < 0.06 and _minor(row, "net_amount") > 2 * SHORT_MINOR:
            told.append(_other(row, -SHORT_MINOR))
            book.later.append(_only(row, SHORT_MINOR))
        elif is_payment and draw < 0.10:
            twice = row | {"transaction_date": f"{row['transaction_date'][:-1]}1Z"}
            told += [row, twice]
            if chance.random() < 0.5:
                minor = _minor(row, "net_amount")
                amounts = _amounts(_minor(row, "amount"), -minor)
                fees = {name: f"-{row[name]}" for name in ("fee", "vat", "total_fee")}
                book.later.append(row | fees | amounts | {"type": "chargeback"})
        elif is_payment and draw < 0.14:
            book.later.append(row | {"type": "chargeback"} | _back(row))
            told.append(row)
        else:
            told += [row, row] if draw > 0.96 else [row]
    if chance.random() < 0.3:
        nobody = f"{chance.getrandbits(128):032x}"
        told.append(_only(rows[0], 8_500) | {"payment_id": nobody, "description": ""})
    return told


def _other(row: Row, more: int) -> Row:
    return row | _amounts(_minor(row, "amount") + more, _minor(row, "net_amount") + more)


def _only(row: Row, minor: int) -> Row:
    """So much of it, and no fee."""
    free = dict.fromkeys(("fee", "vat", "total_fee"), "0.00")
    return row | free | _amounts(minor, minor) | {"type": "pay"}


def _back(row: Row) -> Row:
    free = dict.fromkeys(("fee", "vat", "total_fee"), "0.00")
    return free | _amounts(_minor(row, "amount"), -_minor(row, "amount"))


def _amounts(minor: int, net: int) -> Row:
    whole, left = Money(minor, CARDS_IN), Money(net, CARDS_IN)
    return {"amount": whole.to_decimal_string(), "net_amount": left.to_decimal_string()}


def _minor(row: Row, name: str) -> int:
    return parse_decimal(row[name], 2) or 0


def _lines(head: list[str], rows: list[Row]) -> list[str]:
    text = io.StringIO()
    table = csv.DictWriter(text, head, lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue().splitlines()


def _net(made: UUID) -> Money:
    told = report(made)
    return told.net if told else Money(0, CARDS_IN)


def _look_at(history: History, made: UUID) -> None:
    """What each line turned out to be; most of what is to be explained is."""
    told = report(made)
    for line in report_lines(told) if told and told.booked_at else ():
        history.seen[f"report line: {line.verdict}"] += 1
        if line.is_open and history.chance.random() < 0.8:
            is_borne = line.excess.minor < 0 and history.chance.random() < 0.5
            ending = Ending.BORNE if is_borne else Ending.GIVEN_BACK
            history.event(
                "report line ended",
                lambda id=line.id, ending=ending: end_line(
                    actor=past.staff(), report_id=made, line_id=id, ending=ending
                ),
            )


_DESK = Desk(
    WORD,
    lambda file: read_report(actor=past.staff(), gateway=GATEWAY, content=file),
    _net,
    lambda made, reference, received: book_report(
        actor=past.staff(), report_id=made, bank_reference=reference, received=received
    ),
    lambda made: discard_report(actor=past.staff(), report_id=made),
)
