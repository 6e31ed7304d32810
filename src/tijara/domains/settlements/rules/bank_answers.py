"""What a bank says of a payout run: a status report, ISO 20022 pain.002 of any version."""

from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ..shapes import BankAnswer

PAID = frozenset({"ACSC", "ACCC"})
"""Settled at our bank, or credited at the seller's."""
FAILED = frozenset({"RJCT", "CANC"})
LONGEST_REASON = 80


class ReportUnreadable(ValueError):
    """It is no status report."""


def read_report(content: bytes) -> tuple[str, list[BankAnswer]]:
    """The run that it answers (its message id), and what it says for certain of transfers. Others
    are still under way, and not in it. One with an empty reference speaks of all of the run."""
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fault:
        raise ReportUnreadable from fault
    group = _first(root, "OrgnlGrpInfAndSts")
    if group is None:
        raise ReportUnreadable
    told = [_answer(one, "TxSts") for one in _all(root, "TxInfAndSts")]
    whole = [_answer(one, "PmtInfSts") for one in _all(root, "OrgnlPmtInfAndSts")]
    known = told or [one for one in [*whole, _answer(group, "GrpSts")] if one][:1]
    return _text(group, "OrgnlMsgId"), [one for one in known if one]


def _answer(told: Element, status: str) -> BankAnswer | None:
    code = _text(told, status)
    if code not in PAID | FAILED:
        return None
    reason = " ".join(filter(None, (_reason(told), *map(_said, _all(told, "AddtlInf")))))
    return BankAnswer(
        reference=_text(told, "OrgnlEndToEndId") if status == "TxSts" else "",
        is_paid=code in PAID,
        reason="" if code in PAID else reason[:LONGEST_REASON],
        bank_reference=_text(told, "AcctSvcrRef"),
    )


def _reason(told: Element) -> str:
    found = _first(told, "Rsn")
    return "" if found is None else _text(found, "Cd") or _text(found, "Prtry")


def _text(parent: Element, name: str) -> str:
    found = _first(parent, name)
    return "" if found is None else _said(found)


def _said(found: Element) -> str:
    return (found.text or "").strip()


def _first(parent: Element, name: str) -> Element | None:
    return next(iter(_all(parent, name)), None)


def _all(parent: Element, name: str) -> list[Element]:
    """By its local name: each version has a namespace of its own."""
    return [one for one in parent.iter() if one.tag.rpartition("}")[2] == name]
