"""How a line of a gateway's report is read."""

from collections.abc import Mapping
from dataclasses import replace

from tijara.kit.arabic import strip_controls
from tijara.kit.lists import LineKind, ListForm, mark_of, minor_of

from ..shapes import ReadLine
from .forms import told_word

LONGEST = 80


def read_line(
    place: int, told: Mapping[str, str], form: ListForm, currency: str, exponent: int
) -> ReadLine:
    """What can't be read for sure is told, never guessed."""
    amount, fee, vat = (
        minor_of(told.get(name, ""), exponent, 0) for name in ("amount", "fee", "vat")
    )
    kind = _kind(told, form, amount or 0)
    if kind is None:
        return ReadLine(place, LineKind.FEE, fault="no_kind")
    if kind is LineKind.NOTHING:
        return ReadLine(place, kind)
    said = strip_controls(told.get("currency", "")).upper()
    if said and said != currency:
        return ReadLine(place, kind, fault="other_currency")
    if amount is None or fee is None or vat is None or (kind is LineKind.PAYMENT and amount < 0):
        return ReadLine(place, kind, fault="no_amount")
    if kind is LineKind.FEE and not fee:
        fee, amount = amount, 0
    line = ReadLine(
        place,
        kind,
        strip_controls(told["reference"])[:LONGEST],
        abs(amount),
        fee,
        vat,
        strip_controls(told.get("moment", ""))[:40],
    )
    return _by_net(line, told.get("net", ""), exponent)


def mark_of_line(line: ReadLine) -> str:
    return mark_of(
        line.kind, line.reference, line.amount_minor, line.fee_minor, line.vat_minor, line.moment
    )


def _kind(told: Mapping[str, str], form: ListForm, amount: int) -> LineKind | None:
    """Where no column tells kinds, what is below nothing went back."""
    if "kind" in form.columns:
        return form.kinds.get(told_word(told.get("kind", "")))
    return LineKind.PAYMENT if amount >= 0 else LineKind.REFUND


def _by_net(line: ReadLine, net: str, exponent: int) -> ReadLine:
    """Some write what they keep below nothing: the net amount tells."""
    said = minor_of(net, exponent, line.net_minor)
    turned = replace(line, fee_minor=-line.fee_minor, vat_minor=-line.vat_minor)
    if said == turned.net_minor:
        line = turned
    return replace(line, fault=_fault(line, said))


def _fault(line: ReadLine, said: int | None) -> str:
    if line.kind is not LineKind.FEE and not line.reference:
        return "no_reference"
    if not (line.amount_minor or line.fee_minor or line.vat_minor):
        return "no_amount"
    return "" if said == line.net_minor else "net_differs"
