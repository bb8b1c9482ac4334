package function

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

var (
	keyRef    = resource.Ref{Address: resource.Address{Type: "aws_kms_key", Name: "k"}, Attr: "arn", ID: 1}
	bucketRef = resource.Ref{Address: resource.Address{Type: "aws_s3_bucket", Name: "b"}, Attr: "arn", ID: 2}
	logsRef   = resource.Ref{Address: resource.Address{Type: "aws_s3_bucket", Name: "logs"}, Attr: "id", Literal: "logs"}
	given     = resource.Cause{Kind: resource.NotGiven, What: "var.given"}
	counted   = resource.Maybe{Condition: resource.Condition{ID: "c", Cause: resource.Cause{Kind: resource.NotGiven, What: "var.count"}}}
)

// variables are variables of every kind that the evaluator hands to functions.
func variables() map[string]cty.Value {
	unknown := func(t cty.Type) cty.Value { return cty.UnknownVal(t).Mark(given).Mark(resource.Origin{ID: "given"}) }
	perhaps := cty.StringVal("p").Mark(counted)
	return map[string]cty.Value{
		"key":     cty.StringVal(keyRef.Placeholder()).Mark(keyRef),
		"bucket":  cty.StringVal(bucketRef.Placeholder()).Mark(bucketRef),
		"lost":    cty.StringVal(keyRef.Placeholder()), // a mistake elsewhere dropped the marks
		"logs":    cty.StringVal("logs").Mark(logsRef),
		"given":   unknown(cty.String),
		"any":     unknown(cty.DynamicPseudoType),
		"var":     cty.ObjectVal(map[string]cty.Value{"list": unknown(cty.List(cty.String)), "any": unknown(cty.DynamicPseudoType)}),
		"list":    unknown(cty.List(cty.String)),
		"map":     unknown(cty.Map(cty.String)),
		"perhaps": perhaps,
		"some":    cty.TupleVal([]cty.Value{cty.StringVal("p")}).Mark(counted),
		"none":    cty.NullVal(cty.String).Mark(counted),
		"secret":  cty.StringVal("s3cr3t").Mark(resource.Sensitive{}),
		"blocks":  cty.TupleVal([]cty.Value{cty.StringVal("a")}).Mark(resource.Open{Cause: given}),
	}
}

// dump writes a value for a test: placeholders as <1>, and in brackets what the
// marks say: references, conditions, causes.
func dump(v cty.Value) string {
	bare, marks := v.Unmark()
	var notes []string
	m := resource.MarksOf(marks)
	for _, r := range m.Refs {
		notes = append(notes, "ref "+r.Address.Type)
	}
	for _, c := range m.Maybes {
		notes = append(notes, "if "+c.ID)
	}
	for _, c := range m.Causes {
		notes = append(notes, c.What)
	}
	for _, c := range m.Open {
		notes = append(notes, "open "+c.What)
	}
	if m.Origin != "" {
		notes = append(notes, "origin")
	}
	if m.Sensitive {
		notes = append(notes, "sensitive")
	}
	slices.Sort(notes)
	text := dumpBare(bare)
	if len(notes) > 0 {
		text += "(" + strings.Join(notes, ", ") + ")"
	}
	return text
}

func dumpBare(v cty.Value) string {
	ty := v.Type()
	switch {
	case !v.IsKnown():
		return "?" + ty.FriendlyName()
	case v.IsNull():
		return "null"
	case ty == cty.String:
		return strings.NewReplacer("\uE000", "<", "\uE001", ">").Replace(v.AsString())
	case !v.CanIterateElements():
		return strings.Trim(fmt.Sprint(v.GoString()), "")
	}
	var all []string
	for it := v.ElementIterator(); it.Next(); {
		key, elem := it.Element()
		if ty.IsMapType() || ty.IsObjectType() {
			all = append(all, dumpBare(key)+"="+dump(elem))
		} else {
			all = append(all, dump(elem))
		}
	}
	return "[" + strings.Join(all, " ") + "]"
}

