"""`tijara audit` says what holds, and fails where something does not."""

import argparse
import json

import pytest

from tijara.faces.cli.commands import audit, retry_facts
from tijara.kit.ids import OPERATOR_ID
from tijara.platform.audits import proof_codes
from tijara.platform.outbox.models import Event
from tijara.platform.outbox.relay import MOST_ATTEMPTS

pytestmark = pytest.mark.django_db
PLAIN, FOR_PROGRAMS = argparse.Namespace(json=False), argparse.Namespace(json=True)


@pytest.fixture
def given_up():
    return Event.objects.create(
        owner_id=OPERATOR_ID, name="a.fact.v1", body={}, lane=1, attempts=MOST_ATTEMPTS
    )


def test_sound_data_pass(capsys):
    assert audit.run(PLAIN) == 0
    written = capsys.readouterr().out
    assert "All of it is true." in written and "FAULT" not in written
    assert written.count("  holds  ") == len(proof_codes())


def test_data_at_fault_fail_and_say_where(capsys, given_up):
    assert audit.run(PLAIN) == 1
    written = capsys.readouterr().out
    assert "THE DATA IS AT FAULT." in written
    assert f"a.fact.v1 ({given_up.id}) was given up" in written


def test_a_program_reads_the_same(capsys, given_up):
    assert audit.run(FOR_PROGRAMS) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["holds"] is False
    assert {one["code"] for one in told["proofs"]} == set(proof_codes())
    assert [one["code"] for one in told["proofs"] if one["faults"]] == ["outbox.delivery_proof"]


def test_what_was_given_up_is_tried_again(capsys, given_up):
    assert retry_facts.run(None) is None
    assert "tried again: 1" in capsys.readouterr().out
    assert audit.run(PLAIN) == 0
