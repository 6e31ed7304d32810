"""Addresses that are proposed for Arabic names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.kit.arabic import slug
from tijara.kit.transliteration import latin_slug


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("بيت النحّاس", "bayt-al-nahhas"),
        ("عود الجزيرة", "oud-al-jazira"),
        ("محمصة الخولاني", "mahmasat-al-khawlani"),
        ("فوانيس الغورية", "fawanis-al-ghuriya"),
        ("صيد ينبع", "sayd-yanbu"),
        ("بستان ليلى", "bustan-layla"),
        ("ركن القهوة", "rukn-al-qahwa"),
        ("دار الأمل", "dar-al-amal"),
        ("مكتبة جرير", "maktabat-jarir"),
        ("عبدالصمد القرشي", "abd-al-samad-al-qurashi"),
        ("العربية للعود", "al-arabia-lil-oud"),
        ("تمور المدينة", "tumur-al-madina"),
        ("حلويات سعد الدين", "halawiyat-saad-al-din"),
        ("مخبز الواحة", "makhbaz-al-waha"),
        ("أسواق المزرعة", "aswaq-al-mazraa"),
        ("صيدلية النهدي", "saydaliyat-al-nahdi"),
        ("زهور الربيع", "zuhur-al-rabi"),
        ("خياط الأناقة", "khayat-al-anaqa"),
        ("لمسات نورة", "lamasat-nura"),
        ("أناقة مريم", "anaqat-maryam"),
        ("سوق واقف", "souq-waqif"),
        ("مشاغل الخليج", "mashaghil-al-khalij"),
        ("جوهرة الشرق", "jawharat-al-sharq"),
        ("فستق حلب", "fustuq-halab"),
        ("كوكب الألعاب", "kawkab-al-alab"),
        ("تفاصيل", "tafasil"),
        ("عبدالله البنّا", "abdullah-al-banna"),
        ("مصنع الشاي", "masna-al-shay"),
        ("قهوة مختصّة", "qahwa-makhtassa"),
        ("كَوثَر", "kawthar"),
        ("إبراهيم", "ibrahim"),
        ("متجر Nike", "matjar-nike"),
        ("Bayt Al-Nahhas", "bayt-al-nahhas"),
        ("---", ""),
        ("東京", ""),
    ],
)
def test_a_name_that_people_can_read(name, address):
    assert latin_slug(name, 60) == address


@given(st.text(max_size=200), st.integers(1, 60))
def test_whatever_is_written_an_address_comes_of_it_or_nothing(name, longest):
    told = latin_slug(name, longest)
    assert told.isascii() and len(told) <= longest
    assert told == slug(told, longest)
