"""What is promised of searching: the lexicon follows the goods, any typing is answered, and staff
mend what is missed."""

import pytest

from tijara.domains.catalogue.testing import make_product
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.actions import pause_offer
from tijara.domains.parties.queries import seller_terms
from tijara.domains.parties.testing import make_seller
from tijara.domains.search.actions import (
    SynonymInvalid,
    SynonymLeadsBack,
    dismiss_missed,
    drop_synonym,
    index_products,
    note_missed,
    renew_texts,
    write_synonym,
)
from tijara.domains.search.models import Document, Word
from tijara.domains.search.queries import (
    asking,
    browse,
    lexicon_proof,
    missed,
    shelf,
    suggestions,
    synonyms,
)
from tijara.domains.search.shapes import Wish
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def store():
    return make_store()


@pytest.fixture
def market_id(store):
    return seller_terms([store.seller_id])[store.seller_id].market_id


@pytest.fixture
def put(store):
    def put(name_ar, name_en="", **told):
        product = make_product(name_ar=name_ar, name_en=name_en, category_path_en=(), **told)
        return make_shelved_offer(seller_id=store.seller_id, product=product)

    return put


@pytest.fixture
def found(market_id):
    def found(text):
        return [card.name_ar for card in shelf(market_id, text=text).items]

    return found


def holds():
    return lexicon_proof().faults == []


def lexicon():
    return dict(Word.objects.values_list("word", "uses"))


def counted():
    told: dict[str, int] = {}
    for text in Document.objects.values_list("text", flat=True):
        for word in {*text.split()} - {"|"} | {""}:
            told[word] = told.get(word, 0) + 1
    return told


def test_the_lexicon_counts_what_stands_on_the_shelves(put):
    first, _ = put("دلة نحاس"), put("دلة فضة")
    assert lexicon() == counted() and lexicon()["دله"] == 2
    index_products(actor=SYSTEM, product_ids=[first.product_id])
    assert lexicon() == counted()
    pause_offer(actor=SYSTEM, seller_id=first.seller_id, offer_id=first.id)
    index_products(actor=SYSTEM, product_ids=[first.product_id])
    assert lexicon() == counted() and "نحاس" not in lexicon() and holds()
    Word.objects.filter(word="دله").update(uses=7)
    assert not holds()


def test_texts_of_an_older_cutting_are_renewed_while_they_are_searched(put, found):
    put("دلة نحاس")
    Document.objects.update(text_version=0, text=" دله نحاس ")
    Word.objects.all().delete()
    assert renew_texts(actor=SYSTEM) == 1
    assert lexicon() == counted() and found("الدلة") == ["دلة نحاس"]
    assert renew_texts(actor=SYSTEM) == 0


@pytest.mark.parametrize(
    "query",
    [
        "panadol", "PANADOL 500", "بندول", "باندول", "بنادوول", "البنادول", "fkh],g", "panadool",
        "٥٠٠ بنادول", "بنادول500ملجم", "بنا دول", "بنادول عرض خاص",
    ],
)  # fmt: skip
def test_one_name_is_found_however_it_is_typed(put, found, query):
    put("بنادول 500 مجم 24 قرص")
    put("فنجان قهوة عربية")
    assert found(query) == ["بنادول 500 مجم 24 قرص"], query


def test_sizes_tell_goods_apart(put, found):
    put("بنادول 500 مجم")
    put("بنادول 250 مجم")
    assert found("بنادول 250") == ["بنادول 250 مجم"]
    assert found("بنادول ٢٥٠مجم")[0] == "بنادول 250 مجم"


def test_where_no_product_holds_all_the_nearest_are_shown_and_it_is_said(put, market_id):
    put("سماعة بلوتوث سوداء")
    told = browse(Wish(market_id, "سماعة بلتوث مجانا"))
    assert [card.name_ar for card in told.page.items] == ["سماعة بلوتوث سوداء"]
    assert told.instead == "سماعة بلوتوث"
    assert told.page.total == 1
    assert browse(Wish(market_id, "سماعة بلوتوث")).instead == ""


def test_words_that_are_taken_instead_keep_their_vowel_signs(put, market_id):
    put("دلّة نحاسيّة")
    assert browse(Wish(market_id, "دلة يورانيوم")).instead == "دلّة"


