from django.apps import AppConfig


class ShippingConfig(AppConfig):
    name = "tijara.domains.shipping"
    label = "shipping"
