# negotext: everything a developer or a curious reader needs. Only Python (3.11 or newer) and make have to be there.
# The environment is made once in .venv and renewed when pyproject.toml changes. Another Python: make setup PYTHON=/path/to/python

PYTHON ?= python3 python3.14 python3.13 python3.12 python3.11 python
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest --no-header
ARGS ?=

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup demo test lint types layers bench package clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(VENV)/.stamp-dev ## make .venv with negotext and the development tools
	@echo "ready: $(BIN)/negotext"

demo: $(VENV)/.stamp-run ## install negotext, show what it reads in the drafts of examples/, write Word files
	@$(BIN)/negotext demo $(ARGS)

test: $(VENV)/.stamp-dev $(VENV)/.stamp-office ## run the whole test suite (one test: make test ARGS="-k name"); packaging apart
	@$(PYTEST) -m "not packaging" --benchmark-disable --numprocesses auto --maxprocesses 4 --dist loadfile $(ARGS)

lint: $(VENV)/.stamp-dev ## check the style with ruff
	@$(BIN)/ruff check --quiet . && echo "ruff: no findings"

types: $(VENV)/.stamp-dev ## check the types with mypy
	@$(BIN)/mypy

layers: $(VENV)/.stamp-dev ## check that each layer imports only what stands below it
	@$(BIN)/lint-imports --no-logo

bench: $(VENV)/.stamp-dev ## run the benchmarks
	@$(PYTEST) tests/benchmarks $(ARGS)

package: $(VENV)/.stamp-dev ## prove sdist and wheel in a fresh environment, then build them in dist/
	@$(PYTEST) tests/test_packaging.py $(ARGS)
	@$(BIN)/python -m build -qq --outdir dist . && ls dist

clean: ## remove what was built, the caches and .venv
	@rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The first Python that is new enough and can make an environment (Debian ships one that cannot, without python3-venv).
$(BIN)/python:
	@for python in $(PYTHON); do \
	    if "$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        echo "making $(VENV) with $$("$$python" --version)"; \
	        exec "$$python" -m venv --clear $(VENV); \
	    fi; \
	done; \
	echo "negotext needs Python 3.11 or newer with the venv module; found none (tried: $(PYTHON))." >&2; \
	echo "Install one (on Debian also python3-venv), or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python" >&2; \
	exit 2

# Where the environment has lost its Python, what its stamps say is void.
ifeq ($(shell test -x $(BIN)/python && echo ok),)
.PHONY: $(VENV)/.stamp-run $(VENV)/.stamp-dev
endif

$(VENV)/.stamp-run: pyproject.toml | $(BIN)/python
	@echo "installing negotext in $(VENV)"
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.stamp-dev: pyproject.toml | $(BIN)/python
	@echo "installing negotext and its development tools in $(VENV)"
	@$(PIP) install --editable '.[dev]'
	@touch $(VENV)/.stamp-run $@

# LibreOffice and other programs that read what negotext writes; a test that misses one is skipped and says so.
$(VENV)/.stamp-office: .ci/office | $(BIN)/python
	@bash .ci/office $(VENV)/node $@
