"""Addresses of the account pages."""

from django.urls import path

from tijara.faces.account.pages.home import home
from tijara.faces.account.pages.password import password
from tijara.faces.account.pages.sign_in import sign_in
from tijara.faces.account.pages.sign_out import sign_out
from tijara.faces.account.pages.store import store

app_name = "account"
urlpatterns = [
    path("", home, name="home"),
    path("sign-in", sign_in, name="sign_in"),
    path("sign-out", sign_out, name="sign_out"),
    path("store", store, name="store"),
    path("password", password, name="password"),
]
