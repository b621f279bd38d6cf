# FOCUS. Two commands do everything on a machine with Python 3.11 or newer:
#   make demo    sets up, starts database, simulated world and server, says where and who
#   make test    sets up and runs everything that CI runs
# and for daily work:
#   make check   lint, types, layers and every test that is quick: no browser, no fault, no servers of its own
#   make fuzz    new examples for every parser of what comes from outside and for the API, FUZZ_SECONDS=120 each; what
#                fails is written down and tried ever after; TESTS=tests/log: the properties there instead
#   make test-postgresql  the tests on a PostgreSQL of the machine, or FOCUS_TEST_DATABASE_URL
#   make bench   the rows of docs/performance.md
#   make shots   the handbook's pictures

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
WORKERS ?= 3
SPREAD := -n $(WORKERS) --durations=15 --durations-min=1
NODE   := $(BIN)/python tools/node.py

# Compiled Python is kept, whatever the surroundings say: every server that a test starts would compile it all again.
unexport PYTHONDONTWRITEBYTECODE
# What does not depend on each other, two at a time; the output of each stays together where make can do that.
BESIDE := $(MAKE) --no-print-directory -j2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
# What the app is made of.
APP    := $(shell find web/src web/texts web/public web/*.ts web/*.json web/*.html web/build src/focus -name node_modules -prune -o \( -path 'web/*' -o -name '*.ftl' \) -type f -print 2>/dev/null)

.PHONY: demo test test-postgresql check fuzz bench shots lint types types-python types-web web-tests layers lock reference api fresh-api setup app clean

demo: app
	@$(BIN)/python -m world demo

test: setup app fresh-api
	@$(BESIDE) types-web types-python lint layers web-tests
	@$(BIN)/python tools/chromium.py
	$(BIN)/pytest $(SPREAD)

# TESTS= narrows it, to a folder or by any option of pytest.
test-postgresql: setup app
	@$(BIN)/python tools/chromium.py
	$(BIN)/python -m tools.postgresql $(TESTS)

# The app's types only when the app changed.
check: setup
	@$(BESIDE) lint types-python layers var/.web-checked
	$(BIN)/pytest $(SPREAD) -m "not slow and not browser"

fuzz: setup
	$(BIN)/python tools/fuzz.py --seconds $(or $(FUZZ_SECONDS),120) $(TESTS)

bench: app
	$(BIN)/python -m bench

shots: app
	@$(BIN)/python tools/chromium.py
	$(BIN)/python -m tests.scenarios.shots

setup: $(VENV)/.ready
app: setup web/dist/.built

$(VENV)/.ready: requirements.lock pyproject.toml tools/setup.py
	@$(PYTHON) tools/setup.py

web/node_modules/.ready: web/package-lock.json | $(VENV)/.ready
	@$(NODE) npm --prefix web ci --no-audit --no-fund --loglevel=error
	@touch $@

web/dist/.built: web/node_modules/.ready $(APP)
	@$(NODE) npm --prefix web run --silent build
	@touch $@

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m tools.clocks

types: types-python types-web

types-python: setup
	$(BIN)/mypy

types-web: web/node_modules/.ready
	$(NODE) npm --prefix web run --silent check
	@mkdir -p var && touch var/.web-checked

var/.web-checked: web/node_modules/.ready $(APP) $(shell find web/tests web/lint -type f 2>/dev/null)
	@$(MAKE) --no-print-directory types-web

web-tests: web/node_modules/.ready
	$(NODE) npm --prefix web test

layers: setup
	$(BIN)/lint-imports --config .importlinter

# The app's types are generated, those of each module from its own document; a stale file fails the build.
api: setup web/node_modules/.ready
	$(BIN)/focus openapi web/openapi.json
	@rm -rf var/openapi && mkdir -p var/openapi
	$(BIN)/focus openapi var/openapi
	$(NODE) npm --prefix web run --silent api

fresh-api: setup web/node_modules/.ready
	$(BIN)/python tools/fresh_api.py

reference: setup
	$(BIN)/python tools/reference.py

lock: setup
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -o requirements.lock

clean:
	rm -rf $(VENV) web/node_modules web/dist
