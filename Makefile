.DEFAULT_GOAL := help
.PHONY: help demo test check format docs lock bench clean
PYTHON ?= python3
BIN := .venv/bin
# pyicu has no wheel: it is compiled here, and needs the headers of ICU.
ICU_HINT := "The ICU headers are missing: install libicu-dev and pkg-config (Debian, Ubuntu), libicu-devel (Fedora) or icu4c and pkg-config (Homebrew, with PKG_CONFIG_PATH set as it says), then run make again."

help: ## Show these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  %-8s %s\n", $$1, $$2}' Makefile

.venv/ready: requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "enduse needs Python 3.11 or later; set PYTHON=python3.11 and run make again."; exit 2; }
	@pkg-config --exists icu-i18n 2>/dev/null || icu-config --version >/dev/null 2>&1 || { echo $(ICU_HINT); exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	$(BIN)/python -m enduse.cli.kernels
	@touch $@

demo: .venv/ready ## Build the example case and its dossier; prints where
	@$(BIN)/enduse demo --out demo

test: .venv/ready ## Run the tests
	$(BIN)/python -m pytest -n 2 --doctest-modules src tests

check: .venv/ready ## What CI runs: format, lint, types, imports, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

format: .venv/ready ## Mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: .venv/ready ## Build the documentation into site/
	$(BIN)/zensical build --clean

lock: .venv/ready ## Pin all versions with their hashes
	$(BIN)/python -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements.txt
	$(BIN)/python -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --extra train --group dev -o requirements-dev.txt

clean: ## Remove what was built
	rm -rf .venv demo site build dist
