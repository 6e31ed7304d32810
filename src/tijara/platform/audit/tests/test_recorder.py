"""The log says who did what with which ids, numbers, dates and states, and no more."""

from datetime import UTC, date, datetime
from enum import StrEnum

import pytest

from tijara.kit.actor import Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.audit.models import AuditEntry
from tijara.platform.audit.recorder import record_act

pytestmark = pytest.mark.django_db


class Colour(StrEnum):
    RED = "red"


def kept(**given) -> dict:
    """What of the arguments is in the log."""
    actor = Actor(ActorKind.STAFF, new_id(), new_id())
    record_act(actor, "tests.ring", given)
    return AuditEntry.objects.get(owner_id=actor.owner_id).facts


def test_plain_values_are_kept():
    bell_id = new_id()
    assert kept(bell_id=bell_id, times=3, is_loud=True, colour=Colour.RED) == {
        "bell_id": str(bell_id),
        "times": 3,
        "is_loud": True,
        "colour": "red",
    }


def test_moments_are_kept():
    moment = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    assert kept(on=date(2026, 11, 21), at=moment) == {
        "on": "2026-11-21",
        "at": "2026-11-21 12:00:00+00:00",
    }


def test_a_digest_is_kept():
    assert kept(digest=bytes(32)) == {"digest": "00" * 32}


@pytest.mark.parametrize(
    "value",
    ["نورة السبيعي", b"bytes", ["a"], {"phone": "+966"}, Money(1, "SAR"), None, 1.5],
    ids=["text", "bytes", "a list", "a dictionary", "a shape", "nothing", "a float"],
)
def test_what_may_hold_personal_data_is_not(value):
    assert kept(value=value) == {}
