from django.apps import AppConfig


class CheckoutConfig(AppConfig):
    name = "tijara.domains.checkout"
    label = "checkout"
