"""What protects the account: password, second factors, and the devices that are signed in."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.accounts.queries import account
from tijara.faces.account.devices import devices_of, end_device, end_other_devices
from tijara.faces.account.factors import factors_of
from tijara.faces.account.people import account_page, signed_in
from tijara.ui.directions import see_other
from tijara.ui.language import local

PAGE = "/account/security"


@require_safe
@signed_in
def security(request: HttpRequest) -> HttpResponse:
    context = {
        "person": account(request.user.pk),
        "factors": factors_of(request.user.pk),
        "devices": devices_of(request),
    }
    return account_page(request, "security", context)


@require_POST
@signed_in
def device_end(request: HttpRequest, device_id: int) -> HttpResponse:
    end_device(request, device_id)
    return see_other(local(f"{PAGE}#devices"), _("That device has to sign in again."))


@require_POST
@signed_in
def devices_end(request: HttpRequest) -> HttpResponse:
    end_other_devices(request)
    return see_other(local(f"{PAGE}#devices"), _("All other devices have to sign in again."))
