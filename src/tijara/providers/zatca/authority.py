"""The authority as the house speaks to it: enrol a unit, write documents, send them."""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from cryptography import x509

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

from . import document, qr, trial, wordings
from .canonical import Unreadable, digest
from .request import make_request
from .signing import Identity, stamp
from .wire import Answer, NoAnswer, Wire

GATEWAY = "https://gw-fatoora.zatca.gov.sa/e-invoicing/"
ENVIRONMENTS = {
    "production": ("core", "ZATCA-Code-Signing"),
    "simulation": ("simulation", "PREZATCA-Code-Signing"),
    "sandbox": ("developer-portal", "TSTZATCA-Code-Signing"),
}
"""(part of the address, template of the certificate)."""
HAS_IT_ALREADY = frozenset({208, 409})
CLEARANCE_OFF = 303
QR_WITHIN = re.compile(
    rb"<cbc:ID>QR</cbc:ID>\s*<cac:Attachment>\s*<cbc:EmbeddedDocumentBinaryObject[^>]*>([^<]+)<"
)


@dataclass(frozen=True, slots=True)
class ZatcaSettings:
    environment: str = field(default="production", metadata={"choices": tuple(ENVIRONMENTS)})
    address: str = ""
    """Of the gateway; empty: the environment's own."""
    timeout_seconds: float = 30.0


class ZatcaAuthority:
    Settings: ClassVar[type[Any]] = ZatcaSettings
    regime = "zatca"
    sends = True
    asks = ("code",)
    title, rules, family = wordings.TITLE, wordings.RULES, wordings.FAMILY
    passing_rules = frozenset({"KSA-13", "KSA-16", "invalid-invoice-hash"})
    facts = (
        FactAsked("branch", hint="name_of_branch"),
        FactAsked("business", hint="business_in_words"),
        FactAsked("street"),
        FactAsked("building", digits=(4, 4), hint="national_building"),
        FactAsked("district"),
        FactAsked("city"),
        FactAsked("postcode", digits=(5, 5), hint="five_digits"),
        FactAsked("extra", is_needed=False, digits=(4, 4)),
        FactAsked("region", is_needed=False),
    )

    def __init__(self, settings: ZatcaSettings) -> None:
        place, self._template = ENVIRONMENTS[settings.environment]
        self._wire = Wire(settings.address or GATEWAY + place, settings.timeout_seconds)

    def facts_faults(self, applicant: Applicant) -> dict[str, str]:
        found = {one.name: one.fault(getattr(applicant.facts, one.name)) for one in self.facts}
        if not document.is_vat_number(applicant.vat_number):
            found["vat_number"] = "invalid"
        if not re.fullmatch(r"[0-9A-Za-z]+", applicant.registration):
            found["registration"] = "invalid"
        return {name: code for name, code in found.items() if code}

    def takes(self, invoice: SemanticInvoice) -> bool:
        return True

    def faults(self, invoice: SemanticInvoice) -> list[Broken]:
        return document.faults(invoice)

    def codes_to_register(self, vat_number: str, goods: Iterable[GoodsToCode]) -> list[list[str]]:
        return []

    def compose(
        self, invoice: SemanticInvoice, keys: Mapping[str, str], place: ChainPlace
    ) -> Composed:
        """Standard papers are signed too, as the authority's own samples are: it lays its stamp
        over ours."""
        identity = Identity.of(keys["private_key"], keys["certificate"])
        hashed = digest(document.unsigned(invoice, place).encode())
        told, signature = b64encode(hashed).decode(), identity.sign(hashed)
        seal = identity.parsed.signature
        code = qr.code(invoice, told, signature, identity.public_key, seal)
        block = stamp(identity, told, signature, now())
        whole = document.unsigned(invoice, place, stamp=block, qr=code)
        return Composed(whole, told, code, needs_clearance=not invoice.is_simplified)

    def send(
        self, filing: ToSend, keys: Mapping[str, str]
    ) -> Accepted | Rejected | AuthoritySilent:
        who = (keys["token"], keys["secret"])
        try:
            if filing.needs_clearance:
                answer = self._ask("/invoices/clearance/single", filing, who, "1")
                if answer.status != CLEARANCE_OFF:
                    return _answer(answer)
            return _answer(self._ask("/invoices/reporting/single", filing, who, "0"))
        except NoAnswer as error:
            return AuthoritySilent(str(error))

    def begin(
        self, applicant: Applicant, given: Mapping[str, str]
    ) -> Enrolled | NotEnrolled | AuthoritySilent:
        asked = make_request(applicant, self._template)
        try:
            answer = self._wire.ask("/compliance", {"csr": asked.csr}, OTP=given.get("code", ""))
        except NoAnswer as error:
            return AuthoritySilent(str(error))
        return _enrolled(answer, {"private_key": asked.private_key})

    def prove(
        self, applicant: Applicant, keys: Mapping[str, str]
    ) -> Enrolled | NotEnrolled | AuthoritySilent:
        who = (keys["token"], keys["secret"])
        before = ""
        for counter, paper in enumerate(trial.documents(applicant), 1):
            made = self.compose(paper, keys, ChainPlace(counter, before))
            before = made.hash
            shown = ToSend(paper.uuid, made.hash, made.document, made.needs_clearance)
            try:
                said = _answer(self._ask("/compliance/invoices", shown, who))
            except NoAnswer as error:
                return AuthoritySilent(str(error))
            if isinstance(said, AuthoritySilent):
                return said
            if isinstance(said, Rejected):
                return NotEnrolled(said.errors)
        try:
            asked = {"compliance_request_id": keys["request_id"]}
            answer = self._wire.ask("/production/csids", asked, identity=who)
        except NoAnswer as error:
            return AuthoritySilent(str(error))
        return _enrolled(answer, keys)

    def _ask(self, path: str, filing: ToSend, who: tuple[str, str], clearance: str = "") -> Answer:
        body = {
            "invoiceHash": filing.hash,
            "uuid": str(filing.uuid),
            "invoice": b64encode(filing.document.encode()).decode(),
        }
        told = {"Clearance_Status": clearance} if clearance else {}
        return self._wire.ask(path, body, identity=who, **told)


