# make check is what CI runs; the others are its parts, and what is too slow or too special for it.
export PATH := $(CURDIR)/.tools:$(PATH)
.PHONY: build test lint fuzz generate docs golden html mutate oracle outside bench figures check

build:
	go build -trimpath -o hipaactl ./cmd/hipaactl

test:
	go test ./...

lint:
	@.ci/tools golangci-lint
	golangci-lint run

# FUZZTIME=10s make fuzz
fuzz:
	.ci/fuzz

# Everything that is made from something else in the repository.
generate:
	go generate ./...
	go run ./cmd/hipaactl policy docs docs
	.ci/readme

docs: generate

# Accept what the tests with golden files got. Read the diff before you commit it.
golden:
	HIPAACTL_UPDATE=1 go test ./...

# Read the HTML report's documents with Chromium.
html:
	@.ci/tools debian html
	.ci/validate-html

# For each rule, how many of the attributes that it reads its examples show to decide something.
mutate:
	go run ./cmd/hipaactl policy test policies --scores

# Compare scans of directories and of the examples of all policies (20 minutes) with scans of the plans that the real terraform makes of them.
oracle:
	HIPAACTL_ORACLE=run go test -count=1 -v -timeout 60m -run Oracle ./cmd/hipaactl

# What detection finds in the folders of HIPAACTL_TREES (a:b:c), and whether gitleaks finds the same credentials.
outside:
	@.ci/tools gitleaks
	HIPAACTL_GITLEAKS=$(CURDIR)/.tools/gitleaks go test -count=1 -v -run 'Outside|Gitleaks' ./internal/detect

# The figures of docs/performance.md, as ratios to a parse-only floor of the same run.
bench: build
	go run ./internal/bench/measure ./hipaactl

# The figures of docs/performance.md about accounts, against the emulator, and about merging.
figures:
	HIPAACTL_FIGURES=1 go test -count=1 -timeout 60m -v -run 'LiveFigures|MergeFigures' ./cmd/hipaactl

check:
	.ci/run
