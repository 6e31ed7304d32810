from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "tijara.domains.reviews"
    label = "reviews"
