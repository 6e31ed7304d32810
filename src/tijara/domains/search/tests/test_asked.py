"""What is promised of what people ask for: it is counted without a name, suggested once several
have asked, and seen by sellers only then."""

from datetime import timedelta

import pytest

from tijara.domains.catalogue.queries import names_of
from tijara.domains.catalogue.testing import make_product
from tijara.domains.parties.queries import seller_terms
from tijara.domains.search.actions import (
    block_wording,
    forget_wordings,
    note_heard,
    place_wordings,
)
from tijara.domains.search.models import Choice, Wording
from tijara.domains.search.queries import (
    alike_words,
    forget_wordings_kept,
    suggested_words,
    suggestions,
    unmet_words,
    wanted_words,
    wordings,
)
from tijara.domains.search.rules import MOST_MARKS, counted_text
from tijara.domains.search.shapes import FEWEST_PEOPLE, Heard, HeardKind
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def anew():
    forget_wordings_kept()
    yield
    forget_wordings_kept()


@pytest.fixture
def store():
    return make_store()


@pytest.fixture
def market_id(store):
    return seller_terms([store.seller_id])[store.seller_id].market_id


@pytest.fixture
def dallah(store):
    return make_shelved_offer(
        seller_id=store.seller_id, product=make_product(name_ar="دلة نحاس", name_en="Brass dallah")
    )


@pytest.fixture
def ask(market_id):
    def ask(text, people=FEWEST_PEOPLE, times=1, language="ar", slug=""):
        kind = HeardKind.CHOSEN if slug else HeardKind.ASKED
        heard = [
            Heard(kind, market_id, language, text, mark, slug)
            for mark in range(people)
            for _ in range(times)
        ]
        note_heard(actor=SYSTEM, heard=heard)

    return ask


def place():
    forget_wordings_kept()
    done = place_wordings(actor=SYSTEM)
    forget_wordings_kept()
    return done


def test_words_are_suggested_once_several_have_asked_for_them_and_found(ask, market_id, dallah):
    ask("دلة نحاس", people=FEWEST_PEOPLE - 1)
    assert place() == 0 and suggested_words(market_id, "ar", "دل") == []
    ask("الدلّة نحاس", people=FEWEST_PEOPLE)
    assert place() == 1 and place() == 0
    assert suggested_words(market_id, "ar", "دل") == ["الدلّة نحاس"]
    assert suggested_words(market_id, "ar", "نحا") == ["الدلّة نحاس"]
    assert suggested_words(market_id, "en", "دل") == []
    row = Wording.objects.get()
    assert (row.people, row.found, len(row.marks)) == (FEWEST_PEOPLE, 1, FEWEST_PEOPLE)


def test_one_who_asks_a_hundred_times_is_one(ask):
    ask("دلة نحاس", people=1, times=100)
    row = Wording.objects.get()
    assert row.people == 1 and round(row.heat) == 100


def test_of_many_no_marks_are_kept(ask):
    ask("دلة", people=MOST_MARKS - 1)
    ask("دلة", people=MOST_MARKS + 20)
    row = Wording.objects.get()
    assert (row.people, row.marks) == (MOST_MARKS, [])


@pytest.mark.parametrize(
    "text",
    ["", "  ", "?!…", "0551234567", "noura@example.com", "https://x.example", "a" * 10_000, "🎉"],
)
def test_what_says_nothing_or_may_tell_of_a_person_is_not_counted(ask, text):
    ask(text)
    assert not Wording.objects.exists() and counted_text(text) == ("", "")


def test_what_nobody_sells_is_not_suggested_and_sellers_are_told(ask, market_id, store, dallah):
    ask("طائرة ورقية")
    ask("دلة نحاس", people=7)
    place()
    assert suggested_words(market_id, "ar", "طائ") == []
    assert [one.said for one in unmet_words(market_id)] == ["طائرة ورقية"]
    (mine,) = wanted_words(market_id, store.seller_id).items
    assert (mine.said, mine.found, mine.is_yours, mine.monthly) == ("دلة نحاس", 1, True, 7)


