"""Egypt's receipts: the canonical form, identities in a chain, and the authority's odd answers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.invoicing.shapes import Accepted, AuthoritySilent, ChainPlace
from tijara.domains.invoicing.testing import (
    FACTS,
    AuthorityExam,
    make_applicant,
    make_semantic,
)
from tijara.kit.en16931 import Allowance, PaperKind, Preceding
from tijara.kit.money import Money
from tijara.providers.eta import EtaAuthority, EtaSettings
from tijara.providers.eta.canonical import Number, canonical, identity, read, written
from tijara.providers.eta.simulator.server import CLIENT, DEVICE, SECRET, Fault, Simulator

MISHAPS = {
    "error": Fault.ERROR,
    "silent": Fault.SILENT,
    "lost": Fault.LOST,
    "garbage": Fault.GARBAGE,
    "busy": Fault.BUSY,
    "stranger": Fault.STRANGER,
    "reject": Fault.REJECT,
}
EGYPTIAN = replace(FACTS, branch="0", business="4772", region="القاهرة", city="مدينة نصر")
TAKEN = f"{1:026d}"
"""As the simulator names the first document that it takes."""
KEYS = {"device": DEVICE, "branch": "0", "activity": "4772"}


def receipt_of(kind: PaperKind = PaperKind.INVOICE, *, is_simplified: bool = True, **changes):
    made = make_semantic(kind, country="EG", currency="EGP", is_simplified=is_simplified)
    place = replace(made.seller.place, region="القاهرة")
    seller = replace(made.seller, vat_number="674859545", place=place)
    buyer = (
        made.buyer if is_simplified else replace(made.buyer, vat_number="100324932", place=place)
    )
    mark = "ab" * 32 if is_simplified else TAKEN
    before = Preceding("INV-000041", mark=mark) if made.preceding else None
    return replace(made, seller=seller, buyer=buyer, preceding=before, **changes)


@pytest.fixture
def simulator():
    with Simulator().running() as running:
        yield running


@pytest.fixture
def authority(simulator):
    signer = f"{simulator.address}/sign"
    settings = EtaSettings(address=simulator.address, timeout_seconds=5.0, signer_address=signer)
    return EtaAuthority(settings)


@pytest.fixture
def code():
    return {"client_id": CLIENT, "client_secret": SECRET, "device": DEVICE}


@pytest.fixture
def mishap(simulator):
    return lambda what: simulator.ordered.update({MISHAPS[what]: 1})


class TestExam(AuthorityExam):
    def applicant(self):
        return make_applicant(facts=EGYPTIAN, vat_number="674859545", country="EG")

    def paper(self, kind=PaperKind.INVOICE, **given):
        return receipt_of(kind, **given)

    @pytest.mark.parametrize("is_simplified", [True, False])
    @pytest.mark.parametrize("kind", PaperKind)
    def test_takes_every_kind_of_paper(self, authority, code, kind, is_simplified, simulator):
        """A note to a company is about a document that the authority has."""
        simulator.documents[TAKEN] = ({"uuid": TAKEN, "internalId": "", "status": "Valid"}, [])
        super().test_takes_every_kind_of_paper(authority, code, kind, is_simplified)

    def test_documents_follow_one_another(self, authority, code):
        keys = self.enrolled(authority, code)
        first, _ = self.sent(authority, keys)
        _, answer = self.sent(authority, keys, counter=2, before=first.hash)
        assert isinstance(answer, Accepted)

    def test_a_rejection_and_a_warning_say_which_rule(self, authority, code, mishap):
        keys = self.enrolled(authority, code)
        mishap("reject")
        _, answer = self.sent(authority, keys)
        assert answer.errors[0].rule == "4001"


class TestCanonicalForm:
    @pytest.mark.parametrize(
        ("told", "expected"),
        [
            ('{"a": {"b": "x", "c": ""}}', '"A""B""x""C"""'),
            (
                '{"taxTotals":[{"taxType":"T1","amount":477.54},{"taxType":"T2","amount":365.47}]}',
                '"TAXTOTALS""TAXTOTALS""TAXTYPE""T1""AMOUNT""477.54"'
                '"TAXTOTALS""TAXTYPE""T2""AMOUNT""365.47"',
            ),
            ('{"w": 10.50, "n": 1, "l": []}', '"W""10.50""N""1""L"'),
        ],
    )
    def test_is_what_the_documentation_says(self, told, expected):
        assert canonical(read(told)) == expected

    @given(
        st.recursive(
            st.text(max_size=5) | st.integers(0, 999).map(lambda n: Number(f"{n}.{n:02d}")),
            lambda inside: (
                st.dictionaries(st.text("abc", min_size=1, max_size=2), inside, max_size=3)
                | st.lists(inside, max_size=3)
            ),
            max_leaves=8,
        )
    )
    def test_what_is_written_is_read_again(self, told):
        assert canonical(read(written({"x": told}))) == canonical({"x": told})


def test_a_receipt_is_known_by_what_it_says(authority):
    first = authority.compose(receipt_of(), KEYS, ChainPlace(1, ""))
    again = read(first.document)
    again["header"]["uuid"] = ""
    assert identity(again) == first.hash
    second = authority.compose(receipt_of(), KEYS, ChainPlace(2, first.hash))
    assert first.hash in second.document and second.hash != first.hash
    assert f"/{first.hash}/share/" in first.qr and "#Total:253.00000" in first.qr


def test_a_return_names_what_it_takes_back(authority):
    paper = receipt_of(PaperKind.CREDIT_NOTE)
    assert authority.faults(paper) == []
    made = authority.compose(paper, KEYS, ChainPlace(1, ""))
    assert '"referenceUUID":"abab' in made.document and '"receiptType":"R"' in made.document
    never_told = replace(paper, preceding=Preceding("INV-000041"))
    assert authority.takes(paper) and not authority.takes(never_told)


