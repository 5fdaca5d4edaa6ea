# Two commands: `make site` and `make test`. Each sets up what it needs.
SOURCES ?= samples
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site
site: .venv/ready
	$(BIN)/python scripts/make_site.py $(SOURCES)

.PHONY: serve
serve: site
	$(BIN)/mkdocs serve

# Types phrases of every page into the box of the built site; fails unless each finds exactly its pages.
.PHONY: check
check: site .venv/dev
	$(BIN)/python scripts/check_site.py

# The site as one file that opens from disk.
.PHONY: offline
offline: site
	$(BIN)/python scripts/zip_site.py site site-offline.zip

# The figures that compare, measured anew: `make bench SIZES="100 1000 10000"`. Each module runs alone, too.
SIZES ?= 100 1000
.PHONY: bench
bench: .venv/bench
	.ci/tools
	$(BIN)/python -m bench.decoding
	$(BIN)/python -m bench.noise
	$(BIN)/python -m bench.sites $(SIZES)
	$(BIN)/python -m bench.boxes $(SIZES)
	$(BIN)/python -m bench.lighthouse
	$(BIN)/python -m bench.chart

# Four shards of 10,000 pages, joined and searched: half an hour, and 5 GB of disk.
.PHONY: bench-shards
bench-shards: .venv/bench
	.ci/tools
	$(BIN)/python -m bench.shards 4 10000

# What Lighthouse says of the samples' site, and of other builders'.
.PHONY: lighthouse
lighthouse: .venv/bench
	$(BIN)/python -m bench.lighthouse

# The pictures of the README, taken anew.
.PHONY: gallery
gallery: .venv/dev
	$(BIN)/python -m bench.gallery

# Whether other builders make the same site of docs/.
.PHONY: longevity
longevity: .venv/ready
	$(BIN)/python -m bench.longevity docs

.PHONY: test
test: .venv/dev
	.ci/tools
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	# What pip installs it compiles; these modules stay where they are.
	$(BIN)/python -m compileall -q scripts
	touch $@

.venv/dev: .venv/ready
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

.venv/bench: .venv/ready
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[bench]'
	touch $@
