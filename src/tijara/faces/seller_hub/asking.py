"""A page that asks once more before something goes for good. With scripts it opens as a dialog
where the press was (`data-ask`)."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from tijara.faces.seller_hub.desk import Desk, hub_page


@dataclass(frozen=True, slots=True)
class Question:
    """`press` does it; `keep` goes back to the address `back` and changes nothing."""

    title: str
    text: str
    press: str
    keep: str
    back: str
    about: str = ""
    """Whom or what it concerns: anyone's text."""


def ask_first(request: HttpRequest, desk: Desk, question: Question) -> HttpResponse:
    return hub_page(request, desk, "ask", {"question": question})
