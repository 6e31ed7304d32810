"""Addresses of the account pages."""

from django.urls import path

from tijara.faces.account.pages.data import closed, closing, data, data_copy, data_file
from tijara.faces.account.pages.home import home, invitation, store
from tijara.faces.account.pages.password import password, password_removal
from tijara.faces.account.pages.profile import papers, profile, reach, reach_other
from tijara.faces.account.pages.proof import proof, proof_code
from tijara.faces.account.pages.second_factors import (
    app,
    app_removal,
    codes,
    passkey,
    passkey_removal,
)
from tijara.faces.account.pages.security import device_end, devices_end, security
from tijara.faces.account.pages.selling import selling
from tijara.faces.account.pages.sign_in import password_sign_in, sign_in
from tijara.faces.account.pages.sign_in_code import another_code, sign_in_code
from tijara.faces.account.pages.sign_in_passkey import passkey_question, sign_in_passkey
from tijara.faces.account.pages.sign_in_second import sign_in_second
from tijara.faces.account.pages.sign_out import sign_out

app_name = "account"
urlpatterns = [
    path("", home, name="home"),
    path("sign-in", sign_in, name="sign_in"),
    path("sign-in/password", password_sign_in, name="password_sign_in"),
    path("sign-in/code", sign_in_code, name="sign_in_code"),
    path("sign-in/code/another", another_code, name="another_code"),
    path("sign-in/second", sign_in_second, name="sign_in_second"),
    path("sign-in/passkey", sign_in_passkey, name="sign_in_passkey"),
    path("sign-in/passkey/question", passkey_question, name="passkey_question"),
    path("sign-out", sign_out, name="sign_out"),
    path("store", store, name="store"),
    path("invitations/<uuid:invitation_id>", invitation, name="invitation"),
    path("profile", profile, name="profile"),
    path("profile/reach", reach, name="reach"),
    path("profile/reach/other", reach_other, name="reach_other"),
    path("data", data, name="data"),
    path("data/copy", data_copy, name="data_copy"),
    path("data/file", data_file, name="data_file"),
    path("closing", closing, name="closing"),
    path("closed", closed, name="closed"),
    path("papers", papers, name="papers"),
    path("selling", selling, name="selling"),
    path("security", security, name="security"),
    path("security/app", app, name="app"),
    path("security/app/removal", app_removal, name="app_removal"),
    path("security/passkeys/new", passkey, name="passkey"),
    path("security/passkeys/<int:passkey_id>/removal", passkey_removal, name="passkey_removal"),
    path("security/recovery-codes", codes, name="recovery_codes"),
    path("security/devices/<int:device_id>/end", device_end, name="device_end"),
    path("security/devices/end", devices_end, name="devices_end"),
    path("password", password, name="password"),
    path("password/removal", password_removal, name="password_removal"),
    path("proof", proof, name="proof"),
    path("proof/code", proof_code, name="proof_code"),
]
