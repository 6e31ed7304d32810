"""A message is shown once, on the next page, and only if we wrote it."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client
from django.urls import path

from tijara.ui.flash import flash


def say(request: HttpRequest):
    response = HttpResponse()
    flash(response, "أُضيف <b>إلى السلة</b>")
    return response


def show(request: HttpRequest):
    return render(request, "ui/problem.html", {"problem": {}, "status": 200})


urlpatterns = [path("say", say), path("show", show)]
pytestmark = pytest.mark.urls(__name__)


def test_is_shown_once_and_escaped():
    visitor = Client()
    visitor.get("/say")
    assert "أُضيف &lt;b&gt;إلى السلة" in visitor.get("/show").content.decode()
    assert "أُضيف" not in visitor.get("/show").content.decode()


def test_a_forged_message_is_not_shown():
    visitor = Client()
    visitor.cookies["flash"] = "WyJldmlsIiwiZ29vZCJd:forged:signature"
    assert "evil" not in visitor.get("/show").content.decode()
