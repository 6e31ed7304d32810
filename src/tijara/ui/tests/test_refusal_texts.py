"""Nobody meets a code: each refusal that a page can bring has a sentence of its own."""

from importlib import import_module

import pytest

from tijara.kit.refusal import Refusal
from tijara.ui.refusal_texts import TEXTS, sentence_of

DOMAINS = ("accounts", "catalogue", "stores", "inventory", "offers", "carts", "orders", "checkout")
"""Those whose actions a face calls for a person; the others are called at set-up."""


def refusals() -> list[type[Refusal]]:
    found = []
    for domain in DOMAINS:
        actions = import_module(f"tijara.domains.{domain}.actions")
        offered = (getattr(actions, name) for name in actions.__all__)
        found += [one for one in offered if isinstance(one, type) and issubclass(one, Refusal)]
    return found


@pytest.mark.parametrize("refusal", refusals(), ids=lambda refusal: refusal.code)
def test_has_a_sentence_of_its_own(refusal):
    assert refusal.code in TEXTS


def test_a_missing_fact_leaves_a_gap_and_no_error():
    class Full(Refusal):
        code = "carts.full"

    assert "…" in sentence_of(Full())
    assert "30" in sentence_of(Full(most=30))
