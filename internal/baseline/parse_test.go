package baseline

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hipaactl/hipaactl/internal/finding"
)

const print0 = "00000000000000000000000000000000"

// line is an entry with some keys replaced, or taken out where the value is empty.
func line(edits ...string) string {
	keys := []string{"rule", "root", "address", "status", "severity", "fingerprint"}
	values := map[string]string{
		"rule": `"R"`, "root": `"."`, "address": `"a.b"`, "status": `"fail"`, "severity": `"high"`, "fingerprint": `"` + print0 + `"`,
	}
	for i := 0; i < len(edits); i += 2 {
		values[edits[i]] = edits[i+1]
	}
	var parts []string
	for _, key := range keys {
		if values[key] != "" {
			parts = append(parts, fmt.Sprintf("%q: %s", key, values[key]))
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func fileOf(entries ...string) string {
	return "{\n\"schema\": \"" + Schema + "\",\n\"entries\": [\n" + strings.Join(entries, ",\n") + "\n]}\n"
}

func TestParseRefuses(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"nothing":             {"", "line 1: the file ends where an object should be"},
		"no JSON":             {"entries: []", "line 1: not JSON"},
		"a list":              {"[]", "line 1: want an object"},
		"null":                {"null", "line 1: want an object"},
		"no schema":           {`{"entries": []}`, "line 1: the key schema is missing"},
		"no entries":          {"{\n\"schema\": \"" + Schema + "\"}", "line 2: the key entries is missing"},
		"a report":            {"{\n\"schema\": \"hipaactl/report/v1\"}", "line 2: want the schema " + Schema},
		"a later schema":      {`{"schema": "hipaactl/baseline/v2"}`, "want the schema " + Schema},
		"a schema of a kind":  {`{"schema": 1}`, "line 1: want text"},
		"a key of the file":   {"{\"schema\": \"" + Schema + "\",\n\n\"notes\": 1}", `line 3: unknown key "notes"`},
		"a key of an entry":   {fileOf(line(), strings.Replace(line(), `"rule"`, `"rul"`, 1)), `line 5: unknown key "rul"`},
		"a key twice":         {fileOf(strings.Replace(line(), `{`, `{"rule": "S", `, 1)), "line 4: the key rule stands twice"},
		"entries twice":       {"{\"schema\": \"" + Schema + "\", \"entries\": [],\n\"entries\": []}", "line 2: the key entries stands twice"},
		"more":                {fileOf() + "{}", "line 6: there is more after the end"},
		"cut off":             {strings.TrimSuffix(fileOf(line()), "\n]}\n"), "line 4: the file ends where the end of a list should be"},
		"a merge":             {fileOf(line()+",\n<<<<<<< HEAD", line()), "line 5: not JSON; is it in the middle of a merge?"},
		"deep":                {fileOf(strings.Repeat("[", 100000)), "line 4: want an object"},
		"entries of a kind":   {"{\"schema\": \"" + Schema + "\", \"entries\": {}}", "line 1: want a list"},
		"null for entries":    {"{\"schema\": \"" + Schema + "\", \"entries\": null}", "line 1: want a list"},
		"an entry of a kind":  {fileOf(`"R"`), "line 4: want an object"},
		"no rule":             {fileOf(line("rule", "")), "line 4: an entry without rule"},
		"no fingerprint":      {fileOf(line("fingerprint", "")), "line 4: an entry's fingerprint is 32 hexadecimal digits"},
		"a wrong fingerprint": {fileOf(line("fingerprint", `"*"`)), "line 4: an entry's fingerprint"},
		"a status":            {fileOf(line("status", `"pass"`)), "line 4: an entry's status is fail or unknown"},
		"no status":           {fileOf(line("status", "")), "line 4: an entry's status"},
		"a severity":          {fileOf(line("severity", `"any"`)), "line 4: an entry's severity"},
		"a number":            {fileOf(line("address", "7")), "line 4: want text"},
		"grounds":             {fileOf(line("rule", `"R", "grounds": ["x"]`)), "line 4: a ground is 12 hexadecimal digits"},
		"a secret as a key":   {fileOf(`{"postgres://app:hunter2@db": 1}`), `unknown key "postgres://***@db"`},
		"a long key":          {fileOf(`{"` + strings.Repeat("k", 5000) + `": 1}`), strings.Repeat("k", 40) + "…"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse([]byte(tt.text))
			var wrong *Error
			if !errors.As(err, &wrong) || !strings.Contains(err.Error(), tt.want) || len(err.Error()) > 200 {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestParseTakesAnyLayout(t *testing.T) {
	plain, err := Parse([]byte(fileOf(line(), line("address", `"a.c"`))))
	if err != nil {
		t.Fatal(err)
	}
	other, err := Parse([]byte("\xef\xbb\xbf" + strings.NewReplacer("\n", "\r\n", ", ", ",\n\t").Replace(fileOf(line("address", `"a.c"`), line()))))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(plain, other); d != "" || len(plain.Entries) != 2 {
		t.Errorf("%s", d)
	}
}

func TestWriteReadsBack(t *testing.T) {
	b := Of([]finding.Finding{
		fail("HIPAA-B", "z.z", "1", finding.Low, "a", "b"),
		fail("HIPAA-A", "a.a", "2", finding.Critical),
		fail("HIPAA-A", "a.a", "2", finding.Critical),
		{Rule: "HIPAA-C", Status: finding.Unknown, Severity: finding.High, Fingerprint: digits("3", 32), Resource: finding.Resource{Root: "envs/<prod>", Address: `a.b["x&y"]`}},
		{Rule: "HIPAA-D", Status: finding.Pass},
		{Rule: "HIPAA-D", Status: finding.NotApplicable},
		{Rule: "HIPAA-D", Status: finding.Fail, Waiver: &finding.Waiver{}},
		{Rule: "HIPAA-WVR-001", Status: finding.Fail, Resource: finding.Resource{Type: "waiver"}},
	})
	var text bytes.Buffer
	if err := b.Write(&text); err != nil {
		t.Fatal(err)
	}
	want := `{
  "schema": "hipaactl/baseline/v1",
  "entries": [
    {"rule":"HIPAA-A","root":"","address":"a.a","status":"fail","severity":"critical","fingerprint":"22222222222222222222222222222222"},
    {"rule":"HIPAA-A","root":"","address":"a.a","status":"fail","severity":"critical","fingerprint":"22222222222222222222222222222222"},
    {"rule":"HIPAA-B","root":"","address":"z.z","status":"fail","severity":"low","fingerprint":"11111111111111111111111111111111","grounds":["aaaaaaaaaaaa","bbbbbbbbbbbb"]},
    {"rule":"HIPAA-C","root":"envs/<prod>","address":"a.b[\"x&y\"]","status":"unknown","severity":"high","fingerprint":"33333333333333333333333333333333"}
  ]
}
`
	if d := cmp.Diff(want, text.String()); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	back, err := Parse(text.Bytes())
	if d := cmp.Diff(b, back); err != nil || d != "" {
		t.Errorf("%v %s", err, d)
	}
	var none bytes.Buffer
	if err := (Baseline{}).Write(&none); err != nil || none.String() != "{\n  \"schema\": \"hipaactl/baseline/v1\",\n  \"entries\": []\n}\n" {
		t.Errorf("%v %s", err, none.String())
	}
}

func TestSecretsAreMasked(t *testing.T) {
	f := fail("R", `aws_db_instance.d["postgres://app:hunter2@db"]`, "1", finding.Low)
	f.Resource.Root = "envs/AKIAIOSFODNN7EXAMPLE"
	b := Of([]finding.Finding{f})
	var text bytes.Buffer
	if err := b.Write(&text); err != nil || strings.Contains(text.String(), "hunter2") || strings.Contains(text.String(), "AKIA") {
		t.Errorf("%v %s", err, text.String())
	}
	if r := b.Compare([]finding.Finding{f}, Run{}); r.Report.Unchanged != 1 || r.Report.New != 0 {
		t.Errorf("%+v", r.Report)
	}
}

// TestLarge: a file of ten megabytes is read in a moment.
func TestLarge(t *testing.T) {
	one := line("address", `"`+strings.Repeat("x", 1000)+`"`)
	b, err := Parse([]byte(fileOf(strings.Split(strings.Repeat(one+"\n", 10000), "\n")[:10000]...)))
	if err != nil || len(b.Entries) != 10000 {
		t.Fatal(err)
	}
	findings := make([]finding.Finding, 10001)
	for i := range findings {
		findings[i] = fail("R", "y", "1", finding.High)
		findings[i].Fingerprint = print0
	}
	if r := b.Compare(findings, Run{}); r.Report.Unchanged != 10000 || r.Report.New != 1 {
		t.Errorf("%d unchanged, %d new", r.Report.Unchanged, r.Report.New)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(fileOf(line(), line("status", `"unknown"`, "rule", `"R", "grounds": ["aaaaaaaaaaaa"]`))))
	f.Add([]byte(fileOf()))
	f.Add([]byte("{\"schema\": \"x\"}"))
	f.Add([]byte("\xef\xbb\xbf[{}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Parse(data)
		if err != nil {
			var wrong *Error
			if !errors.As(err, &wrong) || wrong.Line < 1 || wrong.Line > 1+bytes.Count(data, []byte("\n")) {
				t.Fatalf("%v", err)
			}
			return
		}
		var text bytes.Buffer
		if err := b.Write(&text); err != nil {
			t.Fatal(err)
		}
		back, err := Parse(text.Bytes())
		if d := cmp.Diff(b, back); err != nil || d != "" {
			t.Fatalf("%v %s", err, d)
		}
	})
}

// TestSchema: the published schema takes what is written, and refuses what Parse refuses.
func TestSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "docs", "schema", "baseline.v1.json"))
	if err != nil {
		t.Fatal(err)
	}
	var written bytes.Buffer
	if err := Of([]finding.Finding{fail("R", "a", "1", finding.Low, "a", "b"), unsure(fail("S", "b", "2", finding.Info))}).Write(&written); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		written.String(): true, fileOf(): true, fileOf(line()): true,
		fileOf(line("rule", "")): false, fileOf(line("status", `"pass"`)): false, fileOf(line("severity", `"any"`)): false,
		fileOf(line("fingerprint", `"1"`)): false, fileOf(line("rule", `"R", "note": "x"`)): false, "{}": false,
	} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		_, wrong := Parse([]byte(text))
		if err := schema.Validate(v); (err == nil) != want || (wrong == nil) != want {
			t.Errorf("%s\nschema: %v, Parse: %v", text, err, wrong)
		}
	}
}
