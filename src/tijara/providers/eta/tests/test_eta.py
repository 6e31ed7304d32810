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
from tijara.kit.en16931 import PaperKind, Preceding
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
KEYS = {"device": DEVICE, "branch": "0", "activity": "4772"}


def receipt_of(kind: PaperKind = PaperKind.INVOICE, **changes):
    changes.pop("is_simplified", None)
    made = make_semantic(kind, country="EG", currency="EGP")
    seller = replace(
        made.seller, vat_number="674859545", place=replace(made.seller.place, region="القاهرة")
    )
    before = Preceding("INV-000041", mark="ab" * 32) if made.preceding else None
    return replace(made, seller=seller, preceding=before, **changes)


@pytest.fixture
def simulator():
    with Simulator().running() as running:
        yield running


@pytest.fixture
def authority(simulator):
    return EtaAuthority(EtaSettings(address=simulator.address, timeout_seconds=5.0))


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
