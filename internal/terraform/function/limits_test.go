package function

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// hostile are variables that make small expressions grow.
func hostile() map[string]cty.Value {
	mib := strings.Repeat("a", 1<<20)
	many := make([]cty.Value, 90_000)
	for i := range many {
		many[i] = cty.NumberIntVal(int64(i))
	}
	laughs, deep := cty.StringVal("ha"), cty.StringVal("x")
	for range 9 {
		laughs = cty.TupleVal([]cty.Value{laughs, laughs, laughs, laughs})
	}
	for range maxDepth + 2 {
		deep = cty.TupleVal([]cty.Value{deep})
	}
	var yaml strings.Builder
	yaml.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := range 9 {
		ref := fmt.Sprintf("*a%d", i)
		fmt.Fprintf(&yaml, "a%d: &a%d [%s]\n", i+1, i+1, strings.Repeat(ref+", ", 9)+ref)
	}
	return map[string]cty.Value{
		"mib":      cty.StringVal(mib),
		"lines":    cty.StringVal(strings.Repeat("\n", 1<<20)),
		"brackets": cty.StringVal(strings.Repeat("[", 1<<20)),
		"braces":   cty.StringVal(strings.Repeat("{a: ", 1<<18)),
		"nested":   cty.StringVal(strings.Repeat("[", 1000) + strings.Repeat("]", 1000)),
		"commas":   cty.StringVal("[" + strings.Repeat("1,", 1<<19) + "1]"),
		"digits":   cty.StringVal(strings.Repeat("9", 1<<20)),
		"many":     cty.ListVal(many),
		"huge":     cty.MustParseNumberVal("1e100000000"),
		"laughs":   laughs,
		"deep":     deep,
		"yaml":     cty.StringVal(yaml.String()),
		"csv":      cty.StringVal(strings.Repeat("a,", 1000) + "b\n" + strings.Repeat("1\n", 1000)),
		"verbs":    cty.StringVal(strings.Repeat("%[1]s", 100)),
		"pattern":  cty.StringVal("(" + strings.Repeat("a?", 1000) + ")*b"),
	}
}

func TestLimits(t *testing.T) {
	o := Options{Root: "/repo", Dir: "/repo", Tree: fstest.MapFS{
		"deep.tftpl":  {Data: []byte(strings.Repeat("${(", 1000))},
		"nots.tftpl":  {Data: []byte("${" + strings.Repeat("!", 100_000) + "x}")},
		"ifs.tftpl":   {Data: []byte(strings.Repeat("%{if x}", 100_000))},
		"large.tftpl": {Data: make([]byte, maxTemplate+1)},
	}}
	vars := hostile()
	for _, src := range []string{
		`range(1e9)`,
		`range(0, 1e9, 1e-9)`,
		`format("%1000000000d", 1)`,
		`format("%.1000000000f", 1)`,
		`format("%[1]1000000000s", "x")`,
		`format("%0*99999999999999999999d", 1)`,
		`format(verbs, mib)`,
		`formatlist("%100s", many)`,
		`formatlist("%s%s", [for n in many : n], mib)`,
		`join(mib, many)`,
		`join("", [for n in range(100) : mib])`,
		`replace(mib, "a", "bbbbbbbbbb")`,
		`replace(mib, "", mib)`,
		`replace(mib, "/a/", "$${0}$${0}$${0}$${0}$${0}$${0}$${0}$${0}$${0}$${0}")`,
		`regexall("a*?b|a", mib)`,
		`regex("((a?){1000}){1000}", mib)`,
		`regex("(a?){1000}b", mib)`,
		`regex(pattern, mib)`,
		`regex(mib, "a")`,
		`split("", mib)`,
		`indent(1000, lines)`,
		`indent(1e18, lines)`,
		`setproduct(many, many)`,
		`setproduct(many, [1], [2])`,
		`concat(many, many)`,
		`flatten([many, many])`,
		`jsonencode(laughs)`,
		`yamlencode(laughs)`,
		`flatten(laughs)`,
		`jsonencode(deep)`,
		`format("%#v", laughs)`,
		`contains(laughs, "x")`,
		`jsondecode(brackets)`,
		`jsondecode(commas)`,
		`jsondecode(digits)`,
		`yamldecode(yaml)`,
		`yamldecode(brackets)`,
		`yamldecode(braces)`,
		`yamldecode(commas)`,
		`yamldecode(nested)`,
		`jsondecode(nested)`,
		`csvdecode(csv)`,
		`parseint(digits, 10)`,
		`tostring(huge)`,
		`ceil(huge)`,
		`format("%d", huge)`,
		`jsonencode([for n in many : 1e10000])`,
		`jsonencode(pow(10, 1e9))`,
		`upper(join("", [for n in range(9) : mib]))`,
		`templatefile("deep.tftpl", {})`,
		`templatefile("nots.tftpl", {x = true})`,
		`templatefile("ifs.tftpl", {x = true})`,
		`templatefile("large.tftpl", {})`,
	} {
		start := time.Now()
		v, err := eval(t, src, vars, o)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %s", src, took)
		}
		if err == nil {
			t.Errorf("%s: no error, but a value of type %s", src, v.Type().FriendlyName())
			continue
		}
		if strings.Contains(err.Error(), "limit: ") || strings.Contains(err.Error(), "1024 values") {
			continue
		}
		t.Logf("%s: %.200v", src, err)
	}
}

