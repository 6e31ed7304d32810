from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "tijara.domains.accounts"
    label = "accounts"
