package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

// layers are a setting's value in each place where it can stand.
type layers struct{ file, env, flag string }

// TestPrecedence sets every setting in every combination of file, environment and flag.
func TestPrecedence(t *testing.T) {
	examples := map[string]layers{
		"profile":               {"strict", "nprm-2025", "default"},
		"rules.include":         {"HIPAA-S3-001", "HIPAA-S3-003", "HIPAA-S3-007"},
		"rules.skip":            {"HIPAA-S3-001", "HIPAA-S3-003", "HIPAA-S3-007"},
		"rules.citations":       {"164.312(b)", "164.312(d)", "164.312(a)(1)"},
		"params":                {"HIPAA-RDS-005.minimum_days=8", "HIPAA-RDS-005.minimum_days=9", "HIPAA-RDS-005.minimum_days=10"},
		"policies":              {"a", "b", "c"},
		"phi.tags":              {"Holds=records", "Contents", "Kind=*claims*"},
		"phi.not-tags":          {"Synthetic", "Kind=test*", "Holds=nothing"},
		"phi.names":             {"*-claims", "records", "intake-*"},
		"phi.addresses":         {"module.records.*", "aws_s3_bucket.a", "arn:aws:s3:::b"},
		"phi.not-addresses":     {"module.site.*", "aws_s3_bucket.c", "arn:aws:s3:::d"},
		"baseline":              {"d.json", "e.json", "f.json"},
		"waivers.file":          {"x.yaml", "y.yaml", "z.yaml"},
		"waivers.max-days":      {"3", "4", "5"},
		"waivers.max-findings":  {"6", "7", "8"},
		"repo.attestations":     {"f.yaml", "g.yaml", "h.yaml"},
		"repo.sbom":             {"i.json", "j.json", "k.json"},
		"gate.fail-on":          {"high", "critical", "never"},
		"gate.fail-on-unknown":  {"true", "false", "true"},
		"gate.phi-only":         {"true", "false", "true"},
		"gate.min-severity":     {"high", "medium", "info"},
		"gate.allow-incomplete": {"true", "false", "true"},
		"formats":               {"sarif", "junit", "text"},
	}
	t.Chdir(t.TempDir())
	for _, dir := range []string{"a", "b", "c"} {
		writeTest(t, filepath.Join(dir, "policy.rego"), strings.ReplaceAll(tinyPolicy, "NAME", strings.ToUpper(dir)))
	}
	for _, name := range []string{"x.yaml", "y.yaml", "z.yaml"} {
		writeTest(t, name, "")
	}
	for _, s := range settings() {
		values, ok := examples[s.key]
		if !ok {
			t.Errorf("%s has no example here", s.key)
			continue
		}
		for bits := range 8 {
			inFile, inEnv, onLine := bits&1 != 0, bits&2 != 0, bits&4 != 0
			want, from := "", "default"
			file, env, args := "", map[string]string{}, []string{}
			if inFile {
				file, want, from = yamlOf(s, values.file), values.file, ".hipaactl.yaml:"
			}
			if inEnv {
				env[variable(s.flag)] = values.env
				want, from = values.env, variable(s.flag)
			}
			if onLine && s.flag != "format" { // config show has a --format of its own
				args = append(args, "--"+s.flag+"="+values.flag)
				want, from = values.flag, "--"+s.flag
			}
			writeTest(t, configName, file)
			got := shown(t, env, args, s.key)
			if len(got.From) != 1 || !strings.HasPrefix(got.From[0], from) || want != "" && got.Value != want {
				t.Errorf("%s, file %v, environment %v, flag %v: got %q from %q, want %q from %s", s.key, inFile, inEnv, onLine, got.Value, got.From, want, from)
			}
		}
	}
}

