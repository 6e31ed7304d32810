"""Saudi documents: hashed as the authority does, signed, coded; its gateway's odd answers."""

from base64 import b64decode
from dataclasses import replace
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.invoicing.shapes import Accepted, AuthoritySilent, ChainPlace, ToSend
from tijara.domains.invoicing.testing import FACTS, make_applicant, make_semantic
from tijara.kit.en16931 import Category, Place, TaxShare, broken_rules
from tijara.providers.zatca import ZatcaAuthority, ZatcaSettings, document, qr, trial
from tijara.providers.zatca.canonical import Unreadable, canonical, digest, invoice_hash
from tijara.providers.zatca.names import FIRST_PIH
from tijara.providers.zatca.request import make_request
from tijara.providers.zatca.signing import Identity
from tijara.providers.zatca.simulator.faults import Fault
from tijara.providers.zatca.simulator.issuing import Issuer

INVOICE = (
    '<?xml version="1.0" encoding="UTF-8"?><!-- c --><Invoice xmlns="urn:i" xmlns:cbc='
    '"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" xmlns:cac='
    '"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:ext='
    '"urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2">{inside}</Invoice>'
)
OPENING = (
    '<Invoice xmlns="urn:i" xmlns:cac='
    '"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc='
    '"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" xmlns:ext='
    '"urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2">'
)


@pytest.fixture(scope="module")
def keys():
    issuer = Issuer()
    asked = make_request(make_applicant(), "ZATCA-Code-Signing")
    token = issuer.certify(issuer.read(asked.csr))
    return {"private_key": asked.private_key, "certificate": b64decode(token).decode()}


@pytest.fixture(scope="module")
def zatca():
    return ZatcaAuthority(ZatcaSettings())


class TestCanonicalForm:
    @pytest.mark.parametrize(
        ("inside", "expected"),
        [
            ("<cbc:ID/>", "<cbc:ID></cbc:ID>"),
            ("<cbc:ID b=\"2\" a='1'/>", '<cbc:ID a="1" b="2"></cbc:ID>'),
            ("<cbc:ID>a&gt;&amp;&#13;\n</cbc:ID>", "<cbc:ID>a&gt;&amp;&#xD;\n</cbc:ID>"),
            ("<![CDATA[<x>]]>", "&lt;x&gt;"),
            (
                '<cbc:ID a="&#9;&quot;<"/>'.replace('<"', '&lt;"'),
                '<cbc:ID a="&#x9;&quot;&lt;"></cbc:ID>',
            ),
            (" <ext:UBLExtensions><x/>a</ext:UBLExtensions>\n", " \n"),
            ("<cac:Signature><cbc:ID>s</cbc:ID></cac:Signature>.", "."),
            (
                "<cac:AdditionalDocumentReference><cbc:ID>QR</cbc:ID><cbc:UUID>1</cbc:UUID>"
                "</cac:AdditionalDocumentReference>.",
                ".",
            ),
            (
                "<cac:AdditionalDocumentReference><cbc:ID>PIH</cbc:ID>"
                "</cac:AdditionalDocumentReference>",
                "<cac:AdditionalDocumentReference><cbc:ID>PIH</cbc:ID>"
                "</cac:AdditionalDocumentReference>",
            ),
            ('<y xmlns="urn:i"/>', "<y></y>"),
            ('<y xmlns="urn:j"/>', '<y xmlns="urn:j"></y>'),
        ],
    )
    def test_is_what_the_standard_says(self, inside, expected):
        told = canonical(INVOICE.format(inside=inside).encode())
        assert told.decode() == OPENING + expected + "</Invoice>"

    @pytest.mark.parametrize("told", [b"", b"<a>", b"\xff", b"<!DOCTYPE a><a/>"])
    def test_what_is_no_document_is_refused(self, told):
        with pytest.raises(Unreadable):
            canonical(told)

    @given(st.text(max_size=60))
    def test_hashing_twice_is_hashing_once(self, said):
        paper = document.unsigned(make_semantic(number=f"N{said}"), ChainPlace(1, ""))
        once = canonical(paper.encode())
        assert canonical(once) == once


def test_the_first_hash_of_a_chain_is_the_authoritys_own():
    assert b64decode(FIRST_PIH).decode() == sha256(b"0").hexdigest()


