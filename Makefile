# Every target works as the first command after a clone: it makes .venv, installs, and goes.
# Needs make and a python3 of 3.11 or later with its venv module; another one: make run PYTHON=python3.13

PYTHON ?= python3
JOBS ?= 2
RAW ?= raw
CLEAN ?= clean
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench wheel distclean

help: ## Show this list.
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: $(VENV)/.installed ## Clean the pages in raw/ into clean/ and show what came of it.
	@$(BIN)/copydesk ingest $(RAW) $(CLEAN)

test: $(VENV)/.installed-dev ## Run all tests (two at a time; JOBS=1 for one).
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup

lint: $(VENV)/.installed-dev ## Check style and types.
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/mypy benchmarks training

format: $(VENV)/.installed-dev ## Put the code in shape.
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/.installed-bench ## Measure quality on labelled pages: make bench PAGES=folder [ARGS=...]
	@test -n "$(PAGES)" || { echo "name the folder of labelled pages: make bench PAGES=folder (benchmarks/README.md)"; exit 2; }
	@$(BIN)/python benchmarks/quality.py $(PAGES) $(ARGS)

wheel: $(VENV)/.installed-dev ## Build dist/copydesk-*.whl.
	@$(BIN)/python -m build --wheel --outdir dist .

distclean: ## Remove .venv, clean/, and what builds and tests left.
	@rm -rf $(VENV) $(CLEAN) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# The pip that comes with an older Python cannot resolve these packages, so it is brought up to date first.
$(VENV)/.pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "copydesk needs Python 3.11 or later, this is %s; try: make PYTHON=python3.12 run" % sys.version.split()[0])'
	@echo "Making $(VENV) (once, a minute or two) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --quiet --upgrade pip
	@touch $@

$(VENV)/.installed: $(VENV)/.pip pyproject.toml constraints.txt
	@$(PIP) install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(PIP) install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(VENV)/.installed-bench: $(VENV)/.installed
	@$(PIP) install --quiet --constraint constraints.txt --editable '.[bench]'
	@touch $@
