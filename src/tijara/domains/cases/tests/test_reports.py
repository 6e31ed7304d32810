"""What buyers report of products, and what staff make of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.accounts.actions import change_profile
from tijara.domains.accounts.testing import make_account
from tijara.domains.cases.actions import (
    CaseDecided,
    DecisionInvalid,
    NothingToReport,
    ReportInvalid,
    WordsInvalid,
    dismiss_case,
    forget_reports,
    report_product,
    uphold_case,
    write_to_sellers,
)
from tijara.domains.cases.models import Case
from tijara.domains.cases.queries import (
    case,
    cases,
    counts_of_cases,
    hidden_why,
    reports_of,
    steps_of,
)
from tijara.domains.cases.shapes import CaseState, CaseStep, ReportReason
from tijara.domains.catalogue.queries import edited_product
from tijara.domains.catalogue.testing import make_product
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.actions import add_member
from tijara.domains.parties.shapes import Role
from tijara.domains.parties.testing import make_seller
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS, STAFF_POWERS, STAFF_ROLES, VISITOR_POWERS
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db
UNMARKED = {0x2068: None, 0x2069: None}


@pytest.fixture
def product():
    make_market()
    return make_product(name_ar="ساعة", name_en="Watch", name_fr="Montre")


def somebody():
    return Actor(ActorKind.BUYER, owner_id=new_id(), powers=BUYER_POWERS)


def reports(product, buyer=None, reason="unsafe", words=""):
    buyer = buyer or somebody()
    return report_product(
        actor=buyer,
        buyer_id=buyer.owner_id,
        market_id=make_market().id,
        product_id=getattr(product, "product_id", product),
        reason=reason,
        words=words,
    )


def seller_of(product, *languages):
    """Somebody who sells it, with people who read these languages."""
    seller = make_seller()
    for language in languages:
        add_member(actor=SYSTEM, seller_id=seller, person_id=make_reader(language), role=Role.OWNER)
    make_offer(seller_id=seller, product=product)


def make_reader(language):
    person = make_account()
    mine = Actor(ActorKind.BUYER, person, powers=VISITOR_POWERS)
    change_profile(actor=mine, name="سالم", language=language, wish="")
    return person


@pytest.fixture
def staff():
    return Actor(ActorKind.STAFF, make_account(is_operator=True), powers=STAFF_POWERS)


def only_case():
    (found,) = cases().items
    return found


class TestReporting:
    def test_all_of_a_product_is_one_case_and_who_says_it_twice_has_said_it_once(self, product):
        buyer = somebody()
        reports(product, buyer, "unsafe", "تسخن")
        reports(product, buyer, "misleading", "ليست كما في الصورة")
        reports(product)
        found = only_case()
        assert (found.subject_id, found.reports) == (product.product_id, 2)
        assert found.due_at - found.opened_at == timedelta(days=3)
        assert {(one.reason, one.words) for one in reports_of(found.id)} == {
            (ReportReason.MISLEADING, "ليست كما في الصورة"),
            (ReportReason.UNSAFE, ""),
        }

    def test_something_must_be_said(self, product):
        for reason, words, wrong in (
            ("", "", "reason"),
            ("nonsense", "x", "reason"),
            ("other", " \u200f", "words"),
            ("unsafe", "x" * 1001, "words"),
        ):
            with pytest.raises(ReportInvalid) as refused:
                reports(product, reason=reason, words=words)
            assert set(refused.value.fields) == {wrong}
        with pytest.raises(NothingToReport):
            reports(new_id())
        with pytest.raises(NotAllowed):
            report_product(
                actor=somebody(),
                buyer_id=new_id(),
                market_id=make_market().id,
                product_id=product.product_id,
                reason="unsafe",
                words="",
            )
        assert not Case.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_reported_by_many_at_once_it_is_one_case(product):
    def press(_time):
        try:
            reports(product)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(press, range(6)))
    assert only_case().reports == 6


class TestDeciding:
    def test_taken_off_its_sellers_read_why_and_nobody_reads_who(self, product, staff):
        seller_of(product, "ar", "fr")
        buyer = somebody()
        reports(product, buyer, "counterfeit", "تقليد")
        found = only_case()
        with pytest.raises(DecisionInvalid):
            uphold_case(actor=staff, case_id=found.id, reason="", words="")
        uphold_case(actor=staff, case_id=found.id, reason="counterfeit", words="أرسل الفاتورة")
        shown = edited_product(product.product_id)
        assert shown.is_barred and not shown.is_published
        assert (case(found.id).state, counts_of_cases()[CaseState.OPEN]) == (CaseState.UPHELD, 0)
        why = hidden_why([product.product_id])[product.product_id]
        assert (why.reason, why.words) == (ReportReason.COUNTERFEIT, "أرسل الفاتورة")
        letters = recent_messages()
        assert sorted(one.subject.translate(UNMARKED) for one in letters) == [
            "Montre a été retiré du marché",
            "سُحب ساعة من السوق",
        ]
        assert all("أرسل الفاتورة" in one.text for one in letters)
        assert not any(str(buyer.owner_id) in one.text + one.html for one in letters)
        for act in (dismiss_case, uphold_case):
            given = {} if act is dismiss_case else {"reason": "unsafe", "words": ""}
            with pytest.raises(CaseDecided):
                act(actor=staff, case_id=found.id, **given)
        assert len(recent_messages()) == 2

    def test_dismissed_the_product_stays_and_may_be_reported_anew(self, product, staff):
        reports(product)
        dismiss_case(actor=staff, case_id=only_case().id)
        assert edited_product(product.product_id).is_published and not hidden_why(
            [product.product_id]
        )
        assert cases().items == [] and len(cases(CaseState.DISMISSED).items) == 1
        reports(product)
        assert only_case().reports == 1

    def test_sellers_are_asked_first_and_once(self, product, staff):
        seller_of(product, "ar")
        reports(product)
        found = only_case()
        with pytest.raises(WordsInvalid):
            write_to_sellers(actor=staff, case_id=found.id, words=" ")
        for _ in range(2):
            write_to_sellers(actor=staff, case_id=found.id, words="من أين جاءت؟")
        assert [one.step for one in steps_of(found.id)] == [CaseStep.WRITTEN]
        (letter,) = recent_messages()
        assert "من أين جاءت؟" in letter.text and only_case().state is CaseState.OPEN

    def test_only_who_keeps_the_catalogue_decides(self, product):
        reports(product)
        support = Actor(ActorKind.STAFF, make_account(), powers=STAFF_ROLES["support"])
        with pytest.raises(NotAllowed):
            dismiss_case(actor=support, case_id=only_case().id)


def test_what_buyers_wrote_is_forgotten_in_its_time_and_decisions_stay(product, staff):
    reports(product, words="كلام")
    found = only_case()
    dismiss_case(actor=staff, case_id=found.id)
    assert forget_reports(actor=SYSTEM) == 0
    Case.objects.update(decided_at=case(found.id).decided_at - timedelta(days=181))
    assert forget_reports(actor=SYSTEM) == 1
    assert reports_of(found.id) == [] and case(found.id).state is CaseState.DISMISSED
