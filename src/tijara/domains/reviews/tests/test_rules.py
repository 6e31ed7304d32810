"""Words that wait for staff, and names as they are shown."""

import pytest

from tijara.domains.reviews.rules import must_wait, shown_name
from tijara.domains.reviews.shapes import Rating


@pytest.mark.parametrize(
    "words",
    [
        "",
        "دلة جميلة، وصلت خلال يومين، والسعر 349 ريالًا",
        "طلبت 2 يوم 12/10/2026 ووصلت 14/10/2026",
        "Great dallah.Very fast delivery, 10 out of 10.",
        "Très belle, reçue en 3 jours.",
    ],
)
def test_ordinary_words_are_shown_at_once(words):
    assert not must_wait(words)


@pytest.mark.parametrize(
    "words",
    [
        "كلّمني ٠٥٥١٢٣٤٥٦٧",
        "+966 55 123 4567",
        "https://example.org/x",
        "salla.sa/dallah",
        "write to me@example",
        "حــــرامي",
        "What an IDIOT",
    ],
)
def test_what_leads_elsewhere_or_insults_waits(words):
    assert must_wait(words)


@pytest.mark.parametrize(
    ("full", "shown"),
    [
        ("نورة سعد العتيبي", "نورة ع."),
        ("Salem Harbi", "Salem H."),
        ("نورة", "نورة"),
        ("", ""),
        ("علي ال", "علي"),
    ],
)
def test_a_name_is_the_first_and_an_initial(full, shown):
    assert shown_name(full) == shown


def test_a_rating_adds_up():
    rating = Rating((1, 0, 0, 2, 1))
    assert (rating.count, rating.sum, rating.average) == (4, 14, 3.5)
    assert not Rating() and Rating().average == 0
