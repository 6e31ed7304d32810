"""A payout run as the file that a bank takes: ISO 20022 pain.001.001.09, and the same as CSV."""

import csv
import io
from xml.etree import ElementTree

from tijara.kit.money import Money

from ..shapes import BankOrder, BankTransfer

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
LONGEST_NAME, LONGEST_WORDS = 140, 140
HEAD = ("name", "iban", "amount", "currency", "reference", "words")
NOT_TOLD = "NOTPROVIDED"
"""The agent of whoever pays by IBAN alone."""
FORMULA = "=+-@\t\r"


def transfers_xml(order: BankOrder) -> bytes:
    """One payment of many transfers. The same order gives the same bytes."""
    document = ElementTree.Element("Document", {"xmlns": NAMESPACE})
    root = _under(document, "CstmrCdtTrfInitn")
    _header(root, order)
    payment = _under(root, "PmtInf")
    _said(payment, "PmtInfId", order.message_id)
    _said(payment, "PmtMtd", "TRF")
    _counted(payment, order)
    _said(_under(payment, "ReqdExctnDt"), "Dt", order.pay_on.isoformat())
    _said(_under(payment, "Dbtr"), "Nm", order.holder[:LONGEST_NAME])
    account = _under(payment, "DbtrAcct")
    _said(_under(account, "Id"), "IBAN", order.iban)
    _said(account, "Ccy", order.total.currency)
    agent = _under(_under(_under(payment, "DbtrAgt"), "FinInstnId"), "Othr")
    _said(agent, "Id", NOT_TOLD)
    for transfer in order.transfers:
        _transfer(payment, transfer)
    return ElementTree.tostring(document, encoding="utf-8", xml_declaration=True)


def transfers_csv(order: BankOrder) -> bytes:
    """With a mark of its encoding, for the spreadsheet of a bank's portal."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(HEAD)
    for one in order.transfers:
        name = one.holder.lstrip(FORMULA)
        money = one.amount
        rows.writerow(
            (name, one.iban, money.to_decimal_string(), money.currency, one.reference, one.words)
        )
    return out.getvalue().encode("utf-8-sig")


def _header(root: ElementTree.Element, order: BankOrder) -> None:
    header = _under(root, "GrpHdr")
    _said(header, "MsgId", order.message_id)
    _said(header, "CreDtTm", order.approved_at.isoformat(timespec="seconds"))
    _counted(header, order)
    _said(_under(header, "InitgPty"), "Nm", order.holder[:LONGEST_NAME])


def _counted(parent: ElementTree.Element, order: BankOrder) -> None:
    _said(parent, "NbOfTxs", str(len(order.transfers)))
    _said(parent, "CtrlSum", order.total.to_decimal_string())


def _transfer(payment: ElementTree.Element, transfer: BankTransfer) -> None:
    told = _under(payment, "CdtTrfTxInf")
    _said(_under(told, "PmtId"), "EndToEndId", transfer.reference)
    _money(_under(told, "Amt"), transfer.amount)
    _said(_under(told, "Cdtr"), "Nm", transfer.holder[:LONGEST_NAME])
    _said(_under(_under(told, "CdtrAcct"), "Id"), "IBAN", transfer.iban)
    _said(_under(told, "RmtInf"), "Ustrd", transfer.words[:LONGEST_WORDS])


def _money(parent: ElementTree.Element, amount: Money) -> None:
    told = ElementTree.SubElement(parent, "InstdAmt", {"Ccy": amount.currency})
    told.text = amount.to_decimal_string()


def _said(parent: ElementTree.Element, name: str, text: str) -> None:
    _under(parent, name).text = text


def _under(parent: ElementTree.Element, name: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, name)