func TestCarriedAlong(t *testing.T) {
	const key, bucket, perhaps = "(ref aws_kms_key)", "(ref aws_s3_bucket)", "(if c)"
	tests := [][2]string{
		// Identities that apply fills go along, and each stands where its text stands.
		{`jsonencode({a = key, b = [bucket]})`, `{"a":"<1>","b":["<2>"]}(ref aws_kms_key, ref aws_s3_bucket)`},
		{`yamlencode([key])`, "- \"<1>\"\n" + key},
		{`join(",", ["a", key])`, "a,<1>" + key},
		{`join(key, ["a", "b"])`, "a<1>b" + key},
		{`format("%s/*", key)`, "<1>/*" + key},
		{`format("%q %v %#v", key, [key], key)`, `"<1>" ["<1>"] "<1>"` + key},
		{`format("%[1]s 100%% %[1]s", key)`, "<1> 100% <1>" + key},
		{`formatlist("%s/%s", [key, bucket], "x")`, "[<1>/x" + key + " <2>/x" + bucket + "]"},
		{`concat([key], ["x"], tolist([bucket]))`, "[<1>" + key + " x <2>" + bucket + "]"},
		{`merge({a = key}, {b = "x"}, {a = bucket})`, "[a=<2>" + bucket + " b=x]"},
		{`flatten([[key], "x", [[bucket]]])`, "[<1>" + key + " x <2>" + bucket + "]"},
		{`tolist([key, "x", logs])`, "[<1>" + key + " x logs(ref aws_s3_bucket)]"},
		{`toset([key, "x"])`, "[x <1>]" + key},
		{`tomap({a = key, b = 1})`, "[a=<1>" + key + " b=1]"},
		{`tostring(key)`, "<1>" + key},
		{`lookup({a = key, b = bucket}, "a", "x")`, "<1>" + key},
		{`lookup({a = key}, "b", bucket)`, "<2>" + bucket},
		{`lookup({a = given, b = key}, "b", null)`, "<1>" + key},
		{`element([key, bucket], 3)`, "<2>" + bucket},
		{`element(tolist(toset([key, bucket])), 0)`, "<1>" + key},
		{`keys({a = key})`, "[a]"},
		{`values({a = key, b = "x"})`, "[<1>" + key + " x]"},
		{`zipmap(["a", "b"], [key, bucket])`, "[a=<1>" + key + " b=<2>" + bucket + "]"},
		{`zipmap([key], ["x"])`, "[<1>=x]" + key},
		{`keys(zipmap([key, "b"], ["x", "y"]))`, "[b <1>" + key + "]"},
		{`coalesce(null, "", key, "x")`, "<1>" + key},
		{`coalesce(key, given)`, "<1>" + key},
		{`coalescelist([], [key])`, "[<1>" + key + "]"},
		{`compact(["", key, null])`, "[<1>" + key + "]"},
		{`try(key, "x")`, "<1>" + key},
		{`can(key)`, "cty.True"},
		{`one([key])`, "<1>" + key},
		{`templatestring("a: $${x}/* $${y}", {x = key, y = "b"})`, "a: <1>/* b" + key},
		{`indent(2, "a\n${key}")`, "a\n  <1>" + key},
		{`chomp("${key}\n")`, "<1>" + key},
		{`trimspace(" ${key} ")`, "<1>" + key},
		{`replace("arn: KEY", "KEY", key)`, "arn: <1>" + key},
		{`reverse([key, "x"])`, "[x <1>" + key + "]"},
		{`slice([key, "x"], 0, 1)`, "[<1>" + key + "]"},
		{`chunklist([key, "x"], 1)`, "[[<1>" + key + "] [x]]"},
		{`setproduct([key], ["x"])`, "[[<1>" + key + " x]]"},
		{`matchkeys([key, "x"], ["a", "b"], ["a"])`, "[<1>" + key + "]"},
		{`jsondecode(jsonencode({a = key, b = "x"}))`, "[a=<1>" + key + " b=x]"},
		{`sensitive(key)`, "<1>(ref aws_kms_key, sensitive)"},
		{`nonsensitive(sensitive(key))`, "<1>" + key},
		{`length([key, given])`, "cty.NumberIntVal(2)"},
		{`length({a = key})`, "cty.NumberIntVal(1)"},
		{`format("%s-x", logs)`, "logs-x(ref aws_s3_bucket)"},

		// So does what exists only under a condition, for functions that pass it on.
		{`one(some)`, "p" + perhaps},
		{`one(some[*])`, "p" + perhaps},
		{`join("", some)`, "p" + perhaps},
		{`element(some, 0)`, "p" + perhaps},
		{`try(some[0], null)`, "p" + perhaps},
		{`jsonencode([perhaps])`, `["p"]` + perhaps},
		{`concat(some, ["x"])`, "[p x]" + perhaps},
		{`flatten([some, ["x"]])`, "[p x]" + perhaps},
		{`values({a = perhaps})`, "[p" + perhaps + "]"},
		{`length([perhaps])`, "cty.NumberIntVal(1)"},
		{`tolist([perhaps, "x"])`, "[p" + perhaps + " x]"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt[1], dump(must(t, tt[0], variables()))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt[0], diff)
		}
	}
}

