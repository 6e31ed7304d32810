"""The wire of Moyasar, both ends of it."""

import json
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.payments.shapes import BadNotice, Created, Failure, GatewaySilent, Hint
from tijara.domains.payments.testing import ask_for
from tijara.kit.clock import now
from tijara.kit.money import EXPONENTS, Money
from tijara.platform.local_server import Answer, address_of, local_server, serving
from tijara.providers.moyasar import MoyasarGateway, MoyasarSettings
from tijara.providers.moyasar.amounts import WIRE_EXPONENTS, NotCarried, from_wire, to_wire
from tijara.providers.moyasar.simulator.faults import Fault
from tijara.providers.moyasar.simulator.server import Simulator

from .conftest import GOOD

RIYALS = Money(34900, "SAR")
REFUSED = [
    ("4201320000013020", Failure.DECLINED),
    ("4201320000311101", Failure.FUNDS),
    ("4201320131000508", Failure.BLOCKED),
    ("4201321234411220", Failure.DECLINED),
    ("4201322267774310", Failure.EXPIRED),
    ("4201326324640570", Failure.LIMIT),
    ("4201321144311528", Failure.BLOCKED),
    ("4242424242424242", Failure.DECLINED),
]


@given(some.integers(100, 10**9), some.sampled_from(sorted(WIRE_EXPONENTS)))
def test_what_the_wire_carries_comes_back(minor, currency):
    amount = Money(minor * 1000, currency)
    assert from_wire(to_wire(amount), currency) == amount


@pytest.mark.parametrize(
    ("amount", "wire"),
    [
        (Money(1050, "SAR"), 1050),
        (Money(1500, "KWD"), 1500),
        (Money(1_500_000, "IQD"), 1500),
        (Money(1500, "JPY"), 1500),
    ],
)
def test_amounts_on_the_wire(amount, wire):
    assert to_wire(amount) == wire


@pytest.mark.parametrize("amount", [Money(99, "SAR"), Money(1_500_001, "IQD"), Money(10**6, "LBP")])
def test_what_it_can_not_carry_is_refused_before_it_is_asked(gateway, amount):
    assert not gateway.carries(amount)
    with pytest.raises(NotCarried):
        to_wire(amount)


def test_every_currency_of_the_wire_is_one_of_ours():
    assert set(WIRE_EXPONENTS) <= set(EXPONENTS)


@pytest.mark.parametrize("told", ["34900", 349.0, True, None, {"amount": 1}])
def test_an_amount_that_is_no_whole_number_is_not_read(told):
    with pytest.raises(NotCarried):
        from_wire(told, "SAR")


@pytest.mark.parametrize(("number", "failure"), REFUSED)
def test_each_refused_card_says_why(gateway, payer, number, failure):
    made = gateway.create(ask_for(RIYALS))
    assert payer.use(made, number).status == 402
    assert gateway.fetch(made.gateway_id).failure == failure


def test_a_card_without_secure_fails_before_the_bank_is_asked(gateway, payer):
    made = gateway.create(ask_for(RIYALS))
    assert payer.type_card(made, "4111118250252531").status == 402
    assert gateway.fetch(made.gateway_id).failure == Failure.NOT_CONFIRMED


def test_who_declines_at_his_bank_has_not_paid(gateway, payer):
    made = gateway.create(ask_for(RIYALS))
    payer.use(made, GOOD, "decline")
    told = gateway.fetch(made.gateway_id)
    assert not told.is_paid and told.failure == Failure.NOT_CONFIRMED


def test_the_payer_is_sent_back_with_hints(gateway, payer):
    made = gateway.create(ask_for(RIYALS))
    back = urlsplit(payer.pay(made).location)
    assert back._replace(query="").geturl() == "http://localhost:1/pay/return"
    assert parse_qs(back.query)["status"] == ["paid"]


def test_a_second_press_at_the_bank_pays_once(gateway, payer, simulator):
    made = gateway.create(ask_for(RIYALS))
    secure = payer.type_card(made, GOOD).location
    first, second = (payer.answer_bank(secure, "confirm") for _ in range(2))
    assert first.location == second.location
    assert [one["status"] for one in simulator.api.book.payments_of(made.gateway_id)] == ["paid"]
    assert payer.type_card(made, GOOD).status == 409


def test_an_invoice_whose_time_is_over_is_not_paid(gateway, payer):
    made = gateway.create(ask_for(RIYALS, expires_at=now() - timedelta(seconds=1)))
    assert payer.type_card(made, GOOD).status == 409


@pytest.mark.parametrize("number", ["", "42", "abcd", "4" * 40])
def test_half_a_card_number_is_asked_for_again(gateway, payer, number):
    made = gateway.create(ask_for(RIYALS))
    assert payer.type_card(made, number).status == 422


@pytest.mark.parametrize(("lang", "turn"), [("ar", "rtl"), ("en", "ltr")])
def test_its_pages_speak_the_payers_language_and_run_nothing(gateway, payer, lang, turn):
    evil = "<script>alert(1)</script>"
    made = gateway.create(ask_for(RIYALS, language=lang, description=evil))
    shown = payer.ask("GET", urlsplit(made.next_step.address).path + f"?lang={lang}").body
    assert f'dir="{turn}"' in shown and "349.00" in shown
    assert evil not in shown


def test_no_card_number_is_kept(gateway, payer, tmp_path):
    file = tmp_path / "book.jsonl"
    with Simulator(key="k", token="t", file=file).running() as keeping:
        settings = MoyasarSettings("k", "t", f"{keeping.address}/v1", keeping.address)
        made = MoyasarGateway(settings).create(ask_for(RIYALS))
        type(payer)(keeping).pay(made)
    kept = file.read_text()
    assert GOOD not in kept and "XXXX-1010" in kept


