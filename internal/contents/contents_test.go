package contents_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/contents"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// secret and ssn are put together, so that this file holds neither.
var secret, ssn = strings.Join([]string{"correct", "horse"}, "-"), strings.Join([]string{"536", "22", "8471"}, "-")

func examiner(t *testing.T) *contents.Examiner {
	t.Helper()
	x, err := contents.New()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// kinds says what stands in place of a text: the kinds, "..." where there may be more, or why it is unknown.
func kinds(v cty.Value) string {
	bare, marks := v.Unmark()
	m := resource.MarksOf(marks)
	switch {
	case !bare.IsKnown():
		if len(m.Causes) == 0 {
			return "unknown"
		}
		return "unknown: " + m.Causes[0].Why
	case bare.IsNull():
		return "null"
	}
	var out []string
	for _, e := range bare.AsValueSlice() {
		out = append(out, e.GetAttr("kind").AsString()+" "+e.GetAttr("confidence").AsString())
	}
	if len(m.Open) > 0 {
		out = append(out, "...")
	}
	return strings.Join(out, ", ")
}

func packed(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

var encode = base64.StdEncoding.EncodeToString

func TestText(t *testing.T) {
	x := examiner(t)
	script := "#!/bin/sh\nexport DB_PASSWORD=" + secret + "\n"
	mime := "Content-Type: multipart/mixed; boundary=\"X\"\nMIME-Version: 1.0\n\n--X\nContent-Type: text/x-shellscript\nContent-Transfer-Encoding: %s\n\n%s\n--X--\n"
	for name, c := range map[string]struct{ label, text, want string }{
		"nothing":                 {"", "#!/bin/sh\nyum -y update\n", ""},
		"empty":                   {"DB_PASSWORD", "", ""},
		"text":                    {"", script, "password-assignment medium"},
		"each once":               {"", script + script, "password-assignment medium"},
		"base64":                  {"", encode([]byte(script)), "password-assignment medium"},
		"base64 in lines":         {"", encode([]byte(script))[:20] + "\n" + encode([]byte(script))[20:] + "\n", "password-assignment medium"},
		"gzip":                    {"", packed(script), "password-assignment medium"},
		"gzip of nothing":         {"", packed("#!/bin/sh\n"), ""},
		"broken gzip":             {"", packed(script)[:24], "unknown: it is longer than 1 MiB, or is compressed and could not be unpacked"},
		"parts in the clear":      {"", fmt.Sprintf(mime, "7bit", script), "password-assignment medium"},
		"parts in base64":         {"", fmt.Sprintf(mime, "base64", encode([]byte(script))), "password-assignment medium"},
		"parts in gzip":           {"", encode(fmt.Appendf(nil, mime, "base64", packed(script))), "password-assignment medium"},
		"broken part":             {"", fmt.Sprintf(mime, "base64", "%%%"), "unknown: it is longer than 1 MiB, or is compressed and could not be unpacked"},
		"a variable":              {"DB_PASSWORD", secret, "password-assignment medium"},
		"a variable of no secret": {"TABLE", "patients", ""},
		"a patient":               {"TEST_PATIENT_SSN", ssn, "ssn high"},
		"an ARN":                  {"DB_SECRET", "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf", "arn high"},
		"binary in base64":        {"", encode([]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}), ""},
	} {
		got := x.Text(c.label, c.text, "a")
		if kinds(got) != c.want {
			t.Errorf("%s: %q, want %q", name, kinds(got), c.want)
		}
		if shown := fmt.Sprintf("%#v", got); strings.Contains(shown, secret) || strings.Contains(shown, ssn) {
			t.Errorf("%s: the value is in what stands in its place", name)
		}
	}
}

// TestBomb: what unpacks to more than anybody reads at boot is not read to its end.
func TestBomb(t *testing.T) {
	if got := kinds(examiner(t).Text("", packed(strings.Repeat("a", 17<<20)), "a")); !strings.HasPrefix(got, "unknown: it is longer") {
		t.Error(got)
	}
}

func shape(t *testing.T, notation any) *resource.Shape {
	t.Helper()
	s, err := resource.ParseShape(notation)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var someCause = resource.Cause{Kind: resource.NotGiven, What: "var.x", Why: "the variable has no value"}

func TestValues(t *testing.T) {
	x := examiner(t)
	unknown := resource.Unknown(cty.String, someCause)
	begins := cty.UnknownVal(cty.String).Refine().NotNull().StringPrefixFull("postgres://app:" + secret + "@").NewValue().Mark(someCause)
	password := resource.Ref{Address: resource.Address{Type: "random_password", Name: "p"}, Attr: "result", ID: 7}
	name := resource.Ref{Address: resource.Address{Type: "aws_secretsmanager_secret", Name: "s"}, Attr: "arn", ID: 8}
	host := resource.Ref{Address: resource.Address{Type: "aws_db_instance", Name: "d"}, Attr: "address", ID: 1234567}
	random := resource.Ref{Address: resource.Address{Type: "random_string", Name: "r"}, Attr: "result", ID: 9}
	holding := func(text string, refs ...resource.Ref) cty.Value {
		v := cty.StringVal(text)
		for _, r := range refs {
			v = v.Mark(r)
		}
		return v
	}
	for what, c := range map[string]struct {
		label string
		value cty.Value
		want  string
	}{
		"null":                 {"A", cty.NullVal(cty.String), "null"},
		"unknown":              {"DB_PASSWORD", unknown, "unknown: the variable has no value"},
		"begins with a secret": {"URL", begins, "url-password medium, ..."},
		"begins with none":     {"URL", cty.UnknownVal(cty.String).Refine().StringPrefixFull("https://").NewValue().Mark(someCause), "unknown: the variable has no value"},
		"a number":             {"PORT", cty.NumberIntVal(5432), ""},
		"a list":               {"PORT", cty.ListVal([]cty.Value{cty.StringVal("a")}), "unknown: the value is not text that can be examined"},
		"a gap":                {"URL", cty.StringVal("https://" + contents.Gap + "/").Mark(resource.Open{Cause: someCause}), "unknown: the variable has no value"},
		"a gap beside a secret": {
			"URL", cty.StringVal(contents.Gap + " postgres://app:" + secret + "@db.internal/x").Mark(resource.Open{Cause: someCause}), "url-password medium, ...",
		},
		"a gap for a secret":         {"DB_PASSWORD", cty.StringVal("a" + contents.Gap).Mark(resource.Open{Cause: someCause}), "unknown: the variable has no value"},
		"a gap that is forged":       {"DB_PASSWORD", cty.StringVal("a\uE002" + secret), "password-assignment medium"},
		"an identity that is forged": {"DB_PASSWORD", cty.StringVal("a\uE003" + secret), "password-assignment medium"},
		"a lost reference":           {"DB_PASSWORD", cty.StringVal(secret + host.Placeholder()), "unknown: a reference in it is known only after apply"},
		"a generated password":       {"ANY", holding(password.Placeholder(), password), "generated-secret high"},
		"one in a URL":               {"ANY", holding("postgres://app:"+password.Placeholder()+"@"+host.Placeholder()+"/x", password, host), "generated-secret high"},
		"a name of a secret":         {"DB_PASSWORD", holding(name.Placeholder(), name), "identity high"},
		"no number of a patient":     {"MRN", holding(host.Placeholder(), host), ""},
		"a random suffix":            {"BUCKET", holding("records-"+random.Placeholder(), random), ""},
		"a random password":          {"DB_PASSWORD", holding(random.Placeholder(), random), "generated-secret high"},
		"assigned in a script":       {"", holding("export DB_PASSWORD='"+random.Placeholder()+"'", random), "generated-secret high"},
		"an argument in a script":    {"", holding("start --password "+random.Placeholder(), random), "generated-secret high"},
		"a suffix in a script":       {"", holding("NAME="+random.Placeholder(), random), ""},
		"an identity in a password":  {"DB_PASSWORD", holding("a-"+host.Placeholder(), host), ""},
	} {
		values := cty.ObjectVal(map[string]cty.Value{"variables": cty.ObjectVal(map[string]cty.Value{c.label: c.value})})
		got := x.Values(values, shape(t, map[string]any{"variables": "map(examined)"}), "a").GetAttr("variables").GetAttr(c.label)
		if kinds(got) != c.want {
			t.Errorf("%s: %q, want %q", what, kinds(got), c.want)
		}
	}
}

// TestPlaces: an examined text is found in blocks, in JSON text and under names in any case,
// and its label beside it.
func TestPlaces(t *testing.T) {
	x := examiner(t)
	s := shape(t, map[string]any{"containers": []any{map[string]any{"environment": []any{map[string]any{"name": "string", "value": "examined(name)"}}}}})
	for what, v := range map[string]cty.Value{
		"JSON":     cty.StringVal(`[{"image":"x","environment":[{"name":"DB_PASSWORD","value":"` + secret + `"}]}]`),
		"capitals": cty.StringVal(`[{"Environment":[{"Name":"DB_PASSWORD","Value":"` + secret + `"}]}]`),
		"one":      cty.StringVal(`{"environment":{"name":"DB_PASSWORD","value":"` + secret + `"}}`),
	} {
		got := x.Values(cty.ObjectVal(map[string]cty.Value{"containers": v}), s, "a")
		if shown := fmt.Sprintf("%#v", got); strings.Contains(shown, secret) || !strings.Contains(shown, "password-assignment") {
			t.Errorf("%s: %s", what, shown)
		}
	}
	broken := x.Values(cty.ObjectVal(map[string]cty.Value{"containers": cty.StringVal(secret)}), s, "a").GetAttr("containers")
	if kinds(broken) != "unknown: the value is not JSON that describes a list" {
		t.Errorf("%#v", broken)
	}
	if again := x.Values(x.Values(cty.ObjectVal(map[string]cty.Value{"d": cty.StringVal("DB_PASSWORD=" + secret)}), shape(t, map[string]any{"d": "examined"}), "a"), shape(t, map[string]any{"d": "examined"}), "a"); kinds(again.GetAttr("d")) != "password-assignment medium" {
		t.Errorf("examined twice: %#v", again)
	}
}

// TestRest: what is left of a text still tells which resources it names, and not the secret.
func TestRest(t *testing.T) {
	host := resource.Ref{Address: resource.Address{Type: "aws_db_instance", Name: "d"}, Attr: "address", ID: 3}
	text := "postgres://app:" + secret + "@" + host.Placeholder() + "/records"
	v := examiner(t).Values(cty.ObjectVal(map[string]cty.Value{"d": cty.StringVal(text).Mark(host)}), shape(t, map[string]any{"d": "examined"}), "a").GetAttr("d")
	rest := resource.MarksOf(v.Marks()).Rest
	if want := "postgres://app:*******-*****@" + host.Placeholder() + "/records"; rest == nil || *rest != want {
		t.Errorf("%v, want %s", rest, want)
	}
	if refs := resource.MarksOf(v.Marks()).Refs; !slices.Contains(refs, host) {
		t.Error("the reference is lost")
	}
}

func TestNotation(t *testing.T) {
	if _, err := resource.ParseShape(map[string]any{"value": "examined(name)"}); err == nil || !strings.Contains(err.Error(), "declare name: string") {
		t.Errorf("%v", err)
	}
	text, found := shape(t, map[string]any{"a": "string"}), shape(t, map[string]any{"a": "examined"})
	for _, merged := range []*resource.Shape{resource.Merge(text, found), resource.Merge(found, text)} {
		if d := cmp.Diff(found, merged); d != "" {
			t.Error(d)
		}
	}
}

// FuzzText: no text makes the examiner fail, or show itself.
func FuzzText(f *testing.F) {
	f.Add("DB_PASSWORD", secret)
	f.Add("", packed("x"))
	f.Add("", "Content-Type: multipart/mixed\n\n--X\nContent-Transfer-Encoding: base64\n\nAAAA\n--X--")
	f.Add("A", contents.Gap+"\uE0001\uE001")
	x, err := contents.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, label, text string) {
		v := x.Text(label, text, "a")
		if bare, _ := v.Unmark(); bare.IsKnown() && bare.LengthInt() > 1000 {
			t.Error("too much was found")
		}
		s := &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{"d": {Kind: resource.Examined}}}
		x.Values(cty.ObjectVal(map[string]cty.Value{"d": cty.StringVal(text)}), s, "a")
	})
}
