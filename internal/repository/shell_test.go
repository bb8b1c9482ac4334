package repository

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// uses are what a script is found to use, with the marks (loose), (unclear) and (maybe).
func uses(text string, modes shellModes, t texts) []string {
	r := run{texts: t, dir: "."}
	r.script(text, modes, done{})
	var out []string
	for _, d := range r.out {
		if len(d.gates)+len(d.may) == 0 {
			continue
		}
		s := fmt.Sprintf("%d %s", d.line, strings.Join(append(append([]string{}, d.gates...), prefixed("may ", d.may)...), ","))
		if len(d.loose) > 0 {
			s += " loose"
		}
		if len(d.unclear) > 0 {
			s += " unclear"
		}
		if d.maybe != "" {
			s += " maybe"
		}
		out = append(out, s)
	}
	return out
}

func prefixed(prefix string, all []string) []string {
	if len(all) > 3 {
		return []string{prefix + "anything"}
	}
	var out []string
	for _, s := range all {
		out = append(out, prefix+s)
	}
	return out
}

func TestScripts(t *testing.T) {
	files := texts{
		"scan.sh":         "#!/bin/bash\nset -e\ngitleaks detect\necho done\n",
		"lax.sh":          "gitleaks detect\necho done\n",
		"tools/x.py":      "print('gitleaks')",
		"loop.sh":         "./loop.sh; gitleaks detect",
		"package.json":    `{"scripts": {"test": "jest --coverage", "scan": "snyk test && echo fine", "posttest": "snyk code test"}}`,
		"Makefile":        "GO ?= go\nTOOL = gitleaks\n\nall: lint\n\nlint: fmt\n\t@$(GO) run golang.org/x/vuln/cmd/govulncheck ./...\n\t-$(TOOL) detect\n\nfmt:\n\t# bandit -r .\n\techo bandit\n\nloop: loop\n\nevery: $(ALL)\n\nother:\n\t$(UNSET) detect\n\tcd sub && $(MAKE) lint\n",
		".golangci.yml":   "linters:\n  enable:\n    - gosec\n",
		".checkov.yaml":   "soft-fail: true\n",
		"tox.ini":         "[testenv]\ncommands = pytest --cov\n",
		".goreleaser.yml": "sboms:\n  - artifacts: archive\n",
	}
	strict := shellModes{errexit: true}
	for text, want := range map[string][]string{
		"gitleaks detect":                               {"1 secret_scan"},
		"# gitleaks detect":                             nil,
		"echo gitleaks detect":                          nil,
		"echo 'gitleaks detect' > x":                    nil,
		"cat <<X\ngitleaks detect\nX":                   nil,
		"gitleaks version":                              nil,
		"gitleaks detect --help":                        nil,
		"trivy --version":                               nil,
		"command -v gitleaks":                           nil,
		"which gitleaks":                                nil,
		"go install github.com/gitleaks/gitleaks/v8@v8": nil,
		"pip install bandit":                            nil,
		"brew install trivy":                            nil,
		"npm install -g snyk":                           nil,
		"grep gitleaks detect":                          nil,
		"docker pull zricethezav/gitleaks":              nil,
		"docker run --rm -v .:/src zricethezav/gitleaks:v8.1 detect -s /src": {"1 secret_scan"},
		"docker run alpine gitleaks-notes detect":                            {"1 may secret_scan"},
		"sudo -u ci env A=b timeout 5m gitleaks detect":                      {"1 secret_scan"},
		"go run github.com/gitleaks/gitleaks/v8@v8.1 git":                    {"1 secret_scan"},
		"npx -y snyk@latest test":                                            {"1 dependency_scan"},
		"poetry run bandit -r src":                                           {"1 sast"},
		"python3 -m bandit -r src":                                           {"1 sast"},
		"python -c 'import bandit'":                                          nil,
		"bin/gitleaks detect":                                                {"1 secret_scan"},
		"$HOME/bin/gitleaks detect":                                          {"1 secret_scan"},
		"G=gitleaks\n$G detect":                                              {"2 secret_scan"},
		"$GITLEAKS detect":                                                   {"1 may secret_scan"},
		"${{ matrix.tool }} detect":                                          {"1 may anything"},
		"gitleaks detect || true":                                            {"1 secret_scan loose"},
		"gitleaks detect || :":                                               {"1 secret_scan loose"},
		"gitleaks detect || echo found":                                      {"1 secret_scan loose"},
		"gitleaks detect || exit 0":                                          {"1 secret_scan loose"},
		"gitleaks detect || exit 1":                                          {"1 secret_scan"},
		"gitleaks detect || { echo found; exit 2; }":                         {"1 secret_scan"},
		"gitleaks detect || notify":                                          {"1 secret_scan unclear"},
		"gitleaks detect || CODE=$?":                                         {"1 secret_scan unclear"},
		"gitleaks detect; true":                                              {"1 secret_scan"},
		"set +e\ngitleaks detect\ntrue":                                      {"2 secret_scan loose"},
		"set +e\ngitleaks detect":                                            {"2 secret_scan"},
		"set +e\ngitleaks detect\nexit $?":                                   {"2 secret_scan unclear"},
		"set +e\n(cd x && gitleaks detect) || exit 1\ntrue":                  {"2 secret_scan"},
		"set +e\nif ! gitleaks detect; then exit 1; fi\ntrue":                {"2 secret_scan"},
		"set +e\ngitleaks detect\nif [ -s x ]; then exit 1; fi":              {"2 secret_scan unclear"},
		"docker run --rm acme/tools gitleaks detect":                         {"1 may secret_scan"},
		"mvn -B org.owasp:dependency-check-maven:check":                      {"1 may dependency_scan"},
		"make every":                                          nil,
		"make every TARGET=govulncheck":                       {"1 may dependency_scan"},
		"checkov -d .":                                        {"1 iac_scan loose"},
		"ls | xargs -n 1 gitleaks detect":                     {"1 secret_scan"},
		"trivy rootfs --exit-code 1 x":                        {"1 container_scan"},
		"set +o errexit\ngitleaks detect\ntrue":               {"2 secret_scan loose"},
		"gitleaks detect && echo fine\nmake":                  {"1 secret_scan loose", "2 dependency_scan", "2 secret_scan loose"},
		"gitleaks detect && echo fine":                        {"1 secret_scan"},
		"cd sub && gitleaks detect":                           {"1 secret_scan"},
		"gitleaks detect | tee log":                           {"1 secret_scan loose"},
		"set -o pipefail\ngitleaks detect | tee log":          {"2 secret_scan"},
		"! gitleaks detect":                                   {"1 secret_scan loose"},
		"gitleaks detect &":                                   {"1 secret_scan unclear"},
		"if gitleaks detect; then echo; fi":                   {"1 secret_scan unclear"},
		"if ! gitleaks detect; then exit 1; fi":               {"1 secret_scan"},
		"if ! gitleaks detect; then echo no; fi":              {"1 secret_scan unclear"},
		"if gitleaks detect; then :; else exit 1; fi":         {"1 secret_scan"},
		"if [ -f x ]; then gitleaks detect; fi":               {"1 secret_scan maybe"},
		"exit 0\ngitleaks detect":                             nil,
		"[ -f x ] && exit 0\ngitleaks detect":                 {"2 secret_scan"},
		"trap 'exit 0' EXIT\ngitleaks detect":                 {"2 secret_scan loose"},
		"for d in a b; do gitleaks detect -s $d; done":        {"1 secret_scan"},
		"scan() { gitleaks detect; }\nscan":                   {"1 secret_scan"},
		"scan() { gitleaks detect; }":                         nil,
		"gitleaks() { true; }\ngitleaks detect":               nil,
		"run() { echo \"$@\"; \"$@\"; }\nrun gitleaks detect": {"1 secret_scan"},
		"bash -c 'gitleaks detect || true'":                   {"1 secret_scan loose"},
		"x=$(gitleaks detect)":                                {"1 secret_scan"},
		"echo $(gitleaks detect)":                             {"1 secret_scan loose"},
		"./scan.sh":                                           {"1 secret_scan"},
		"bash scan.sh || true":                                {"1 secret_scan loose"},
		"./lax.sh":                                            {"1 secret_scan loose"},
		"./absent.sh":                                         nil,
		"./tools/x.py":                                        {"1 may secret_scan"},
		"./loop.sh":                                           {"1 secret_scan"},
		"npm test":                                            {"1 tests", "1 sast"},
		"npm run scan":                                        {"1 dependency_scan"},
		"npm run absent":                                      nil,
		"make":                                                {"1 dependency_scan", "1 secret_scan loose"},
		"make lint":                                           {"1 dependency_scan", "1 secret_scan loose"},
		"make loop":                                           nil,
		"make absent":                                         nil,
		"make $TARGET":                                        {"1 may secret_scan,may sast,may dependency_scan"},
		"golangci-lint run":                                   {"1 sast"},
		"tox":                                                 {"1 may tests"},
		"goreleaser release --clean":                          {"1 release,sbom"},
		"goreleaser release --snapshot":                       nil,
		"go test -cover ./...":                                {"1 tests"},
		"go test $FLAGS ./...":                                {"1 uncovered_tests,may tests"},
		"go vet ./...":                                        nil,
		"trivy image x":                                       {"1 container_scan loose"},
		"trivy image --exit-code 1 x":                         {"1 container_scan"},
		"trivy image --exit-code=0 x":                         {"1 container_scan loose"},
		"trivy image $OPTIONS x":                              {"1 container_scan unclear"},
		"trivy fs --scanners license --exit-code 1 .":         {"1 licence_check"},
		"trivy fs --format cyclonedx --scanners vuln .":       {"1 sbom loose"},
		"semgrep ci":                                          {"1 sast"},
		"semgrep scan":                                        {"1 sast loose"},
		"govulncheck -format sarif ./...":                     {"1 dependency_scan loose"},
		"npm audit --audit-level=high":                        {"1 dependency_scan"},
		"npm audit fix":                                       nil,
		"if gitleaks":                                         {"1 may secret_scan"}, // no shell script
	} {
		name := strings.ReplaceAll(text, "\n", "; ")
		if got := uses(text, strict, files); !cmp.Equal(got, want) {
			if text == "if gitleaks" && len(got) == 1 { // it has no line
				continue
			}
			t.Errorf("%s\n got %q\nwant %q", name, got, want)
		}
	}
}

