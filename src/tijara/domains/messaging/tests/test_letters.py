"""A letter is written once, in one way, and goes as its reader wishes."""

import io
import re
from datetime import date

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tijara.domains.markets.actions import change_look
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.models import Message
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.messaging.rules import best_way
from tijara.domains.messaging.shapes import Addressee, LetterLine, LetterWords, Means
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.money import Money
from tijara.platform.pictures.shelf import file_at
from tijara.platform.pictures.tests.samples import picture

TURN = "flash_sales/messages/turn.txt"
EMAIL, PHONE = "noura@example.com", "+966551234567"
ALL = dict.fromkeys(Means, "set up")
BOTH = Addressee(EMAIL, PHONE)
MEANS = st.sampled_from([*Means])
people = st.builds(
    Addressee,
    email=st.sampled_from(["", EMAIL]),
    phone=st.sampled_from(["", PHONE]),
    wish=st.sampled_from(["", *Means, "pigeon"]),
)
set_up = st.dictionaries(MEANS, st.sampled_from(["", "set up"]), min_size=3, max_size=3)


def wishing(wish: str, email: str = EMAIL, phone: str = PHONE) -> Addressee:
    return Addressee(email, phone, wish)


@pytest.mark.parametrize(
    ("to", "without", "way"),
    [
        (BOTH, (), (Means.EMAIL, EMAIL)),
        (wishing("whatsapp"), (), (Means.WHATSAPP, PHONE)),
        (wishing("sms"), (), (Means.SMS, PHONE)),
        (wishing("whatsapp"), (Means.WHATSAPP,), (Means.SMS, PHONE)),
        (wishing("whatsapp"), (Means.WHATSAPP, Means.SMS), (Means.EMAIL, EMAIL)),
        (wishing("sms", phone=""), (), (Means.EMAIL, EMAIL)),
        (wishing("email", email=""), (), (Means.WHATSAPP, PHONE)),
        (wishing("email"), (Means.EMAIL,), (Means.WHATSAPP, PHONE)),
        (Addressee(phone=PHONE), (), (Means.WHATSAPP, PHONE)),
        (Addressee(phone=PHONE), (Means.WHATSAPP,), (Means.SMS, PHONE)),
    ],
)
def test_a_wish_is_kept_or_the_next_best_is_taken(to, without, way):
    channels = ALL | dict.fromkeys(without, "")
    assert best_way(to, "whatsapp", channels) == way


@given(people, st.sampled_from(["", "sms", "whatsapp"]), set_up)
def test_whoever_can_be_reached_is_and_at_his_own_address(to, phone_means, channels):
    way = best_way(to, phone_means, channels)
    if not (to.email or to.phone):
        assert way is None
        return
    means, recipient = way
    assert recipient == (to.email if means is Means.EMAIL else to.phone) != ""
    usable = {Means.EMAIL: to.email, Means.SMS: to.phone, Means.WHATSAPP: to.phone}
    could = {one for one in Means if usable[one] and channels[one]}
    assert means in could or not could
    if to.wish in could:
        assert means == to.wish


def words(**changes) -> LetterWords:
    told = {
        "kind": "returns.refund_paid",
        "to": BOTH,
        "language": "ar",
        "template": "returns/messages/refund_paid.txt",
        "facts": {
            "number": "K7Q3M",
            "amount": Money(34900, "SAR"),
            "store": make_market(),
            "is_card": True,
        },
        "link_to": "order",
        "link_facts": {"token": "abc"},
        "button": "افتح طلبك",
        "footer": "الطلب %(number)s",
        "lines": (
            LetterLine("<b>دلّة</b>", Money(34900, "SAR"), 2),
            LetterLine("IBAN", "SA03 8000", is_code=True),
            LetterLine("المجموع", Money(69800, "SAR"), is_sum=True),
        ),
    }
    return LetterWords(**(told | changes))


def write(told: LetterWords, key: str = "letter:1"):
    write_letter(actor=SYSTEM, owner_id=OPERATOR_ID, key=key, words=told)
    return recent_messages(1)[0]