// TestLimitIsNoFailure shows that what is refused for its size decides nothing.
func TestLimitIsNoFailure(t *testing.T) {
	for src, want := range map[string]string{
		`try(jsonencode(laughs), "x")`:                                    "?dynamic(jsonencode())",
		`can(jsonencode(laughs))`:                                         "?bool(jsonencode())",
		`try(try(join(mib, many), "x"), "y")`:                             "?dynamic(join())",
		`try(templatestring("$${join(a, b)}", {a = mib, b = many}), "x")`: "?dynamic(join())",
	} {
		if got := dump(must(t, src, hostile())); got != want {
			t.Errorf("%s = %s, want %s", src, got, want)
		}
	}
}

func TestCheck(t *testing.T) {
	vars := hostile()
	for _, name := range []string{"laughs", "deep"} {
		err := Check(vars[name])
		var own *Error
		if !errors.As(err, &own) || !own.Final || own.Cause.Why == "" {
			t.Errorf("Check(%s) = %v, want a limit", name, err)
		}
	}
	if err := Check(vars["many"]); err != nil {
		t.Errorf("Check(many) = %v", err)
	}
}

// TestNestedTry shows that nested calls take no exponential time: that would outlast every test.
func TestNestedTry(t *testing.T) {
	const depth = 60
	src := strings.Repeat("try(can(", depth) + "1" + strings.Repeat("), 2)", depth)
	if got := dump(must(t, src, nil)); got != "cty.True" {
		t.Errorf("got %s", got)
	}
}

// FuzzFunctions calls functions with texts that somebody else wrote.
func FuzzFunctions(f *testing.F) {
	f.Add("a,b\n1,2", "x: [1, *a]")
	f.Add(`{"a": [1, {"b": null}]}`, "%[2]*d %5.3f %q")
	f.Add("/(a)*/", "$${1}")
	f.Add("10.0.0.0/8", "2020-01-01T00:00:00Z")
	f.Add("${x}%{ for a in b }", "**/{a,b}[!c]")
	f.Add("\uE0001\uE001", "\xff\xfe")
	functions := New(Options{Root: "/", Dir: "/", Tree: fstest.MapFS{"a/b": {Data: []byte("x")}}})
	f.Fuzz(func(t *testing.T, a, b string) {
		for name, fn := range functions {
			if strings.Contains(name, ":") || name == "try" || name == "can" {
				continue
			}
			args := make([]cty.Value, len(fn.Params()))
			for i := range args {
				args[i] = cty.StringVal([]string{a, b}[i%2])
			}
			if fn.VarParam() != nil {
				args = append(args, cty.StringVal(b))
			}
			v, err := fn.Call(args)
			if err == nil && v == cty.NilVal {
				t.Errorf("%s gives neither a value nor an error", name)
			}
		}
		if e, diags := hclsyntax.ParseExpression([]byte(a), "", hcl.InitialPos); !diags.HasErrors() && len(a) < 200 {
			_, _ = e.Value(&hcl.EvalContext{Functions: functions})
		}
	})
}
