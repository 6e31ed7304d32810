"""Makers of gateways' reports, for tests of the faces."""

from io import BytesIO
from uuid import UUID

from tijara.domains.orders.shapes import OrderView
from tijara.domains.payments.queries import attempts_of
from tijara.kit.actor import SYSTEM
from tijara.kit.money import Money

from .actions import book_report, read_report
from .queries import report

GATEWAY = "moyasar"
HEAD = "payment_id,type,currency,amount,net_amount,fee,vat,total_fee,transaction_date"
MOMENT = "2026-11-20T09:30:00.000Z"


def payment_of(order: OrderView) -> str:
    """What the gateway calls the payment that paid it."""
    assert order.charge_id
    return attempts_of(order.buyer_id, order.charge_id)[0].payment_id


def told(payment_id: str, amount: int, fee: int = 0, kind: str = "pay", **other: str) -> str:
    """A line of the file; the fee's VAT is 15 %."""
    vat = fee * 15 // 100
    sign = {"pay": 1}.get(kind, -1)
    cells = [amount, sign * amount - fee - vat, fee, vat, fee + vat]
    money = ",".join(Money(one, "SAR").to_decimal_string() for one in cells)
    return f"{payment_id},{kind},{other.get('currency', 'SAR')},{money},{other.get('at', MOMENT)}"


def make_report(*lines: str, name: str = "settlement.csv") -> UUID:
    file = BytesIO("\n".join([HEAD, *lines, ""]).encode())
    return read_report(actor=SYSTEM, gateway=GATEWAY, content=file, file_name=name)


def book(report_id: UUID, reference: str = "SETTLE-1") -> None:
    found = report(report_id)
    assert found
    book_report(actor=SYSTEM, report_id=report_id, bank_reference=reference, received=found.net)
