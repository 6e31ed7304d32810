"""Signatures of documents to companies: made from a file, opened again, and any change is seen."""

import subprocess
from base64 import b64decode, b64encode
from shutil import which

import httpx
import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
)
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from hypothesis import given
from hypothesis import strategies as some

from tijara.kit.clock import now
from tijara.platform.local_server import serving
from tijara.providers.eta import der
from tijara.providers.eta.cades import NotSigned, opened, signature
from tijara.providers.eta.signer import Door, SealUnreadable, seal_of
from tijara.providers.eta.simulator.seals import seal_of_trial

TEXT = '"DOCUMENTTYPE""I""ISSUER""NAME""شركة النيل"'
PASSWORD = "kept by its seller"
OPENSSL = which("openssl")


def file_of(seal, password=PASSWORD):
    return serialize_key_and_certificates(
        b"seal", seal.key, seal.certificate, None, BestAvailableEncryption(password.encode())
    )


def test_what_was_signed_is_opened_and_names_its_certificate():
    seal = seal_of_trial()
    assert opened(TEXT, seal.sign(TEXT)) == seal.certificate


@pytest.mark.skipif(OPENSSL is None, reason="there is no openssl here")
def test_openssl_opens_it_too(tmp_path):
    seal = seal_of_trial()
    (tmp_path / "signature").write_bytes(b64decode(seal.sign(TEXT)))
    (tmp_path / "text").write_bytes(TEXT.encode())
    (tmp_path / "seal.pem").write_bytes(seal.certificate.public_bytes(Encoding.PEM))
    done = subprocess.run(
        [str(OPENSSL), "cms", "-verify", "-inform", "DER", "-in", "signature", "-content", "text",
         "-CAfile", "seal.pem", "-purpose", "any", "-binary", "-out", "told"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "told").read_bytes() == TEXT.encode()


@pytest.mark.parametrize("text", [TEXT + " ", "", TEXT.lower()])
def test_it_is_of_this_text_alone(text):
    told = seal_of_trial().sign(TEXT)
    with pytest.raises(NotSigned):
        opened(text, told)


@given(some.data())
def test_whatever_is_changed_in_it_is_seen(data):
    whole = bytearray(b64decode(seal_of_trial().sign(TEXT)))
    place = data.draw(some.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(some.integers(1, 255))
    try:
        certificate = opened(TEXT, b64encode(bytes(whole)).decode())
    except NotSigned:
        return
    assert certificate == seal_of_trial().certificate


@given(some.binary(max_size=200))
def test_rubbish_is_no_signature(told):
    with pytest.raises(NotSigned):
        opened(TEXT, b64encode(told).decode())


def test_another_key_under_the_same_certificate_is_seen():
    seal = seal_of_trial()
    told = signature(TEXT, seal.certificate, lambda told: b"\1" * 256, now())
    with pytest.raises(NotSigned):
        opened(TEXT, told)


@given(some.integers(0, 10**30), some.lists(some.integers(0, 2**40), max_size=6))
def test_numbers_and_names_keep_their_form(number, rest):
    assert int.from_bytes(der.read(der.integer(number)).body, "big") == number
    dotted = ".".join(map(str, (1, 2, *rest)))
    assert der.read(der.oid(dotted)).tag == der.OID
    assert len(der.read(der.sequence(der.oid(dotted), der.integer(number))).parts) == 2


def test_a_seal_from_a_file_signs_behind_its_door():
    seal = seal_of(file_of(seal_of_trial()), PASSWORD)
    door = Door(seal, 0)
    with serving(door.server):
        answer = httpx.post(door.address, content=TEXT.encode())
        assert answer.status_code == 200
        assert opened(TEXT, answer.text) == seal.certificate
        for wrong in (b"", b"\xff\xfe"):
            assert httpx.post(door.address, content=wrong).status_code == 400
        assert httpx.post(door.address + "/else", content=b"x").status_code == 400


@pytest.mark.parametrize(("content", "password"), [(b"rubbish", PASSWORD), (None, "another")])
def test_a_file_that_can_not_be_opened_says_so(content, password):
    with pytest.raises(SealUnreadable):
        seal_of(file_of(seal_of_trial()) if content is None else content, password)
