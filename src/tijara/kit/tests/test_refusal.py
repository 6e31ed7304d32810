"""A refusal has a stable code and a kind, and carries facts that a message may show."""

import pytest

from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.page import Page
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal


class SoldOut(Refusal):
    code = "tests.sold_out"


def test_it_says_its_code_and_its_facts():
    assert str(SoldOut()) == "tests.sold_out"
    assert str(SoldOut(left=2)) == "tests.sold_out {'left': 2}"
    assert (SoldOut().kind, SoldOut(left=2).facts) == (Kind.CONFLICT, {"left": 2})


def test_what_is_invalid_names_its_fields():
    refused = Invalid({"city": "unknown"}, tried=3)
    assert (refused.kind, refused.fields, refused.facts) == (
        Kind.INVALID,
        {"city": "unknown"},
        {"tried": 3},
    )


def test_an_actor_may_what_his_powers_say_and_the_system_may_all():
    clerk = Actor(ActorKind.STAFF, powers=frozenset({Power.AUDIT_READ}))
    assert clerk.may(Power.AUDIT_READ) and not clerk.may(Power.BUY)
    assert all(SYSTEM.may(power) for power in Power)


def test_nobody_has_a_power_by_default():
    assert not any(Actor(kind).may(Power.BUY) for kind in ActorKind if kind != ActorKind.SYSTEM)


@pytest.mark.parametrize("total, pages", [(None, None), (0, 1), (1, 1), (10, 1), (11, 2)])
def test_a_list_has_so_many_pages(total, pages):
    assert Page([], 1, 10, has_next=False, total=total).pages == pages
