from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from tijara.kit.clock import now
from tijara.kit.ids import new_id


class User(AbstractBaseUser):
    """A person who signs in. `is_operator` is staff of the market's operator."""

    owned_by = "local"
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    id = models.UUIDField(primary_key=True, default=new_id)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=5, default="ar")
    is_operator = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=now)

    class Meta:
        db_table = "account_user"