def test_what_it_knew_is_there_after_a_kill(tmp_path):
    file = tmp_path / "book.jsonl"
    with Simulator(key="k", token="t", file=file).running() as first:
        settings = MoyasarSettings("k", "t", f"{first.address}/v1", first.address)
        made = MoyasarGateway(settings).create(ask_for(RIYALS))
    with file.open("a") as half:
        half.write('["invoice", {"id": "cut')
    with Simulator(key="k", token="t", file=file).running() as second:
        settings = MoyasarSettings("k", "t", f"{second.address}/v1", second.address)
        assert MoyasarGateway(settings).fetch(made.gateway_id).amount == RIYALS


class TestFaults:
    def test_a_wrong_key_is_not_the_payments_fault(self, simulator):
        settings = MoyasarSettings("wrong", "t", f"{simulator.address}/v1", simulator.address)
        told = MoyasarGateway(settings).create(ask_for(RIYALS))
        assert told == GatewaySilent(
            "401 authentication_error: Invalid authorization credentials", is_final=False
        )

    @pytest.mark.parametrize("fault", [Fault.CREATE_500, Fault.CREATE_SILENT])
    def test_an_invoice_that_was_made_and_not_told_of_is_nobodys(self, gateway, simulator, fault):
        simulator.faults.order(fault)
        told = gateway.create(ask_for(RIYALS))
        assert isinstance(told, GatewaySilent) and not told.is_final
        assert len(simulator.api.book.invoices) == 1

    def test_a_refund_that_was_given_and_not_told_of(self, gateway, payer, simulator):
        made = gateway.create(ask_for(RIYALS))
        payer.pay(made)
        paid = gateway.fetch(made.gateway_id)
        simulator.faults.order(Fault.REFUND_SILENT)
        assert isinstance(gateway.refund(made.gateway_id, paid.payment_id, RIYALS), GatewaySilent)
        assert gateway.fetch(made.gateway_id).refunded == RIYALS

    @pytest.mark.parametrize(
        ("fault", "amount"),
        [
            (Fault.WRONG_AMOUNT, Money(34800, "SAR")),
            (Fault.WRONG_CURRENCY, Money(34900, "USD")),
        ],
    )
    def test_what_came_is_told_and_not_what_was_asked_for(
        self, gateway, payer, simulator, fault, amount
    ):
        made = gateway.create(ask_for(RIYALS))
        simulator.faults.order(fault)
        payer.pay(made)
        assert gateway.fetch(made.gateway_id).amount == amount

    def test_a_closed_door_is_an_answer(self):
        settings = MoyasarSettings("k", "t", "http://127.0.0.1:9/v1", "http://127.0.0.1:9")
        assert isinstance(MoyasarGateway(settings).fetch("0" * 36), GatewaySilent)

    def test_a_page_that_is_not_the_gateways_is_not_gone_to(self, simulator):
        """Whoever bends an answer sends nobody elsewhere."""
        settings = MoyasarSettings(simulator.key, "t", f"{simulator.address}/v1")
        assert isinstance(MoyasarGateway(settings).create(ask_for(RIYALS)), GatewaySilent)
        for page in ("http://checkout.moyasar.com/a", "https://moyasar.com.evil.example/a"):
            assert not MoyasarGateway(settings)._is_page(page)
        assert MoyasarGateway(settings)._is_page("https://checkout.moyasar.com/invoices/1")


class TestNotices:
    def body(self, **changes) -> bytes:
        told = {"type": "payment_paid", "secret_token": "a token", "data": {"invoice_id": "1" * 36}}
        return json.dumps(told | changes).encode()

    def test_with_our_token_it_is_a_hint(self, gateway):
        assert gateway.read_notice(self.body(), {}) == Hint("payment_paid", "1" * 36)

    @pytest.mark.parametrize("token", ["", "a toke", "a token ", None, 1, ["a token"], "\ud800"])
    def test_without_it_is_forged(self, gateway, token):
        told = gateway.read_notice(self.body(secret_token=token), {})
        assert isinstance(told, BadNotice) and told.is_forged

    @pytest.mark.parametrize("data", [None, {}, {"invoice_id": "../payments"}, {"invoice_id": 7}])
    def test_that_names_no_invoice_it_is_none(self, gateway, data):
        told = gateway.read_notice(self.body(data=data), {})
        assert isinstance(told, BadNotice) and not told.is_forged

    def test_a_header_that_calls_itself_a_signature_proves_nothing(self, gateway):
        told = gateway.read_notice(self.body(secret_token=""), {"X-Moyasar-Signature": "a token"})
        assert isinstance(told, BadNotice)


def test_made_twice_it_is_two_invoices(gateway):
    """The wire has no idempotency for invoices: our own row sees to it that we ask once."""
    asked = ask_for(RIYALS)
    first, second = gateway.create(asked), gateway.create(asked)
    assert isinstance(first, Created) and first.gateway_id != second.gateway_id


class TestForgetting:
    """Whoever empties the simulator hears nothing afterwards of what was before."""

    @pytest.mark.parametrize("fault", [Fault.NOTICE_LATE, None], ids=["put off", "tried again"])
    def test_what_still_waits_is_never_told(self, fault):
        heard = []

        def hook(asked) -> Answer:
            heard.append(asked.body)
            return Answer(500)

        with serving(server := local_server(0, hook)):
            simulator = Simulator("sk_test", "a token", hook=f"{address_of(server)}/hook")
            if fault:
                simulator.faults.order(fault)
            simulator.teller.tell("payment_paid", {"id": "1"})
            assert simulator.site.order("/simulator/forget", {}) == (200, {})
            told = len(heard)
            simulator.teller.wait()
            assert len(heard) == told <= 1
