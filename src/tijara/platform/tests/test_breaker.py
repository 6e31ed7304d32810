"""Who is silent is asked by one now and then, and by all again once he has answered."""

from tijara.platform import breaker


class Vendor:
    pass


def test_after_silences_in_a_row_nobody_asks_and_then_one(monkeypatch):
    moment = [100.0]
    monkeypatch.setattr(breaker.time, "monotonic", lambda: moment[0])
    one = breaker.Breaker(silences=2, rest_seconds=10)
    one.note(is_silent=True)
    one.note(is_silent=False)
    one.note(is_silent=True)
    assert one.may_ask()
    one.note(is_silent=True)
    assert not one.may_ask()
    moment[0] += 11
    assert [one.may_ask(), one.may_ask()] == [True, False]
    one.note(is_silent=True)
    assert not one.may_ask()
    moment[0] += 11
    assert one.may_ask()
    one.note(is_silent=False)
    assert [one.may_ask(), one.may_ask()] == [True, True]


def test_each_vendor_has_his_own():
    first, second = Vendor(), Vendor()
    given = {"silences": 1, "rest_seconds": 10}
    breaker.breaker_of(first, **given).note(is_silent=True)
    assert not breaker.breaker_of(first, **given).may_ask()
    assert breaker.breaker_of(second, **given).may_ask()
