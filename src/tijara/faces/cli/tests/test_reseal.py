"""After a change of the secret key: everything that was sealed opens by the new one alone."""

import argparse

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator

from tijara.domains.accounts.testing import make_account
from tijara.domains.catalogue.testing import make_product
from tijara.domains.inventory.actions import add_codes, open_codes
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.inventory.testing import hand_out_codes, make_stock
from tijara.domains.parties.testing import seller_actor
from tijara.domains.payments.actions import keep_gateway
from tijara.domains.payments.queries import forget_gateways, seal_of
from tijara.domains.settlements.actions import keep_bank_account, reveal_iban
from tijara.faces.cli.commands import reseal
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.platform.webhooks.actions import add_endpoint, rotate_secret
from tijara.platform.webhooks.models import Endpoint
from tijara.platform.webhooks.secrets import opened

pytestmark = pytest.mark.django_db(transaction=True)
IBAN = "SA0380000000608010167519"
PLAIN = argparse.Namespace()


class Sealed:
    """One of each kind."""

    def __init__(self) -> None:
        self.seller_id, self.endpoint_id = new_id(), new_id()
        actor = seller_actor(self.seller_id)
        keep_bank_account(actor=actor, seller_id=self.seller_id, holder="نحاس", iban=IBAN)
        self.stock_id = make_stock(self.seller_id, 0, make_product(kind="digital").variant_id)
        self.brings("AAAA-1111\nBBBB-2222")
        keep_gateway(actor=SYSTEM, gateway="moyasar", keys={"secret_key": "sk_test_1"})
        told = {"actor": SYSTEM, "owner_id": OPERATOR_ID, "endpoint_id": self.endpoint_id}
        self.before = add_endpoint(**told, url="https://example.com/hook", note="", types=[])
        self.secret = rotate_secret(**told)
        self.factor = Authenticator.objects.create(
            user_id=make_account(),
            type=Authenticator.Type.TOTP,
            data={"secret": get_adapter().encrypt("JBSWY3DP")},
        )

    def brings(self, text: str):
        actor = seller_actor(self.seller_id)
        return add_codes(actor=actor, seller_id=self.seller_id, stock_id=self.stock_id, text=text)

    def opens(self) -> None:
        assert reveal_iban(actor=SYSTEM, seller_id=self.seller_id) == IBAN
        order_id = hand_out_codes(self.seller_id)
        codes = open_codes(actor=SYSTEM, seller_id=self.seller_id, order_id=order_id)
        assert {one.text for one in codes} == {"AAAA-1111", "BBBB-2222"}
        forget_gateways()
        assert seal_of("moyasar")["secret_key"] == "sk_test_1"
        endpoint = Endpoint.objects.get()
        assert opened(endpoint.secret, endpoint.id) == self.secret
        assert opened(endpoint.old_secret, endpoint.id) == self.before
        self.factor.refresh_from_db()
        assert get_adapter().decrypt(self.factor.data["secret"]) == "JBSWY3DP"


@pytest.fixture
def changed(settings):
    settings.CARD_GATEWAY = ""
    sealed = Sealed()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a new one for the tests of sealing anew"
    yield sealed
    forget_gateways()


def test_everything_opens_without_the_old_key(changed, settings, capsys):
    assert reseal.run(PLAIN) == 0
    settings.SECRET_KEY_FALLBACKS = []
    changed.opens()
    assert "may go" in capsys.readouterr().out


def test_a_second_run_finds_nothing_to_do(changed, capsys):
    reseal.run(PLAIN)
    capsys.readouterr()
    assert reseal.run(PLAIN) == 0
    assert capsys.readouterr().out.count(": 0 sealed anew") == 9


def test_a_code_that_was_brought_before_is_still_known(changed, settings):
    reseal.run(PLAIN)
    settings.SECRET_KEY_FALLBACKS = []
    assert changed.brings("AAAA-1111").added == 0


def test_a_code_that_was_brought_again_meanwhile_stops_nothing(changed):
    assert changed.brings("AAAA-1111").added == 1
    assert reseal.run(PLAIN) == 0
    level = stock_levels(changed.seller_id, [changed.stock_id])[changed.stock_id]
    assert level.on_hand == 3


def test_what_nothing_opens_is_told_and_the_rest_is_done(changed, settings, capsys):
    Endpoint.objects.update(secret="1.00000000.AAAA")
    assert reseal.run(PLAIN) == 1
    told = capsys.readouterr().out
    assert "secrets of webhooks: 1 sealed anew, 1 that nothing opens" in told
    settings.SECRET_KEY_FALLBACKS = []
    assert reveal_iban(actor=SYSTEM, seller_id=changed.seller_id) == IBAN
