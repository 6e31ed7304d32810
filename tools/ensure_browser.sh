#!/bin/sh
# A browser for the browser tests: installed where we are root on Debian, else the command is told.
# The one without windows is asked for first: it takes a quarter of the time for each page.
set -eu
has() { command -v "$1" >/dev/null 2>&1; }
install() { apt-get install -y -qq --no-install-recommends "$1" >/dev/null 2>&1; }

[ -n "${TIJARA_CHROMIUM:-}" ] && exit 0
has chromium-headless-shell && exit 0
if [ "$(id -u)" = 0 ] && has apt-get; then
    echo "installing Chromium for the browser tests"
    apt-get update -qq >/dev/null 2>&1 || true
    install chromium-headless-shell && exit 0
    has chromium || install chromium || true
fi
for name in chromium chromium-browser google-chrome; do
    has "$name" && exit 0
done
echo "The browser tests need Chromium: sudo apt-get install chromium-headless-shell" >&2
exit 1
