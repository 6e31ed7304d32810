"""Addresses of the hooks."""

from django.urls import path

from tijara.faces.hooks.letters import awaited_letters, review_letters, search_letters
from tijara.faces.hooks.payments import payment_notice

app_name = "hooks"
urlpatterns = [
    path("payments/<str:gateway>", payment_notice, name="payment_notice"),
    path("letters/searches/<str:token>", search_letters, name="search_letters"),
    path("letters/awaited/<str:token>", awaited_letters, name="awaited_letters"),
    path("letters/reviews/<str:token>", review_letters, name="review_letters"),
]
