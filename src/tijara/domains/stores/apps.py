from django.apps import AppConfig


class StoresConfig(AppConfig):
    name = "tijara.domains.stores"
    label = "stores"
