from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "tijara.domains.payments"
    label = "payments"