func TestNotLookedAt(t *testing.T) {
	const key = "(aws_kms_key.k.arn, ref aws_kms_key)"
	const perhaps = "(if c, var.count)"
	tests := [][2]string{
		{`length(key)`, "?number" + key},
		{`length(toset([key, bucket]))`, "?number(aws_kms_key.k.arn, aws_s3_bucket.b.arn, ref aws_kms_key, ref aws_s3_bucket)"},
		{`split(":", key)`, "?list of string" + key},
		{`replace(key, "a", "b")`, "?string" + key},
		{`regex("a", key)`, "?string" + key},
		{`regexall("a", "${key}/x")`, "?list of string" + key},
		{`substr(key, 0, 3)`, "?string" + key},
		{`lower(key)`, "?string" + key},
		{`startswith(key, "arn:")`, "?bool" + key},
		{`contains([key], "x")`, "?bool" + key},
		{`contains(["x", key], "x")`, "cty.True"},
		{`contains(["x"], key)`, "?bool" + key},
		{`index([key], "x")`, "?number" + key},
		{`distinct([key, "arn:aws:kms:x"])`, "?list of string" + key},
		{`sort([key, "x"])`, "[?string" + key + " ?string" + key + "]"},
		{`setunion([key], ["x"])`, "?set of string" + key},
		{`setintersection([key], ["x"])`, "?set of string" + key},
		{`tonumber(key)`, "?number" + key},
		{`tobool(key)`, "?bool" + key},
		{`md5(key)`, "?string" + key},
		{`base64encode(jsonencode([key]))`, "?string" + key},
		{`parseint(key, 10)`, "?number" + key},
		{`cidrsubnet(key, 8, 1)`, "?string" + key},
		{`lookup({a = "x"}, key, "y")`, "?dynamic" + key},
		{`format("%-20s|", key)`, "?string" + key},
		{`format("%.3s", key)`, "?string" + key},
		{`formatlist("%10s", [key])`, "[?string" + key + "]"},
		{`format("%d", key)`, "?dynamic" + key},
		{`file(key)`, "?string" + key},
		{`jsondecode(key)`, "?dynamic" + key},
		{`can(regex("a", key))`, "?bool" + key},
		{`try(regex("a", key), "x")`, "?dynamic" + key},
		{`alltrue([key == "x", false])`, "cty.False"},
		{`transpose({a = [key]})`, "?map of list of string" + key},
		{`matchkeys(["a"], [key], ["x"])`, "?list of string" + key},
		{`yamldecode("a: ${key}")`, "?dynamic" + key},
		{`timeadd(key, "1h")`, "?string" + key},
		{`indent(length(key), "a")`, "?string" + key},

		{`upper(lost)`, "?string(a reference)"},
		{`contains([lost], "x")`, "?bool(a reference)"},
		{`join("", [lost])`, "<1>"},

		{`length(some)`, "?number" + perhaps},
		{`contains(some, "p")`, "?dynamic" + perhaps},
		{`upper(perhaps)`, "?string" + perhaps},
		{`coalesce(perhaps, "x")`, "?string" + perhaps},
		{`coalesce(none, "x")`, "?string" + perhaps},
		{`coalesce("x", perhaps)`, "x"},
		{`coalescelist(some, ["x"])`, "?dynamic" + perhaps},
		{`compact([perhaps, "x"])`, "?list of string" + perhaps},
		{`can(some[0])`, "?bool" + perhaps},
		{`length(blocks)`, "?number(var.given)"},
		{`jsonencode(blocks)`, "?string(var.given)"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt[1], dump(must(t, tt[0], variables()))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt[0], diff)
		}
	}
}

