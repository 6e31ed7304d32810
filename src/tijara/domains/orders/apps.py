from django.apps import AppConfig


class OrdersConfig(AppConfig):
    name = "tijara.domains.orders"
    label = "orders"
