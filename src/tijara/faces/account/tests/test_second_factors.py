"""Second factors: asked for when set, hard to guess, of no use twice, changed by their owner."""

import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.db import connection
from django.test import Client

from tijara.domains.accounts.testing import PASSWORD, make_account, pauses_are_over, sent_code
from tijara.faces.account.factors import is_right_code

pytestmark = pytest.mark.django_db
EMAIL = "salem@example.com"
APP, SECOND = "/account/security/app", "/account/sign-in/second"


def browser() -> Client:
    return Client(headers={"sec-fetch-site": "same-origin"})


def entered(client: Client | None = None, email: str = EMAIL):
    client = client or browser()
    answer = client.post("/account/sign-in", {"email": email, "password": PASSWORD})
    return client, answer


def code_of(secret: str, step: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step))


def with_app() -> tuple[Client, str, list[str]]:
    """(his browser, the app's secret, his recovery codes)."""
    make_account(email=EMAIL)
    client, _ = entered()
    shown = client.get(APP).content.decode()
    secret = re.search(r"secret=([A-Z2-7]+)", shown)[1]
    done = client.post(APP, {"code": code_of(secret, -1)})
    assert done["Location"] == "/account/security/recovery-codes"
    codes = re.findall(r'dir="ltr">(\d{8})<', client.get(done["Location"]).content.decode())
    return client, secret, codes


def test_the_password_alone_does_not_open_any_more():
    _, secret, _ = with_app()
    client, answer = entered()
    assert answer["Location"] == SECOND
    assert client.get("/account/").status_code == 303
    assert client.get(SECOND).status_code == 200
    opened = client.post(SECOND, {"code": code_of(secret)})
    assert opened["Location"] == "/account/"
    assert client.get("/account/").status_code == 200


def test_nor_does_a_code_by_phone():
    _, secret, _ = with_app()
    client = browser()
    client.post("/account/sign-in", {"login": EMAIL, "next": "/cart"})
    answer = client.post("/account/sign-in/code", {"code": sent_code(EMAIL)})
    assert answer["Location"] == SECOND
    assert client.post(SECOND, {"code": code_of(secret)})["Location"] == "/cart"


def test_the_code_that_was_used_is_of_no_use_again():
    _, secret, _ = with_app()
    code = code_of(secret)
    first, _ = entered()
    assert first.post(SECOND, {"code": code}).status_code == 303
    second, _ = entered()
    assert second.post(SECOND, {"code": code}).status_code == 422
    assert second.post(SECOND, {"code": code_of(secret, 1)}).status_code == 303


def test_a_recovery_code_opens_once():
    _, _, codes = with_app()
    assert len(codes) == 10
    first, _ = entered()
    assert first.post(SECOND, {"code": codes[0]}).status_code == 303
    second, _ = entered()
    assert second.post(SECOND, {"code": codes[0]}).status_code == 422


def test_guesses_are_counted_by_account():
    _, secret, _ = with_app()
    client, _ = entered()
    for _ in range(8):
        assert client.post(SECOND, {"code": "000000"}).status_code == 422
    other, _ = entered()
    answer = other.post(SECOND, {"code": code_of(secret)})
    assert answer.status_code == 429
    assert other.get("/account/").status_code == 303


def test_without_a_first_factor_there_is_no_second():
    with_app()
    client = browser()
    assert client.get(SECOND)["Location"] == "/account/sign-in"
    assert client.post(SECOND, {"code": "000000"})["Location"] == "/account/sign-in"


def test_a_changed_password_ends_what_was_half_begun():
    owner, secret, _ = with_app()
    client, _ = entered()
    given = {"old": PASSWORD, "new": "another-8-road"}
    assert owner.post("/account/password", given).status_code == 303
    assert client.post(SECOND, {"code": code_of(secret)})["Location"] == "/account/sign-in"


def test_secrets_are_sealed_at_rest():
    _, secret, codes = with_app()
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    assert not any(code in kept for code in codes)


