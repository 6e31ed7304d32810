"""Addresses as people write them."""

import pytest
from django.test import Client


@pytest.mark.parametrize("path", ["/en", "/hub", "/en/hub", "/office", "/account", "/inbox", "/c"])
def test_the_last_stroke_may_be_left_out(path):
    client = Client()
    assert client.get(path).headers["Location"] == f"{path}/"
    assert client.get(f"{path}?a=%2F%2Fb").headers["Location"] == f"{path}/?a=%2F%2Fb"