// TestFormatsFlagBeatsTheRest is what config show cannot show: its own --format is another.
func TestFormatsFlagBeatsTheRest(t *testing.T) {
	t.Chdir(t.TempDir())
	writeTest(t, "main.tf", "")
	writeTest(t, configName, "formats: [sarif]\n")
	env := map[string]string{}
	for _, step := range []struct{ want, set, flag string }{{"$schema", "", ""}, {"<testsuites", "junit", ""}, {`"hipaactl/report/v1"`, "junit", "json"}} {
		args := []string{"scan"}
		if step.set != "" {
			env["HIPAACTL_FORMAT"] = step.set
		}
		if step.flag != "" {
			args = append(args, "-f", step.flag)
		}
		if stdout, stderr, _ := invoke(t, env, args...); !strings.Contains(stdout, step.want) {
			t.Errorf("%+v: got %s%s", step, stdout, stderr)
		}
	}
}

// TestThresholdsJoin sets different thresholds in each layer: all hold.
func TestThresholdsJoin(t *testing.T) {
	t.Chdir(t.TempDir())
	writeTest(t, configName, "params:\n  HIPAA-RDS-005.minimum_days: 8\n  HIPAA-IAM-001.minimum_length: 16\n  HIPAA-VPC-003.authorised_ports: [80, \"8443\"]\n")
	env := map[string]string{"HIPAACTL_PARAM": "HIPAA-IAM-001.minimum_length=15"}
	stdout, stderr, code := invoke(t, env, "config", "show", "--param", "HIPAA-RDS-005.phi_minimum_days=40", "-f", "json")
	if code != 0 {
		t.Fatal(stderr)
	}
	for _, want := range []string{"HIPAA-RDS-005.minimum_days=8", "HIPAA-IAM-001.minimum_length=15", "HIPAA-RDS-005.phi_minimum_days=40", "HIPAA-VPC-003.authorised_ports=80,8443"} {
		if !strings.Contains(stdout, `"`+want+`"`) {
			t.Errorf("%s is not there: %s", want, stdout)
		}
	}
}

// setting as config show prints it, with a list of one value as that value.
type shownSetting struct {
	Value string
	From  []string
}

func shown(t *testing.T, env map[string]string, args []string, key string) shownSetting {
	t.Helper()
	stdout, stderr, code := invoke(t, env, append([]string{"config", "show", "-f", "json"}, args...)...)
	var page struct{ Settings []effective }
	if err := json.Unmarshal([]byte(stdout), &page); err != nil || code != 0 {
		t.Fatalf("%s: exit %d, %v, %s", key, code, err, stderr)
	}
	for _, e := range page.Settings {
		if e.Key != key {
			continue
		}
		text, err := json.Marshal(e.Value)
		if err != nil {
			t.Fatal(err)
		}
		return shownSetting{strings.Trim(string(text), `"[]`), e.From}
	}
	t.Fatalf("%s is not shown", key)
	return shownSetting{}
}

// yamlOf is a file that sets one setting.
func yamlOf(s setting, value string) string {
	line := func(key, value string) string { return key + ": " + value + "\n" }
	switch s.kind {
	case list:
		value = `["` + value + `"]`
	case thresholds:
		value = "{" + strings.Replace(value, "=", ": ", 1) + "}"
	case text, truth, number:
	}
	if section, name, nested := strings.Cut(s.key, "."); nested {
		return section + ":\n  " + line(name, value)
	}
	return line(s.key, value)
}