def test_an_open_browser_is_not_enough_to_change_factors(monkeypatch):
    owner, secret, _ = with_app()
    session = owner.session
    session["proved_at"] = 0
    session.save()
    for path in (APP, "/account/security/recovery-codes", "/account/security/passkeys/new"):
        assert owner.get(path)["Location"].startswith("/account/proof")
    assert owner.post("/account/security/app/removal")["Location"].startswith("/account/proof")
    assert owner.post("/account/proof", {"password": PASSWORD}).status_code == 422
    assert Authenticator.objects.filter(type="totp").exists()
    proved = owner.post("/account/proof", {"code": code_of(secret), "next": APP})
    assert proved["Location"] == APP
    owner.post("/account/security/app/removal")
    assert not Authenticator.objects.exists()


def test_without_a_second_factor_password_or_code_is_proof():
    make_account(email=EMAIL)
    client, _ = entered()
    for given in ({"password": PASSWORD}, None):
        session = client.session
        session["proved_at"] = 0
        session.save()
        if given is None:
            client.post("/account/proof/code")
            given = {"code": sent_code(EMAIL)}
        assert client.post("/account/proof", {"password": "wrong-wrong-1"}).status_code == 422
        assert client.post("/account/proof", given).status_code == 303
        assert client.get(APP).status_code == 200
        pauses_are_over(EMAIL)


def test_staff_without_a_second_factor_are_nudged_and_then_left_alone():
    make_account(email=EMAIL, is_operator=True)
    client, _ = entered()
    nudge = "ولا تحميه إلا خطوة واحدة"
    assert nudge in client.get("/account/").content.decode()
    assert nudge in client.get("/office/").content.decode()
    secret = re.search(r"secret=([A-Z2-7]+)", client.get(APP).content.decode())[1]
    client.post(APP, {"code": code_of(secret)})
    assert nudge not in client.get("/office/").content.decode()


def test_nonsense_is_no_passkey():
    owner, _, _ = with_app()
    for answer in ("", "{}", "[]", "null", '{"id":"x"}', "x" * 5000, '{"response":{}}'):
        given = {"passkey": answer, "name": "x"}
        assert owner.post("/account/security/passkeys/new", given).status_code == 422
        stranger = browser()
        gone = stranger.post("/account/sign-in/passkey", {"passkey": answer})
        assert gone["Location"] == "/account/sign-in"
        client, _ = entered()
        assert client.post(SECOND, {"passkey": answer or "{}"}).status_code in (422, 429)


def test_another_persons_passkeys_and_devices_are_out_of_reach():
    owner, _, _ = with_app()
    mine = Authenticator.objects.get(type="totp")
    make_account(email="other@example.com")
    other, _ = entered(email="other@example.com")
    other.post(f"/account/security/passkeys/{mine.id}/removal")
    other.post("/account/security/app/removal")
    assert Authenticator.objects.filter(id=mine.id).exists()
    device = re.search(r"devices/(\d+)/end", entered_twice(owner))[1]
    other.post(f"/account/security/devices/{device}/end")
    assert device in entered_twice(owner)


def entered_twice(owner: Client) -> str:
    if "/end" not in (shown := owner.get("/account/security").content.decode()):
        client, _ = entered()
        client.post(SECOND, {"code": next(iter(_codes(owner)))})
        shown = owner.get("/account/security").content.decode()
    return shown


def _codes(owner: Client) -> list[str]:
    shown = owner.get("/account/security/recovery-codes").content.decode()
    return re.findall(r'dir="ltr">(\d{8})<', shown)


def test_one_or_all_other_devices_can_be_signed_out():
    make_account(email=EMAIL)
    first, _ = entered()
    second, _ = entered()
    third, _ = entered()
    shown = first.get("/account/security").content.decode()
    devices = re.findall(r"devices/(\d+)/end", shown)
    assert len(devices) == 2
    first.post(f"/account/security/devices/{devices[0]}/end")
    assert [client.get("/account/").status_code for client in (second, third)].count(303) == 1
    first.post("/account/security/devices/end")
    assert second.get("/account/").status_code == third.get("/account/").status_code == 303
    assert first.get("/account/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_with_the_same_code_one_gets_in(django_user_model):
    _, secret, _ = with_app()
    person, code = django_user_model.objects.get().pk, code_of(secret)

    def answer(_) -> bool:
        try:
            return is_right_code(person, code)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(answer, range(4))) == 1
