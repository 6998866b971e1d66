# The commands of this project; CONTRIBUTING.md says when to use which.
#
#   make run                  serve the pages with the sample documents
#   make run DOCS=folder      serve the pages with the documents of a folder
#   make test | check         tests | lint and types
#   make eval | bench         quality against the recorded results | speed beside a plain pipeline

PYTHON ?= $(firstword $(shell command -v python3.11 python3.12 python3.13 python3))
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check
DOCS ?=
DATA ?= data
HOST ?= 127.0.0.1
PORT ?= 7860
TESTS ?= tests
JOBS ?= 2
SAMPLE := eval/sample/documents
SETS := questions wrong conversations

.PHONY: run test check eval record bench lock clean

run: $(VENV)/installed
	$(BIN)/pcc ingest $(if $(DOCS),--only "$(DOCS)",--unless-filled $(SAMPLE)) --data-dir "$(DATA)"; \
	  code=$$?; test $$code -eq 0 -o $$code -eq 3
	exec $(BIN)/pcc serve --host $(HOST) --port $(PORT) --data-dir "$(DATA)"

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest --numprocesses $(JOBS) $(TESTS)

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: $(VENV)/installed
	$(BIN)/pcc ingest $(SAMPLE) --data-dir out/eval/library
	for set in $(SETS) letters; do \
	  how=run; test $$set != letters || how=letters; \
	  $(BIN)/pcc eval $$how --set eval/sample/$$set.jsonl --data-dir out/eval/library \
	    --out out/eval/$$set \
	  && $(BIN)/pcc eval check out/eval/$$set --record eval/recorded/$$set.json || exit $$?; \
	done

# After a change for the better: what `make eval` will hold results to from now on.
record:
	for set in $(SETS) letters; do \
	  $(BIN)/pcc eval record out/eval/$$set eval/recorded/$$set.json || exit $$?; \
	done

bench: $(VENV)/installed
	$(BIN)/python -m eval.bench --docs $(or $(DOCS),$(SAMPLE)) --set $(or $(SET),eval/sample/questions.jsonl)

# torch comes first and from plain pip, so that a machine's own CPU build is taken where it has one.
$(VENV)/installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet "$$(grep '^torch==' requirements.lock)"
	$(PIP) install --quiet --requirement requirements.lock
	$(PIP) install --quiet --no-deps --editable .
	touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.lock
	$(PIP) install --quiet --requirement requirements-dev.lock
	touch $@

# New pins from a clean resolve of pyproject.toml.
lock:
	rm -rf out/lock && mkdir -p out && $(PYTHON) -m venv out/lock
	out/lock/bin/pip install --quiet --dry-run --ignore-installed --report out/lock/run.json .
	out/lock/bin/python scripts/pins.py out/lock/run.json > requirements.lock
	out/lock/bin/pip install --quiet --dry-run --ignore-installed --report out/lock/dev.json \
	  --constraint requirements.lock ".[dev]"
	out/lock/bin/python scripts/pins.py out/lock/dev.json requirements.lock > requirements-dev.lock

clean:
	rm -rf $(VENV) out .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
