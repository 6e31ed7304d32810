from django.apps import AppConfig


class FlashSalesConfig(AppConfig):
    name = "tijara.domains.flash_sales"
    label = "flash_sales"