def test_what_is_still_looked_at_is_asked_for_and_not_sent_again(authority, simulator, code):
    exam = TestExam()
    keys = exam.enrolled(authority, code)
    simulator.ordered[Fault.SLOWLY] = 1
    shown, answer = exam.sent(authority, keys)
    assert isinstance(answer, AuthoritySilent) and not answer.keys_refused
    assert isinstance(authority.send(shown, keys), Accepted)
    assert simulator.submitted == 1


def test_a_day_of_outage_is_silence(authority, simulator, code):
    exam = TestExam()
    keys = exam.enrolled(authority, code)
    simulator.outage = True
    shown, answer = exam.sent(authority, keys)
    assert isinstance(answer, AuthoritySilent) and not answer.keys_refused
    simulator.outage = False
    assert isinstance(authority.send(shown, keys), Accepted)


def test_names_the_facts_that_can_not_stand(authority):
    faults = authority.facts_faults(make_applicant())
    assert {"branch", "business", "region", "vat_number"} == set(faults)


class TestToCompanies:
    def sent(self, authority, code, paper):
        exam = TestExam()
        keys = exam.enrolled(authority, code)
        assert authority.faults(paper) == []
        return exam.sent(authority, keys, paper)

    def test_the_authority_names_what_it_takes(self, authority, code):
        shown, answer = self.sent(authority, code, receipt_of(is_simplified=False))
        assert isinstance(answer, Accepted) and answer.mark == TAKEN
        told = read(shown.document)
        assert told["receiver"]["address"]["governate"] == "القاهرة"
        assert (told["documentType"], told["documentTypeVersion"]) == ("I", "1.0")

    def test_stands_beside_the_chain_of_receipts(self, authority):
        made = authority.compose(receipt_of(is_simplified=False), KEYS, ChainPlace(2, "ab"))
        assert not made.is_linked and "ab" * 8 not in made.document

    def test_is_signed_over_its_canonical_form(self, authority, simulator, code):
        self.sent(authority, code, receipt_of(is_simplified=False))
        assert [errors for _, errors in simulator.documents.values()] == [[]]

    @pytest.mark.parametrize("fault", [Fault.ERROR, Fault.SILENT, Fault.BUSY, Fault.LOST])
    def test_what_was_not_heard_is_asked_for_and_sent_once(self, authority, simulator, code, fault):
        simulator.ordered[fault] = 1
        shown, answer = self.sent(authority, code, receipt_of(is_simplified=False))
        assert isinstance(answer, AuthoritySilent)
        again = authority.send(shown, TestExam().enrolled(authority, code))
        assert isinstance(again, Accepted) and len(simulator.documents) == 1

    def test_a_day_of_outage_and_a_slow_look_lose_nothing(self, authority, simulator, code):
        exam, paper = TestExam(), receipt_of(is_simplified=False)
        keys = exam.enrolled(authority, code)
        simulator.outage = True
        shown, answer = exam.sent(authority, keys, paper)
        assert isinstance(answer, AuthoritySilent)
        simulator.outage = False
        simulator.ordered[Fault.SLOWLY] = 1
        assert isinstance(authority.send(shown, keys), AuthoritySilent)
        assert isinstance(authority.send(shown, keys), Accepted)
        assert len(simulator.documents) == 1

    def test_a_rejection_says_why(self, authority, simulator, code):
        simulator.ordered[Fault.REJECT] = 1
        _, answer = self.sent(authority, code, receipt_of(is_simplified=False))
        assert answer.errors[0].rule == "4001"

    def test_a_note_waits_for_the_name_of_its_invoice(self, authority):
        note = receipt_of(PaperKind.CREDIT_NOTE, is_simplified=False)
        unheard = replace(note, preceding=Preceding("INV-1", mark="ab" * 32))
        assert [one.rule for one in authority.faults(unheard)] == ["ETA-references"]
        assert authority.faults(note) == []

    def test_names_what_the_buyers_address_lacks(self, authority):
        paper = receipt_of(is_simplified=False)
        bare = replace(
            paper, buyer=replace(paper.buyer, place=replace(paper.buyer.place, region=""))
        )
        assert [one.rule for one in authority.faults(bare)] == ["ETA-receiver.address"]

    def test_without_a_signer_companies_get_the_plain_paper(self, simulator):
        bare = EtaAuthority(EtaSettings(address=simulator.address))
        assert not bare.takes(receipt_of(is_simplified=False)) and bare.takes(receipt_of())


def test_what_was_taken_off_is_told(authority):
    """Of 200.00 asked, 20.00 off: both documents tell all three figures."""
    plain = receipt_of()
    line = plain.lines[0]
    off = Allowance(Money(2000, "EGP"), line.net + Money(2000, "EGP"), "خصم", "95")
    for is_simplified in (True, False):
        paper = receipt_of(is_simplified=is_simplified, lines=(replace(line, allowance=off),))
        told = read(authority.compose(paper, KEYS, ChainPlace(1, "")).document)
        if is_simplified:
            item = told["itemData"][0]
            assert (item["totalSale"], item["netSale"]) == ("220.00000", "200.00000")
            assert item["commercialDiscountData"][0]["amount"] == "20.00000"
            assert told["totalCommercialDiscount"] == "20.00000"
        else:
            item = told["invoiceLines"][0]
            assert (item["salesTotal"], item["netTotal"]) == ("220.00000", "200.00000")
            assert item["discount"]["amount"] == told["totalDiscountAmount"] == "20.00000"
