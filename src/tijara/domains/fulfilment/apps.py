from django.apps import AppConfig


class FulfilmentConfig(AppConfig):
    name = "tijara.domains.fulfilment"
    label = "fulfilment"
