"""Which texts are account numbers, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.settlements.rules import is_iban, masked_iban, tidy_iban


class TestIban:
    @pytest.mark.parametrize(
        "iban",
        [
            "SA0380000000608010167519",
            "AE070331234567890123456",
            "EG380019000500000000263180002",
            "KW81CBKU0000000000001234560101",
            "JO94CBJO0010000000000131000302",
        ],
    )
    def test_the_registrys_examples_are_good(self, iban):
        assert is_iban(iban)
        assert not is_iban(iban[:-1] + str((int(iban[-1]) + 1) % 10))

    def test_is_read_as_people_write_it(self):
        assert tidy_iban(" sa03-8000 0000 ٦٠٨٠\u200f 1016 7519 ") == "SA0380000000608010167519"

    @given(some.text(max_size=60))
    def test_any_text_is_an_iban_or_none(self, typed):
        tidy = tidy_iban(typed)
        if is_iban(tidy):
            assert len(masked_iban(tidy)) == 14
