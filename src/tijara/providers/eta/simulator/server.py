"""Tokens, submissions, and what became of a receipt, which is looked at after it was taken."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tijara.platform.local_server import Answer, Asked, address_of, local_server, serving

from ..canonical import read
from .checks import document_errors, receipt_errors
from .seals import seal_of_trial

CLIENT, SECRET, DEVICE = "client-of-trial", "secret-of-trial", "POS-1"
GIVEN = "what the simulator gives out"
HANG_UP = 0
Told = tuple[int, Any]


class Fault(StrEnum):
    ERROR = "500"
    BUSY = "429"
    SILENT = "it hangs up"
    LOST = "it has it, and its answer is lost"
    GARBAGE = "200 with no JSON"
    STRANGER = "401"
    REJECT = "it finds fault with what is right"
    SLOWLY = "it takes its time to look"


class Simulator:
    """Takes a receipt, or a document to a company, at once and looks at it when it is asked for."""

    def __init__(self, port: int = 0) -> None:
        self.ordered: dict[Fault, int] = {}
        self.outage = False
        self.receipts: dict[str, tuple[str, list[dict[str, str]]]] = {}
        self.documents: dict[str, tuple[dict[str, str], list[dict[str, str]]]] = {}
        """What companies were written, by the name that was given to it."""
        self.submitted = 0
        self._lock = threading.Lock()
        self.server = local_server(port, self._answer)

    @property
    def address(self) -> str:
        return address_of(self.server)

    @contextmanager
    def running(self) -> Iterator["Simulator"]:
        with serving(self.server):
            yield self

    def befalls(self, fault: Fault) -> bool:
        with self._lock:
            left = self.ordered.get(fault, 0)
            if left:
                self.ordered[fault] = left - 1
            return left > 0

    def _answer(self, asked: Asked) -> Answer | None:
        status, told = self.answer(asked.method, asked.target, asked.headers, asked.body)
        if status == HANG_UP:
            return None
        if asked.method == "POST" and status == 202 and self.befalls(Fault.GARBAGE):
            return Answer(status, b"<html>")
        return Answer(status, told.encode()) if isinstance(told, str) else Answer.told(status, told)

    def answer(self, method: str, path: str, headers: Message, body: bytes) -> Told:
        if self.outage:
            return 503, {}
        if path == "/connect/token":
            return self._token(headers, parse_qs(body.decode()))
        if path == "/sign":
            return 200, seal_of_trial().sign(body.decode())
        if headers.get("Authorization") != f"Bearer {GIVEN}":
            return 401, {}
        return self._told(path) if method == "GET" else self._given(path, body)

    def _told(self, path: str) -> Told:
        if path.startswith("/api/v1.0/documents/search?"):
            return self._search(parse_qs(urlsplit(path).query))
        name = path.split("/")[-2]
        return self._document(name) if "/documents/" in path else self._details(name)

    def _given(self, path: str, body: bytes) -> Told:
        mischief = {Fault.ERROR: 500, Fault.BUSY: 429, Fault.SILENT: HANG_UP, Fault.STRANGER: 401}
        for fault, status in mischief.items():
            if self.befalls(fault):
                return status, {}
        if path == "/api/v1.0/documentsubmissions":
            return self._take_documents(body)
        return self._take(body)

    def _token(self, headers: Message, asked: dict[str, list[str]]) -> Told:
        told = (asked.get("client_id"), asked.get("client_secret"), headers.get("posserial"))
        if told != ([CLIENT], [SECRET], DEVICE):
            return 400, {"error": "invalid_client"}
        return 200, {"access_token": GIVEN, "token_type": "Bearer", "expires_in": 3600}

    def _take(self, body: bytes) -> Told:
        found = read(body.decode())["receipts"]
        accepted = []
        for receipt in found:
            self.submitted += 1
            uuid = receipt["header"]["uuid"]
            errors = list(receipt_errors(receipt, self.receipts))
            if self.befalls(Fault.REJECT):
                errors.append({"code": "4001", "message": "The item code is not registered"})
            self.receipts[uuid] = ("Invalid" if errors else "Valid", errors)
            accepted.append({"uuid": uuid, "receiptNumber": receipt["header"]["receiptNumber"]})
        if self.befalls(Fault.LOST):
            return HANG_UP, {}
        return 202, {"submissionId": "1", "acceptedDocuments": accepted, "rejectedDocuments": []}

    def _take_documents(self, body: bytes) -> Told:
        accepted = []
        for told in read(body.decode())["documents"]:
            self.submitted += 1
            errors = list(document_errors(told, self.documents))
            if self.befalls(Fault.REJECT):
                errors.append({"code": "4001", "message": "The item code is not registered"})
            uuid = f"{len(self.documents) + 1:026d}"
            state = "Invalid" if errors else "Valid"
            row = {"uuid": uuid, "internalId": told["internalID"], "status": state}
            self.documents[uuid] = (row, errors)
            accepted.append({"uuid": uuid, "internalId": told["internalID"]})
        if self.befalls(Fault.LOST):
            return HANG_UP, {}
        return 202, {"submissionId": "1", "acceptedDocuments": accepted, "rejectedDocuments": []}

    def _search(self, asked: dict[str, list[str]]) -> Told:
        """The newest first, as the authority lists them."""
        (number,) = asked["internalID"]
        found = [row for row, _ in self.documents.values() if row["internalId"] == number]
        if found and self.befalls(Fault.SLOWLY):
            found = [{**row, "status": "Submitted"} for row in found]
        return 200, {"result": found[::-1], "metadata": {"continuationToken": "EndofResultSet"}}

    def _document(self, uuid: str) -> Told:
        if uuid not in self.documents:
            return 404, {}
        _, errors = self.documents[uuid]
        steps = [{"stepName": "Core", "status": "Invalid", "error": one} for one in errors]
        return 200, {"uuid": uuid, "validationResults": {"validationSteps": steps}}

    def _details(self, uuid: str) -> Told:
        if uuid not in self.receipts:
            return 404, {}
        if self.befalls(Fault.SLOWLY):
            return 200, {"receipt": {"uuid": uuid, "status": "In Progress", "errors": []}}
        state, errors = self.receipts[uuid]
        return 200, {"receipt": {"uuid": uuid, "status": state, "errors": errors}}
