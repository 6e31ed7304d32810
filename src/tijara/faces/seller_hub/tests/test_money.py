"""What a seller sees of his money and his invoices, and what he may do about them."""

from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from openpyxl import load_workbook

from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.commissions.actions import write_rule
from tijara.domains.commissions.shapes import CommissionTerms
from tijara.domains.deals.shapes import HeldPart
from tijara.domains.deals.testing import make_held_order, settle
from tijara.domains.invoicing.actions import print_invoices
from tijara.domains.invoicing.queries import debit_claim, invoices_of_order
from tijara.domains.invoicing.testing import make_invoice
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.actions import add_member
from tijara.domains.parties.queries import legal_identities, markets_of
from tijara.domains.parties.shapes import Role
from tijara.domains.payments.queries import pay_link_token
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.testing import make_paid_order
from tijara.domains.settlements.actions import (
    answer_transfers,
    demand_payment,
    reveal_iban,
    set_reserve,
)
from tijara.domains.settlements.queries import payable, transfers_of_run
from tijara.domains.settlements.shapes import BankAnswer, ReserveTerms, SellerFunds
from tijara.domains.settlements.testing import (
    IBAN,
    bank_day,
    make_owed_seller,
    make_run,
    make_staff,
    owe_us,
    pay_out,
)
from tijara.domains.stores.testing import make_store
from tijara.faces.seller_hub.payout_timeline import payout_timeline
from tijara.faces.seller_hub.tests.conftest import Shop
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.ui.refusal_texts import FIELD_TEXTS


def shop_of(seller_id, role) -> Shop:
    """The same store, in the browser of somebody else who works there."""
    person_id = make_account(email=f"{role}@example.com")
    add_member(actor=SYSTEM, person_id=person_id, seller_id=seller_id, role=role)
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    browser.post("/account/sign-in", {"email": f"{role}@example.com", "password": PASSWORD})
    return Shop(seller_id, browser)


pytestmark = pytest.mark.django_db(transaction=True)
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def earned(shop):
    """He is owed 223.55 and has a bank account."""
    make_owed_seller(shop.seller_id)
    return shop


class TestWhatComesBack:
    def test_a_transfer_that_the_bank_refused_is_a_line_of_the_day(self, earned):
        run_id = make_run(earned.seller_id)
        assert "did not take" not in earned.read("/en/hub/")
        (sent,) = transfers_of_run(run_id).items
        refused = BankAnswer(sent.id.hex, is_paid=False, reason="AC04")
        answer_transfers(
            actor=make_staff(),
            run_id=run_id,
            answers=[refused],
            paid_on=bank_day(earned.seller_id),
        )
        for page in ("/en/hub/", "/en/hub/money"):
            assert "Your bank did not take our last transfer" in earned.read(page)


