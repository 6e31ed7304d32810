"""The authority as the house speaks to it: a token, a submission, and asking what became of it."""

import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

import httpx

from tijara.domains.invoicing.shapes import (
    Accepted,
    Applicant,
    AuthoritySilent,
    ChainPlace,
    Composed,
    Enrolled,
    FactAsked,
    GoodsToCode,
    NotEnrolled,
    Rejected,
    Remark,
    ToSend,
)
from tijara.kit.clock import now
from tijara.kit.en16931 import Broken, SemanticInvoice

from . import invoice as invoices
from . import receipt, wordings
from .answers import IN_WORK, remarks, silence
from .canonical import identity, written
from .documents import DocumentDesk, Signer, to_sign
from .goods import BARCODES, HEADS_OF_CODES, OWN_CODES, figure, issued, sheet_of_codes

ENVIRONMENTS = {
    "production": ("https://id.eta.gov.eg", "https://api.invoicing.eta.gov.eg"),
    "preproduction": ("https://id.preprod.eta.gov.eg", "https://api.preprod.invoicing.eta.gov.eg"),
}
"""(where tokens are given, where receipts are taken)."""
SHARE = "http://invoicing.eta.gov.eg/receipts/search/{uuid}/share/{moment}#Total:{total},IssuerRIN:{rin}"
SPARE_SECONDS = 60
Wrong = Rejected | AuthoritySilent


@dataclass(frozen=True, slots=True)
class EtaSettings:
    environment: str = field(default="production", metadata={"choices": tuple(ENVIRONMENTS)})
    address: str = ""
    """Of both services; empty: the environment's own."""
    timeout_seconds: float = 30.0
    codes: str = field(default=BARCODES, metadata={"choices": (BARCODES, OWN_CODES)})
    """Under which code goods go that have a barcode: its number, or one of the seller's own."""
    signer_address: str = ""
    """Where documents to companies are signed; empty: none are written."""


