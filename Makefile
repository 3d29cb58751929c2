# The daily commands. `make` alone lists them. Needs Python 3.11+ with venv, git and make; everything else comes by itself.

PYTHON ?= python3
BIN := .venv/bin
WORKERS ?= auto
PORT ?=
FRESH ?=

DEMO_OPTIONS = $(if $(filter-out 0,$(FRESH)),--fresh) $(if $(PORT),--port $(PORT))
LOCK = $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options --newline lf \
	--build-deps-for editable

.DEFAULT_GOAL := help
.PHONY: help python run-time setup run demo fast test long lint fix docs bench check lock

help:  ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 16

python:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
		echo "Accord needs Python 3.11 or newer, and there is no '$(PYTHON)' here. On Debian: apt install python3 python3-venv."; \
		echo "Where Python has another name: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)"; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Accord needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) -V 2>&1)."; \
		echo "Where a newer one has another name: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)"; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "This Python cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv. Then repeat."; exit 2; }

run-time: python
	@$(PYTHON) tools/environment.py run

setup: python  ## .venv with everything for development
	@$(PYTHON) tools/environment.py dev

demo: run-time  ## set up what running needs, then a council to try (FRESH=1 begins anew, PORT=8001)
	@exec $(BIN)/accord demo $(DEMO_OPTIONS)

run: run-time  ## the server, as the ACCORD_ settings of the environment describe it
	@exec $(BIN)/accord serve

fast: setup  ## the tests of the engine alone
	$(BIN)/python -m pytest tests/engine -m "not long" -q

test: setup  ## all tests but the big counts
	$(BIN)/python -m pytest -n $(WORKERS) -m "not long"

long: setup  ## the big counts
	$(BIN)/python -m pytest -n $(WORKERS) -m long

lint: setup  ## style, types, direction of imports
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: setup  ## repair what ruff can repair
	$(BIN)/ruff check --fix .

docs: setup  ## check that the documentation names everything public
	$(BIN)/python -m pytest -q tests/house

bench: setup  ## the figures of DESIGN.md, section 7
	@for each in benchmarks/*.py; do echo "== $$each"; $(BIN)/python "$$each" || exit 1; done

check: lint test  ## everything but long and bench

lock: setup  ## write requirements/*.txt anew from pyproject.toml, in the versions of today
	$(LOCK) --upgrade -o requirements/run.txt pyproject.toml
	$(LOCK) --upgrade --extra dev -c requirements/run.txt -o requirements/dev.txt pyproject.toml
	$(BIN)/python tools/locks.py requirements/run.txt requirements/dev.txt