class TestWhereItIs:
    def test_the_picture_and_the_story_of_a_payout(self, earned):
        paid = pay_out(earned.seller_id, 20000, "FT9")
        shown = earned.read("/hub/money")
        assert "fund-payable" in shown and f"/hub/money/payouts/{paid}" in shown
        told = earned.read(f"/en/hub/money/payouts/{paid}")
        assert "23.55" in told and "/hub/orders/" in told
        assert earned.browser.get(f"/hub/money/payouts/{earned.seller_id}").status_code == 404

    def test_when_it_came_and_comes_is_drawn(self, earned):
        assert "When your money comes" not in earned.read("/en/hub/money"), "nothing but now"
        pay_out(earned.seller_id, 20000, "FT9")
        make_held_order(seller_id=earned.seller_id)
        page = earned.read("/en/hub/money")
        bars = page.split('aria-labelledby="timeline"')[1].split("</section>")[0]
        paid, ready, comes = bars.split("<li>")[1:]
        assert "/hub/money/payouts/" in paid and "200.00" in paid and " ahead" not in paid
        assert "ready for the next payout" in ready and "23.55" in ready
        assert "becomes yours" in comes and "223.55" in comes and " ahead" in comes
        assert 'width="100%"' in comes.split("ground")[1].split("</svg>")[0]

    def test_what_a_complaint_holds_has_no_day(self):
        def held(minor, day, **more):
            at = datetime(2026, 11, day, 21, 30, tzinfo=UTC)
            return HeldPart(new_id(), "1", Money(minor, "SAR"), at, **more)

        nothing = {name: Money(0, "SAR") for name in SellerFunds.__dataclass_fields__}
        parts = [held(100, 3), held(250, 2), held(40, 3), held(9, 4, is_disputed=True)]
        funds, zone = SellerFunds(**nothing), ZoneInfo("Asia/Riyadh")
        told = payout_timeline([], funds, parts, [], zone)
        assert [(one.day.day, one.amount.minor, one.share) for one in told] == [
            (3, 250, 100),
            (4, 140, 56),
        ], "days are those of the market's wall"
        assert payout_timeline([], funds, parts[3:], [], zone) == []

    def test_who_owes_is_told_how_to_pay(self, earned):
        pay_out(earned.seller_id, 22355, "FT9")
        owe_us(earned.seller_id, 5000)
        assert "عليك للسوق" in earned.read("/hub/money")
        demand_payment(
            actor=SYSTEM,
            seller_id=earned.seller_id,
            demand_id=new_id(),
            amount=Money(5000, "SAR"),
            due_on=bank_day(earned.seller_id),
        )
        assert "اكتب في بيان الحوالة" in earned.read("/hub/money")

    def test_terms_are_his_and_everybodys_not_anothers(self, earned):
        home = markets_of([earned.seller_id])[earned.seller_id]
        for rate, seller_id in ((300, None), (450, earned.seller_id), (770, new_id())):
            terms = CommissionTerms("", rate, seller_id=seller_id)
            write_rule(actor=SYSTEM, market_id=home, rule_id=new_id(), terms=terms)
        terms = ReserveTerms(rate_bp=1000, days=30)
        set_reserve(actor=SYSTEM, market_id=home, seller_id=earned.seller_id, terms=terms)
        shown = earned.read("/hub/money/terms")
        assert "3%" in shown and "4.5%" in shown and "7.7" not in shown and "30" in shown


class TestMoney:
    def test_the_page_says_what_is_owed_and_why(self, earned):
        order = make_paid_order(seller_id=earned.seller_id)
        pay_out(earned.seller_id, 10000, "FT77")
        shown = earned.read("/hub/money")
        assert f'value="{payable(earned.seller_id).to_decimal_string()}"' in shown
        assert "FT77" in shown and order.number in shown and "SA•• •••• 7519" in shown
        assert "6080" not in shown

    def test_what_is_held_is_told_with_its_day_and_is_not_payable(self, shop):
        order = make_held_order(seller_id=shop.seller_id)
        shown = shop.read("/hub/money")
        assert "معلّق لك" in shown and "يصبح لك في" in shown
        assert shown.count(order.number) == 2
        assert payable(shop.seller_id).minor == 0
        settle(order)
        shown = shop.read("/hub/money")
        assert "معلّق لك" not in shown and shown.count(order.number) == 1
        assert payable(shop.seller_id).minor == 22355

    def test_a_month_is_shown_alone_and_nonsense_is_the_whole_time(self, earned):
        assert "طلب سُلّم" not in earned.read("/hub/money?month=2020-01")
        for nonsense in ("2026-13", "x", "٢٠٢٦-٠١", "9999-99"):
            assert "طلب سُلّم" in earned.read(f"/hub/money?month={nonsense}")

    def test_the_file_opens_in_arabic_and_adds_up(self, earned):
        pay_out(earned.seller_id, 10000, "=cmd|' /C calc'!A0")
        answer = earned.browser.get("/hub/money/statement.csv")
        assert answer["Content-Type"] == "text/csv; charset=utf-8"
        assert "no-store" in answer["Cache-Control"]
        text = answer.content.decode()
        assert text.startswith("\ufeff")
        lines = text.strip().splitlines()
        assert lines[1].endswith(",0.00") and lines[-1].endswith(",123.55")
        assert "-100.00" in lines[-2] and ",'=cmd" in lines[-2]
        gross, commission, vat, amount = (float(cell) for cell in lines[2].split(",")[4:8])
        assert commission < 0 and round(gross + commission + vat, 2) == amount == 223.55

    def test_the_workbook_reads_from_the_right_and_its_amounts_are_numbers(self, earned):
        for start, is_right_to_left in (("", True), ("/en", False)):
            answer = earned.browser.get(f"{start}/hub/money/statement.xlsx")
            sheet = load_workbook(BytesIO(answer.content)).active
            assert bool(sheet.sheet_view.rightToLeft) is is_right_to_left
            rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
            assert rows[1][-1] == 0 and rows[-1][-1] == rows[2][-1] == pytest.approx(223.55)

    def test_a_bank_account_is_kept_and_never_shown_whole_again(self, shop):
        answer = shop.post("/hub/money/account", holder="مؤسسة", iban=IBAN)
        assert answer["Location"] == "/hub/money"
        assert reveal_iban(actor=SYSTEM, seller_id=shop.seller_id).endswith("7519")
        for path in ("/hub/money", "/hub/money/account"):
            assert "1016" not in shop.read(path)

    def test_a_wrong_iban_is_told_and_nothing_typed_is_lost(self, shop):
        answer = shop.post("/hub/money/account", holder=HOSTILE, iban="SA12")
        shown = answer.content.decode()
        assert answer.status_code == 422
        assert str(FIELD_TEXTS["iban_invalid"]) in shown and 'value="SA12"' in shown
        assert HOSTILE not in shown and "&lt;script&gt;" in shown


