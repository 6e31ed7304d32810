#!/bin/sh
# Pango, which prints invoices as PDF: installed where we are root on Debian, else the command is told.
# It never fails: without Pango nothing but the PDFs is missing.
PACKAGES="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
if ldconfig -p 2>/dev/null | grep -q 'libpangoft2-1\.0'; then exit 0; fi
case "$(uname -s)" in Darwin) [ -e /opt/homebrew/lib/libpango-1.0.dylib ] && exit 0 ;; esac
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing Pango for the PDFs of invoices"
    timeout 120 sh -c "apt-get update -qq && apt-get install -y -qq --no-install-recommends $PACKAGES" \
        >/dev/null 2>&1 && exit 0
fi
echo "going on without PDFs of invoices: sudo apt-get install $PACKAGES"
exit 0