func writeTest(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

const tinyPolicy = `# METADATA
# title: A queue
# description: A queue.
# custom:
#   id: CLINIC-NAME
#   severity: low
#   citations: ["164.312(b)"]
#   resources: {aws_sqs_queue: {}}
#   remediation: Nothing.
package clinic.NAME

deny contains {"paths": [], "message": "no"} if false
`

func TestConfigErrors(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"unknown key", "gate:\n  fail-onn: high\n", `:2: unknown key "gate.fail-onn" (did you mean gate.fail-on?)`},
		{"unknown section", "rulez: {}\n", `:1: unknown key "rulez" (did you mean rules?)`},
		{"key of a section", "fail_on: high\n", `:1: unknown key "fail_on" (did you mean gate.fail-on?)`},
		{"case", "Gate: {}\n", `:1: unknown key "Gate" (did you mean gate?)`},
		{"merge key", "a: &a {}\n<<: *a\n", `:2: unknown key "<<"`},
		{"flag as text", "gate: {fail-on-unknown: \"true\"}\n", ":1: gate.fail-on-unknown: want true or false, got text"},
		{"flag as yes", "gate: {fail-on-unknown: yes}\n", "want true or false, got text"},
		{"text for a number", "waivers: {max-days: many}\n", ":1: waivers.max-days: want a number, got text"},
		{"no number of days", "waivers: {max-days: 0}\n", ":1: waivers.max-days: want a whole number from 1"},
		{"no value", "gate:\n  fail-on:\n", ":2: gate.fail-on: want text, got nothing"},
		{"value not listed", "gate: {fail-on: info}\n", `:1: gate.fail-on: "info": want one of critical, high, medium, low, never`},
		{"text for a list", "rules:\n  skip: HIPAA-S3-001\n", ":2: rules.skip: want a list, got text"},
		{"number in a list", "rules:\n  skip:\n    - HIPAA-S3-001\n    - 3\n", ":4: rules.skip: want text, got a number"},
		{"empty list", "rules: {include: []}\n", ":1: rules.include: want a list, got an empty list"},
		{"list for a section", "gate: [high]\n", ":1: gate: want keys and values, got a list"},
		{"text for all", "high\n", ":1: settings: want keys and values, got text"},
		{"twice", "formats: [text]\nformats: [json]\n", ":2: formats stands a second time, first at line 1"},
		{"alias", "rules: {skip: &a [HIPAA-S3-001], include: *a}\n", ":1: rules.include: want a list, got an alias"},
		{"syntax", "gate:\n\tfail-on: high\n", ":2: not YAML: "},
		{"two documents", "gate: {}\n---\ngate: {}\n", "a second document"},
		{"unknown rule", "rules:\n  skip: [HIPAA-S3-0003]\n", ":2: rules.skip: HIPAA-S3-0003: there is no such rule (did you mean HIPAA-S3-003?)"},
		{"malformed glob", "rules:\n  include: ['[']\n", ":2: rules.include: [: malformed pattern"},
		{"unknown citation", "rules: {citations: [\"164.512\"]}\n", ":1: rules.citations: 164.512: not a paragraph"},
		{"citation of no rule", "rules: {citations: [\"164.310(b)\"]}\n", ":1: rules.citations: 164.310(b): no rule cites it"},
		{"unknown parameter", "params:\n  HIPAA-RDS-005.minimm_days: 3\n", ":2: params.HIPAA-RDS-005.minimm_days: no policy declares it (did you mean HIPAA-RDS-005.minimum_days?)"},
		{"parameter without a rule", "params: {minimum_days: 3}\n", ":1: params.minimum_days: want RULE.NAME"},
		{"parameter of another type", "params:\n  HIPAA-RDS-005.minimum_days: \"14\"\n", ":2: params.HIPAA-RDS-005.minimum_days: want a number"},
		{"parameter that is not finite", "params: {HIPAA-RDS-005.minimum_days: .inf}\n", ":1: params.HIPAA-RDS-005.minimum_days: want a number"},
		{"parameter that is no list", "params: {HIPAA-VPC-003.authorised_ports: 80}\n", "want a list"},
		{"parameter without a value", "params:\n  HIPAA-RDS-005.minimum_days:\n", "want a value, got nothing"},
		{"comma in a member", "params: {HIPAA-VPC-003.authorised_ports: ['80,443']}\n", "want text without commas"},
		{"unknown format", "formats: [text, serif=x]\n", `:1: formats: unknown format "serif"`},
		{"format without a file", "formats: [\"json=\"]\n", "the file's name is missing"},
		{"file above", "formats: [json=../x.json]\n", ":1: formats: ../x.json: lies outside"},
		{"file at the root", "formats: [json=/tmp/x.json]\n", "lies outside"},
		{"file behind a link", "formats: [json=away/x.json]\n", "lies outside"},
		{"no directory", "policies: [nowhere]\n", ":1: policies: nowhere: there is no such directory"},
		{"file as a directory", "policies: [.hipaactl.yaml]\n", "not a directory"},
		{"no waiver file", "gate: {}\nwaivers:\n  file: away/nowhere.yaml\n", ":3: waivers.file: away/nowhere.yaml: no such file or directory"},
		{"too large", "# " + strings.Repeat("x", configLimit), "larger than 64 KiB"},
	}
	t.Chdir(t.TempDir())
	if err := os.Symlink(t.TempDir(), "away"); err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			writeTest(t, configName, tt.file)
			for _, command := range [][]string{{"scan"}, {"config", "show"}} {
				stdout, stderr, code := invoke(t, nil, command...)
				if code != 2 || stdout != "" || !strings.Contains(stderr, "hipaactl: "+configName) || !strings.Contains(stderr, tt.want) {
					t.Errorf("%v: exit %d, want 2 and %q\n%s%s", command, code, tt.want, stdout, stderr)
				}
			}
		})
	}
}

