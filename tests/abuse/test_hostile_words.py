"""Harm in every field that anyone can type into does none to those who read it.

Somebody types scripts, quotes, templates, formulas and invisible signs into every form that he can
reach; then everybody looks at every page, at the letters and at the tables to take away. Which
fields there are is asked of the models: each column of text must have taken such a word, or stand
among those that can't (`fields.py`).
"""

from collections.abc import Iterator

import pytest

from tests.abuse.fields import NOT_WORDS, fields, fields_with_harm
from tests.abuse.hostile import ELSEWHERE, Visitor
from tests.abuse.sheets import Sheet
from tijara.domains.invoicing.queries import invoices, sheet_of
from tijara.platform.webhooks.tests.receiver import Receiver, receiver

from .harm import does_harm
from .harmful import WORD, rows

pytestmark = [pytest.mark.usefixtures("demonstrated"), pytest.mark.django_db]
STARTS = ("/", "/account/", "/addresses", "/orders", "/hub/", "/office/", "/inbox/")
AT_DESKS = ("nahhas", "market")
"""Who sees the most of what was typed."""
TRANSLATED = {"": "/fr", "market": "/en"}
"""Who also reads another language: its pages have the templates of the first."""
ENOUGH = 15
"""Pages that a stranger finds at least: else nothing was looked at."""


@pytest.fixture
def visitors() -> dict[str, Visitor]:
    people = ("nahhas", "raqmi", "market", "finance", "noura")
    return {"": Visitor()} | {name: Visitor(f"{name}@demo.tijara.example") for name in people}


@pytest.fixture
def outside(settings) -> Iterator[Receiver]:
    """A receiver of webhooks that answers what means harm."""
    settings.WEBHOOKS_ANYWHERE = settings.DEMONSTRATION = True
    with receiver() as found:
        found.status, found.says = 200, WORD.encode()
        yield found


def test_words_that_mean_harm_do_none(visitors, outside, tmp_path):
    does_harm(visitors, tmp_path, outside)
    missed = fields() - fields_with_harm() - NOT_WORDS
    assert not missed, f"in these nobody has typed: {sorted(missed)}"
    for name, visitor in visitors.items():
        of_a_kind = 2 if name in AT_DESKS else 1
        beyond = (*ELSEWHERE, *({"/en", "/fr"} - {TRANSLATED.get(name)}))
        pages = visitor.goes(*STARTS, of_a_kind=of_a_kind, beyond=beyond)
        assert sum(1 for _page in pages) > ENOUGH
    for name, visitor in visitors.items():
        assert not visitor.faults, name
    for invoice in invoices(rows("SELECT seller_id, id FROM invoicing_invoice")).values():
        assert not Sheet(sheet_of(invoice)).faults


def test_the_list_of_fields_that_take_no_words_names_only_fields_that_there_are():
    assert not NOT_WORDS - fields()