class TestBusiness:
    def test_is_declared_and_wrong_numbers_are_told(self, shop):
        given = {"legal_name": "دار الخزف", "vat_number": "12", "address": "الرياض"}
        wrong = shop.post("/hub/business", **given)
        assert wrong.status_code == 422 and 'value="12"' in wrong.content.decode()
        assert str(FIELD_TEXTS["vat_number_invalid"]) in wrong.content.decode()
        right = shop.post("/hub/business", **(given | {"vat_number": "310122393500003"}))
        assert right["Location"] == "/hub/business"
        assert legal_identities([shop.seller_id])[shop.seller_id].vat_number == "310122393500003"
        assert "دار الخزف" in shop.read("/hub/business")


class TestInvoices:
    def test_are_listed_read_and_found(self, shop):
        written = make_invoice(shop.seller_id)
        assert written.number in shop.read("/hub/invoices")
        assert written.number in shop.read(f"/hub/invoices?q={written.content.order_number}")
        assert written.number not in shop.read("/hub/invoices?q=zzz")
        shown = shop.read(f"/hub/invoices/{written.id}")
        assert written.content.order_number in shown and "إيصال" in shown
        assert written.number in shop.read(f"/hub/orders/{written.order_id}")

    def test_the_pdf_comes_when_it_is_printed(self, shop):
        written = make_invoice(shop.seller_id)
        path = f"/hub/invoices/{written.id}/pdf"
        assert path in shop.read(f"/hub/invoices/{written.id}")
        assert shop.browser.get(path).status_code == 202
        print_invoices(actor=SYSTEM)
        answer = shop.browser.get(path)
        assert answer["Content-Type"] == "application/pdf"
        assert "no-store" in answer["Cache-Control"]
        assert b"".join(answer.streaming_content).startswith(b"%PDF-")

    def test_anyones_words_are_words(self, shop):
        written = make_invoice(shop.seller_id, line={"name_ar": HOSTILE, "name_en": HOSTILE})
        shown = shop.read(f"/hub/invoices/{written.id}")
        assert HOSTILE not in shown and "&lt;script&gt;" in shown


class TestRefund:
    def test_is_asked_once_more_and_then_done(self, shop):
        order = make_paid_order(seller_id=shop.seller_id)
        path = f"/hub/orders/{order.id}/refund"
        assert path in shop.read(f"/hub/orders/{order.id}")
        assert 'value="250.00"' in shop.read(path)
        answer = shop.post(path, reason="damaged", restock="yes")
        assert answer["Location"] == f"/hub/orders/{order.id}"
        assert find_order(shop.seller_id, order.id).state is OrderState.REFUNDED
        shown = shop.read(f"/hub/orders/{order.id}")
        assert path not in shown and "وصل تالفًا" in shown

    def test_without_a_reason_nothing_happens_and_the_choice_stays(self, shop):
        order = make_paid_order(seller_id=shop.seller_id)
        answer = shop.post(f"/hub/orders/{order.id}/refund", restock="no")
        assert answer.status_code == 422
        assert 'value="no" checked' in answer.content.decode()
        assert find_order(shop.seller_id, order.id).state is OrderState.DELIVERED

    def test_pressed_twice_it_is_told_kindly(self, shop):
        order = make_paid_order(seller_id=shop.seller_id)
        path = f"/hub/orders/{order.id}/refund"
        for _ in range(2):
            answer = shop.post(path, reason="other", restock="no")
            assert answer.status_code == 303
        assert payable(shop.seller_id).minor == 0
        assert shop.browser.get(path).status_code == 303


