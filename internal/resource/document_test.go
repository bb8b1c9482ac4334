package resource

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

func TestParseDocument(t *testing.T) {
	token := Ref{Attr: "arn", ID: 7}.Placeholder()
	tests := map[string]struct{ text, want string }{
		"lists stay lists": {
			`{"Version":"2012-10-17","Id":"x","Statement":[{"Sid":"a","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":["*"]}]}`,
			`{"Id":"x","Statement":[{"Action":["s3:GetObject","s3:PutObject"],"Effect":"Allow","Resource":["*"],"Sid":"a"}],"Version":"2012-10-17"}`,
		},
		"single statement and single values": {
			`{"Statement":{"Effect":"Deny","NotAction":"iam:*","NotResource":"*"}}`,
			`{"Statement":[{"Effect":"Deny","NotAction":["iam:*"],"NotResource":["*"]}]}`,
		},
		"principals": {
			`{"Statement":[{"Principal":"*"},{"NotPrincipal":{"AWS":"*","Service":["a","b"]}},{"Principal":{}}]}`,
			`{"Statement":[{"Principal":{"AWS":["*"]}},{"NotPrincipal":{"AWS":["*"],"Service":["a","b"]}},{"Principal":{}}]}`,
		},
		"conditions": {
			`{"Statement":[{"Condition":{"Bool":{"aws:SecureTransport":false},"NumericLessThan":{"s3:max-keys":[10,"20"]},"Null":{}}}]}`,
			`{"Statement":[{"Condition":{"Bool":{"aws:SecureTransport":["false"]},"Null":{},"NumericLessThan":{"s3:max-keys":["10","20"]}}}]}`,
		},
		"null is absent": {
			`{"Version":null,"Statement":[{"Sid":null,"Action":null,"Principal":null,"Condition":null}]}`,
			`{"Statement":[{}]}`,
		},
		"no statement":     {`{}`, `{"Statement":[]}`},
		"empty lists":      {`{"Statement":[{"Action":[]}]}`, `{"Statement":[{"Action":[]}]}`},
		"placeholder text": {`{"Statement":{"Resource":"` + token + `/*"}}`, `{"Statement":[{"Resource":["` + token + `/*"]}]}`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := ParseDocument(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			text, err := ctyjson.Marshal(got, got.Type())
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, string(text)); diff != "" {
				t.Errorf("document differs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseDocumentErrors(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"empty":             {``, "line 1, column 1: the text is not valid JSON"},
		"truncated":         {"{\n\"Statement\": [{", "the text is not valid JSON"},
		"array":             {`[]`, "the document must be an object"},
		"string":            {`"secret"`, "the document must be an object"},
		"not UTF-8":         {"{\"Id\":\"\xff\"}", "not UTF-8"},
		"after the end":     {`{} {}`, "there is text after the document"},
		"twice":             {`{"Statement":[{"Action":"secret","Action":"b"}]}`, "a statement has an element twice"},
		"twice by NFC":      {"{\"Statement\":{\"Condition\":{\"Bool\":{\"\u00e9\":1,\"e\u0301\":2}}}}", "has an element twice"},
		"unknown":           {`{"statement":[]}`, "the document has an unknown element"},
		"unknown in it":     {`{"Statement":[{"secret":1}]}`, "a statement has an unknown element"},
		"number for effect": {"{\"Statement\":[{\n  \"Effect\":1}]}", "line 2, column 13: Effect must be a string"},
		"number for action": {`{"Statement":[{"Action":1}]}`, "Action must hold a string or a list of strings"},
		"nested list":       {`{"Statement":[{"Action":[["secret"]]}]}`, "Action must hold a string or a list of strings"},
		"null in a list":    {`{"Statement":[{"Action":[null]}]}`, "Action must hold a string or a list of strings"},
		"principal text":    {`{"Statement":[{"Principal":"secret"}]}`, "Principal must be an object"},
		"null principal":    {`{"Statement":[{"Principal":{"AWS":null}}]}`, "Principal must hold a string"},
		"condition list":    {`{"Statement":[{"Condition":{"Bool":["secret"]}}]}`, "Condition must be an object"},
		"null condition":    {`{"Statement":[{"Condition":{"Bool":{"secret":null}}}]}`, "Condition must hold a string"},
		"deep":              {strings.Repeat(`[`, 1<<20), "the document must be an object"},
		"deep inside":       {`{"Statement":` + strings.Repeat(`[`, 1<<20), "a statement must be an object"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := ParseDocument(tt.text)
			if err == nil {
				t.Fatal("no error")
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %q does not say %q", err, tt.want)
			}
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("error %q quotes the text", err)
			}
		})
	}
}

func FuzzParseDocument(f *testing.F) {
	for _, seed := range []string{
		`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":["*"],"Principal":"*"}]}`,
		`{"Statement":{"Condition":{"Bool":{"aws:SecureTransport":[false,1e3,"x"]}},"NotPrincipal":{"AWS":[]}}}`,
		`{"Statement":[,]}`, `{"Id":"\ud800"}`, `{"Statement":null}`, "{\"Id\":\"\uE0001\uE001\"}",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := ParseDocument(text)
		if err != nil {
			return
		}
		if !json.Valid([]byte(text)) {
			t.Fatal("accepted text that is not JSON")
		}
		once, err := ctyjson.Marshal(doc, doc.Type())
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseDocument(string(once))
		if err != nil {
			t.Fatalf("the normal form is refused: %v", err)
		}
		if !again.RawEquals(doc) {
			t.Fatal("normalising twice changes the document")
		}
	})
}
