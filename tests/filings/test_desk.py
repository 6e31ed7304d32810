"""The invoice desk, as staff walk it."""

from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from tijara.domains.invoicing.actions import (
    issue_or_hold,
    send_filings,
)
from tijara.domains.invoicing.queries import authority_facts, days_of_answers, desk_figures
from tijara.domains.invoicing.shapes import FactAsked
from tijara.domains.invoicing.testing import (
    FACTS,
    IDENTITY,
    let_filings_wait_no_longer,
    make_invoice,
    make_registered_seller,
    make_taxed_order,
)
from tijara.domains.parties.actions import declare_identity
from tijara.faces.back_office.pages import tax_unit
from tijara.faces.back_office.pages.tax_unit import HINTS, _drawn
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.platform.providers import names
from tijara.providers.zatca.simulator.faults import Fault
from tijara.providers.zatca.simulator.server import GOOD_CODE

pytestmark = pytest.mark.django_db(transaction=True)


def send() -> int:
    let_filings_wait_no_longer()
    return send_filings(actor=SYSTEM)


class TestDesk:
    def test_a_seller_is_enrolled_and_his_documents_followed(self, authority, staff):
        seller_id = make_registered_seller()
        here = f"/office/sellers/{seller_id}/tax-unit"
        asked = staff.get(f"/en{here}").content.decode()
        assert "Four digits of the national address." in asked
        assert asked.count("(optional)") == 2, "the additional number and the region"
        form = {
            "authority": "zatca",
            "environment": "simulation",
            "code": "1",
            **{name: getattr(FACTS, name) for name in FACTS.__dataclass_fields__},
        }
        assert "Invalid-OTP" in staff.post(here, form).content.decode()
        kept = staff.post(here, form | {"postcode": "x"})
        assert kept.status_code == 422 and FACTS.street in kept.content.decode()
        assert staff.post(here, form | {"code": GOOD_CODE}).status_code == 303
        written = make_invoice(seller_id)
        authority.faults.order(Fault.REJECT)
        send()
        desk = staff.get("/en/office/filings").content.decode()
        assert written.number in desk and "Rejected" in desk
        assert "tax document that was rejected" in staff.get("/en/office/").content.decode()
        place = f"/office/sellers/{seller_id}/filings/{written.filed.id}"
        page = staff.get(f"/en{place}").content.decode()
        assert "commercial register" in page and "BR-KSA-08" in page
        told = staff.post(f"{place}/correction")
        assert told.status_code == 303
        send()
        assert "Accepted" in staff.get(f"/en{told['Location']}").content.decode()
        taken = staff.get(f"{told['Location']}/document")
        assert taken.content.startswith(b"<?xml") and "attachment" in taken["Content-Disposition"]
        assert desk_figures().by_state == {"accepted": 1, "corrected": 1}
        (day,) = days_of_answers(now() - timedelta(days=1), UTC)
        assert (day.taken, day.rejected) == (1, 1)
        assert staff.post(f"{here}/withdrawal").status_code == 303
        assert staff.get(f"/en/office/sellers/{seller_id}").status_code == 200

    def test_what_is_held_is_shown_with_what_to_mend(self, seller_id, staff):
        placed = make_taxed_order(seller_id)
        nameless = replace(IDENTITY, registration_number="")
        declare_identity(actor=SYSTEM, seller_id=seller_id, identity=nameless)
        issue_or_hold(actor=SYSTEM, seller_id=seller_id, order_id=placed.order_id)
        page = staff.get("/en/office/filings").content.decode()
        assert placed.number in page and "BR-KSA-08" in page
        assert "invoice held before its number" in staff.get("/en/office/").content.decode()

    def test_of_one_that_waits_it_is_said_why(self, authority, seller_id, staff):
        written = make_invoice(seller_id)
        place = f"/en/office/sellers/{seller_id}/filings/{written.filed.id}"
        authority.faults.order(Fault.ERROR)
        send()
        page = staff.get(place).content.decode()
        assert "It answered with the error" in page and "/retry" in page
        authority.faults.order(Fault.STRANGER)
        send()
        page = staff.get(place).content.decode()
        assert "does not know this seller" in page and f"{seller_id}/tax-unit" in page

    def test_the_form_asks_what_each_authority_asks(self):
        """By what it declares: no authority's name stands in the page's own code."""
        for name in names("invoice_authorities"):
            asked = authority_facts(name)
            drawn = [_drawn(one, "", "") for one in asked]
            for one, field in zip(asked, drawn, strict=True):
                assert f'name="{one.name}"' in field
                assert ("optional" in field) is not one.is_needed, one.name
                assert ('inputmode="numeric"' in field) is bool(one.digits), one.name
                assert not one.hint or one.hint in HINTS, "a hint without a sentence"
            assert f'"{name}"' not in Path(tax_unit.__file__).read_text()

    def test_a_vendor_that_comes_later_has_his_own_words(self):
        field = _drawn(FactAsked("branch", digits=(3, 6), hint="As on its card."), "", "")
        assert "As on its card." in field and 'maxlength="6"' in field

    def test_an_empty_desk_says_how_to_begin(self, staff):
        page = staff.get("/en/office/filings")
        assert page.status_code == 200 and "Nothing was sent yet" in page.content.decode()
