"""Small pieces say the right thing in both languages, and never pass on what others wrote raw."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.template import Context
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tijara.kit.money import EXPONENTS, Money
from tijara.kit.page import Page
from tijara.ui.directions import counted
from tijara.ui.gallery.samples import cards
from tijara.ui.look import monogram
from tijara.ui.pieces import marks, times, words
from tijara.ui.pieces.cards import product_card
from tijara.ui.pieces.money import WORDS, price, prices, saved_percent
from tijara.ui.templatetags.ui import page_address, page_numbers

NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def arabic(monkeypatch):
    monkeypatch.setattr(times.clock, "now", lambda: NOW)
    with translation.override("ar"):
        yield


class TestPrice:
    def test_carries_its_number_and_its_word(self):
        html = price(Money(124950, "SAR"))
        assert 'value="1249.50"' in html
        assert "1,249.50" in html
        assert "ريال" in html

    def test_short_leaves_out_only_zeros(self):
        assert ">349<" in price(Money(34900, "SAR"), "short")
        assert ">349.50<" in price(Money(34950, "SAR"), "short")

    def test_currencies_have_their_own_decimals(self):
        assert "12.500" in price(Money(12500, "KWD"))
        assert "د.ك" in price(Money(12500, "KWD"))
        with translation.override("en"):
            assert "KWD" in price(Money(12500, "KWD"))

    def test_french_has_its_own_marks(self):
        with translation.override("fr"):
            assert ">1\u202f234\u202f567,50<" in price(Money(123456750, "EUR")).replace(
                "</bdi>", ">"
            )
            assert words.grouped(12345) == "12\u202f345"
            assert words.percent("-2.5") == "-2,5\u202f%"
        assert words.percent(15) == "15%"

    @pytest.mark.parametrize("language", ["ar", "en"])
    @pytest.mark.parametrize(
        ("money", "shown"),
        [
            (Money(1234, "JPY"), "1,234"),
            (Money(1250000, "SAR"), "12,500.00"),
            (Money(1234567, "KWD"), "1,234.567"),
            (Money(5, "BHD"), "0.005"),
        ],
    )
    def test_each_currency_shows_its_own_decimals(self, language, money, shown):
        with translation.override(language):
            assert f">{shown}<" in price(money).replace("</bdi>", ">").replace("</i>", ">")
            assert str(WORDS[money.currency]) in price(money)

    def test_every_currency_has_its_word(self):
        assert set(WORDS) == set(EXPONENTS)

    @given(st.integers(-(10**12), 10**12), st.sampled_from(sorted(EXPONENTS)))
    def test_the_value_is_exact(self, minor, currency):
        money = Money(minor, currency)
        assert f'value="{money.to_decimal_string()}"' in price(money)

    def test_an_old_price_that_was_not_higher_is_not_shown(self):
        assert "<del>" not in prices(Money(100, "SAR"), Money(100, "SAR"))
        assert "<del>" in prices(Money(100, "SAR"), Money(200, "SAR"))

    @given(st.integers(1, 10**9), st.integers(1, 10**9))
    def test_a_saving_is_never_overstated(self, one, other):
        now, was = sorted((one, other))
        percent = saved_percent(Money(now, "SAR"), Money(was, "SAR"))
        assert percent * was <= (was - now) * 100


class TestTimes:
    @pytest.mark.parametrize(
        ("passed", "text"),
        [
            (timedelta(seconds=20), "قبل لحظات"),
            (timedelta(minutes=1), "قبل دقيقة"),
            (timedelta(minutes=2), "قبل دقيقتين"),
            (timedelta(minutes=5), "قبل 5 دقائق"),
            (timedelta(minutes=12), "قبل 12 دقيقة"),
            (timedelta(hours=1), "قبل ساعة"),
            (timedelta(hours=2), "قبل ساعتين"),
            (timedelta(hours=10), "قبل 10 ساعات"),
            (timedelta(hours=23), "قبل 23 ساعة"),
            (timedelta(days=2), "قبل يومين"),
            (timedelta(days=11), "قبل 11 يومًا"),
        ],
    )
    def test_ago_in_every_plural_form(self, passed, text):
        assert text in times.ago(NOW - passed)

    @pytest.mark.parametrize(
        ("ahead", "text"),
        [
            (timedelta(seconds=20), "بعد دقيقة"),
            (timedelta(minutes=2), "بعد دقيقتين"),
            (timedelta(minutes=59), "بعد 59 دقيقة"),
            (timedelta(hours=4, minutes=50), "بعد 5 ساعات"),
            (timedelta(days=3), "بعد 3 أيام"),
        ],
    )
    def test_how_long_it_is_yet(self, ahead, text):
        assert times.left(NOW + ahead) == text

    def test_a_day_stands_in_both_calendars(self):
        assert "الاثنين 23 نوفمبر، 13 جمادى الآخرة 1448" in times.day(NOW, "hijri")

    def test_the_day_is_the_readers_not_greenwichs(self):
        late = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
        assert "الثلاثاء 24 نوفمبر" in times.day(late)

    def test_soon_speaks_as_people_do(self):
        assert "غدًا الثلاثاء" in times.soon(date(2026, 11, 24))
        assert "اليوم" in times.soon(date(2026, 11, 23))
        assert "الأربعاء 25 نوفمبر" in times.soon(date(2026, 11, 25))
        with translation.override("en"):
            assert "tomorrow, Tuesday" in times.soon(date(2026, 11, 24))
        with translation.override("fr"):
            assert "demain mardi" in times.soon(date(2026, 11, 24))
            assert "mardi 1er décembre" in times.soon(date(2026, 12, 1))

    def test_each_language_tells_the_time_its_own_way(self):
        said = {"ar": "4:00 م", "en": "4:00 pm", "fr": "16\u00a0h\u00a000"}
        for language, text in said.items():
            with translation.override(language):
                assert times.clock_time(NOW) == text

    def test_today_is_written_small_within_a_sentence(self):
        with translation.override("en"):
            assert "Today, 4:00 pm" in times.moment(NOW)
            assert "today, 4:00 pm" in times.moment(NOW, "inside")
            assert "Monday" in times.moment(NOW - timedelta(days=7), "inside")

    def test_another_year_is_named(self):
        assert "2027" in times.day(date(2027, 1, 2))
        assert "2 يناير<" in times.day(date(2026, 1, 2))


class TestWords:
    def test_a_name_in_the_other_language_is_better_than_none(self):
        card = cards()[0]
        assert words.named(card) == card.name_ar
        with translation.override("en"):
            assert words.named(card) == card.name_en

    def test_phones_are_read_in_groups_and_called_whole(self):
        html = words.phone("+966551234567")
        assert "+966 55 123 4567" in html
        assert "tel:+966551234567" in html

    @pytest.mark.parametrize("piece", [words.bdi, words.code, words.phone, marks.badge])
    def test_others_text_is_escaped(self, piece):
        assert "<script" not in piece("<script>alert(1)</script>")

    def test_avatars_take_the_letter_that_matters(self):
        assert ">ن<" in marks.avatar("بيت النحّاس", 55)
        assert ">K<" in marks.avatar("Dar Al-Khazaf", 264)
        assert ">ن<" in monogram("بيت النحّاس") and ">K<" in monogram("Dar Al-Khazaf")
        assert "hue-60" in marks.avatar("بيت", 55)
        assert "#user" in marks.avatar("+966551234567") and ">+<" not in marks.avatar("+966551")
        assert "hue-0" in marks.avatar("بيت", 359)
        assert marks.avatar("")


class TestProductCard:
    def test_leads_to_its_product_in_its_language(self):
        card = cards()[1]
        assert 'href="/p/armchair-majlis"' in product_card(card)
        with translation.override("en"):
            assert 'href="/en/p/armchair-majlis"' in product_card(card)

    def test_sold_out_can_not_be_added(self):
        gone = cards()[3]
        assert 'action="/cart"' not in product_card(gone)
        assert "نفدت" in product_card(gone)

    def test_brings_the_price_that_was_seen(self):
        card = cards()[0]
        assert f'name="seen_minor" value="{card.price.minor}"' in product_card(card)


@pytest.mark.parametrize(
    ("size", "language", "shown"),
    [
        (0.2, "ar", "&lt; 1 MB"),
        (115.4, "en", "115 MB"),
        (1536, "en", "1.5 GB"),
        (1536, "fr", "1,5 Go"),
        (40_971, "ar", "40 GB"),
    ],
)
def test_a_size_is_told_as_large_as_one_grasps_it(size, language, shown):
    with translation.override(language):
        assert f">{shown}<" in words.megabytes(size)


@pytest.mark.parametrize(
    ("number", "total", "expected"),
    [
        (1, 1, [1]),
        (1, 240, [1, 2, None, 10]),
        (5, 240, [1, None, 4, 5, 6, None, 10]),
        (10, 240, [1, None, 9, 10]),
        (3, None, [1, 2, 3, 4]),
    ],
)
def test_page_numbers_leave_out_the_far_ones(number, total, expected):
    page = Page(items=[], number=number, size=24, has_next=number != 1 or total != 1, total=total)
    assert page_numbers(page) == expected


def test_of_a_list_with_keys_the_first_page_alone_has_a_number_to_press():
    page = Page(items=[], number=5, size=24, has_next=True, after="1-a", before="2-b")
    assert page_numbers(page) == [1, None, 5]


@pytest.mark.parametrize(
    ("number", "given", "expected"),
    [
        (6, {"after": "1-a"}, "?state=paid&amp;page=6&amp;after=1-a"),
        (4, {"before": "2-b"}, "?state=paid&amp;page=4&amp;before=2-b"),
        (1, {"before": "2-b"}, "?state=paid"),
        (7, {}, "?state=paid&amp;page=7"),
    ],
)
def test_the_address_of_a_page_beside_says_where_it_begins(rf, number, given, expected):
    request = rf.get("/office/payments?state=paid&page=5&after=9-f&before=8-e")
    address = page_address(Context({"request": request}), number, **given)
    assert address == expected.replace("&amp;", "&")


@pytest.mark.parametrize(
    ("number", "is_cut", "expected"),
    [(1000, True, "999+"), (2005, True, "2,004+"), (1000, False, "1,000")],
)
def test_only_what_was_cut_says_that_there_are_more(number, is_cut, expected):
    assert counted(number, is_cut=is_cut) == expected