def test_another_sellers_departments_are_not_mine(ask, market_id, dallah):
    ask("دلة نحاس")
    place()
    assert wanted_words(market_id, make_store().seller_id).items == []


def test_a_word_asked_by_few_is_seen_by_no_seller_and_no_staff(ask, market_id, store, dallah):
    ask("دلة نورة القحطاني", people=FEWEST_PEOPLE - 1, times=50)
    place()
    assert wanted_words(market_id, store.seller_id).items == []
    assert unmet_words(market_id) == [] and wordings(market_id).items == []


def test_a_blocked_word_is_suggested_to_nobody_nor_what_has_it_in_it(ask, market_id, store, dallah):
    ask("دلة")
    ask("دلة نحاس")
    place()
    assert len(suggested_words(market_id, "ar", "دل")) == 2
    assert len(wanted_words(market_id, store.seller_id).items) == 2
    block_wording(actor=SYSTEM, market_id=market_id, text="دله")
    assert suggested_words(market_id, "ar", "دل") == []
    assert wanted_words(market_id, store.seller_id).items == []
    assert [one.said for one in wordings(market_id, is_blocked=True).items] == ["دلة"]
    block_wording(actor=SYSTEM, market_id=market_id, text="دله", is_blocked=False)
    assert len(suggested_words(market_id, "ar", "دل")) == 2


def test_words_are_suggested_with_article_and_without_and_from_another_keyboard(
    ask, market_id, dallah
):
    ask("الدلة نحاس")
    ask("نحاس الدلة")
    place()
    for typed in ("دل", "الدل", "والدلة", "]gm"):
        told = suggested_words(market_id, "ar", typed)
        assert told == ["الدلة نحاس", "نحاس الدلة"], typed
    assert suggested_words(market_id, "ar", "لة") == []
    assert suggested_words(market_id, "ar", "؟!") == []


def test_words_are_suggested_by_what_was_meant_where_nothing_begins_as_typed(
    ask, market_id, dallah
):
    ask("دلة نحاس")
    place()
    assert suggested_words(market_id, "ar", "na7as") == []
    assert suggested_words(market_id, "ar", "na7as", meant="نحاس") == ["دلة نحاس"]
    assert suggestions(market_id, "na7as").meant == "نحاس"
    assert suggestions(market_id, "نحااس").meant == "نحاس"
    assert suggested_words(market_id, "ar", "دل", meant="نحاس غيره") == ["دلة نحاس"]


def test_a_slip_is_led_to_what_others_ask_for(ask, market_id, dallah):
    ask("brass dallah", language="en")
    place()
    assert alike_words(market_id, "en", "bras dalah") == "brass dallah"
    assert alike_words(market_id, "en", "zzzzqq") == ""


def test_a_month_of_few_begins_anew_and_the_old_is_forgotten(ask):
    ask("دلة نحاس", people=FEWEST_PEOPLE - 1)
    ask("فنجان")
    month = now().replace(day=1, hour=0) - timedelta(days=2)
    Wording.objects.update(last_at=month)
    forget_wordings(actor=SYSTEM)
    told = {row.text: (row.people, row.marks) for row in Wording.objects.all()}
    assert told == {"دله نحاس": (0, []), "فنجان": (FEWEST_PEOPLE, [])}
    Wording.objects.update(last_at=now() - timedelta(days=200))
    forget_wordings(actor=SYSTEM)
    assert not Wording.objects.exists()


def test_what_was_opened_is_counted_of_products_that_there_are(ask, dallah):
    slug = names_of([dallah.product_id])[dallah.product_id].slug
    ask("دلة", slug=slug)
    ask("دلة", slug="there-is-none")
    (row,) = Choice.objects.all()
    assert (row.text, row.people, row.times) == ("دله", FEWEST_PEOPLE, FEWEST_PEOPLE)


def test_hearing_is_one_statement_and_its_savepoint(ask, dallah, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        ask("دلة نحاس", people=30)
