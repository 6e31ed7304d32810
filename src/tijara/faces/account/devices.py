"""The devices on which a person is signed in, by django-allauth's table of sessions."""

import re
from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.http import HttpRequest

from tijara.domains.accounts.actions import end_devices
from tijara.faces.account.people import as_person
from tijara.kit.clock import now

SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
    ("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux"),
)  # fmt: skip
BROWSERS = (
    ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
LONGEST = UserSession._meta.get_field("user_agent").max_length


@dataclass(frozen=True, slots=True)
class Device:
    id: int
    name: str
    address: str
    since: datetime
    is_this: bool


def remember_device(request: HttpRequest) -> None:
    """After signing in: the session has its key by then."""
    request.session.save()
    UserSession.objects.bulk_create(
        [
            UserSession(
                user_id=request.user.pk,
                session_key=request.session.session_key,
                ip=request.META.get("REMOTE_ADDR") or "::",
                user_agent=request.headers.get("User-Agent", "")[:LONGEST],
            )
        ],
        ignore_conflicts=True,
    )


def devices_of(request: HttpRequest) -> list[Device]:
    """Those that can still be used, this one first. Sessions that are over are forgotten."""
    mine = UserSession.objects.filter(user_id=request.user.pk)
    known = Session.objects.filter(session_key__in=mine.values("session_key"))
    alive = set(known.filter(expire_date__gt=now()).values_list("session_key", flat=True))
    mine.exclude(session_key__in=alive).delete()
    this = request.session.session_key
    listed = [
        Device(row.id, device_name(row.user_agent), row.ip, row.created_at, row.session_key == this)
        for row in mine.order_by("-created_at")
    ]
    return sorted(listed, key=lambda device: not device.is_this)


def end_device(request: HttpRequest, device_id: int) -> None:
    person_id = request.user.pk
    end_devices(actor=as_person(request), person_id=person_id, device_id=device_id)


def end_other_devices(request: HttpRequest) -> None:
    this = request.session.session_key or ""
    end_devices(actor=as_person(request), person_id=request.user.pk, but=this)


def end_this_device(request: HttpRequest) -> None:
    UserSession.objects.filter(session_key=request.session.session_key or "").delete()


def device_name(user_agent: str) -> str:
    """ "Chrome, Android", as far as a browser says it."""
    found = [
        next((name for sign, name in signs if re.search(rf"\b{sign}", user_agent)), "")
        for signs in (BROWSERS, SYSTEMS)
    ]
    return " · ".join(filter(None, found))
