"""Blanks of ready texts: filled where they are known, empty again where a text is kept."""

import pytest
from django.utils import translation

from tijara.ui.desks.blanks import emptied, filled

KNOWN = {"buyer": "نورة السبيعي", "order": "TJ-1042"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("شكرًا {المشتري}، طلبك {order} جاهز", "شكرًا نورة السبيعي، طلبك TJ-1042 جاهز"),
        ("Bonjour { acheteur } : {Commande}", "Bonjour نورة السبيعي : TJ-1042"),
        ("{return} {something} {} {{order}}", "{return} {something} {} {TJ-1042}"),
    ],
)
def test_a_blank_is_filled_in_whatever_language_it_is_named(text, told):
    assert filled(text, KNOWN) == told


def test_what_a_blank_holds_is_taken_as_it_stands():
    assert filled("{buyer}!", {"buyer": r"\1{order}"}) == r"\1{order}!"
    assert emptied(r"a\1b c", {"buyer": r"a\1b", "order": ""}) == "{المشتري} c"


def test_a_text_that_is_kept_holds_nobodys_name():
    with translation.override("en"):
        assert emptied("نورة السبيعي: TJ-1042, not TJ-10421", KNOWN) == (
            "{buyer}: {order}, not TJ-10421"
        )