func TestDownloads(t *testing.T) {
	for text, want := range map[string]string{
		"curl -s https://get.example.com/x | bash":                       "get.example.com",
		"curl -s https://u:pw@get.example.com/x | sudo -E bash -s -- -b": "get.example.com",
		"wget -qO- https://get.example.com | sh":                         "get.example.com",
		"bash <(curl -s https://get.example.com)":                        "get.example.com",
		`sh -c "$(curl -fsSL https://get.example.com)"`:                  "get.example.com",
		"curl -s $URL | python3":                                         "a place that is a variable",
		"curl -s https://get.example.com | tar xz":                       "",
		"curl -s https://get.example.com -o x && sh x":                   "",
		"# curl https://get.example.com | sh":                            "",
	} {
		r := run{dir: "."}
		r.script(text, shellModes{}, done{})
		got := ""
		if len(r.piped) > 0 {
			got = r.piped[0].host
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// FuzzScript: whatever a script, a makefile or a manifest says, it is read once and in bounds.
func FuzzScript(f *testing.F) {
	f.Add("set -e\nif ! gitleaks detect; then exit 1; fi | tee x", "a: b\n\t$(X) y\nb: a\n", `{"scripts": {"a": "npm run a"}}`)
	f.Add("f() { f \"$@\"; }\nf f", "include Makefile\n", "{}")
	f.Add("bash -c \"bash -c 'make a'\" ${{ x\n }} $((1+", "A=$(A)$(A)\nall:\n\t$(A)", "")
	f.Fuzz(func(t *testing.T, script, makefile, manifest string) {
		files := texts{"Makefile": makefile, "package.json": manifest, "a.sh": script}
		for _, text := range []string{script, "make", "make a b", "npm test", "npm run a", "./a.sh"} {
			if got := len(uses(text, shellModes{}, files)); got > 50*maxUses {
				t.Errorf("%d uses", got)
			}
		}
	})
}
