"""The Emirates' documents: for companies only, composed and kept, with their own rules."""

from dataclasses import replace

import pytest
from defusedxml import ElementTree

from tijara.domains.invoicing.shapes import ChainPlace
from tijara.domains.invoicing.testing import FACTS, FactsExam, make_applicant, make_semantic
from tijara.kit.en16931 import Category, PaperKind, Place, SemanticInvoice, TaxShare
from tijara.providers.pint_ae import PintAeAuthority, PintAeSettings

PLACE = Place("AE", "شارع الشيخ زايد", city="دبي", region="DXB")
SPACE = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}


@pytest.fixture
def authority() -> PintAeAuthority:
    return PintAeAuthority(PintAeSettings())


def emirati(kind: PaperKind = PaperKind.INVOICE, **changes) -> SemanticInvoice:
    made = make_semantic(kind, country="AE", currency="AED", is_simplified=False)
    seller = replace(made.seller, place=PLACE, vat_number="135790246801003")
    buyer = replace(made.buyer, place=PLACE, vat_number="134567890123003")
    return replace(made, seller=seller, buyer=buyer, **changes)


class TestExam(FactsExam):
    def applicant(self):
        facts = replace(FACTS, region="DXB")
        return make_applicant(facts=facts, vat_number="135790246801003", country="AE")


def test_only_what_companies_buy_is_its_business(authority):
    assert authority.takes(emirati())
    assert not authority.takes(emirati(is_simplified=True))


@pytest.mark.parametrize("kind", PaperKind)
def test_says_what_the_paper_says(authority, kind):
    paper = emirati(kind)
    assert authority.faults(paper) == []
    made = authority.compose(paper, {}, ChainPlace(1, ""))
    tree = ElementTree.fromstring(made.document)
    assert tree.tag.endswith("CreditNote" if kind is PaperKind.CREDIT_NOTE else "Invoice")
    assert tree.findtext("cbc:CustomizationID", "", SPACE) == "urn:peppol:pint:billing-1@ae-1"
    endpoints = [one.text for one in tree.iterfind(".//cbc:EndpointID", SPACE)]
    assert endpoints == ["1357902468", "1345678901"]
    assert tree.findtext(".//cbc:PayableAmount", "", SPACE) == "253.00"
    assert tree.findtext(".//cac:ItemPriceExtension/cbc:Amount", "", SPACE) == "230.00"
    assert not made.needs_clearance


def test_what_is_exempt_as_a_whole_has_a_code_of_its_own(authority):
    paper = emirati()
    line = replace(paper.lines[0], category=Category.EXEMPT, rate_bp=0)
    share = TaxShare(Category.EXEMPT, 0, line.net, line.net * 0, "bus", "DL8.46.4")
    made = authority.compose(
        replace(paper, lines=(line,), adjustments=(), shares=(share,)), {}, ChainPlace(1, "")
    )
    assert ">480<" in made.document and "DL8.46.4" in made.document


def reversed_paper(**changes) -> SemanticInvoice:
    paper = emirati()
    told = {"gtin": "6291041500213", "nature": "DL8.48.8.2"} | changes
    gone = paper.lines[0].tax * 0
    category = Category.REVERSE_CHARGE
    line = replace(paper.lines[0], category=category, rate_bp=0, tax=gone, **told)
    share = TaxShare(category, 0, line.net, gone, "Reverse charge")
    return replace(paper, lines=(line,), adjustments=(), shares=(share,))


def test_goods_whose_tax_the_buyer_owes_are_told_by_barcode_and_kind(authority):
    paper = reversed_paper()
    assert authority.faults(paper) == []
    made = authority.compose(paper, {}, ChainPlace(1, "")).document
    assert '<cbc:ID schemeID="0160">6291041500213</cbc:ID>' in made
    assert "<cbc:NatureCode>DL8.48.8.2</cbc:NatureCode>" in made


@pytest.mark.parametrize(("lacks", "rule"), [("gtin", "ibr-174-ae"), ("nature", "ibr-166-ae")])
def test_without_either_the_rule_is_named_with_the_goods(authority, lacks, rule):
    (fault,) = authority.faults(reversed_paper(**{lacks: ""}))
    assert fault.rule == rule and fault.about.endswith("دلّة نحاس")
    assert rule in authority.rules


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("ibr-132-ae", {"vat_number": "310122393500003"}),
        ("ibr-128-ae", {"place": replace(PLACE, region="")}),
        ("ibr-123-ae", {"place": replace(PLACE, city="")}),
    ],
)
def test_names_what_would_be_turned_away(authority, rule, changes):
    paper = emirati()
    wrong = replace(paper, seller=replace(paper.seller, **changes))
    assert rule in {one.rule for one in authority.faults(wrong)}


def test_a_seller_is_enrolled_without_asking_anybody(authority):
    facts = replace(FACTS, region="DXB")
    applicant = make_applicant(facts=facts, vat_number="135790246801003", country="AE")
    assert authority.facts_faults(applicant) == {}
    assert authority.prove(applicant, authority.begin(applicant, {}).keys).keys == {}
    assert set(authority.facts_faults(make_applicant())) == {"region", "vat_number"}