func TestUnknownSaysWhy(t *testing.T) {
	const because = "(var.given)"
	tests := [][2]string{
		{`merge({a = 1}, map)`, "?dynamic" + because},
		{`merge({a = 1}, any)`, "?dynamic" + because},
		{`merge({a = given}, {b = 1})`, "[a=?string(origin, var.given) b=cty.NumberIntVal(1)]"},
		{`concat(["a"], list)`, "?dynamic" + because},
		{`concat(["a"], [given])`, "[a ?string(origin, var.given)]"},
		{`lookup(map, "a", "b")`, "?string" + because},
		{`lookup({a = "x"}, given, "b")`, "?dynamic" + because},
		{`tobool(lookup({a = true}, "a", false))`, "cty.True"},
		{`tobool(lookup(map, "a", "b"))`, "?bool" + because},
		{`length(list)`, "?number" + because},
		{`keys(map)`, "?list of string" + because},
		{`element(list, 0)`, "?string" + because},
		{`one(list)`, "?string" + because},
		{`upper(given)`, "?string" + because},
		{`coalesce(given, "x")`, "?string" + because},
		{`coalesce("x", given)`, "x"},
		{`coalescelist(["x"], list)`, "[x]"},
		{`compact(["a", given])`, "?list of string" + because},
		{`flatten([list, ["a"]])`, "?dynamic" + because},
		{`flatten([[given], ["a"]])`, "[?string(origin, var.given) a]"},
		{`formatlist("%s-%s", ["a", given], key)`, "[a-<1>(ref aws_kms_key) ?string(ref aws_kms_key, var.given)]"},
		{`jsonencode({a = given})`, "?string" + because},
		{`jsonencode({a = given, b = key})`, "?string(ref aws_kms_key, var.given)"},
		{`format("%s", given)`, "?string" + because},
		{`toset(["a", given])`, "[a ?string]" + because},
		{`tolist(["a", given])`, "[a ?string(origin, var.given)]"},
		{`tostring(given)`, "?string(origin, var.given)"},
		{`try(given, "x")`, "?string(origin, var.given)"},
		{`try(any.a.b, "x")`, "?dynamic" + because},
		{`try({a = given}, "x")`, "?dynamic" + because},
		{`try(var.list[0], "x")`, "?dynamic" + because},
		{`can(var.any.a)`, "?bool" + because},
		{`can(given)`, "cty.True"},
		{`alltrue([true, any])`, "?bool" + because},
		{`anytrue([true, any])`, "cty.True"},
		{`sum([1, any])`, "?number" + because},
		{`templatestring("a$${x}", {x = given})`, "?string" + because},
		{`templatestring("a", any)`, "?string" + because},
		{`sensitive(given)`, "?string(origin, sensitive, var.given)"},
		{`issensitive(given)`, "?bool" + because},
		{`upper(secret)`, "S3CR3T(sensitive)"},
		{`length([secret])`, "cty.NumberIntVal(1)"},
		{`merge({a = secret}, {b = "x"})`, "[a=s3cr3t(sensitive) b=x]"},
		{`timestamp()`, "?string(timestamp())"},
		{`plantimestamp()`, "?string(plantimestamp())"},
		{`uuid()`, "?string(uuid())"},
		{`bcrypt(secret)`, "?string(bcrypt(), sensitive)"},
		{`rsadecrypt("a", key)`, "?string(aws_kms_key.k.arn, ref aws_kms_key, rsadecrypt())"},
		{`core::jsonencode([key])`, `["<1>"](ref aws_kms_key)`},
		{`core::lower(key)`, "?string(aws_kms_key.k.arn, ref aws_kms_key)"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt[1], dump(must(t, tt[0], variables()))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt[0], diff)
		}
	}
}

func TestUndefined(t *testing.T) {
	v, err := Undefined("provider::aws::arn_parse").Call([]cty.Value{variables()["key"], cty.NullVal(cty.String), cty.DynamicVal})
	if err != nil {
		t.Fatal(err)
	}
	const want = "?dynamic(aws_kms_key.k.arn, provider::aws::arn_parse(), ref aws_kms_key)"
	if diff := cmp.Diff(want, dump(v)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
