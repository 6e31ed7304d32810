"""A market chooses how its deals live: proved when it is saved, and what runs keeps its own."""

import json

import pytest

from tijara.domains.deals.actions import ProcessInvalid, choose_process, perform_deal
from tijara.domains.deals.models import Deal
from tijara.domains.deals.queries import deal_of_order, deal_terms, terms_history
from tijara.domains.deals.shapes import DealState, ProcessKind, TermsDraft, Unfit
from tijara.domains.deals.states import KINDS, faults_of
from tijara.domains.deals.testing import choose, make_held_order, settle
from tijara.domains.markets.testing import make_market
from tijara.kit.actor import SYSTEM
from tijara.platform.process.loading import as_data
from tijara.platform.process.shapes import FaultKind

pytestmark = pytest.mark.django_db


def written(change=lambda told: None, kind: ProcessKind = ProcessKind.BY_STAFF) -> str:
    told = json.loads(json.dumps(as_data(KINDS[kind])))
    change(told)
    return json.dumps(told)


def write(body: str) -> int:
    draft = TermsDraft(ProcessKind.OWN, 3, 5, body)
    return choose_process(actor=SYSTEM, market_id=make_market().id, draft=draft)


def refused(body: str) -> tuple[dict, list[tuple]]:
    with pytest.raises(ProcessInvalid) as told:
        write(body)
    faults = [(one.kind, one.where) for one in told.value.facts["faults"]]
    return told.value.fields, faults


def move_of(told: dict, name: str) -> dict:
    return next(one for one in told["moves"] if one["name"] == name)


def test_every_ready_process_fits_and_is_proved():
    assert [faults_of(one) for one in KINDS.values()] == [()] * len(KINDS)


def test_what_runs_keeps_what_it_began_with():
    plain = make_held_order()
    version = choose(ProcessKind.FOR_BUYER)
    disputable = make_held_order()
    assert not deal_of_order(plain.seller_id, plain.id).may_be_disputed
    assert deal_of_order(disputable.seller_id, disputable.id).may_be_disputed
    later = choose(ProcessKind.PLAIN)
    assert later > version >= 100
    perform_deal(actor=SYSTEM, seller_id=disputable.seller_id, order_id=disputable.id)
    assert deal_of_order(disputable.seller_id, disputable.id).may_be_disputed
    versions = dict(Deal.objects.values_list("id", "process_version"))
    assert versions == {plain.id: 1, disputable.id: version}
    settle(plain, disputable)
    states = [deal_of_order(one.seller_id, one.id).state for one in (plain, disputable)]
    assert states == [DealState.SETTLED] * 2


def test_the_same_again_is_no_new_version():
    market = make_market()
    assert choose(ProcessKind.PLAIN, market.id) == 1
    version = choose(ProcessKind.BY_STAFF, market.id)
    assert choose(ProcessKind.BY_STAFF, market.id) == version
    assert choose(ProcessKind.BY_STAFF, market.id, (4, 5)) == version + 1
    other = make_market("sa-outlet")
    assert deal_terms(other.id).version == 1
    assert choose(ProcessKind.BY_STAFF, other.id) == version + 2
    assert [one.terms.version for one in terms_history(market.id)] == [version + 1, version]


def test_what_says_the_same_as_a_ready_one_is_that_one():
    version = write(written())
    assert (deal_terms(make_market().id).kind, deal_terms(make_market().id).version) == (
        ProcessKind.BY_STAFF,
        version,
    )


def test_one_of_its_own_lives():
    """Here nobody withdraws, and staff do not part."""

    def narrow(told):
        told["moves"] = [
            one for one in told["moves"] if one["name"] not in ("withdraw", "decide_parts")
        ]
        told["ends"].remove("parted")

    write(written(narrow))
    terms = deal_terms(make_market().id)
    assert (terms.kind, terms.process.knows("withdraw")) == (ProcessKind.OWN, False)


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "null", "1", '{"name": 1}', '{"moves": [[]]}', "[" * 9000]
)
def test_what_can_not_be_read_is_said(body):
    assert refused(body) == ({"body": "not_a_process"}, [])


def test_what_is_too_long_is_not_read():
    assert refused(" " * 20001) == ({"body": "too_long"}, [])


def test_days_are_within_bounds():
    for days in ((0, 5), (3, 31)):
        with pytest.raises(ProcessInvalid) as told:
            choose(ProcessKind.FOR_BUYER, days=days)
        assert set(told.value.fields.values()) == {"outside_limits"}


def _drop(name):
    def change(told):
        told["moves"].remove(move_of(told, name))

    return change


def _set(name, /, **values):
    def change(told):
        move_of(told, name).update(values)

    return change


PLANTED = {
    "nobody settles": (_drop("settle"), Unfit.MISSING_MOVE, "settle"),
    "staff are silent for ever": (
        _drop("settle_for_silence"), FaultKind.NEVER_ENDS, "answered",
    ),
    "a move that nobody makes here": (
        _set("withdraw", name="vanish"), Unfit.UNKNOWN_MOVE, "vanish",
    ),
    "a decision that pays twice": (
        _set("decide_seller", does=["award_seller", "award_buyer"]),
        Unfit.OTHER_THAN_OURS, "decide_seller",
    ),
    "a buyer who decides himself": (
        _set("decide_buyer", by=["buyer"]), FaultKind.PAYS_HIMSELF, "decide_buyer",
    ),
    "an answer by a stranger": (_set("answer", by=["staff"]), Unfit.NOT_BY_HIM, "answer"),
    "a dispute after the end": (
        _set("dispute", before=["settled"]), Unfit.NOT_FROM_THERE, "dispute",
    ),
    "what was taken back stays in dispute": (
        _set("take_back", before=["performed"]), Unfit.KEEPS_TAKEN_BACK, "disputed",
    ),
    "two clocks": (
        _set("settle_for_silence", before=["disputed", "answered"]), Unfit.TWO_CLOCKS, "disputed",
    ),
    "no duty": (lambda told: told.update(duties=[]), Unfit.OTHER_FRAME, "duties"),
    "many purses": (
        lambda told: told.update(holdings=[{"name": str(n)} for n in range(40)]),
        Unfit.OTHER_FRAME, "holdings",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_each_fault_is_said_at_its_place(name):
    change, kind, where = PLANTED[name]
    wrong, faults = refused(written(change))
    assert wrong == {"body": "process_unsound"}
    assert (kind, where) in faults
