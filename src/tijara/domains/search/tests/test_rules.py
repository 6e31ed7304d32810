"""What a query may mean, how a text answers it, and what staff may write down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.search.rules import (
    EVERY_DOCUMENT,
    Judge,
    Standing,
    changes,
    checked_synonym,
    fields_of,
    index_text,
    kin_keys,
    kin_of,
    leads_back,
    lookup,
    question,
    readings_of,
    worth_noting,
)
from tijara.kit.arabic import is_plain, terms

text = st.text() | st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF))
GOODS = ("دلّة نحاسيّة مطروقة ١٫٢ لتر", "بنادول اكسترا 24 قرص", "سماعة بلوتوث", "حذاء رياضي")


def words_in(*names):
    told = [index_text(name, "", "", "", "") for name in names]
    uses = dict(changes((None, each) for each in told))
    return uses


def asked(query, *names, country="SA"):
    uses, meant = words_in(*names or GOODS), kin_of(country)
    readings = readings_of(query)
    wanted = lookup(readings, meant, is_begun=False)
    by_pattern = {
        word for word in uses if any(one.strip("%") in word for one in wanted.patterns if word)
    }
    keys = {key for keys in wanted.kin.values() for key in keys}
    by_key = {word for word in uses if set(kin_keys(word)) & keys}
    known = {word: uses[word] for word in uses if word in wanted.exact | by_pattern | by_key}
    return question(readings, known, meant), known | {EVERY_DOCUMENT: len(names or GOODS)}


@given(text, text, text)
def test_fields_of_a_text_are_its_terms(name, brand, department):
    laid = index_text(name, "", "", brand, department)
    assert fields_of(laid) == [terms(name), [], [], terms(brand), terms(department)]


@given(text)
def test_a_name_answers_its_own_words(name):
    told = [term for term in terms(name) if len(term) <= 60][:12]
    if not told or not readings_of(name):
        return
    found, known = asked(" ".join(told), " ".join(told))
    assert not found.groups or found.likes.keys() <= known.keys() | set(told)


@given(st.lists(st.tuples(st.none() | text, st.none() | text), max_size=4))
def test_what_is_counted_is_taken_back(pairs):
    laid = [tuple(None if x is None else index_text(x, "", "", "", "") for x in p) for p in pairs]
    there, back = changes(laid), changes((after, before) for before, after in laid)
    assert all(there[word] == -back[word] for word in there | back)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("الدلة", "دله"),
        ("DALLAH", "دله"),
        ("panadol", "بنادول"),
        ("بندول", "بنادول"),
        ("بلوتوس", "بلوتوث"),
        ("2aktar 3ala", None),
        ("جزمة", "حذاء"),
        ("fkh],g", "بنادول"),
        ("سماعه", "سماعه"),
    ],
)
def test_words_are_met_however_they_are_typed(query, word):
    found, _ = asked(query)
    assert word is None or word in found.likes


def test_numbers_are_never_taken_for_others():
    found, _ = asked("بنادول 25")
    assert "24" not in found.likes
    assert not found.is_strict


def test_digits_for_letters_are_a_way_to_write_and_no_slip():
    found, _ = asked("7asan", "hasan حسن")
    assert found.groups[0].said == "hasan" and not found.is_other_reading
    assert asked("fkh],g")[0].is_other_reading


def test_beside_what_is_surely_heard_nothing_is_guessed():
    found, _ = asked("sa3at", "ساعات يد", "زيت زيتون")
    assert "ساعات" in found.likes and "زيت" not in found.likes
    assert "زيت" in asked("sa3at", "زيت زيتون", "كريم")[0].likes


def test_two_words_that_are_one_and_one_that_is_two():
    found, _ = asked("بلو توث")
    assert found.likes["بلوتوث"] > 0.7
    found, _ = asked("حذاءرياضي")
    assert {"حذاء", "رياضي"} <= found.likes.keys()


def test_a_letter_that_came_twice_came_once_unless_the_market_writes_it_so():
    found, _ = asked("قهووة", "قهوة عربية", "شاي أخضر")
    assert found.is_other_reading
    assert found.groups[0].said == "قهوه"
    assert asked("ممتاز", "شاي ممتاز", "متاز")[0].groups[0].said == "ممتاز"


def test_what_a_person_typed_is_trusted_where_it_is_known():
    found, _ = asked("سماعة بلوتوث")
    assert not found.is_other_reading and found.is_strict


FRESH = Standing(True, 0)


def value(query, name, standing=FRESH, *others):
    found, known = asked(query, name, *others)
    return Judge(found, known).why(index_text(name, "", "", "", ""), standing)


def test_the_shorter_name_the_better_sold_and_what_can_be_bought_come_first():
    whole = ("بنادول اكسترا 24 قرص", "بنادول")
    assert value("بنادول", whole[1], Standing(True, 0), whole[0]).value > (
        value("بنادول", whole[0], Standing(True, 0), whole[1]).value
    )
    plain = value("بنادول", "بنادول")
    assert value("بنادول", "بنادول", Standing(True, 9)).value > plain.value
    assert value("بنادول", "بنادول", Standing(False, 0)).value < plain.value
    assert plain.begins and plain.words.keys() == {"بنادول"}


def test_our_own_synonyms_are_one_word_each_and_know_their_country():
    meant = kin_of("SA")
    assert all(len(terms(word)) == 1 for word in meant if is_plain(word))
    assert "حذاء" in meant["جزمه"] and meant["حذاء"]
    assert "جورب" in kin_of("EG")["syrup"] and "syrup" not in meant.get("جورب", ())


@pytest.mark.parametrize(
    ("typed", "meant", "faults"),
    [
        ("جزمة", ["حذاء"], {}),
        ("", ["حذاء"], {"typed": "empty"}),
        ("جزمة من جلد طبيعي فاخر", ["حذاء"], {"typed": "few_words"}),
        ("جزمة", [], {"meant": "empty"}),
        ("جزمة", ["الجزمة"], {"meant": "itself"}),
        ("جزمة", ["حذاء من جلد طبيعي فاخر"], {"meant": "few_words_each"}),
        ("جزمة", [f"كلمة{letter}" for letter in "ابتثجحخدذ"], {"meant": "too_many_words"}),
        ("؟!", ["؟"], {"typed": "few_words", "meant": "few_words_each"}),
    ],
)
def test_what_may_be_written_of_a_word(typed, meant, faults):
    assert checked_synonym(typed, meant)[2] == faults


def test_a_loop_is_seen_however_long():
    told = {"ب": ["ج"], "ج": ["د"], "د": ["ا"]}
    assert leads_back("ا", ["ب"], told)
    assert not leads_back("ا", ["ب"], {"ب": ["ج"], "ج": ["ب"]})


@pytest.mark.parametrize("typed", ["0551234567", "٠٥٥١٢٣٤٥٦٧", "a@b.example", "https://x.y", "!"])
def test_what_may_tell_of_a_person_is_not_kept(typed):
    assert worth_noting(typed) == ""


def test_ways_of_writing_the_same_are_noted_together():
    assert worth_noting("الدلّة النحاسية") == worth_noting("دله نحاسيه") == "دله نحاسيه"
