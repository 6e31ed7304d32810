"""What the doctor looks at, one function each."""

import os
import platform
import shutil
import stat
import sys
from ctypes.util import find_library
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core import checks
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from tijara.faces.cli.browsers import BROWSERS
from tijara.platform import places
from tijara.platform.postgres import target
from tijara.platform.supervisor import record as records
from tijara.ui import setup

GOOD, POOR, BAD = "good", "poor", "bad"
LEAST_FREE = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class Finding:
    what: str
    verdict: str
    told: str
    remedy: str = ""


def python() -> Finding:
    return Finding("Python", GOOD, f"{platform.python_version()} at {sys.executable}")


def disk() -> Finding:
    free = shutil.disk_usage(places.made(places.data())).free
    verdict = GOOD if free > LEAST_FREE else POOR
    remedy = "" if free > LEAST_FREE else f"free some space: the data is in {places.data()}"
    return Finding("disk", verdict, f"{free / 1024**3:.1f} GB free", remedy)


def family() -> Finding:
    record = records.running_record()
    if record is None:
        return Finding("market", POOR, "not running", "make up")
    return Finding("market", GOOD, f"{record.state} on port {places.web_port()}")


def database() -> Finding:
    kind = "embedded PostgreSQL" if target.is_embedded() else "PostgreSQL of DATABASE_URL"
    try:
        connection.ensure_connection()
    except Error:
        remedy = "make up" if target.is_embedded() else "check DATABASE_URL and that server"
        verdict = POOR if target.is_embedded() and records.running_record() is None else BAD
        return Finding("database", verdict, f"{kind} does not answer", remedy)
    number = connection.cursor().connection.info.server_version // 10000
    told = f"{kind}, version {number}"
    if number < 14:
        return Finding("database", BAD, told, "use PostgreSQL 14 or newer")
    return Finding("database", GOOD, told)


def schema() -> Finding:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error:
        return Finding("schema", POOR, "cannot be seen without the database", "make up")
    if waiting:
        return Finding("schema", BAD, f"{len(waiting)} migrations wait", "tijara migrate")
    return Finding("schema", GOOD, "up to date")


def grants() -> Finding:
    """Append-only tables bind only a role that owns nothing."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' "
                "AND pg_has_role(current_user, tableowner, 'MEMBER')"
            )
            owned = cursor.fetchone()[0]
    except Error:
        return Finding("grants", POOR, "cannot be seen without the database", "make up")
    if owned:
        remedy = "name a lesser role in DATABASE_URL, the owner in TIJARA_OWNER_DATABASE_URL"
        return Finding("grants", POOR, "the application's role owns its tables", remedy)
    return Finding("grants", GOOD, "the application's role owns nothing")


def secrets() -> Finding:
    file = places.data() / "secret_key"
    if not file.exists() or not stat.S_IMODE(file.stat().st_mode) & 0o077:
        return Finding("secrets", GOOD, "readable by their owner only")
    return Finding("secrets", BAD, f"{file} can be read by others", f"chmod 600 {file}")


def rules() -> Finding:
    faults = [check for check in checks.run_checks() if check.level >= checks.ERROR]
    if faults:
        return Finding("rules", BAD, f"{len(faults)} broken; first: {faults[0].msg}")
    return Finding("rules", GOOD, "the models keep the rules of ownership")


def public() -> Finding:
    if settings.DEBUG:
        return Finding("settings", BAD, "debugging is on", "unset TIJARA_DEBUG")
    if settings.DEMONSTRATION:
        told = "a demonstration: accounts and messages are shown to everyone"
        return Finding("settings", POOR, told, "TIJARA_DEMONSTRATION=0 before real customers come")
    if not settings.SESSION_COOKIE_SECURE:
        told = "no demonstration, but cookies travel without TLS too"
        return Finding("settings", POOR, told, "TIJARA_TLS=1 behind a proxy that ends TLS")
    return Finding("settings", GOOD, "no debugging, no demonstration, cookies over TLS only")


def messages() -> Finding:
    """Whether buyers hear of their orders, and whether the links that they get lead here."""
    if settings.DEMONSTRATION:
        return Finding("messages", GOOD, "shown at /inbox/, sent to nobody")
    if not settings.EMAIL_CHANNEL:
        remedy = "TIJARA_EMAIL_CHANNEL=smtp, with TIJARA_SMTP_HOST and TIJARA_SMTP_SENDER"
        return Finding("messages", POOR, "no channel takes e-mails: nobody is told", remedy)
    if not os.environ.get("TIJARA_ADDRESS"):
        told = f"their links lead to {settings.PUBLIC_ADDRESS}"
        return Finding("messages", POOR, told, "TIJARA_ADDRESS=https://… as visitors type it")
    return Finding("messages", GOOD, f"by {settings.EMAIL_CHANNEL}")


def fonts() -> Finding:
    if list(setup.assets_folder().glob("**/*.woff2")):
        return Finding("fonts", GOOD, "built")
    remedy = "apt-get install npm, then make up" if not shutil.which("npm") else "make up"
    return Finding("fonts", POOR, "missing: pages use the system's Arabic faces", remedy)


def printer() -> Finding:
    if not settings.DOCUMENT_PRINTER:
        remedy = "unset TIJARA_DOCUMENT_PRINTER"
        return Finding("printer", POOR, "switched off: invoices are pages, no PDFs", remedy)
    if find_library("pango-1.0") and find_library("pangoft2-1.0"):
        return Finding("printer", GOOD, "Pango is here for the PDFs of invoices")
    remedy = "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    return Finding("printer", POOR, "no Pango: invoices are pages, and wait for their PDFs", remedy)


def browser() -> Finding:
    named = os.environ.get("TIJARA_CHROMIUM", "")
    if Path(named).is_file() or any(map(shutil.which, BROWSERS)):
        return Finding("browser", GOOD, "Chromium is here for the browser tests")
    remedy = "sudo apt-get install chromium-headless-shell (only `make test` needs it)"
    return Finding("browser", POOR, "no Chromium", remedy)


ALL = (
    python, disk, family, database, schema, grants, secrets, rules, public, messages, fonts,
    printer, browser
)  # fmt: skip
