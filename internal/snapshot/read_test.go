package snapshot_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/snapshot"
)

// document is a snapshot with these keys more.
func document(more string) string {
	return `{"schema": "hipaactl/snapshot/v1", "time": "2026-01-15T10:00:00Z"` + more + "}"
}

// holding is a snapshot of one resource with these values, and these keys more.
func holding(values, more string) string {
	return document(`,
"resources": [
 {"type": "aws_x", "name": "x", "account": "111122223333",
  "values": ` + values + more + `}]`)
}

func TestReadErrors(t *testing.T) {
	unknown := func(path string) string {
		return `, "unknown": [{"path": "` + path + `", "kind": "not_visible", "what": "a:B", "why": "c"}]`
	}
	tests := map[string]struct{ text, want string }{
		"nothing":                {"", "x.json:1: the text ends early"},
		"cut off":                {"{\"schema\":\n", "x.json:2: the text ends early"},
		"no JSON":                {"{schema", "x.json:1: not valid JSON"},
		"not UTF-8":              {"{\"schema\": \"\xff\"}", "x.json: the text is not UTF-8"},
		"text behind it":         {document("") + "\n\n{}", "x.json:3: there is text after"},
		"no object":              {"[]", "want an object with the schema"},
		"no schema":              {"{}", `"schema" is missing`},
		"another schema":         {`{"schema": "hipaactl/report/v1"}`, "schema: want hipaactl/snapshot/v1: this is no snapshot"},
		"a newer schema":         {`{"what": 1, "schema": "hipaactl/snapshot/v2"}`, "another version of the format"},
		"no time":                {`{"schema": "hipaactl/snapshot/v1"}`, `"time" is missing`},
		"no real time":           {`{"schema": "hipaactl/snapshot/v1", "time": "yesterday"}`, "time: want a time such as"},
		"a year too many":        {`{"schema": "hipaactl/snapshot/v1", "time": "9999-12-31T23:59:59-01:00"}`, "time: want a time such as"},
		"unknown key":            {document(`, "resource": []`), `the key "resource" is not known`},
		"key twice":              {document(`, "time": "2026-01-15T10:00:00Z"`), `the key "time" stands twice`},
		"long key":               {document(`, "` + strings.Repeat("k", 100) + `": 1`), `the key "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk..."`},
		"no list":                {document(`, "resources": {}`), "resources: want a list"},
		"no account":             {document(`, "scopes": [{"account": "1234"}]`), "scopes[0].account: want a string such as 111122223333"},
		"no region":              {document(`, "scopes": [{"account": "111122223333", "region": "global"}]`), "scopes[0].region: want a string such as eu-west-1"},
		"region without account": {document(`, "gaps": [{"what": "a", "why": "b", "region": "eu-west-1"}]`), "gaps[0]: a region is one of an account"},
		"no attempts":            {document(`, "calls": [{"operation": "a:B", "time": "2026-01-15T10:00:00Z", "attempts": -1}]`), "calls[0].attempts: want a whole number"},
		"no type":                {document(`, "resources": [{"type": "AWS::S3::Bucket"}]`), "resources[0].type: want a string such as aws_db_instance"},
		"no values":              {document(`, "resources": [{"type": "aws_x", "name": "x", "account": "111122223333"}]`), `resources[0]: the key "values" is missing`},
		"values that are none":   {holding(`[]`, ""), "resources[0].values: want an object"},
		"no name":                {document(`, "resources": [{"type": "aws_x", "name": "", "account": "111122223333", "values": {}}]`), "the name is empty"},
		"want":                   {holding(`{}`, `, "want": ["pass"]`), "only an example of a policy says what it wants"},
		"huge number":            {holding(`{"a": 1e999999999}`, ""), "x.json:4: resources[0].values.a: the number is too large"},
		"tiny number":            {holding(`{"a": [1e-999999999]}`, ""), "resources[0].values.a[0]: the number is too large"},
		"endless exponent":       {holding(`{"a": 1e99999999999999999999}`, ""), "the number is too large"},
		"long number":            {holding(`{"a": `+strings.Repeat("7", 500)+`}`, ""), "the number is too large"},
		"too deep":               {holding(strings.Repeat("[", 100_000), ""), "nested deeper than 100 levels"},
		"one key in two forms":   {holding(`{"caf\u00e9": 1, "cafe\u0301": 2}`, ""), "twice, in two encodings"},
		"no path":                {holding(`{}`, unknown("a..b")), "resources[0].unknown[0].path: want a path such as"},
		"path with a star":       {holding(`{"a": []}`, unknown("a[*]")), "resources[0].unknown[0].path: want a path such as"},
		"path to nowhere":        {holding(`{}`, unknown("a.b")), "resources[0].unknown[0].path: it leads to no place"},
		"path past the list":     {holding(`{"a": [null]}`, unknown("a[1]")), "unknown[0].path: it leads to no place"},
		"path into text":         {holding(`{"a": "pl4nted"}`, unknown("a.b")), "unknown[0].path: it leads to no place"},
		"unknown with a value":   {holding(`{"a": "pl4nted"}`, unknown("a")), "resources[0].values.a: it is listed as unknown and has a value"},
		"open text":              {holding(`{"a": "pl4nted"}`, strings.Replace(unknown("a"), "unknown", "open", 1)), "resources[0].values.a: it is listed as open and is no list"},
		"no kind":                {holding(`{}`, `, "maybe": [{"kind": "odd", "what": "a", "why": "b"}]`), "resources[0].maybe[0].kind: want not_given"},
		"no reason":              {holding(`{}`, `, "unread": {"kind": "not_visible", "what": "a"}`), `resources[0].unread: the key "why" is missing`},
		"reads no call":          {holding(`{}`, `, "reads": {"tags_all": 0}`), "resources[0].reads.tags_all: there are only 0 calls"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := snapshot.Read([]byte(tt.text), "x.json")
			if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "pl4nted") {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestReadExample(t *testing.T) {
	text := holding(`{}`, `, "want": ["fail", "unknown strength"]`)
	if _, err := snapshot.ReadExample([]byte(text), "x.json"); err != nil {
		t.Error(err)
	}
	if _, err := snapshot.ReadExample([]byte(strings.Replace(text, `"fail"`, `1`, 1)), "x.json"); err == nil || !strings.Contains(err.Error(), "want[0]: want a string") {
		t.Errorf("error %v", err)
	}
}

func TestIs(t *testing.T) {
	for text, want := range map[string]bool{
		document(""):                        true,
		`{"schema": "hipaactl/snapshot/v7"`: true,
		`{"resources": [{}, [1]], "schema": "hipaactl/snapshot/v1"}`: true,
		`{"schema": "hipaactl/report/v1"}`:                           false,
		`{"schema": 1}`:                                              false,
		`{"format_version": "1.2"}`:                                  false,
		`{"resource": {}, "schema": "hipaactl/snapshot/"}`:           false,
		`resource "a" "b" {}`:                                        false,
		"":                                                           false, "[]": false, "{": false,
	} {
		if got := snapshot.Is(strings.NewReader(text)); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

// FuzzRead: nothing that is read makes a panic or takes forever, and what is read can
// be written and read again.
func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	if err := snapshot.Write(&b, full()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(document("")))
	f.Add([]byte(holding(`{"a": [1, null, {"b": true}], "c": 1e300}`, `, "unknown": [{"path": "a[1]", "kind": "not_visible", "what": "a:B", "why": "c"}, {"path": "a[2][\"x.y\"]", "kind": "not_given", "what": "a", "why": ""}]`)))
	f.Add([]byte(holding(`{"": {"\u0000": "\ud800"}}`, `, "open": [{"path": "[\"\"]", "kind": "not_visible", "what": "", "why": ""}], "reads": {}`)))
	if text, err := os.ReadFile("../../testdata/script/snapshot.txtar"); err == nil {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := snapshot.ReadExample(data, "fuzz")
		if err != nil {
			return
		}
		var first, second bytes.Buffer
		if err := snapshot.Write(&first, s); err != nil {
			t.Fatal(err)
		}
		s, err = snapshot.Read(first.Bytes(), "fuzz")
		if err != nil {
			t.Fatalf("%v\n%s", err, first.Bytes())
		}
		if err := snapshot.Write(&second, s); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("not stable:\n%s\n%s", first.Bytes(), second.Bytes())
		}
	})
}
