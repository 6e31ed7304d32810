# `make up` and `make test` are all that a fresh machine needs; `make help` lists the rest.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
ifndef SIDE_BY_SIDE
.NOTPARALLEL:
endif
.PHONY: help up down status doctor setup test check statics lock browser \
        format lint styles imports types architecture tests clean \
        new-domain new-action new-provider map holidays

BIN := .venv/bin
TIJARA := $(BIN)/tijara
DONE := .venv/done
INSTALL := UV_SYSTEM_CERTS=1 $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
NPM := npm install --no-package-lock --no-audit --no-fund --no-update-notifier --loglevel=error \
       --fetch-retries=1 --fetch-timeout=30000
# One more than cores: many a test waits for a worker or a browser.
HANDS := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
# Whatever the machine wishes: what is compiled once (the tests' assertions too) stays compiled.
export PYTHONDONTWRITEBYTECODE :=
STEP = @printf '\n== %s\n' "$@"

help: ## what there is to make
	@sed -n 's/^\([a-z-]*\):.*## /\1 — /p' $(MAKEFILE_LIST)

## Running ------------------------------------------------------------------------------------

up: $(DONE)/run $(DONE)/npm $(DONE)/pango ## [EMPTY=1: your own] install what is missing, start everything, print the addresses
	@$(TIJARA) up $(if $(EMPTY),--empty)

down: ## stop everything
	@if [ -x $(TIJARA) ]; then $(TIJARA) down; fi

status: $(DONE)/run ## what runs, and its memory
	@$(TIJARA) status

doctor: $(DONE)/run ## what is missing on this machine, and how to get it
	@$(TIJARA) doctor

setup: $(DONE)/run $(DONE)/npm $(DONE)/pango ## build style sheets, fonts, messages, static files
	@$(TIJARA) setup

clean: down ## forget the environment and what was built; data stays
	rm -rf .venv node_modules build

## The environment: each stamp is redone when what it comes from has changed -------------------

$(BIN)/python:
	@echo "making the environment"
	@python=$$(sh tools/find_python.sh) && "$$python" -m venv .venv
	@mkdir -p $(DONE)

$(DONE)/uv: $(BIN)/python requirements/uv.txt
	@mkdir -p $(DONE)
	@$(PIP) --require-hashes -r requirements/uv.txt
	@touch $@

$(DONE)/run: $(DONE)/uv requirements/run.txt pyproject.toml
	@echo "installing packages"
	@$(INSTALL) --require-hashes -r requirements/run.txt \
	    || $(PIP) --require-hashes -r requirements/run.txt
	@$(INSTALL) --no-build-isolation --no-deps --editable . \
	    || $(PIP) --no-build-isolation --no-deps --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(DONE)/test: $(DONE)/run requirements/test.txt
	@echo "installing packages for tests"
	@$(INSTALL) --require-hashes -r requirements/test.txt \
	    || $(PIP) --require-hashes -r requirements/test.txt
	@touch $@

$(DONE)/npm: package.json $(BIN)/python
	@mkdir -p $(DONE)
	@if command -v npm >/dev/null 2>&1; then \
	    echo "fetching fonts and scripts"; \
	    $(NPM) --omit=dev >/dev/null && touch $@ || echo "npm failed: going on without fonts"; \
	else \
	    echo "npm is not installed: going on without fonts (Debian: apt-get install npm)"; \
	fi

$(DONE)/pango: tools/ensure_pango.sh $(BIN)/python
	@mkdir -p $(DONE)
	@sh tools/ensure_pango.sh
	@touch $@

$(DONE)/npm-test: $(DONE)/npm
	@if command -v npm >/dev/null 2>&1; then \
	    $(NPM) >/dev/null && touch $@ || echo "npm failed: page checks that need its packages will say so"; \
	fi

browser: ## Chromium for the browser tests
	@sh tools/ensure_browser.sh

lock: $(DONE)/uv ## pin all packages anew
	UV_SYSTEM_CERTS=1 sh requirements/lock.sh

## Building on --------------------------------------------------------------------------------

new-domain: $(DONE)/test ## NAME=raffles [ABOVE=orders]: a domain with its rooms
	@$(BIN)/python -m tools.new_domain $(NAME) $(ABOVE)

new-action: $(DONE)/test ## DOMAIN=orders NAME=cancel_order: a use case, guarded and tested
	@$(BIN)/python -m tools.new_action $(DOMAIN) $(NAME)

new-provider: $(DONE)/test ## PORT=message_channels NAME=unifonic: a vendor's package
	@$(BIN)/python -m tools.new_provider $(PORT) $(NAME)
	@rm -f $(DONE)/run

holidays: $(DONE)/uv ## write down the days off of every country anew
	UV_SYSTEM_CERTS=1 $(BIN)/uv run --quiet --no-project --python $(BIN)/python --with holidays==0.109 \
	    python -m tools.holiday_files

map: $(DONE)/test ## draw docs/map.md and docs/countries.md from the code
	@$(BIN)/python -m tools.map
	@$(BIN)/python -m tools.countries

## Checking: `make test` is what CI runs -------------------------------------------------------

test: check ## set up by itself, then every check and every test

check: $(DONE)/test $(DONE)/npm-test $(DONE)/pango ## the same, in named steps: two at a time
	@$(MAKE) --no-print-directory --jobs=2 SIDE_BY_SIDE=1 tests statics

statics: format lint styles imports types architecture ## what needs no market

format: $(DONE)/test
	$(STEP)
	@$(BIN)/ruff format --check .

lint: $(DONE)/test
	$(STEP)
	@$(BIN)/ruff check .

styles: $(DONE)/npm-test
	$(STEP)
	@if [ -x node_modules/.bin/stylelint ]; then npm run --silent lint:css; \
	    else echo "stylelint is not installed: left out"; fi

imports: $(DONE)/test
	$(STEP)
	@$(BIN)/lint-imports

types: $(DONE)/test
	$(STEP)
	@$(BIN)/mypy

architecture: $(DONE)/test setup
	$(STEP)
	@$(BIN)/pytest tests/architecture

tests: $(DONE)/test $(DONE)/npm-test $(DONE)/pango browser setup
	$(STEP)
	@$(BIN)/pytest --ignore=tests/architecture -n $(HANDS) --maxprocesses 4 --dist worksteal
