from django.apps import AppConfig


class WalletConfig(AppConfig):
    name = "tijara.domains.wallet"
    label = "wallet"
