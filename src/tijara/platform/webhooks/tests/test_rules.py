"""Signatures are as the standard has them; private addresses are told from public ones."""

import hashlib
import hmac
from base64 import b64decode, b64encode
from datetime import timedelta
from ipaddress import IPv4Address, IPv6Address
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.platform.webhooks.rules import (
    PAUSES,
    is_public,
    message_id,
    new_secret,
    pause_after,
    rest_after,
    signatures,
    url_fault,
)

PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.9", "192.168.1.1", "169.254.169.254", str(IPv4Address(0)),
    "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0",
    "fc00::1", "fec0::1", "feff:ffff::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254",
    "64:ff9b::7f00:1", "2002:7f00:1::", "not an address", "",
]  # fmt: skip


def test_a_signature_is_that_of_the_standards_own_example():
    """The vector that the reference libraries are tested with."""
    body = b'{"test": 2432232314}'
    signed = signatures(
        ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        body,
    )
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@given(st.binary(max_size=200), st.integers(0, 2**33))
def test_each_secret_that_is_good_now_signs(body, stamp):
    old, new, id = new_secret(), new_secret(), message_id(uuid4())
    first, second = signatures([new, old], id, stamp, body).split(" ")
    raw = b64decode(old.removeprefix("whsec_"))
    expected = hmac.new(raw, f"{id}.{stamp}.".encode() + body, hashlib.sha256).digest()
    assert second == "v1," + b64encode(expected).decode() and first != second


def test_a_secret_is_long_and_never_the_same():
    made = {new_secret() for _ in range(50)}
    assert len(made) == 50
    assert all(len(b64decode(one.removeprefix("whsec_"))) >= 24 for one in made)


@pytest.mark.parametrize("address", PRIVATE)
def test_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "8.8.8.8", "2606:4700:4700::1111"])
def test_is_public(address):
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_an_address_is_no_more_public_in_the_clothes_of_a_newer_one(old: IPv4Address):
    mapped = IPv6Address((0xFFFF << 32) | int(old))
    assert is_public(str(mapped)) == is_public(str(old))


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://example.com/hook", ""),
        ("https://example.com:8443/hook?a=b", ""),
        ("http://example.com/hook", "not_https"),
        ("ftp://example.com", "not_a_url"),
        ("javascript:alert(1)", "not_a_url"),
        ("https://user:pass@example.com", "not_a_url"),
        ("https://example.com/#part", "not_a_url"),
        ("https://example.com:0/", "not_a_url"),
        ("https://example.com:99999/", "not_a_url"),
        ("https:///nowhere", "not_a_url"),
        ("https://exa mple.com/", "not_a_url"),
        ("https://متجر.example/", "not_a_url"),
        ("https://example.com/" + "a" * 500, "too_long"),
        ("", "not_a_url"),
    ],
)
def test_an_address_is_looked_at_when_it_is_typed(url, fault):
    assert url_fault(url, only_https=True) == fault


def test_a_demonstration_may_tell_plain_http():
    assert url_fault("http://127.0.0.1:8000/hook", only_https=False) == ""


def test_pauses_grow_and_end():
    pauses = [pause_after(tries) for tries in range(1, len(PAUSES) + 1)]
    assert pauses == sorted(pauses) and pause_after(len(PAUSES) + 1) is None
    assert sum(PAUSES, timedelta()) > timedelta(days=3)


def test_a_receiver_may_ask_for_time_and_not_for_ever():
    assert pause_after(1, 600) >= timedelta(minutes=10)
    assert pause_after(1, 10**6) == timedelta(days=1)


def test_a_rest_is_never_long():
    assert rest_after(1) < rest_after(5) <= rest_after(1000) == timedelta(minutes=5)
