package repository

import (
	"encoding/json"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/hipaactl/hipaactl/internal/pattern"
)

// plainName is what may be shown of names in files: no spaces, no query, no credentials.
var plainName = pattern.Lazy(`^[A-Za-z0-9][A-Za-z0-9._/:@+-]{0,199}$`)

// builds are build tools whose files say what they run. They are not evaluated: where they
// name a tool, it may run.
var builds = map[string][]string{
	"mvn": {"pom.xml"}, "mvnw": {"pom.xml"},
	"gradle": {"build.gradle", "build.gradle.kts"}, "gradlew": {"build.gradle", "build.gradle.kts"},
	"tox": {"tox.ini", "pyproject.toml", "setup.cfg"}, "nox": {"noxfile.py"},
	"just": {"justfile", "Justfile", ".justfile"}, "task": {"Taskfile.yml", "Taskfile.yaml"}, "rake": {"Rakefile"},
	"mage": {"magefile.go"}, "invoke": {"tasks.py"}, "sbt": {"build.sbt"}, "ant": {"build.xml"}, "bazel": {"MODULE.bazel", "WORKSPACE"},
	"pre-commit": {".pre-commit-config.yaml"}, "prek": {".pre-commit-config.yaml"}, "dagger": {"dagger.json"}, "earthly": {"Earthfile"},
}

// named are words by which a text names a gate.
var named = []struct{ word, gate string }{
	{"gitleaks", secretScan},
	{"trufflehog", secretScan},
	{"detect-secrets", secretScan},
	{"ggshield", secretScan},
	{"talisman", secretScan},
	{"semgrep", sast},
	{"bandit", sast},
	{"gosec", sast},
	{"codeql", sast},
	{"sonar", sast},
	{"findsecbugs", sast},
	{"find-sec-bugs", sast},
	{"spotbugs", sast},
	{"brakeman", sast},
	{"dependency-check", dependencyScan},
	{"dependencycheck", dependencyScan},
	{"govulncheck", dependencyScan},
	{"pip-audit", dependencyScan},
	{"pip_audit", dependencyScan},
	{"osv-scanner", dependencyScan},
	{"npm audit", dependencyScan},
	{"snyk", dependencyScan},
	{"safety check", dependencyScan},
	{"grype", dependencyScan},
	{"trivy", dependencyScan},
	{"checkov", iacScan},
	{"tfsec", iacScan},
	{"terrascan", iacScan},
	{"kics", iacScan},
	{"trivy", iacScan},
	{"trivy", containerScan},
	{"grype", containerScan},
	{"zaproxy", dast},
	{"zap-baseline", dast},
	{"license-maven", licenceCheck},
	{"licensereport", licenceCheck},
	{"pip-licenses", licenceCheck},
	{"go-licenses", licenceCheck},
	{"license-checker", licenceCheck},
	{"jacoco", tests},
	{"--cov", tests},
	{"coverage", tests},
	{"cyclonedx", sbom},
	{"syft", sbom},
	{"spdx", sbom},
}

// mentions enters the gates that a text names and that may therefore run.
func (r *run) mentions(text, what string, at done) {
	if !r.read(text) {
		r.beyond(at)
		return
	}
	lower := strings.ToLower(text)
	var may []string
	for _, n := range named {
		if strings.Contains(lower, n.word) && !slices.Contains(may, n.gate) {
			may = append(may, n.gate)
		}
	}
	if len(may) > 0 {
		at.use = use{tool: what, may: may, loose: at.loose, unclear: at.unclear}
		r.out = append(r.out, at)
	}
}

// build looks at the files of a build tool, and at what it is told.
func (r *run) build(name string, files, args []string, at done) {
	var text strings.Builder
	text.WriteString(strings.Join(args[1:], " "))
	for _, f := range files {
		for _, candidate := range slices.Compact([]string{path.Join(r.dir, f), f}) {
			text.WriteString(r.texts[candidate])
		}
	}
	r.mentions(text.String(), name, at)
}

// golangci knows golangci-lint by its configuration: gosec is among what it runs, or not.
// Source: https://golangci-lint.run/docs/configuration/file/
func (r *run) golangci(at done) {
	at.tool = "golangci-lint"
	for _, ext := range []string{"yml", "yaml"} {
		var c struct {
			Linters struct {
				Default   string   `yaml:"default"`
				EnableAll bool     `yaml:"enable-all"`
				Enable    []string `yaml:"enable"`
				Disable   []string `yaml:"disable"`
			} `yaml:"linters"`
		}
		if text, ok := r.texts[".golangci."+ext]; ok && r.read(text) && yaml.Unmarshal([]byte(text), &c) == nil {
			all := c.Linters.Default == "all" || c.Linters.EnableAll
			if slices.Contains(c.Linters.Enable, "gosec") || all && !slices.Contains(c.Linters.Disable, "gosec") {
				at.gates = []string{sast}
			}
		}
	}
	r.out = append(r.out, at)
}

// npm follows a script of package.json.
// Source: https://docs.npmjs.com/cli/using-npm/scripts
func (r *run) npm(name string, o options, at done) {
	if len(o.words) == 0 || r.depth >= maxFollowed {
		return
	}
	script := o.words[0]
	switch {
	case (script == "run" || script == "run-script") && len(o.words) > 1:
		script = o.words[1]
	case script == "t", script == "tst":
		script = "test"
	case name == "npm" && script != "test" && script != "start":
		return
	}
	var p struct {
		Scripts map[string]string `json:"scripts"`
	}
	for _, dir := range slices.Compact([]string{r.dir, "."}) {
		text, ok := r.texts[path.Join(dir, "package.json")]
		if ok && !r.read(text) {
			r.beyond(at)
			return
		}
		if !ok || json.Unmarshal([]byte(text), &p) != nil {
			continue
		}
		found := false
		for _, part := range []string{"pre" + script, script, "post" + script} {
			if text, ok := p.Scripts[part]; ok {
				found = true
				inner := r.inside()
				inner.script(text, shellModes{}, at)
				r.out = append(r.out, inner.out...)
			}
		}
		if found {
			return
		}
	}
	if name != "npm" && script == o.words[0] { // yarn jest runs a program
		if t, ok := match(programs, script, flagsOf(o.words[1:])); ok {
			rest := o
			rest.words = o.words[1:]
			r.add(t.using(rest), at)
		}
	}
}