class EtaAuthority:
    Settings: ClassVar[type[Any]] = EtaSettings
    regime = "eta_receipt"
    sends = True
    asks = ("client_id", "client_secret", "device")
    title, rules, family = wordings.TITLE, wordings.RULES, wordings.FAMILY
    passing_rules: ClassVar[frozenset[str]] = frozenset()
    facts = (
        FactAsked("branch", digits=(1, 10), hint="number_of_branch"),
        FactAsked("business", digits=(4, 4), hint="code_of_business"),
        FactAsked("street"),
        FactAsked("building"),
        FactAsked("district", is_needed=False),
        FactAsked("city"),
        FactAsked("postcode", is_needed=False),
        FactAsked("extra", is_needed=False),
        FactAsked("region", hint="governorate"),
    )

    def __init__(self, settings: EtaSettings) -> None:
        given, taken = ENVIRONMENTS[settings.environment]
        self._tokens_at = settings.address or given
        self._receipts_at = settings.address or taken
        self._patience = settings.timeout_seconds
        self._codes = settings.codes
        self._signer = Signer(settings.signer_address, self._patience)
        self._documents = DocumentDesk(self._receipts_at, self._patience)
        self._lock = threading.Lock()
        self._tokens: dict[str, tuple[str, float]] = {}

    def facts_faults(self, applicant: Applicant) -> dict[str, str]:
        found = {one.name: one.fault(getattr(applicant.facts, one.name)) for one in self.facts}
        if not receipt.RIN.fullmatch(applicant.vat_number):
            found["vat_number"] = "invalid"
        return {name: code for name, code in found.items() if code}

    def takes(self, invoice: SemanticInvoice) -> bool:
        """What companies buy needs a signature of the seller's own token: without a signer it is
        not taken. What is taken back of a sale that was never told is nothing to tell."""
        is_told = invoice.preceding is None or bool(invoice.preceding.mark)
        return is_told and (invoice.is_simplified or bool(self._signer.address))

    def faults(self, invoice: SemanticInvoice) -> list[Broken]:
        return receipt.faults(invoice) if invoice.is_simplified else invoices.faults(invoice)

    def codes_to_register(self, vat_number: str, goods: Iterable[GoodsToCode]) -> list[list[str]]:
        with_barcodes = self._codes == BARCODES
        since = now().strftime("%Y-%m-%dT00:00:00Z")
        return [HEADS_OF_CODES] + sheet_of_codes(
            vat_number, goods, since, with_barcodes=with_barcodes
        )

    def compose(
        self, invoice: SemanticInvoice, keys: Mapping[str, str], place: ChainPlace
    ) -> Composed:
        """A receipt's hash is its identity, and the next receipt names it. A document to a company
        stands beside that chain; the authority names it."""
        keys = {**keys, "codes": self._codes}
        if not invoice.is_simplified:
            told = invoices.document(invoice, keys)
            hashed = invoices.fingerprint(told)
            return Composed(written(told), hashed, "", False, ending="json", is_linked=False)
        uuid = identity(receipt.receipt(invoice, keys, place.before))
        whole = receipt.receipt(invoice, keys, place.before, uuid)
        code = SHARE.format(
            uuid=uuid,
            moment=issued(invoice),
            total=figure(invoice.totals.gross),
            rin=invoice.seller.vat_number,
        )
        return Composed(written(whole), uuid, code, needs_clearance=False, ending="json")

    def send(
        self, filing: ToSend, keys: Mapping[str, str]
    ) -> Accepted | Rejected | AuthoritySilent:
        """It is asked for first: what was submitted before, whoever died after, is not again."""
        try:
            token = self._token(keys)
            if isinstance(token, AuthoritySilent):
                return token
            if _is_to_company(filing):
                return self._send_signed(filing, token)
            known = self._standing(filing.hash, token)
            if known is not None:
                return known
            wrong = self._submit(filing.document, token)
            if wrong is not None:
                return wrong
            return self._standing(filing.hash, token) or AuthoritySilent("it is still looking")
        except (httpx.HTTPError, ValueError) as error:
            return AuthoritySilent(type(error).__name__)

    def _send_signed(self, filing: ToSend, token: str) -> Accepted | Rejected | AuthoritySilent:
        desk = self._documents
        if (known := desk.standing(filing, token)) is not None:
            return known
        if not self._signer.address:
            return AuthoritySilent("there is no signer")
        signature = self._signer.sign(to_sign(filing.document))
        if wrong := desk.submit(filing.document, signature, token):
            return wrong
        return desk.standing(filing, token) or AuthoritySilent("it is still looking")

    def begin(
        self, applicant: Applicant, given: Mapping[str, str]
    ) -> Enrolled | NotEnrolled | AuthoritySilent:
        facts = applicant.facts
        keys = {**given, "branch": facts.branch, "activity": facts.business}
        try:
            token = self._token(keys)
        except (httpx.HTTPError, ValueError) as error:
            return AuthoritySilent(type(error).__name__)
        if isinstance(token, AuthoritySilent):
            return NotEnrolled((Remark(token.why, ""),)) if token.keys_refused else token
        return Enrolled(keys)

    def prove(self, applicant: Applicant, keys: Mapping[str, str]) -> Enrolled:
        return Enrolled(dict(keys))

    def _token(self, keys: Mapping[str, str]) -> str | AuthoritySilent:
        """Good for an hour; asked for anew a minute before."""
        with self._lock:
            token, until = self._tokens.get(keys["client_id"], ("", 0.0))
        if token and time.monotonic() < until:
            return token
        asked = {
            "grant_type": "client_credentials",
            "client_id": keys["client_id"],
            "client_secret": keys["client_secret"],
        }
        told = {"posserial": keys["device"], "pososversion": "linux", "presharedkey": ""}
        answer = httpx.post(
            f"{self._tokens_at}/connect/token", data=asked, headers=told, timeout=self._patience
        )
        if answer.status_code != 200:
            return silence(answer)
        body = answer.json()
        token, good_for = str(body["access_token"]), float(body.get("expires_in", 0))
        with self._lock:
            self._tokens[keys["client_id"]] = (
                token,
                time.monotonic() + good_for - SPARE_SECONDS,
            )
        return token

    def _standing(self, uuid: str, token: str) -> Accepted | Rejected | AuthoritySilent | None:
        """What it says of a receipt; None where it has none."""
        answer = httpx.get(
            f"{self._receipts_at}/api/v1/receipts/{uuid}/details",
            headers={"Authorization": f"Bearer {token}"},
            timeout=self._patience,
        )
        if answer.status_code == 404:
            return None
        if answer.status_code != 200:
            return silence(answer)
        told = answer.json()["receipt"]
        state = str(told.get("status", "")).lower().replace(" ", "")
        if state == "valid":
            return Accepted()
        if state in IN_WORK:
            return AuthoritySilent("it is still looking")
        return Rejected(remarks(told.get("errors")) or (Remark(state, ""),))

    def _submit(self, document: str, token: str) -> Wrong | None:
        answer = httpx.post(
            f"{self._receipts_at}/api/v1/receiptsubmissions",
            content=f'{{"receipts":[{document}]}}'.encode(),
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
            timeout=self._patience,
        )
        if answer.status_code == 400:
            return Rejected(remarks([answer.json().get("error")]) or (Remark("400", ""),))
        if answer.status_code != 202:
            return silence(answer)
        refused = answer.json().get("rejectedDocuments") or []
        found = remarks([one.get("error") for one in refused if isinstance(one, dict)])
        return Rejected(found) if refused else None


def _is_to_company(filing: ToSend) -> bool:
    return filing.document.startswith('{"issuer"')
