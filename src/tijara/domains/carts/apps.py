from django.apps import AppConfig


class CartsConfig(AppConfig):
    name = "tijara.domains.carts"
    label = "carts"
