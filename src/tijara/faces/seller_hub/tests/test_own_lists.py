"""Lists as tabs of one's own, columns in one's own order, notes in an order's history."""

import re

import pytest

from tijara.domains.orders.queries import order, order_link_token
from tijara.kit.ids import new_id
from tijara.platform.audit.models import AuditEntry
from tijara.platform.desks.models import Note, View

pytestmark = pytest.mark.django_db(transaction=True)
CASH = "view=new&pay=cash_on_delivery"


def kept(shop, name="نقدًا", asked=CASH) -> str:
    """The address of the new tab."""
    answer = shop.post(f"/hub/views/orders?{asked}", id=new_id(), name=name)
    assert answer.status_code == 303
    return answer["Location"]


def tabs(page: str) -> list[str]:
    row = re.search(r'<nav class="tabs".*?</nav>', page, re.S)[0]
    return [re.sub(r"<.*?>", "", one) for one in re.findall(r"<bdi>.*?</bdi>", row)]


def heads(page: str) -> list[str]:
    row = re.search(r"<thead>.*?</thead>", page, re.S)[0]
    return [re.sub(r"<.*?>", "", one).strip() for one in re.findall(r"<th.*?</th>", row)]


class TestAListOfOnesOwn:
    def test_is_a_tab_that_asks_for_the_same(self, shop):
        cash, card = shop.sale(), shop.sale(payment_method="card")
        address = kept(shop)
        shown = shop.read(address)
        assert CASH in address and tabs(shown) == ["نقدًا"]
        assert cash.number in shown and card.number not in shown
        assert shown.count('aria-current="page"') == 2, "the page in the menu, and the tab"

    def test_whose_name_is_taken_asks_again_with_what_was_typed(self, shop):
        kept(shop)
        answer = shop.post(f"/hub/views/orders?{CASH}", id=new_id(), name="نقدًا")
        assert answer.status_code == 422 and 'value="نقدًا"' in answer.content.decode()
        assert View.objects.count() == 1

    def test_is_renamed_renewed_moved_and_removed(self, shop):
        shop.sale()
        address = kept(shop)
        kept(shop, "كلها", "")
        view = View.objects.get(name="نقدًا")
        shop.post(f"/hub/views/{view.id}/name", name="جديد")
        shop.post(f"/hub/views/{view.id}/query?view=late&page=3&x=y")
        shop.post(f"/hub/views/{view.id}/place", place="later")
        shown = shop.read("/hub/orders")
        assert tabs(shown) == ["كلها", "جديد"]
        assert f"/hub/orders?view=late&amp;mine={view.id}" in shown
        assert shop.read(address).count("/query?") == 1, "the list asks for something else now"
        shop.post(f"/hub/views/{view.id}/removal")
        assert tabs(shop.read(address)) == ["كلها"]

    def test_is_not_seen_or_touched_by_a_colleague(self, open_shop):
        one, other = open_shop(slug="one"), open_shop(slug="other")
        kept(one)
        view = View.objects.get()
        for act in ("name", "query", "place", "sharing", "removal"):
            assert other.post(f"/hub/views/{view.id}/{act}", name="x").status_code == 404
        assert "<bdi>نقدًا" not in other.read(f"/hub/orders?mine={view.id}")

    def test_is_shared_with_the_team_and_kept_to_oneself_again(self, shop):
        address = kept(shop)
        view = View.objects.get()
        shop.post(f"/hub/views/{view.id}/sharing", shared="yes")
        assert View.objects.get().is_shared and 'name="shared" value="no"' in shop.read(address)
        shop.post(f"/hub/views/{view.id}/sharing", shared="no")
        assert not View.objects.get().is_shared

    @pytest.mark.parametrize("path", ["views/nothing", "columns/invoices", "columns/nothing"])
    def test_of_what_is_no_list_is_not_there(self, shop, path):
        assert shop.post(f"/hub/{path}", name="x").status_code == 404


