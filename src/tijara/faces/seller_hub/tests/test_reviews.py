"""The store's reviews at its desk: listed, narrowed, answered."""

import pytest

from tijara.domains.reviews.queries import review
from tijara.domains.reviews.testing import make_review

pytestmark = pytest.mark.django_db(transaction=True)
HOSTILE = "<script>alert(1)</script>"


def test_from_the_list_to_the_answer(shop, open_shop):
    told = make_review(2, f"ليست كما في الصورة {HOSTILE}", seller_id=shop.seller_id)
    page = f"/hub/reviews/{told.id}"
    assert "/hub/reviews?view=unanswered" in shop.read("/hub/")
    for address in ("/hub/reviews", "/hub/reviews?stars=2", "/hub/reviews?view=unanswered"):
        shown = shop.read(address)
        assert page in shown and HOSTILE not in shown, address
    assert page not in shop.read("/hub/reviews?stars=5")
    wrong = shop.post(page, words="راسلنا 0551234567")
    assert wrong.status_code == 422 and "راسلنا 0551234567" in wrong.content.decode()
    assert shop.post(page, words=HOSTILE).status_code == 303
    assert review(told.seller_id, told.id).answer == HOSTILE
    assert HOSTILE not in shop.read("/hub/reviews")
    assert page not in shop.read("/hub/reviews?view=unanswered")
    assert "/hub/reviews?view=unanswered" not in shop.read("/hub/")
    assert open_shop(name_ar="متجر الجار").browser.get(page).status_code == 404
    assert shop.post(page, words="").status_code == 303
    assert review(told.seller_id, told.id).answer == ""