class TestDocument:
    @pytest.mark.parametrize("is_simplified", [True, False])
    def test_hash_signature_and_code_agree(self, zatca, keys, is_simplified):
        paper = make_semantic(is_simplified=is_simplified)
        made = zatca.compose(paper, keys, ChainPlace(7, ""))
        assert invoice_hash(made.document.encode()) == made.hash
        fields = qr.fields(made.qr)
        identity = Identity.of(keys["private_key"], keys["certificate"])
        signature = b64decode(fields[7])
        key = identity.key.public_key()
        key.verify(signature, digest(made.document.encode()), ec.ECDSA(hashes.SHA256()))
        assert fields[1].decode() == paper.seller.name
        assert (fields[4], fields[5], fields[6]) == (b"253.00", b"33.00", made.hash.encode())
        assert fields[8] == identity.public_key
        assert (9 in fields) == is_simplified
        assert made.needs_clearance != is_simplified

    def test_the_same_paper_has_the_same_hash_whenever_it_is_signed(self, zatca, keys):
        paper = make_semantic()
        first, second = (zatca.compose(paper, keys, ChainPlace(1, "")) for _ in range(2))
        assert first.hash == second.hash
        assert zatca.compose(paper, keys, ChainPlace(2, "")).hash != first.hash

    @pytest.mark.parametrize(
        ("rule", "changes"),
        [
            ("BR-KSA-39", {"vat_number": ""}),
            ("BR-KSA-40", {"vat_number": "210122393500003"}),
            ("BR-KSA-08", {"registration": ""}),
            ("BR-KSA-09", {"place": Place("SA", "x", "1234", "", "", "y", "", "12345")}),
            ("BR-KSA-37", {"place": Place("SA", "x", "12", "", "d", "y", "", "12345")}),
            ("BR-KSA-66", {"place": Place("SA", "x", "1234", "", "d", "y", "", "1")}),
        ],
    )
    def test_what_the_authority_would_turn_away_is_named(self, zatca, rule, changes):
        paper = make_semantic()
        wrong = replace(paper, seller=replace(paper.seller, **changes))
        assert rule in {one.rule for one in zatca.faults(wrong)}

    def test_no_tax_has_to_have_a_reason(self, zatca):
        paper = make_semantic()
        share = TaxShare(Category.EXEMPT, 0, paper.totals.net, paper.totals.net * 0)
        assert "BR-KSA-83" in {one.rule for one in zatca.faults(replace(paper, shares=(share,)))}

    def test_the_papers_of_trial_are_sound(self, zatca):
        papers = list(trial.documents(make_applicant()))
        assert len({(paper.kind, paper.is_simplified) for paper in papers}) == 6
        assert [broken_rules(paper) + zatca.faults(paper) for paper in papers] == [[]] * 6


def test_names_the_facts_that_can_not_stand(zatca):
    wrong = replace(FACTS, building="a", postcode="")
    faults = zatca.facts_faults(make_applicant(facts=wrong, vat_number="1"))
    assert set(faults) == {"building", "postcode", "vat_number"}


class TestGateway:
    def sent(self, authority, code, **changes):
        applicant = make_applicant()
        keys = authority.prove(applicant, authority.begin(applicant, code).keys).keys
        paper = make_semantic(**changes)
        made = authority.compose(paper, keys, ChainPlace(1, ""))
        return authority.send(
            ToSend(paper.uuid, made.hash, made.document, made.needs_clearance), keys
        )

    def test_reports_where_clearance_is_off(self, authority, simulator, code):
        simulator.faults.order(Fault.CLEARANCE_OFF)
        answer = self.sent(authority, code, is_simplified=False)
        assert isinstance(answer, Accepted)
        assert simulator.asked[-2:] == ["/invoices/clearance/single", "/invoices/reporting/single"]

    def test_enrolling_breaks_off_and_goes_on(self, authority, simulator, code):
        applicant = make_applicant()
        begun = authority.begin(applicant, code)
        simulator.faults.order(Fault.SILENT)
        assert isinstance(authority.prove(applicant, begun.keys), AuthoritySilent)
        assert authority.prove(applicant, begun.keys).keys["token"] != begun.keys["token"]

    def test_who_is_slow_is_silent(self, simulator, code):
        hasty = ZatcaAuthority(ZatcaSettings(address=simulator.address, timeout_seconds=0.2))
        simulator.faults.order(Fault.SLOW)
        assert isinstance(hasty.begin(make_applicant(), code), AuthoritySilent)


def test_the_code_of_the_first_phase_is_the_authoritys_example():
    told = (
        "AQxCb2JzIFJlY29yZHMCDzMxMDEyMjM5MzUwMDAwMwMUMjAyMi0wNC0yNVQxNTozMDowMFoEBzEwMDAu"
        "MDAFBjE1MC4wMA=="
    )
    assert qr.fields(told)[1] == b"Bobs Records"
