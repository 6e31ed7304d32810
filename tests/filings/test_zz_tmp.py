import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory
import pytest
from tijara.domains.invoicing.queries import document_of, invoices_of_order
from tijara.providers.pint_ae.judge import Rules
from .test_reverse_charge import *  # noqa
pytestmark = pytest.mark.django_db(transaction=True)
del test_without_a_barcode_it_is_held_and_goes_out_once_somebody_writes_it, test_a_company_that_does_not_resell_pays_the_tax_and_needs_no_barcode, test_the_sale_ends_in_a_document_that_says_what_was_sold, test_what_is_taken_back_is_told_as_it_was_told

def test_official(device):
    emirates, offer = device
    write_barcode(offer)
    order = sold(emirates, offer)
    Relay().deliver_pending()
    refund_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id, reason=RefundReason.OTHER, restock=False)
    Relay().deliver_pending()
    papers = invoices_of_order(order.seller_id, order.id)
    assert len(papers) == 2
    with TemporaryDirectory() as place, tarfile.open("/work/shared/data/pint_ae/pint_ae_resources.tar.gz") as archive:
        archive.extractall(place, filter="data")
        rules = Rules(Path(place))
        for one in papers:
            raw = document_of(one.seller_id, one.filed.id).encode()
            print(raw.decode())
            assert rules.broken(raw) == set(), one.kind
