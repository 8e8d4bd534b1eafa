# Recital's commands. `make run` needs Go alone; `make test` installs what it needs and says so.

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo development)
TOOL := go tool -modfile=.ci/tools/go.mod
CORPUS ?= ../shared/corpus
SCORED = $(CORPUS)/unxml-ga $(CORPUS)/unxml-sc $(CORPUS)/hrc_silver.jsonl $(CORPUS)/../gold loader/quality/readings.tsv loader/quality/labels.tsv loader/quality/old.tsv --texts $(CORPUS)/hrc
SOURCES := $(shell git ls-files 'web/src' 'web/*.ts' 'web/*.json' 'web/*.html' 2>/dev/null)

.PHONY: run build web test check generate bench data accuracy score clean

# Builds and serves the explorer and the API on the built-in data.
run: build
	./bin/recital serve

build: web
	@mkdir -p bin
	go build -trimpath -ldflags '-s -w -X main.version=$(VERSION)' -o bin/recital ./cmd/recital

# Builds the explorer where Node.js is there; without it the binary serves a page that says how.
web:
	@if command -v npm >/dev/null 2>&1; then $(MAKE) --no-print-directory web/dist/index.html; \
	else echo "Node.js is not installed: building without the explorer (the API and GraphiQL work; see web/README.md)"; fi

web/dist/index.html: $(SOURCES) schema.graphqls
	cd web && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build

# Everything that must hold: the checks, the Go tests with a real Neo4j, the explorer's tests in a real browser.
test:
	.ci/prepare java neo4j node chromium python r
	$(MAKE) --no-print-directory build
	.ci/test
	$(MAKE) --no-print-directory score
	cd web && RECITAL_BIN=$(CURDIR)/bin/recital npm test
	$(MAKE) --no-print-directory check

# Vet, linters, formatting, generated code, what the schema breaks for clients of the last tag's, dead code. (Who may import whom is a test in cmd/recital.)
check:
	go vet ./...
	$(TOOL) golangci-lint run ./...
	@unformatted=$$($(TOOL) gofumpt -l $$(git ls-files '*.go' | grep -v /internal/gql/)); \
	if [ -n "$$unformatted" ]; then echo "not formatted (gofumpt):"; echo "$$unformatted"; exit 1; fi
	$(MAKE) --no-print-directory generate
	@git diff --exit-code --stat -- resolver schema.graphqls || { echo "generated code is not up to date: commit what make generate changed"; exit 1; }
	go run ./resolver/schemacheck
	@# gqlgen wants scalars as pairs, also where only one half is called
	@dead=$$($(TOOL) deadcode -test ./... | grep -v -e /internal/gql/ -e /internal/scalar/ || true); \
	if [ -n "$$dead" ]; then echo "dead code:"; echo "$$dead"; exit 1; fi

generate:
	go generate ./...

# Benchmarks: docs/performance.md says what they mean.
bench:
	.ci/prepare java neo4j
	go test -run '^$$' -bench . -benchmem ./...

# The built-in data set, from the corpus beside the repository: docs/data.md.
data: build
	./bin/recital pack --output cmd/recital/data/builtin.db.zst $(CORPUS)/seeds/A_HRC_RES_53_29.txt $(CORPUS)/hrc \
		$(CORPUS)/unxml-ga $(CORPUS)/unxml-sc $(CORPUS)/archives || test $$? = 3

# Precision and recall on the corpus beside the repository, into docs/accuracy.md and the numbers that may not fall; then the same numbers
# by the scorers in Python that the corpus came with.
accuracy:
	go run ./cmd/recital score --mode all --write docs/accuracy.md --update loader/quality/scores.txt $(SCORED)
	loader/quality/agree.py $(CORPUS)/..

# Fails when a number is below loader/quality/scores.txt.
score:
	@if [ -d "$(CORPUS)/unxml-ga" ]; then go run ./cmd/recital score --mode all --check loader/quality/scores.txt $(SCORED) >/dev/null; \
	else echo "score: the corpus is not at $(CORPUS): no number was compared"; fi

clean:
	rm -rf bin web/dist