func TestFindConfig(t *testing.T) {
	top := t.TempDir()
	t.Chdir(top)
	writeTest(t, configName, "gate: {fail-on: never}\n")
	writeTest(t, "repo/.git/HEAD", "")
	writeTest(t, "repo/a/b/x", "")
	check := func(dir, want string) {
		t.Helper()
		t.Chdir(filepath.Join(top, dir))
		if got, err := findConfig(); err != nil || got != filepath.FromSlash(want) {
			t.Errorf("from %s: got %q, %v, want %q", dir, got, err, want)
		}
	}
	check("repo/a/b", "") // the file above the repository is not the project's
	writeTest(t, filepath.Join(top, "repo", configName), "")
	check("repo/a/b", "../../.hipaactl.yaml")
	writeTest(t, filepath.Join(top, "repo", "a", configName), "")
	check("repo/a/b", "../.hipaactl.yaml") // the nearest counts alone
	check("repo", configName)
	check(".", configName)
	writeTest(t, filepath.Join(top, "repo", "a", "b", ".hipaactl.yml"), "")
	t.Chdir(filepath.Join(top, "repo", "a", "b"))
	if _, err := findConfig(); err == nil || !strings.Contains(err.Error(), "call it .hipaactl.yaml") {
		t.Errorf(".hipaactl.yml: got %v", err)
	}
}

// TestConfigFlag names another file, or none.
func TestConfigFlag(t *testing.T) {
	t.Chdir(t.TempDir())
	writeTest(t, configName, "gate: {fail-on: severe}\n")
	writeTest(t, "ci/gate.yaml", "gate: {fail-on: high}\npolicies: [own]\nformats: [json=out.json]\n")
	writeTest(t, "ci/own/policy.rego", strings.ReplaceAll(tinyPolicy, "NAME", "OWN"))
	for _, tt := range []struct{ args, want string }{
		{"config show --config none", "low"},
		{"config show --config ci/gate.yaml", "ci/own"},
		{"config show --config ci/gate.yaml", "json=ci/out.json"},
	} {
		if stdout, stderr, code := invoke(t, nil, strings.Fields(tt.args)...); code != 0 || !strings.Contains(stdout, tt.want) {
			t.Errorf("%s: exit %d, %s%s", tt.args, code, stdout, stderr)
		}
	}
	for _, args := range []string{"scan --config nowhere.yaml", "scan --config ci", "scan --config="} {
		if _, stderr, code := invoke(t, nil, strings.Fields(args)...); code != 2 {
			t.Errorf("%s: exit %d, %s", args, code, stderr)
		}
	}
	if stdout, _, code := invoke(t, map[string]string{"HIPAACTL_CONFIG": "ci/gate.yaml"}, "config", "show"); code != 0 || !strings.Contains(stdout, "ci/gate.yaml:1") {
		t.Errorf("HIPAACTL_CONFIG: exit %d, %s", code, stdout)
	}
}