def test_two_consonants_that_are_heard_alike_are_called_a_guess(put, market_id):
    put("خلطة ذوق")
    assert browse(Wish(market_id, "zzzzqq")).instead == "ذوق"
    put("قميص قطن"), put("كريم نيفيا")
    assert browse(Wish(market_id, "qmis")).instead == browse(Wish(market_id, "nivea")).instead == ""


def test_a_guess_at_a_departments_name_is_no_answer_beside_others(store, found):
    def put_into(name_ar, *path):
        paths = {"category_path_ar": path, "category_path_en": path}
        product = make_product(name_ar=name_ar, name_en="", **paths)
        make_shelved_offer(seller_id=store.seller_id, product=product)

    put_into("مكنسة يدوية", "السيّارة", "تنظيف وتعطير")
    put_into("عطر عود", "الروائح", "عطور")
    put_into("دهن ورد", "الروائح", "عطور")
    for query in ("3otoor", "otoor"):
        assert {*found(query)} == {"عطر عود", "دهن ورد"}, query
    assert "مكنسة يدوية" in found("تعطير")


def test_a_word_that_is_known_and_written_down_is_not_heard_in_a_short_foreign_one(put, found):
    put("برج الحلقات", name_fr="Tour à anneaux")
    put("عطور الورد")
    assert found("عطور") == ["عطور الورد"]


FRANCO_GOODS = {
    "عباية سوداء": "Black Abaya",
    "عباية مقاسين، طقم 3": "Abaya set of 3",
    "ساعات يد": "Watches at the wrist",
    "بخور عود": "Incense",
    "سامسونج A54": "Samsung A54",
    "سامسونج A52s": "Samsung A52s",
    "آيفون 15": "iPhone15",
    "سفن أب 330 مل": "7up can",
    "شريط لاصق 3M": "3M tape",
    "طابعة ثلاثة ألوان": "Printer 3color",
    "طابعة بألوان": "Printer color",
    "لوح S9 FE": "Tab S9FE",
    "عبوة ماء H2O": "H2O water sa",
    "خلطة السراة": "Sarat blend",
}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("3abaya", {"عباية سوداء", "عباية مقاسين، طقم 3"}),
        ("عباية 3abaya", {"عباية سوداء", "عباية مقاسين، طقم 3"}),
        ("sa3at", {"ساعات يد"}),
        ("bo5oor", {"بخور عود"}),
        ("a54", {"سامسونج A54"}),
        ("samsung a52s", {"سامسونج A52s"}),
        ("iphone15", {"آيفون 15"}),
        ("7up", {"سفن أب 330 مل"}),
        ("3m", {"شريط لاصق 3M"}),
        ("3color", {"طابعة ثلاثة ألوان"}),
        ("s9fe", {"لوح S9 FE"}),
        ("h2o", {"عبوة ماء H2O"}),
    ],
)
def test_a_digit_in_a_word_is_a_letter_or_part_of_a_model(put, market_id, query, names):
    for name_ar, name_en in FRANCO_GOODS.items():
        put(name_ar, name_en)
    told = browse(Wish(market_id, query))
    assert {card.name_ar for card in told.page.items} == names
    assert told.instead == "", "it was found as it was written"


BAD = [
    "", " ", "؟!…", "😀🎉", "a" * 10_000, "دلة " * 3000, "'; DROP TABLE search_word; --", "دلة & !",
    "'دلة' <-> | (", "%_\\", "\u202eدلة\u202c\u200f", "\u200b\u200d\ufeff", "دلة|نحاس", "\\", "NaN",
    "0" * 500, "{}", '{"a","b"}', "ﷺ", "١٢٣٤٥٦٧٨٩٠", "é" * 300, "\t\n\r",
]  # fmt: skip


@pytest.mark.parametrize("query", BAD, ids=range(len(BAD)))
def test_bad_input_is_answered_like_any_other(put, market_id, query):
    put("دلة نحاس")
    for _ in range(2):
        shelf(market_id, text=query)
        browse(Wish(market_id, query, picked={"attr.none": ("x",), "brand": ("'",)}))
    suggestions(market_id, query)
    note_missed(actor=SYSTEM, market_id=market_id, text=query)


