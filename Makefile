# Everything a newcomer needs, from Python 3.11 and make alone: the first target that runs sets up `.venv`.

PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
PYTEST_ARGS ?= -n 2

BIN   := .venv/bin
STAMP := .venv/.installed

.PHONY: help setup demo test check lint verify bench fmt lock clean
.DEFAULT_GOAL := help

help:
	@echo "make demo    build the two shipped holograms from nothing, offline, into .demo/"
	@echo "make test    run the tests"
	@echo "make check   format, lint, types, import contracts, generated packages, tests"
	@echo "make fmt     format the code and the holograms"
	@echo "make bench   measure the compiler (takes minutes)"
	@echo "make lock    write requirements.lock anew (needs uv and the network)"
	@echo "make clean   remove everything that can be made again"

setup: $(STAMP)

# Hashed requirements and an editable install cannot stand in one call of pip, so there are two.
$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "error: no Python found; install Python 3.11 or name one: make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "error: Holo needs Python 3.11 or newer; $(PYTHON) is $$("$(PYTHON)" -V 2>&1). Name another one: make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@rm -rf .venv
	@if command -v uv >/dev/null 2>&1 \
	  && uv venv --quiet --python "$(PYTHON)" .venv \
	  && uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock \
	  && uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .; \
	then :; else \
	  echo "Setting up .venv with pip (about a minute, once)"; \
	  rm -rf .venv \
	  && "$(PYTHON)" -m venv .venv \
	  && $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock \
	  && $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .; \
	fi
	@touch $(STAMP)

demo: $(STAMP)
	@rm -rf .demo && mkdir .demo && cp -R holo.toml specs recordings .demo/
	@echo "Building specs/lending.holo and specs/semver.holo from nothing, offline, in .demo/"
	@cd .demo && ../$(BIN)/python -m holo build </dev/null
	@echo
	@echo "The packages: .demo/generated/lending and .demo/generated/semver. One of them at work:"
	@echo "  >>> print_range(parse_range('^1.2.3 || ~2.1'))"
	@PYTHONPATH=.demo/generated/semver/src $(BIN)/python -c "from semver.ranges import parse_range, print_range; print('  ' + print_range(parse_range('^1.2.3 || ~2.1')))"

test: $(STAMP)
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The committed packages are what the holograms, the lock and the judge say, asked with no model and no network.
verify: $(STAMP)
	$(BIN)/python -m holo fmt --check specs/*.holo
	$(BIN)/python -m holo check --offline

check: lint verify test

bench: $(STAMP)
	@$(BIN)/python tests/benchmarks/bench.py $(BENCH_ARGS)
	@$(BIN)/python tests/benchmarks/judging.py
	@$(BIN)/python tests/benchmarks/drift.py
	@$(BIN)/python tests/benchmarks/edits.py --most 12
	@$(BIN)/python tests/benchmarks/sandbox.py
	@$(BIN)/python tests/benchmarks/fingerprints.py

fmt: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python -m holo fmt specs/*.holo

# uv's own lock file embeds the addresses of the machine that wrote it, so it is made and left in a scratch folder.
lock:
	@command -v uv >/dev/null 2>&1 || { echo "error: make lock needs uv on the PATH" >&2; exit 2; }
	@scratch=$$(mktemp -d) && trap 'rm -rf "$$scratch"' EXIT \
	  && cp pyproject.toml README.md LICENSE "$$scratch" && mkdir -p "$$scratch/src/holo" "$$scratch/grammar" "$$scratch/templates" \
	  && touch "$$scratch/src/holo/__init__.py" \
	  && (cd "$$scratch" && uv export --quiet --format requirements.txt --no-emit-project --all-extras --all-groups \
	        --no-header --no-annotate -o requirements.lock >/dev/null) \
	  && cp "$$scratch/requirements.lock" requirements.lock
	@echo "requirements.lock: $$(grep -c '==' requirements.lock) packages"

clean:
	rm -rf .venv .demo .holo build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