// TestStarter uncomments the file that init writes: every example is right and every
// setting is there; and before that it sets nothing.
func TestStarter(t *testing.T) {
	entries, err := decodeConfig(configName, []byte(starter()))
	if err != nil || len(entries) > 0 {
		t.Errorf("as written: %v, %v", entries, err)
	}
	_, body, _ := strings.Cut(starter(), "\n\n")
	entries, err = decodeConfig(configName, []byte(regexp.MustCompile(`(?m)^# `).ReplaceAllString(body, "")))
	if err != nil {
		t.Error(err)
	}
	if len(entries) != len(settings()) {
		t.Errorf("%d of %d settings are there", len(entries), len(settings()))
	}
}

func TestConfigSchemaIsFresh(t *testing.T) {
	file := filepath.Join("..", "..", "docs", "schema", "config.v1.json")
	var want bytes.Buffer
	if err := printJSON(&want, configSchema()); err != nil {
		t.Fatal(err)
	}
	if os.Getenv("HIPAACTL_UPDATE") != "" {
		if err := os.WriteFile(file, want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if d := cmp.Diff(want.String(), string(got)); err != nil || d != "" {
		t.Errorf("HIPAACTL_UPDATE=1 writes it anew: %v\n%s", err, d)
	}
}

// TestConfigSchemaAgrees shows the schema what decodeConfig accepts and refuses.
func TestConfigSchemaAgrees(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "docs", "schema", "config.v1.json"))
	if err != nil {
		t.Fatal(err)
	}
	documents := []string{
		"", "gate:\n", "params:\n", "high", "[]", "rulez: {}", "gate: {fail-on: high}", "gate: {fail-on: info}", "gate: {fail-on: 3}",
		"gate: {fail-on-unknown: true}", "gate: {fail-on-unknown: 'true'}", "gate: {fail-onn: x}", "gate: {fail-on:}", "rules: {include: []}",
		"rules: {include: [A]}", "rules: {include: [3]}", "rules: {include: A}", "params: {A.b: 3, A.c: x, A.d: true, A.e: [x, 3]}",
		"params: {a: 3}", "params: {A.b: }", "params: {A.b: {}}", "params: {A.b: ['1,2']}", "params: {A.b: [true]}", "formats: [text]", "formats: {}",
		"waivers: {max-days: 3}", "waivers: {max-days: 0}", "waivers: {max-days: 1.5}", "waivers: {file: 3}",
	}
	_, body, _ := strings.Cut(starter(), "\n\n")
	documents = append(documents, regexp.MustCompile(`(?m)^# `).ReplaceAllString(body, ""))
	for _, document := range documents {
		_, ours := decodeConfig(configName, []byte(document))
		var value any
		if err := yaml.Unmarshal([]byte(document), &value); err != nil {
			t.Fatal(err)
		}
		theirs := schema.Validate(value)
		if (ours == nil) != (theirs == nil) {
			t.Errorf("%q: decodeConfig says %v, the schema %v", document, ours, theirs)
		}
	}
}

func FuzzConfig(f *testing.F) {
	f.Add([]byte(starter()))
	f.Add([]byte("params: {A.b: [x, 3]}\ngate: &a {fail-on: high}\nx: *a\n"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _ = decodeConfig(configName, data) // neither panics nor hangs
	})
}

// TestConfigurationPage finds every setting in the page on configuration, as its flag explains it.
func TestConfigurationPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "configuration.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range settings() {
		row := "| `" + s.key + "` | `--" + s.flag + "` | " + s.about + " |\n"
		if !strings.Contains(string(page), row) {
			t.Errorf("docs/configuration.md has no %s", row)
		}
	}
	for _, name := range profileNames() {
		if !strings.Contains(string(page), "| `"+name+"` | ") {
			t.Errorf("docs/configuration.md has no profile %s", name)
		}
	}
}
