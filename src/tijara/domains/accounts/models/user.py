from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from tijara.domains.accounts.rules import column_of
from tijara.kit.clock import now
from tijara.kit.ids import new_id


class PeopleQuerySet(models.QuerySet):
    def reached_by(self, recipient: str) -> "PeopleQuerySet":
        """Whose e-mail address or phone this is: one person at most."""
        return self.filter(**{column_of(recipient): recipient})


class User(AbstractBaseUser):
    """A person who signs in: a buyer, a seller's helper, staff of the operator, or all of these."""

    owned_by = "local"
    USERNAME_FIELD = "id"
    EMAIL_FIELD = "email"

    id = models.UUIDField(primary_key=True, default=new_id)
    email = models.EmailField(unique=True, null=True)
    phone = models.CharField(max_length=16, unique=True, null=True)
    """E.164, as messages need it."""
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=5, default="ar")
    wish = models.CharField(max_length=10, blank=True, default="")
    """One of messaging's means: how he prefers to be told. Empty: as it suits."""
    staff_role = models.CharField(max_length=10, blank=True)
    """Empty for everyone who is no staff of the operator."""
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=now)
    objects = PeopleQuerySet.as_manager()

    class Meta:
        db_table = "account_user"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email__isnull=False)
                | models.Q(phone__isnull=False)
                | models.Q(is_active=False),
                name="account_user_reachable",
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email or str(self.phone)

    @property
    def is_operator(self) -> bool:
        return bool(self.staff_role)

    def own_words(self) -> tuple[str, str, str]:
        """What others know of the person and no password may hold."""
        return self.email or "", self.phone or "", self.name
