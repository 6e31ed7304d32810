"""What the authority looks at in receipts and documents, their signatures among it."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from stdnum import ean

from tijara.kit.clock import now

from ..cades import NotSigned, opened
from ..canonical import canonical, identity

OWN = re.compile(r"EG-([0-9]{9})-[0-9A-Za-z]{1,30}")


def document_errors(told: dict[str, Any], known: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    yield from _codes(told["issuer"]["id"], told["invoiceLines"])
    bare = {name: value for name, value in told.items() if name != "signatures"}
    yield from _signature(canonical(bare), told.get("signatures", []))
    if told["documentTypeVersion"] != "1.0" or told["documentType"] not in ("I", "C", "D"):
        yield {"code": "3001", "message": "The type of the document is not known"}
    if told["documentType"] != "I" and not set(told.get("references", [])) & set(known):
        yield {"code": "3004", "message": "A note names the invoice that it is about"}
    for name in ("governate", "regionCity", "street", "buildingNumber"):
        if not told["receiver"]["address"][name]:
            yield {"code": "3007", "message": f"receiver.address.{name} is empty"}
    yield from _sums(told)


def _codes(issuer: str, items: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """A barcode's number adds up; a code of one's own is its issuer's, and stands for one thing."""
    seen: dict[str, str] = {}
    for one in items:
        kind, code, told = one["itemType"], one["itemCode"], one["internalCode"]
        found = OWN.fullmatch(code)
        is_own = kind == "EGS" and found is not None and found[1] == issuer
        if not is_own and not (kind == "GS1" and ean.is_valid(code)):
            yield {"code": "4011", "message": f"{code} is no code of its issuer's goods"}
        if seen.setdefault(code, told) != told:
            yield {"code": "4012", "message": f"{code} stands for two things"}


def _signature(text: str, signatures: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """One of its issuer's, over exactly this text, by a certificate that is good today. Who it was
    given to is not looked at: the simulator trusts every certificate."""
    if [one.get("signatureType") for one in signatures] != ["I"]:
        yield {"code": "4041", "message": "There is not one signature of its issuer"}
        return
    try:
        certificate = opened(text, signatures[0]["value"])
    except NotSigned as error:
        yield {"code": "4043", "message": str(error)}
        return
    if not certificate.not_valid_before_utc <= now() <= certificate.not_valid_after_utc:
        yield {"code": "4046", "message": "The certificate is not good today"}


def _sums(told: dict[str, Any]) -> Iterator[dict[str, str]]:
    lines = told["invoiceLines"]

    def sum_of(name: str) -> Decimal:
        return sum((Decimal(one[name]) for one in lines), Decimal(0))

    off = sum((Decimal(one["discount"]["amount"]) for one in lines), Decimal(0))
    tax = sum((Decimal(one["amount"]) for one in told["taxTotals"]), Decimal(0))
    expected = {
        "totalSalesAmount": sum_of("salesTotal"),
        "totalDiscountAmount": off,
        "netAmount": sum_of("netTotal"),
        "totalAmount": sum_of("total"),
    }
    for name, amount in expected.items():
        if Decimal(told[name]) != amount:
            yield {"code": "3003", "message": f"{name} is not the sum of the lines"}
    if Decimal(told["netAmount"]) + tax != Decimal(told["totalAmount"]):
        yield {"code": "3003", "message": "totalAmount is not net and taxes"}
    for one in lines:
        if Decimal(one["salesTotal"]) - Decimal(one["discount"]["amount"]) != Decimal(
            one["netTotal"]
        ):
            yield {"code": "3003", "message": "netTotal is not the price less its discount"}


def receipt_errors(receipt: dict[str, Any], known: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    yield from _codes(receipt["seller"]["rin"], receipt["itemData"])
    header = receipt["header"]
    uuid, before = header["uuid"], header["previousUUID"]
    if identity({**receipt, "header": {**header, "uuid": ""}}) != uuid:
        yield {"code": "3001", "message": "The UUID is not that of the receipt"}
    if before and before not in known:
        yield {"code": "3002", "message": "The previous UUID is not known"}
    lines = sum((Decimal(one["total"]) for one in receipt["itemData"]), Decimal(0))
    if lines != Decimal(receipt["totalAmount"]):
        yield {"code": "3003", "message": "totalAmount is not the sum of the items"}
    if receipt["documentType"]["receiptType"] == "R" and not header.get("referenceUUID"):
        yield {"code": "3004", "message": "A return names the receipt that it takes back"}
