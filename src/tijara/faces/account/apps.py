from django.apps import AppConfig


class AccountConfig(AppConfig):
    name = "tijara.faces.account"
    label = "account_face"