class TestRoles:
    def test_a_clerk_sees_no_money_and_takes_nothing_back(self, shop):
        order = make_paid_order(seller_id=shop.seller_id)
        clerk = shop_of(shop.seller_id, Role.CLERK)
        closed = (
            "money",
            "money/statement.csv",
            "money/statement.xlsx",
            "money/account",
            "business",
        )
        for path in (*closed, f"orders/{order.id}/refund"):
            assert clerk.browser.get(f"/hub/{path}").status_code == 403, path
        assert "/refund" not in clerk.read(f"/hub/orders/{order.id}")
        clerk.post(f"/hub/orders/{order.id}/refund", reason="damaged", restock="no")
        assert find_order(shop.seller_id, order.id).state is OrderState.DELIVERED

    def test_a_manager_reads_the_money_and_leaves_the_account_alone(self, earned):
        manager = shop_of(earned.seller_id, Role.MANAGER)
        assert "/hub/money/account" not in manager.read("/hub/money")
        assert manager.browser.get("/hub/money/account").status_code == 403
        assert "/hub/business" not in manager.read("/hub/invoices")


class TestDebitNote:
    def test_is_looked_at_before_it_is_given_out(self, shop):
        written = make_invoice(shop.seller_id)
        here = f"/en/hub/invoices/{written.id}/debit-note"
        assert here in shop.browser.get(f"/en/hub/invoices/{written.id}").content.decode()
        assert shop.browser.get(here).status_code == 200
        form = {"id": str(new_id()), "line_0": "11.50", "line_1": "", "words": HOSTILE}
        bad = shop.post(here, **form | {"line_0": "eleven"})
        assert bad.status_code == 422 and 'value="eleven"' in bad.content.decode()
        assert shop.post(here, **form | {"words": ""}).status_code == 422
        looked = shop.post(here, **form).content.decode()
        assert "without a number yet" in looked and "<script>alert" not in looked
        assert len(invoices_of_order(written.seller_id, written.order_id)) == 1
        assert 'value="11.50"' in shop.post(here, **form, change="1").content.decode()
        for _ in range(2):
            given = shop.post(here, **form, give_out="1")
            assert given.status_code == 303
        assert len(invoices_of_order(written.seller_id, written.order_id)) == 2
        assert "INV-D-000001" in shop.browser.get(given["Location"]).content.decode()

    def test_is_not_for_clerks_nor_for_strangers(self, shop):
        written = make_invoice(shop.seller_id)
        clerk = shop_of(shop.seller_id, Role.CLERK)
        path = f"/hub/invoices/{written.id}/debit-note"
        assert clerk.browser.get(path).status_code in (403, 404)
        stranger = shop_of(make_store().seller_id, Role.MANAGER)
        assert stranger.browser.get(path).status_code == 404
        assert stranger.post(path, line_0="1", words="x", give_out="1").status_code == 404

    def test_its_money_is_asked_for_and_given_up_by_two(self, shop):
        written = make_invoice(shop.seller_id)
        make_market(
            payment_methods=(PaymentMethod.BANK_TRANSFER,),
            bank_name="الراجحي",
            bank_holder="سوق عكاظ",
            bank_iban="SA03 8000 0000 6080 1016 7519",
        )
        form = {"id": str(new_id()), "line_0": "11.50", "words": "فرق السعر", "give_out": "1"}
        path = shop.post(f"/hub/invoices/{written.id}/debit-note", **form)["Location"]
        assert "لم يُدفع بعد" in shop.read(path)
        claim = debit_claim(shop.seller_id, UUID(path.rsplit("/", 1)[1]))
        key = pay_link_token(claim.buyer_id, claim.ask_id)
        shown = Client().get(f"/pay/{key}").content.decode()
        assert "فرق السعر" in shown and "11.50" in shown
        assert shop.post(f"{path}/claim/asking").status_code == 303
        assert "أرسل إليك صفحة أخرى" in Client().get(f"/pay/{key}").content.decode()
        shop.post(f"{path}/claim/loss")
        assert 'value="agree"' not in shop.read(path)
        shop.post(f"{path}/claim/decision", answer="agree")
        assert debit_claim(shop.seller_id, claim.id).is_open
        partner = shop_of(shop.seller_id, Role.MANAGER)
        assert 'value="agree"' in partner.read(path)
        partner.post(f"{path}/claim/decision", answer="agree")
        assert "تُنوزل عنه" in shop.read(path)
        assert shop.post(f"{path}/claim/nonsense").status_code == 404
        assert shop.post(f"/hub/invoices/{written.id}/claim/asking").status_code == 404
