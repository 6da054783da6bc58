# Every command of the project; `make` alone lists them. Each does its own set-up and says in a sentence what it lacks.
#
# - The interpreter is python3; another: `make test PYTHON=python3.12`.
# - Everything is installed into .venv by digest (requirements.txt) and everything made goes to build/.
# - Not here: what the operating system needs (kiosk/deploy/setup.sh and the lists beside it).

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
LOCKED := $(VENV)/locked
READY := $(VENV)/ready
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
UV := build/lock/bin/uv
ROOMS := modules content sync kiosk tests
ARGS ?=
# Every processor of the machine, four at most (each opens windows of its own); a file's tests stay together, in order.
ABREAST := -n logical --maxprocesses 4 --dist loadfile

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup system format check unit test e2e fault bench packs run demo screens lock clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## Install what is needed: Debian packages (where apt may), .venv from the lock, the three programs

system:
	@PYTHON="$(PYTHON)" sh kiosk/deploy/setup.sh python display desk

# requirements.txt holds the digest of every archive, so nothing unexpected can be installed; the project itself
# is linked (-e), which needs no network.
$(LOCKED): requirements.txt | system
	@"$(PYTHON)" -m venv --clear $(VENV)
	$(PIP) --require-hashes --only-binary :all: -r requirements.txt
	@touch $@

$(READY): pyproject.toml $(LOCKED)
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

format: $(READY) ## Write the code the way `make check` wants to read it
	$(PY) -m ruff check --fix-only --quiet .
	$(PY) -m ruff format --quiet .

check: $(READY) ## Format, lint, types and import contracts
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-logo --cache-dir build/imports

unit: $(READY) ## The fast tests: no disk, no net, no screen
	$(PY) -m pytest tests/unit $(ARGS)

test: check packs ## Everything a change must pass: check, then the whole suite with branch coverage
	$(PY) -m pytest $(ABREAST) -m "not bench" --cov --cov-report=term --cov-report=html $(ARGS)

e2e: $(READY) packs ## Only the tests that touch a real window on a virtual display
	$(PY) -m pytest $(ABREAST) tests/e2e $(ARGS)

fault: $(READY) packs ## What breaks something on purpose, at length: 1,000 power cuts, 400 kills; some minutes
	KVV_KIOSK_CUTS=$${KVV_KIOSK_CUTS:-1000} KVV_KIOSK_KILLS=$${KVV_KIOSK_KILLS:-200} \
		KVV_KIOSK_WRITES=$${KVV_KIOSK_WRITES:-50} $(PY) -m pytest tests/fault -o faulthandler_timeout=900 $(ARGS)

bench: $(READY) packs ## Measure; prints a table and writes build/bench.json
	$(PY) -m tests.bench $(ARGS)

packs: $(READY) ## Build and sign the content packs into build/packs (development keys)
	$(PY) -m content build-all --out build/packs

run: $(READY) packs ## Open the kiosk in its development profile, with courier and gateway; without a display: make demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(PY) -m kiosk.development run; else \
		echo "There is no display here: walking the demo journey on a virtual one."; $(PY) -m tests.demo; fi

demo: $(READY) packs ## Walk the demo journey on a virtual display, by real touches; leaves build/demo/
	$(PY) -m tests.demo $(ARGS)

screens: $(READY) packs ## Draw every screen and kind of exercise into build/screens/ with contact sheets, and judge every page
	$(PY) -m kiosk render --all build/screens --kinds $(ARGS)
	$(PY) -m kiosk render --judge $(ARGS)

lock: $(UV) ## Write requirements.txt anew from pyproject.toml
	$(UV) pip compile pyproject.toml --universal --all-extras --group dev --generate-hashes --quiet \
		--no-strip-extras --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" -o requirements.txt

$(UV):
	"$(PYTHON)" -m venv build/lock
	build/lock/bin/pip install --quiet --disable-pip-version-check uv==0.13.9

clean: ## Remove everything that was made, .venv too
	rm -rf build .venv *.egg-info
	find $(ROOMS) -type d -name __pycache__ -prune -exec rm -rf {} +