def test_a_market_finds_and_guesses_by_its_own_goods_alone(put, market_id):
    other = make_market("eg", country="EG", currency="EGP")
    seller_id = make_store(make_seller(other)).seller_id
    make_shelved_offer(seller_id=seller_id, product=make_product(name_ar="كنافة", name_en=""))
    put("دلة نحاس")
    assert shelf(market_id, text="كنافة").items == []
    assert shelf(market_id, text="كنافه ").items == [] and suggestions(market_id, "كنا").items == ()
    assert shelf(other.id, text="نحاس").items == []


def test_what_is_missed_is_counted_and_mended_by_a_word(put, market_id, found):
    put("حذاء رياضي")
    assert found("بوط") == []
    for said in ("بوط", "البوط", "بُوط"):
        note_missed(actor=SYSTEM, market_id=market_id, text=said)
    (line,) = missed(market_id).items
    assert (line.text, line.said, line.times) == ("بوط", "بُوط", 3)
    write_synonym(actor=SYSTEM, market_id=market_id, typed="بوط", meant="حذاء، أحذية")
    assert missed(market_id).items == [] and found("البوط") == ["حذاء رياضي"]
    (told,) = synonyms(market_id).items
    assert told.meant == ("حذاء", "أحذية")
    drop_synonym(actor=SYSTEM, market_id=market_id, typed="بوط")
    drop_synonym(actor=SYSTEM, market_id=market_id, typed="بوط")
    assert found("بوط") == []


def test_a_loop_of_synonyms_is_refused(market_id):
    write_synonym(actor=SYSTEM, market_id=market_id, typed="بوط", meant="كوتشي")
    write_synonym(actor=SYSTEM, market_id=market_id, typed="كوتشي", meant="خف")
    with pytest.raises(SynonymLeadsBack):
        write_synonym(actor=SYSTEM, market_id=market_id, typed="خف", meant="بوط")
    with pytest.raises(SynonymInvalid):
        write_synonym(actor=SYSTEM, market_id=market_id, typed="حذاء", meant="الحذاء")
    assert synonyms(market_id).total == 2


def test_a_word_whose_meaning_is_written_down_is_not_heard_in_a_short_stranger(put, found):
    put("ستة أطباق خزف", "Six plates")
    put("واقي شمس", "Sun lotion")
    assert found("صحون") == ["ستة أطباق خزف"]


def test_what_the_market_does_not_have_is_put_aside(market_id):
    note_missed(actor=SYSTEM, market_id=market_id, text="طائرة", shown="طاولة")
    (line,) = missed(market_id).items
    dismiss_missed(actor=SYSTEM, market_id=market_id, text=line.text)
    assert missed(market_id).items == []


def test_why_a_product_is_first_is_told(put, market_id):
    put("دلة رسلان")
    put("طقم ضيافة مع دلة")
    told = asking(market_id, "الدلة")
    assert [one.card.name_ar for one in told.reasons] == ["دلة رسلان", "طقم ضيافة مع دلة"]
    assert told.reasons[0].begins and "دله" in told.reasons[0].words
    assert told.words[0][0] == "دله" and told.instead == ""
    assert asking(market_id, "طائرة") is None and asking(market_id, "!") is None


def test_a_search_is_four_statements(put, market_id, django_assert_num_queries):
    put("دلة رسلان")
    browse(Wish(market_id))  # who delivers where is kept in the process
    browse(Wish(market_id, "شيء"))
    with django_assert_num_queries(4):
        browse(Wish(market_id, "دلة رسلان"))


def test_pages_of_what_was_ranked_are_the_parts_of_the_same_list(put, market_id):
    """Each page is looked up by itself: nothing stands twice, nothing is left out."""
    for number in range(11):
        put(f"دلة نحاس {'كبيرة ' * (number % 3)}رقم {number}")
    whole = [card.product_id for card in browse(Wish(market_id, "دلة نحاس", size=20)).page.items]
    told = [browse(Wish(market_id, "دلة نحاس", page=page, size=4)).page for page in (1, 2, 3, 4)]
    assert [card.product_id for page in told for card in page.items] == whole
    assert [page.has_next for page in told] == [True, True, False, False]
    assert [page.total for page in told[:3]] == [11, 11, 11] and len(set(whole)) == 11
    narrowed = browse(Wish(market_id, "دلة نحاس", page=2, size=4, picked={"in_stock": ("1",)}))
    assert [card.product_id for card in narrowed.page.items] == whole[4:8]
    cheap = browse(Wish(market_id, "دلة نحاس", sort="cheap", size=20)).page.items
    assert {card.product_id for card in cheap} == set(whole)
