"""Addresses of the demonstration inbox."""

from django.urls import path

from tijara.faces.inbox.pages.inbox import inbox
from tijara.faces.inbox.pages.sheet import sheet

app_name = "inbox"
urlpatterns = [
    path("", inbox, name="inbox"),
    path("<uuid:message_id>", inbox, name="letter"),
    path("<uuid:message_id>/sheet", sheet, name="sheet"),
]
