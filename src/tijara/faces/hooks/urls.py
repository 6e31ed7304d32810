"""Addresses of the hooks."""

from django.urls import path

from tijara.faces.hooks.payments import payment_notice

app_name = "hooks"
urlpatterns = [path("payments/<str:gateway>", payment_notice, name="payment_notice")]