@pytest.mark.django_db
class TestWriting:
    @pytest.mark.parametrize(("minutes", "said"), [(1, "1 minute."), (10, "10 minutes.")])
    def test_a_number_chooses_its_plural(self, minutes, said):
        facts = {"sale": "Eid", "store": "Nahhas", "minutes": minutes}
        told = words(template=TURN, facts=facts, language="en", footer="")
        assert said in write(told).text

    def test_an_e_mail_has_all_of_it_and_escapes_anyones_words(self):
        letter = write(words())
        assert (letter.means, letter.recipient) == (Means.EMAIL, EMAIL)
        assert f"{settings.PUBLIC_ADDRESS}/orders/abc" in letter.text
        assert "2 × \u2068<b>دلّة</b>\u2069: \u2068349.00 ريال\u2069" in letter.text
        assert "&lt;b&gt;دلّة" in letter.html and "<b>دلّة" not in letter.html
        assert '<bdi dir="ltr">\u2068SA03 8000' in letter.html
        assert "الطلب \u2068K7Q3M\u2069" in letter.text
        assert "السوق السعودي" in letter.text

    def test_an_e_mail_wears_the_look_of_its_market(self):
        market_id = make_market("eg", country="EG", currency="EGP", name_ar="عود الجزيرة").id
        plain = write(words(market_id=market_id))
        change_look(actor=SYSTEM, market_id=market_id, accent="#14606b", logo=None)
        letter = write(words(market_id=market_id), key="letter:2")
        assert "عود الجزيرة" in letter.html and "#14606b" in letter.html
        assert "عود الجزيرة" not in plain.html

    def test_its_logo_stands_in_the_head_as_each_program_reads_it(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        house = make_market()
        logo = io.BytesIO(picture("PNG", (400, 100)))
        change_look(actor=SYSTEM, market_id=house.id, accent="#14606b", logo=logo)
        letter = write(words())
        address = re.search(r'<img src="([^"]+)"', letter.html)[1]
        assert address.startswith(f"{settings.PUBLIC_ADDRESS}/media/")
        with Image.open(file_at(address.removeprefix(settings.PUBLIC_ADDRESS))) as shown:
            assert (shown.format, shown.size) == ("PNG", (288, 72))
        assert letter.text.rstrip().endswith("السوق السعودي")

    @pytest.mark.parametrize(
        ("name", "is_shown"),
        [(f"up_{'0' * 32}_1200x1500", True), ("dallah-0c", True), ("", False)],
    )
    def test_goods_are_shown_where_they_have_a_picture(self, name, is_shown):
        letter = write(words(lines=(LetterLine("دلّة", Money(34900, "SAR"), picture=name),)))
        shown = re.findall(r'<img src="([^"]+)"', letter.html)
        assert bool(shown) is is_shown
        assert all(one.startswith(f"{settings.PUBLIC_ADDRESS}/") for one in shown)

    def test_it_ends_with_how_to_get_no_more_of_them(self):
        told = words(stop_at="stop_reviews", language="en")
        letter = write(told)
        assert f"{settings.PUBLIC_ADDRESS}/hooks/letters/reviews/abc" in letter.text
        assert "No more letters like this" in letter.html
        assert "No more letters" not in write(words(language="en"), key="letter:2").html

    def test_where_it_is_turned_off_is_of_no_market_and_no_language(self):
        market = make_market("eg", country="EG", currency="EGP")
        told = words(stop_at="stop_reviews", language="en", market_id=market.id)
        write(told)
        write(words(), key="letter:2")
        stops = dict(Message.objects.values_list("key", "stop_at"))
        address = f"{settings.PUBLIC_ADDRESS}/hooks/letters/reviews/abc"
        assert stops == {"letter:1": address, "letter:2": ""}

    def test_a_phone_gets_the_subject_and_the_link(self):
        letter = write(words(to=wishing("sms")))
        assert (letter.means, letter.recipient, letter.html) == (Means.SMS, PHONE, "")
        assert letter.text.splitlines() == [letter.subject, f"{settings.PUBLIC_ADDRESS}/orders/abc"]

    def test_a_french_letter_writes_amounts_as_french_does(self):
        letter = write(words(language="fr"))
        assert "349,00\u00a0SAR" in letter.text and "/fr/orders/abc" in letter.text

    @pytest.mark.parametrize(
        ("language", "day", "said"),
        [
            ("ar", 11, "11 ديسمبر 2026"),
            ("en", 11, "11 December 2026"),
            ("fr", 11, "11 décembre 2026"),
            ("fr", 1, "1er décembre 2026"),
        ],
    )
    def test_a_day_is_said_as_people_say_it(self, language, day, said):
        told = words(language=language, footer="%(day)s", facts={"day": date(2026, 12, day)})
        assert f"\u2068{said}\u2069" in write(told).text

    def test_its_link_leads_into_its_market_in_its_language(self):
        make_market()
        market = make_market("eg", country="EG", currency="EGP", phone_means="whatsapp")
        letter = write(words(to=Addressee(phone=PHONE), language="en", market_id=market.id))
        assert f"{settings.PUBLIC_ADDRESS}/eg/en/orders/abc" in letter.text
        assert letter.means is Means.WHATSAPP

    def test_who_can_not_be_reached_is_written_nothing(self):
        write_letter(
            actor=SYSTEM, owner_id=OPERATOR_ID, key="letter:1", words=words(to=Addressee())
        )
        assert recent_messages() == []

    def test_who_changes_his_wish_is_not_told_again(self):
        write(words())
        write(words(to=wishing("sms")))
        assert len(recent_messages()) == 1

    def test_an_address_of_a_page_stays_bare(self):
        letter = write(
            words(
                template="fulfilment/messages/tracking.txt",
                facts={
                    "number": "K7",
                    "store": "بيت النحاس",
                    "carrier": "سمسا",
                    "tracking_number": "123",
                    "tracking_link": "https://carrier.example/123",
                },
            )
        )
        assert " https://carrier.example/123\n" in letter.text + "\n"
