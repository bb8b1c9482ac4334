package iampolicy

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

var (
	bucket = resource.Ref{Address: resource.Address{Type: "aws_s3_bucket", Name: "b"}, Attr: "arn", ID: 3}
	key    = resource.Ref{Address: resource.Address{Type: "aws_kms_key", Name: "k"}, Attr: "arn", ID: 4}
	given  = resource.Cause{Kind: resource.NotGiven, What: "var.given"}
)

// body evaluates an object expression to the body of a data source.
func body(t testing.TB, src string) cty.Value {
	t.Helper()
	e, diags := hclsyntax.ParseExpression([]byte(src), "test.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	v, diags := e.Value(&hcl.EvalContext{Variables: map[string]cty.Value{
		"bucket": cty.StringVal(bucket.Placeholder()).Mark(bucket),
		"key":    cty.StringVal(key.Placeholder()).Mark(key),
		"given":  cty.UnknownVal(cty.String).Mark(given).Mark(resource.Origin{ID: "given"}),
		"open":   cty.EmptyTupleVal.Mark(resource.Open{Cause: given}),
	}})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return v
}

func TestDocument(t *testing.T) {
	const (
		base  = `"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ec2:*\"},{\"Sid\":\"S\",\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}"`
		over  = `"{\"Statement\":{\"Sid\":\"S\",\"Effect\":\"Deny\",\"Action\":[\"logs:*\"]}}"`
		other = `"{\"Id\":\"other\",\"Statement\":{\"Sid\":\"T\",\"Effect\":\"Deny\"}}"`
	)
	tests := map[string]struct{ body, want string }{
		"nothing": {`{}`, `{"Version":"2012-10-17"}`},
		"defaults and single values": {
			`{statement = [{actions = ["s3:*"], resources = ["*"]}]}`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}`,
		},
		"nulls are defaults": {
			`{version = null, policy_id = null, source_policy_documents = null, statement = [{sid = null, effect = null, actions = ["a"], resources = null, condition = []}]}`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a"}]}`,
		},
		"all arguments": {
			`{version = "2008-10-17", policy_id = "p", statement = [{sid = "S", effect = "Deny", not_actions = ["a", "b", "a"], not_resources = ["r"],
			  not_principals = [{type = "AWS", identifiers = ["x", "y"]}]}]}`,
			`{"Version":"2008-10-17","Id":"p","Statement":[{"Sid":"S","Effect":"Deny","NotAction":["b","a"],"NotResource":"r","NotPrincipal":{"AWS":["y","x"]}}]}`,
		},
		"anyone": {
			`{statement = [{principals = [{type = "*", identifiers = ["*"]}]}, {principals = [{type = "AWS", identifiers = ["*"]}]}]}`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*"},{"Effect":"Allow","Principal":{"AWS":"*"}}]}`,
		},
		"principals by type": {
			`{statement = [{principals = [{type = "Service", identifiers = ["b", "a"]}, {type = "AWS", identifiers = ["x"]}, {type = "Service", identifiers = ["c"]}, {type = "*", identifiers = ["*"]}]}]}`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["x","*"],"Service":["c","b","a"]}}]}`,
		},
		"conditions": {
			`{statement = [{condition = [{test = "Bool", variable = "aws:SecureTransport", values = [false]},
			  {test = "StringLike", variable = "s3:prefix", values = ["", "home/&{aws:username}/"]}, {test = "Bool", variable = "b", values = ["true", "x"]}]}]}`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Condition":{"Bool":{"aws:SecureTransport":"false","b":["true","x"]},"StringLike":{"s3:prefix":["","home/${aws:username}/"]}}}]}`,
		},
		"policy variables": {
			`{statement = [{actions = ["&{a}"], resources = ["arn:aws:s3:::&{aws:username}"], principals = [{type = "AWS", identifiers = ["&{b}"]}]}]}`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"\u0026{a}","Resource":"arn:aws:s3:::${aws:username}","Principal":{"AWS":"${b}"}}]}`,
		},
		"a statement overrides a source": {
			`{source_policy_documents = [` + base + `], statement = [{sid = "S", actions = ["s3:Get*"]}]}`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:*"},{"Sid":"S","Effect":"Allow","Action":"s3:Get*"}]}`,
		},
		"overriding documents come last, in order": {
			`{override_policy_documents = [` + base + `, "", ` + over + `, ` + other + `], statement = [{sid = "S"}, {sid = "T"}, {actions = ["x"]}]}`,
			`{"Version":"2012-10-17","Id":"other","Statement":[{"Sid":"S","Effect":"Deny","Action":"logs:*"},{"Sid":"T","Effect":"Deny"},{"Effect":"Allow","Action":"x"},{"Effect":"Allow","Action":"ec2:*"}]}`,
		},
		"source and override": {
			`{source_json = ` + base + `, override_json = ` + over + `}`,
			`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:*"},{"Sid":"S","Effect":"Deny","Action":"logs:*"}]}`,
		},
		"no sid, no override": {
			`{source_policy_documents = [` + base + `, ` + other + `], override_policy_documents = ["{\"Statement\":[{\"Effect\":\"Deny\"}]}"]}`,
			`{"Version":"2012-10-17","Id":"other","Statement":[{"Effect":"Allow","Action":"ec2:*"},{"Sid":"S","Effect":"Allow","Action":"s3:*","Resource":"*"},{"Sid":"T","Effect":"Deny"},{"Effect":"Deny"}]}`,
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := Document(body(t, tt.body))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got.AsString()); diff != "" {
				t.Errorf("document differs (-want +got):\n%s", diff)
			}
			if _, err := resource.ParseDocument(got.AsString()); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestDocumentMarks(t *testing.T) {
	tests := map[string]struct {
		body  string
		known bool
		marks []any
	}{
		"placeholders go along": {
			`{statement = [{actions = ["s3:*"], resources = [bucket, "${bucket}/*"], condition = [{test = "ArnEquals", variable = "aws:SourceArn", values = [key]}]}]}`,
			true,
			[]any{bucket, key},
		},
		"also through a source document": {
			`{source_policy_documents = ["{\"Statement\":{\"Resource\":\"${bucket}/*\"}}"]}`, true, []any{bucket},
		},
		"what is overridden leaves no reference": {
			`{statement = [{sid = "S", resources = [bucket]}], override_policy_documents = ["{\"Statement\":{\"Sid\":\"S\",\"Resource\":\"${key}\"}}"]}`,
			true,
			[]any{key},
		},
		"an unknown leaf":           {`{statement = [{resources = [given, bucket]}]}`, false, []any{given, bucket}},
		"an unknown source":         {`{source_policy_documents = [given], statement = []}`, false, []any{given}},
		"an open list":              {`{statement = open}`, false, []any{given}},
		"an open list in a block":   {`{statement = [{condition = open}]}`, false, []any{given}},
		"an unknown other argument": {`{id = given, json = given, statement = [{actions = ["a"]}]}`, true, nil},
		"a sid that apply decides": {
			`{statement = [{sid = bucket}]}`, false,
			[]any{bucket, resource.Cause{Kind: resource.AfterApply, What: "aws_s3_bucket.b.arn", Why: "known only after apply", Settle: "scan a plan made after the resource exists, or the account itself"}},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := Document(body(t, tt.body))
			if err != nil {
				t.Fatal(err)
			}
			bare, marks := got.Unmark()
			if bare.IsKnown() != tt.known || bare.Type() != cty.String {
				t.Errorf("got %#v, want known: %v", bare, tt.known)
			}
			var want []any
			want = append(want, tt.marks...)
			if !marks.Equal(cty.NewValueMarks(want...)) {
				t.Errorf("marks are %v, want %v", marks, want)
			}
			if bare.IsKnown() {
				for _, m := range tt.marks {
					if ref := m.(resource.Ref); !strings.Contains(bare.AsString(), ref.Placeholder()) {
						t.Errorf("%s has no placeholder of %s", bare.AsString(), ref.Address)
					}
				}
			}
		})
	}
}

