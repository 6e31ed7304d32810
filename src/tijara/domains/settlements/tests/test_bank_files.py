"""What goes to the bank as a file, and what comes back."""

from datetime import UTC, date, datetime
from importlib.resources import files

import pytest
import xmlschema
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.settlements.actions import (
    RunUnknown,
    answer_transfers,
    write_bank_file,
)
from tijara.domains.settlements.rules import read_report, transfers_csv, transfers_xml
from tijara.domains.settlements.shapes import (
    BankAnswer,
    BankForm,
    BankOrder,
    BankTransfer,
)
from tijara.domains.settlements.testing import (
    IBAN,
    make_owed_seller,
    make_run,
    make_staff,
)
from tijara.kit.money import EXPONENTS, Money

OWED = 22355
SCHEMA = xmlschema.XMLSchema(str(files("sepaxml") / "schemas" / "pain.001.001.09.xsd"))
PLAIN_IBAN = IBAN.replace(" ", "")
XML_TEXT = some.text(
    some.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=140
)
REPORT = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-11-26T10:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>{code}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
{group}</OrgnlGrpInfAndSts>{told}</CstmrPmtStsRpt></Document>"""
TOLD = """<OrgnlPmtInfAndSts><OrgnlPmtInfId>{code}</OrgnlPmtInfId><TxInfAndSts>
<OrgnlEndToEndId>{reference}</OrgnlEndToEndId><TxSts>{status}</TxSts>
<StsRsnInf><Rsn><Cd>{reason}</Cd></Rsn><AddtlInf>حساب مغلق</AddtlInf></StsRsnInf>
<AcctSvcrRef>FT26330-7</AcctSvcrRef></TxInfAndSts></OrgnlPmtInfAndSts>"""


@pytest.mark.django_db
class TestTheFile:
    def test_holds_to_the_banks_schema_and_is_the_same_each_time(self):
        run_id = make_run(make_owed_seller())
        told = write_bank_file(actor=make_staff(), run_id=run_id, form=BankForm.XML)
        SCHEMA.validate(ElementTree.fromstring(told))
        assert PLAIN_IBAN.encode() in told and b"223.55" in told and b"SA-000001" in told
        answer_transfers(
            actor=make_staff(),
            run_id=run_id,
            answers=[BankAnswer("", is_paid=True)],
            paid_on=date(2026, 1, 1),
        )
        assert write_bank_file(actor=make_staff(), run_id=run_id, form=BankForm.XML) == told

    def test_is_a_sheet_as_well(self):
        run_id = make_run(make_owed_seller())
        sheet = write_bank_file(actor=make_staff(), run_id=run_id, form=BankForm.CSV)
        assert (
            sheet.decode("utf-8-sig")
            .splitlines()[1]
            .startswith(f"مؤسسة بيت النحّاس,{PLAIN_IBAN},223.55,SAR,")
        )

    def test_is_not_written_before_the_approval(self):
        run_id = make_run(make_owed_seller(), is_approved=False)
        with pytest.raises(RunUnknown):
            write_bank_file(actor=make_staff(), run_id=run_id, form=BankForm.XML)


@given(
    names=some.lists(XML_TEXT, min_size=1, max_size=4),
    minor=some.integers(1, 10**11),
    currency=some.sampled_from(["SAR", "KWD", "EGP", "IQD"]),
)
def test_any_name_and_amount_holds_to_the_schema(names, minor, currency):
    transfers = tuple(
        BankTransfer(f"{place:032x}", name, PLAIN_IBAN, Money(minor, currency), "SA-000001")
        for place, name in enumerate(names)
    )
    order = BankOrder(
        message_id="SA-000001",
        approved_at=datetime(2026, 11, 26, 9, tzinfo=UTC),
        pay_on=date(2026, 11, 29),
        holder="سوق عكاظ",
        iban=PLAIN_IBAN,
        total=Money(minor * len(names), currency),
        transfers=transfers,
    )
    told = ElementTree.fromstring(transfers_xml(order))
    SCHEMA.validate(told)
    amounts = [one.text for one in told.iter() if one.tag.endswith("InstdAmt")]
    assert amounts == [Money(minor, currency).to_decimal_string()] * len(names)
    assert all("." not in one or len(one.split(".")[1]) == EXPONENTS[currency] for one in amounts)
    assert transfers_csv(order).decode("utf-8-sig").count(PLAIN_IBAN) == len(names)


@pytest.mark.parametrize(
    ("group", "told", "answers"),
    [
        ("<GrpSts>RJCT</GrpSts>", "", [BankAnswer("", is_paid=False)]),
        ("<GrpSts>ACSC</GrpSts>", "", [BankAnswer("", is_paid=True)]),
        ("<GrpSts>PDNG</GrpSts>", "", []),
        (
            "<GrpSts>PART</GrpSts>",
            TOLD.format(code="A", reference="r1", status="ACCC", reason=""),
            [BankAnswer("r1", is_paid=True, bank_reference="FT26330-7")],
        ),
    ],
)
def test_what_a_report_says(group, told, answers):
    content = REPORT.format(code="A", group=group, told=told).encode()
    assert read_report(content) == ("A", answers)
