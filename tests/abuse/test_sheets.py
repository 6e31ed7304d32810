"""Whoever looks for harm on a page sees each kind of it, and nothing where all is well."""

import pytest
from lxml import etree

from tests.abuse.sheets import OVERRIDE, Sheet

HARM = (
    ("raw", "<p title='<xss'>a</p>"),
    ("a tag", "<p><XSS onx=1></p>"),
    ("a handler", "<img src=a.png onerror=run()>"),
    ("an address that runs", "<a href='\tjavascript:run()'>a</a>"),
    ("a handler", '<input value=""\'&gt;&lt;xss onx=1">'),
    ("a tag that the parser leaves out", "<body><p>x<body onload=run()>"),
    ("in a comment", f"<svg><!-- {OVERRIDE} --></svg>"),
    ("a style", "<p style='&lt;xss'>a</p>"),
    ("an override", f"<p>{OVERRIDE}a</p>"),
    ("not isolated", "<p>&#60;x&#115;s&gt; says</p>"),
    ("a template ran", "<p>94011</p>"),
    ("data that can't be read", "<script type='application/json'>{]</script>"),
)
FINE = (
    "",
    "<p><bdi>&lt;xss&gt;</bdi></p>",
    "<p dir=auto>&lt;xss&gt;</p>",
    "<p>\u2068&lt;xss&gt;\u2069</p>",
    "<textarea>&lt;xss&gt;</textarea>",
    '<script type="application/json">{"a": "\\u003cxss"}</script>',
)


@pytest.mark.parametrize(("kind", "page"), HARM)
def test_harm_is_seen(kind, page):
    assert kind in {fault.partition(":")[0] for fault in Sheet(page).faults}


def test_the_parser_cuts_as_html5_says():
    """That of before 2.14 repaired what it read."""
    assert etree.LIBXML_VERSION >= (2, 14)


@pytest.mark.parametrize("page", FINE)
def test_what_is_well_is_left_alone(page):
    assert Sheet(page).faults == []


def test_what_isolates_ends_with_its_tag():
    assert Sheet("<p><bdi>a</bdi>&lt;xss&gt;</p>").faults
    assert Sheet("<p dir=auto>a<ul><li>&lt;xss&gt;</li></ul>").faults, "a list ends a paragraph"


def test_forms_are_read_as_a_browser_would_send_them():
    (form,) = Sheet(
        "<form method=get><input name=q></form><form method=post action=/a><input name=one value=1>"
        "<textarea name=two maxlength=9>&lt;b&gt; c</textarea><select name=three><option value=x>"
        "<option value=y selected></select><input type=checkbox name=four></form>"
    ).forms
    told = [(one.name, one.kind, one.value, one.most) for one in form.controls]
    assert form.action == "/a"
    assert told == [
        ("one", "text", "1", 0),
        ("two", "textarea", "<b> c", 9),
        ("three", "select", "y", 0),
        ("four", "unset", "on", 0),
    ]