def _answer(answer: Answer) -> Accepted | Rejected | AuthoritySilent:
    """An error of the gateway, or its refusal of our identity, says nothing of the document."""
    results = answer.body.get("validationResults")
    told = results if isinstance(results, dict) else {}
    errors, warnings = _remarks(told, "errorMessages"), _remarks(told, "warningMessages")
    if answer.status in HAS_IT_ALREADY or (answer.status in (200, 202) and not errors):
        stamped = _stamped(answer.body.get("clearedInvoice"))
        return Accepted(warnings, stamped, _code_within(stamped))
    if answer.status in (200, 202, 400) and errors:
        return Rejected(errors, warnings)
    return AuthoritySilent(f"{answer.status}", keys_refused=answer.status in (401, 403))


def _remarks(told: Mapping[str, Any], name: str) -> tuple[Remark, ...]:
    found = told.get(name)
    return tuple(
        Remark(str(one.get("code", ""))[:80], str(one.get("message", ""))[:600])
        for one in (found if isinstance(found, list) else [])
        if isinstance(one, dict)
    )


def _stamped(told: object) -> str:
    """A cleared document, if it can be read."""
    try:
        raw = b64decode(str(told or ""), validate=True)
        return raw.decode() if raw and digest(raw) else ""
    except (ValueError, Unreadable):
        return ""


def _code_within(stamped: str) -> str:
    found = QR_WITHIN.search(stamped.encode())
    return found[1].decode() if found else ""


def _enrolled(answer: Answer, keys: Mapping[str, str]) -> Enrolled | NotEnrolled | AuthoritySilent:
    if answer.status != 200:
        if 400 <= answer.status < 500 and answer.status != 429:
            return NotEnrolled(_reasons(answer))
        return AuthoritySilent(f"{answer.status}")
    token, secret = answer.body.get("binarySecurityToken"), answer.body.get("secret")
    try:
        certificate = b64decode(str(token), validate=True).decode()
        parsed = x509.load_der_x509_certificate(b64decode(certificate, validate=True))
    except ValueError:
        return AuthoritySilent("a token that is no certificate")
    told = {
        **keys,
        "token": str(token),
        "secret": str(secret or ""),
        "certificate": certificate,
        "request_id": str(answer.body.get("requestID", "")),
    }
    return Enrolled(told, parsed.not_valid_after_utc)


def _reasons(answer: Answer) -> tuple[Remark, ...]:
    """The gateway writes its errors in more than one way."""
    said = answer.body.get("errors") or [answer.body]
    first = said if isinstance(said, list) else [said]
    found = [
        Remark(str(one.get("code", answer.status))[:80], str(one.get("message", ""))[:600])
        for one in first
        if isinstance(one, dict)
    ]
    return tuple(found) or (Remark(str(answer.status), ""),)