class TestColumns:
    def test_stand_as_they_were_moved(self, shop):
        shop.sale()
        before = heads(shop.read("/hub/orders"))
        told = re.findall(r'name="stood" value="(\w+)"', shop.read("/hub/orders"))
        answer = shop.browser.post(
            "/hub/columns/orders?view=new",
            {"stood": told, "column": ["picture", "goods", "due"], "up": "total"},
        )
        assert answer["Location"] == "/hub/orders?view=new#column-total"
        after = heads(shop.read("/hub/orders"))
        assert before[-1] == after[-2] and after[-1] == before[-3], (before, after)
        assert "الدفع" in "".join(before) and "الدفع" not in "".join(after)

    def test_of_a_tab_are_its_own(self, shop):
        shop.sale()
        address = kept(shop, asked="")
        query = address.partition("?")[2]
        shop.browser.post(f"/hub/columns/orders?{query}", {"column": ["pieces"]})
        assert "القطع" in heads(shop.read(address))
        assert "القطع" not in heads(shop.read("/hub/orders"))

    def test_that_are_always_seen_can_not_be_left_out(self, shop):
        shop.sale()
        shop.browser.post("/hub/columns/orders", {"column": ["nonsense"]})
        assert len(heads(shop.read("/hub/orders"))) == 5, "tick, order, buyer, state, total"

    def test_of_an_older_choice_are_still_seen(self, shop):
        shop.sale()
        shop.browser.cookies["columns_orders"] = "picture-goods-due-payment"
        chosen = heads(shop.read("/hub/orders"))
        del shop.browser.cookies["columns_orders"]
        assert chosen == heads(shop.read("/hub/orders"))


class TestANote:
    def test_stands_in_the_history_and_its_buyer_never_sees_it(self, shop, client):
        sale = shop.sale()
        address = f"/hub/orders/{sale.order_id}"
        answer = shop.post(f"{address}/notes", id=new_id(), text="<b>يسكن خلف المسجد</b>")
        assert answer.status_code == 303
        shown = shop.read(address)
        assert "&lt;b&gt;يسكن خلف المسجد" in shown
        link = f"/orders/{order_link_token(shop.seller_id, sale.order_id)}"
        assert "خلف المسجد" not in client.get(link).content.decode()
        assert order(shop.seller_id, sale.order_id) is not None

    def test_without_words_is_refused_where_it_was_written(self, shop):
        address = f"/hub/orders/{shop.sale().order_id}"
        answer = shop.post(f"{address}/notes", id=new_id(), text="ك" * 1001)
        assert answer.status_code == 422 and "ك" * 1001 in answer.content.decode()

    def test_is_withdrawn_by_its_writer(self, shop):
        address = f"/hub/orders/{shop.sale().order_id}"
        shop.post(f"{address}/notes", id=new_id(), text="خطأ مني")
        note = Note.objects.get()
        assert f"{address}/notes/{note.id}/withdrawal" in shop.read(address)
        shop.post(f"{address}/notes/{note.id}/withdrawal")
        shown = shop.read(address)
        assert "خطأ مني" not in shown and "/withdrawal" not in shown
        acts = AuditEntry.objects.filter(action__startswith="desks.").values_list(
            "facts", flat=True
        )
        assert len(acts) == 2 and "خطأ" not in str(list(acts))

    def test_is_nothing_to_another_store(self, open_shop):
        one, other = open_shop(slug="one"), open_shop(slug="other")
        sale = one.sale()
        one.post(f"/hub/orders/{sale.order_id}/notes", id=new_id(), text="سر")
        note = Note.objects.get()
        mine = other.sale()
        for path in (
            f"/hub/orders/{sale.order_id}/notes",
            f"/hub/orders/{sale.order_id}/notes/{note.id}/withdrawal",
            f"/hub/orders/{mine.order_id}/notes/{note.id}/withdrawal",
        ):
            assert other.post(path, text="x").status_code == 404
        assert Note.objects.get().text == "سر"
