# Each target does its own set-up: `make demo` and `make test` work on a fresh clone.
.PHONY: help setup demo test check format lint types imports docs bench accuracy lock clean
PY := .venv/bin/python
REPORTS ?= examples/reports

help:  ## This list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup:  ## Make .venv with the locked packages (done by every other target)
	@sh scripts/setup.sh

demo: setup  ## Read the example reports (or REPORTS=folder) and leave a dossier page
	@$(PY) scripts/demo.py $(REPORTS)

test: setup  ## Run the tests
	@$(PY) -m pytest

check: setup lint types imports docs test  ## Format, lint, types, import contract, documentation and tests

format: setup  ## Put the code into its format
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .

lint: setup
	@.venv/bin/ruff format --check . && .venv/bin/ruff check .

types: setup
	@.venv/bin/mypy

imports: setup
	@.venv/bin/lint-imports

docs: setup  ## Build the documentation into site/
	@$(PY) scripts/cli_docs.py --check && .venv/bin/mkdocs build --strict --quiet

bench: setup  ## Speed and memory, beside bare components in the same run
	@$(PY) bench/run.py $(CORPUS)
	@$(PY) bench/times.py $(CORPUS)
	@$(PY) bench/measures.py
	@$(PY) bench/copies.py --sizes 1000 10000

accuracy: setup  ## Score against ../shared, write docs/accuracy.md and hold the floors
	@$(PY) bench/accuracy.py
	@$(PY) bench/clusters.py

lock: setup  ## Lock the newest packages that fit pyproject.toml
	@$(PY) -m pip install --quiet uv && .venv/bin/uv pip compile --universal --upgrade --quiet --python-version 3.11 --extra dev --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock

clean:  ## Remove what was built
	rm -rf .venv site demo build dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