func TestDocumentErrors(t *testing.T) {
	tests := map[string]struct{ body, want string }{
		"bad source":      {`{source_policy_documents = ["{}", "secret"]}`, "source_policy_documents[1]: policy document: line 1"},
		"two in sources":  {`{source_policy_documents = ["{\"Statement\":{\"Sid\":\"secret\"}}", "{\"Statement\":{\"Sid\":\"secret\"}}"]}`, "source_policy_documents: two statements have the same sid"},
		"two statements":  {`{statement = [{sid = "secret"}, {sid = "secret"}]}`, "statement: two statements have the same sid"},
		"no block":        {`{statement = ["secret"]}`, "statement: must be blocks"},
		"no blocks":       {`{statement = "secret"}`, "statement: must be blocks"},
		"wrong actions":   {`{statement = [{actions = [["secret"]]}]}`, "statement[0]: actions: must be a list of strings"},
		"wrong effect":    {`{statement = [{effect = ["secret"]}]}`, "statement[0]: effect: must be a string"},
		"no type":         {`{statement = [{principals = [{identifiers = ["secret"]}]}]}`, "principals.type: a value is required"},
		"no variable":     {`{statement = [{condition = [{test = "secret", values = []}]}]}`, "condition: test and variable are required"},
		"old variables":   {`{version = "2008-10-17", statement = [{resources = ["&{secret}"]}]}`, "resources: version 2008-10-17 knows no policy variables"},
		"same conditions": {`{statement = [{condition = [{test = "a", variable = "b", values = ["secret"]}, {test = "a", variable = "b", values = ["d"]}]}]}`, "condition: two blocks have the same test and variable"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Document(body(t, tt.body))
			if err == nil {
				t.Fatal("no error")
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %q does not say %q", err, tt.want)
			}
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("error %q quotes a value", err)
			}
		})
	}
}

func FuzzDocument(f *testing.F) {
	f.Add(`{"Version":"2012-10-17","Statement":[{"Sid":"S","Effect":"Allow","Principal":"*","Action":["a","b"]}]}`, `{"Statement":{"Sid":"S"}}`)
	f.Add(`{"Statement":[{"Condition":{"Bool":{"a":[true,1]}},"NotPrincipal":{"AWS":[],"*":["x","*"]}}]}`, ``)
	f.Fuzz(func(t *testing.T, source, override string) {
		got, err := Document(cty.ObjectVal(map[string]cty.Value{
			"source_policy_documents":   cty.ListVal([]cty.Value{cty.StringVal(source)}),
			"override_policy_documents": cty.TupleVal([]cty.Value{cty.StringVal(override)}),
			"statement":                 cty.TupleVal([]cty.Value{cty.ObjectVal(map[string]cty.Value{"sid": cty.StringVal("S"), "actions": cty.ListVal([]cty.Value{cty.StringVal(override)})})}),
		}))
		if err != nil || !got.IsKnown() {
			return
		}
		doc, err := resource.ParseDocument(got.AsString())
		if err != nil {
			t.Fatalf("%s: %v", got.AsString(), err)
		}
		var sids []string
		for _, s := range doc.GetAttr("Statement").AsValueSlice() {
			if sid := single(s, "Sid"); sid != "" && slices.Contains(sids, sid) {
				t.Fatalf("%s: a sid comes twice", got.AsString())
			} else if sid != "" {
				sids = append(sids, sid)
			}
		}
	})
}
