"""The HTTP server and what it knows of units and their documents."""

import json
import threading
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tijara.platform.local_server import Answer, Asked, address_of, local_server, serving

from ..canonical import Unreadable
from .checks import Paper, faults
from .faults import Fault, Faults
from .issuing import Issuer, NoRequest

GOOD_CODE = "123345"
SLOWLY = 3.0
HANG_UP = 0
TRIALS = 6
"""How many documents a unit shows before it is trusted."""
STATUSES = (
    (Fault.SILENT, HANG_UP),
    (Fault.ERROR, 500),
    (Fault.BUSY, 429),
    (Fault.STRANGER, 401),
)
Told = tuple[int, dict[str, Any]]


@dataclass(slots=True)
class Unit:
    """Who holds a token: what he has asked for and what he has sent."""

    request: Any
    secret: str
    is_trusted: bool = False
    hashes: dict[int, str] = field(default_factory=dict)
    accepted: dict[str, str] = field(default_factory=dict)
    """Hash by UUID."""


class Simulator:
    def __init__(self, port: int = 0) -> None:
        self.faults = Faults()
        self.units: dict[str, Unit] = {}
        self.asked: list[str] = []
        self.rejects = 0
        """Which document of a trusted unit it finds fault with; counted down."""
        self._issuer = Issuer()
        self._lock = threading.Lock()
        self.server = local_server(port, self._answer)

    @property
    def address(self) -> str:
        return address_of(self.server)

    @contextmanager
    def running(self) -> Iterator["Simulator"]:
        with serving(self.server):
            yield self

    def _answer(self, asked: Asked) -> Answer | None:
        if self.faults.befalls(Fault.SLOW):
            time.sleep(SLOWLY)
        if self.faults.befalls(Fault.GARBAGE):
            return Answer(200, b"<html>")
        try:
            body = json.loads(asked.body)
        except ValueError:
            body = {}
        status, told = self.answer(asked.target, asked.headers, body)
        return None if status == HANG_UP else Answer.told(status, told)

    def answer(self, path: str, headers: Any, body: dict[str, Any]) -> Told:
        self.asked.append(path)
        if (status := self._mischief()) is not None:
            return status, {}
        if path == "/compliance":
            return self._begin(str(headers.get("OTP", "")), str(body.get("csr", "")))
        unit = self._unit(str(headers.get("Authorization", "")))
        if unit is None:
            return 401, {}
        if path == "/production/csids":
            return self._trust(unit, str(body.get("compliance_request_id", "")))
        with self._lock:
            return self._take(path, unit, body)

    def _mischief(self) -> int | None:
        if self.faults.outage:
            return 503
        ordered = ((status, self.faults.befalls(fault)) for fault, status in STATUSES)
        return next((status for status, befalls in ordered if befalls), None)

    def _begin(self, code: str, csr: str) -> Told:
        if code != GOOD_CODE:
            said = {"code": "Invalid-OTP", "message": "The provided OTP is invalid"}
            return 400, {"errors": [said]}
        try:
            asked = self._issuer.read(csr)
        except NoRequest as error:
            return 400, {"errors": [{"code": "Invalid-CSR", "message": str(error)}]}
        return 200, self._identity(asked, is_trusted=False)

    def _trust(self, unit: Unit, request_id: str) -> Told:
        if request_id != str(id(unit)):
            return 400, {"code": "Invalid-CRI", "message": "no such compliance request"}
        if len(unit.accepted) < TRIALS:
            words = "Compliance steps are not complete"
            return 400, {"code": "Missing-ComplianceSteps", "message": words}
        return 200, self._identity(unit.request, is_trusted=True)

    def _identity(self, asked: Any, *, is_trusted: bool) -> dict[str, Any]:
        token, secret = self._issuer.certify(asked), b64encode(str(len(self.units)).encode() * 8)
        unit = Unit(asked, secret.decode(), is_trusted)
        self.units[token] = unit
        return {
            "requestID": id(unit),
            "dispositionMessage": "ISSUED",
            "binarySecurityToken": token,
            "secret": unit.secret,
        }

    def _unit(self, told: str) -> Unit | None:
        try:
            said = b64decode(told.removeprefix("Basic "), validate=True).decode()
        except ValueError:
            return None
        token, _, secret = said.partition(":")
        unit = self.units.get(token)
        return unit if unit is not None and unit.secret == secret else None

    def _take(self, path: str, unit: Unit, body: dict[str, Any]) -> Told:
        if unit.is_trusted == (path == "/compliance/invoices"):
            return 401, {}
        if path == "/invoices/clearance/single" and self.faults.befalls(Fault.CLEARANCE_OFF):
            return 303, {"message": "Clearance is deactivated. Please report"}
        told_hash, uuid = str(body.get("invoiceHash", "")), str(body.get("uuid", ""))
        if uuid in unit.accepted:
            return 409, {**_results([], []), "reportingStatus": "NOT_REPORTED"}
        try:
            paper = Paper.of(str(body.get("invoice", "")))
            found = list(faults(paper, told_hash, unit.hashes))
        except (Unreadable, ValueError) as error:
            return 400, _results([("SAXParseException", str(error))], [])
        self.rejects -= unit.is_trusted
        if self.faults.befalls(Fault.REJECT) or (unit.is_trusted and self.rejects == 0):
            found.append(("BR-KSA-08", "The seller identification (BT-29) is not known"))
        unit.hashes.setdefault(paper.counter, told_hash)
        if found:
            return 400, _results(found, [])
        return self._accepted(path, unit, uuid, told_hash, str(body["invoice"]))

    def _accepted(self, path: str, unit: Unit, uuid: str, told_hash: str, invoice: str) -> Told:
        unit.accepted[uuid] = told_hash
        if self.faults.befalls(Fault.LOST):
            return HANG_UP, {}
        warnings = []
        if self.faults.befalls(Fault.WARN):
            warnings.append(("BR-KSA-98", "The simplified invoice should be sent within 24 hours"))
        told = _results([], warnings)
        if path == "/invoices/clearance/single":
            told |= {"clearanceStatus": "CLEARED", "clearedInvoice": invoice}
        else:
            told |= {"reportingStatus": "REPORTED"}
        return (202 if warnings else 200), told


def _results(errors: list[tuple[str, str]], warnings: list[tuple[str, str]]) -> dict[str, Any]:
    def listed(kind: str, found: list[tuple[str, str]]) -> list[dict[str, str]]:
        return [{"type": kind, "code": code, "message": said} for code, said in found]

    return {
        "validationResults": {
            "infoMessages": [],
            "warningMessages": listed("WARNING", warnings),
            "errorMessages": listed("ERROR", errors),
            "status": "ERROR" if errors else "WARNING" if warnings else "PASS",
        }
    }
