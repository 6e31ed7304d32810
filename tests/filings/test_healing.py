"""What is rejected goes out anew by itself, where another document may help."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection

from tijara.domains.invoicing.actions import correct_filing, heal_filings, withdraw_unit
from tijara.domains.invoicing.models import Filing
from tijara.domains.invoicing.queries import (
    desk_figures,
    document_of,
    filing,
    replacement_of,
)
from tijara.domains.invoicing.shapes import FilingState
from tijara.domains.invoicing.testing import FACTS, IDENTITY, make_invoice
from tijara.domains.parties.actions import declare_identity
from tijara.kit.actor import SYSTEM
from tijara.providers.zatca.simulator.faults import Fault

from .conftest import STAFF, enrol, faults, send, standing

pytestmark = pytest.mark.django_db(transaction=True)


class TestHealing:
    def rejected(self, seller_id, authority):
        written = make_invoice(seller_id)
        authority.faults.order(Fault.REJECT)
        send()
        assert standing(seller_id, written.id).state is FilingState.REJECTED
        return written

    def test_when_what_was_wrong_has_been_mended(self, seller_id, authority):
        written = self.rejected(seller_id, authority)
        first = standing(seller_id, written.id)
        assert heal_filings(actor=SYSTEM) == 0, "it would say the same again"
        moved = replace(IDENTITY, registration_number="1010551299")
        declare_identity(actor=SYSTEM, seller_id=seller_id, identity=moved)
        assert heal_filings(actor=SYSTEM) == 1
        told = standing(seller_id, written.id)
        assert (told.replaces, told.is_healed) == (first.id, True)
        assert replacement_of(seller_id, first.id) == told.id
        assert send() == 1
        assert standing(seller_id, written.id).state is FilingState.ACCEPTED
        assert desk_figures().healed == 1
        assert heal_filings(actor=SYSTEM) == 0 and faults() == {}

    def test_when_a_fact_of_the_unit_has(self, seller_id, authority):
        written = self.rejected(seller_id, authority)
        enrol(seller_id, facts=replace(FACTS, street="شارع الثميري"), given={})
        assert heal_filings(actor=SYSTEM) == 1
        assert "شارع الثميري" in document_of(seller_id, standing(seller_id, written.id).id)

    @pytest.mark.parametrize(("rule", "healed"), [("KSA-13", 1), ("BR-KSA-08", 0)])
    def test_when_the_authority_says_that_a_new_one_ends_it(
        self, seller_id, authority, rule, healed
    ):
        written = self.rejected(seller_id, authority)
        Filing.objects.update(errors=[{"rule": rule, "words": "PIH is inValid"}])
        assert heal_filings(actor=SYSTEM) == healed
        send()
        state = FilingState.ACCEPTED if healed else FilingState.REJECTED
        assert standing(seller_id, written.id).state is state and faults() == {}

    def test_three_times_and_then_somebody_has_to_look(self, seller_id, authority):
        written = self.rejected(seller_id, authority)
        for healed in (1, 1, 1, 0):
            told = [{"rule": "KSA-13", "words": "PIH is inValid"}]
            Filing.objects.filter(state=FilingState.REJECTED).update(errors=told)
            assert heal_filings(actor=SYSTEM) == healed
            authority.faults.order(Fault.REJECT)
            send()
        assert standing(seller_id, written.id).state is FilingState.REJECTED
        Filing.objects.filter(state=FilingState.REJECTED).update(errors=[])
        left = standing(seller_id, written.id).id
        authority.faults.order(Fault.REJECT, 0)
        new = correct_filing(actor=STAFF, seller_id=seller_id, filing_id=left)
        assert send() == 1 and not filing(seller_id, new).is_healed and faults() == {}

    def test_not_what_would_be_turned_away_again_nor_of_who_writes_no_more(
        self, seller_id, authority
    ):
        written = self.rejected(seller_id, authority)
        nameless = replace(IDENTITY, registration_number="")
        declare_identity(actor=SYSTEM, seller_id=seller_id, identity=nameless)
        assert heal_filings(actor=SYSTEM) == 0
        moved = replace(IDENTITY, registration_number="1010551299")
        declare_identity(actor=SYSTEM, seller_id=seller_id, identity=moved)
        withdraw_unit(actor=STAFF, seller_id=seller_id)
        assert heal_filings(actor=SYSTEM) == 0
        assert standing(seller_id, written.id).state is FilingState.REJECTED

    def test_two_workers_heal_it_once(self, seller_id, authority):
        self.rejected(seller_id, authority)
        enrol(seller_id, facts=replace(FACTS, street="شارع الثميري"), given={})

        def work(_):
            try:
                return heal_filings(actor=SYSTEM)
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as workers:
            assert sum(workers.map(work, range(2))) == 1
        assert Filing.objects.count() == 2 and faults() == {}
