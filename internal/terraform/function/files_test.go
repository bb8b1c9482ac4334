package function

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"
)

// clinic is a repository with a root module in envs/prod.
func clinic() Options {
	return Options{Root: "/repo", Dir: "/repo/envs/prod", Tree: fstest.MapFS{
		"envs/prod/hello.txt":         {Data: []byte("hello")},
		"envs/prod/greet.tftpl":       {Data: []byte("%{ for n in names ~}\nHi ${n}\n%{ endfor ~}")},
		"envs/prod/one.tftpl":         {Data: []byte("${x}")},
		"envs/prod/choice.tftpl":      {Data: []byte(`%{ if x == "a" }yes%{ else }no%{ endif }`)},
		"envs/prod/again.tftpl":       {Data: []byte(`${templatefile("one.tftpl", {x = 1})}`)},
		"envs/prod/bad.tftpl":         {Data: []byte("${x")},
		"envs/prod/wrong.tftpl":       {Data: []byte("\n${tonumber(x)}")},
		"envs/prod/hash.tftpl":        {Data: []byte(`${file("hello.txt")} ${upper(x)}`)},
		"envs/prod/binary":            {Data: []byte{0xff, 0xfe}},
		"envs/prod/big":               {Data: make([]byte, maxText+1)},
		"envs/prod/policies/a.json":   {Data: []byte(`{"a": [true]}`)},
		"envs/prod/policies/b.json":   {Data: []byte(`{}`)},
		"envs/prod/policies/x/c.json": {Data: []byte(`{}`)},
		"envs/prod/policies/d.yaml":   {Data: []byte(`{}`)},
		"modules/db/init.sql":         {Data: []byte("select 1")},
	}}
}

func TestFiles(t *testing.T) {
	tests := [][2]string{
		{`file("hello.txt")`, "hello"},
		{`file("./hello.txt")`, "hello"},
		{`file("/repo/envs/prod/hello.txt")`, "hello"},
		{`file("../../modules/db/init.sql")`, "select 1"},
		{`filebase64("hello.txt")`, "aGVsbG8="},
		{`filebase64("binary")`, "//4="},
		{`filemd5("hello.txt") == md5("hello")`, "cty.True"},
		{`filesha1("hello.txt") == sha1("hello")`, "cty.True"},
		{`filesha256("hello.txt") == sha256("hello")`, "cty.True"},
		{`filesha512("hello.txt") == sha512("hello")`, "cty.True"},
		{`filebase64sha256("hello.txt") == base64sha256("hello")`, "cty.True"},
		{`filebase64sha512("hello.txt") == base64sha512("hello")`, "cty.True"},
		{`fileexists("hello.txt")`, "cty.True"},
		{`fileexists("nothing.txt")`, "cty.False"},
		{`jsondecode(file("policies/a.json")).a[0]`, "cty.True"},
		{`fileset("policies", "*.json")`, "[a.json b.json]"},
		{`fileset(".", "policies/*.json")`, "[policies/a.json policies/b.json]"},
		{`fileset(".", "**/*.json")`, "[policies/a.json policies/b.json policies/x/c.json]"},
		{`fileset("policies", "{a,d}.{json,yaml}")`, "[a.json d.yaml]"},
		{`fileset("policies", "../*.txt")`, "[../hello.txt]"},
		{`fileset("policies", "a.json")`, "[a.json]"},
		{`fileset("nowhere", "*")`, "[]"},
		{`fileset("policies", "**")`, "[a.json b.json d.yaml x/c.json]"},
		{`abspath("hello.txt")`, "/repo/envs/prod/hello.txt"},
		{`pathexpand("a/b")`, "a/b"},
		{`templatefile("greet.tftpl", {names = ["a", "b"]})`, "Hi a\nHi b\n"},
		{`templatefile("one.tftpl", {x = [1]})`, "[cty.NumberIntVal(1)]"},
		{`templatefile("one.tftpl", tomap({x = "y"}))`, "y"},
		{`templatefile("hash.tftpl", {x = "y"})`, "hello Y"},
		{`try(file("nothing.txt"), "none")`, "none"},
		{`can(file("nothing.txt"))`, "cty.False"},

		// What is not seen is unknown.
		{`file("/etc/passwd")`, "?string(/etc/passwd)"},
		{`file("../../../secret")`, "?string(../../../secret)"},
		{`file("~/.ssh/id_rsa")`, "?string(~/.ssh/id_rsa)"},
		{`fileexists("/etc/passwd")`, "?bool(/etc/passwd)"},
		{`filesha256("/etc/passwd")`, "?string(/etc/passwd)"},
		{`fileset("/etc", "*")`, "?set of string(/etc)"},
		{`fileset(".", "../../../*")`, "?set of string(../../..)"},
		{`templatefile("/etc/passwd", {})`, "?dynamic(/etc/passwd)"},
		{`pathexpand("~/x")`, "?string(~/x)"},
		{`try(file("/etc/passwd"), "none")`, "?dynamic(/etc/passwd)"},

		// Values that only apply fills go through templates, but are not looked at.
		{`templatefile("one.tftpl", {x = key})`, "<1>(ref aws_kms_key)"},
		{`templatefile("greet.tftpl", {names = [key, "b"]})`, "Hi <1>\nHi b\n(ref aws_kms_key)"},
		{`templatefile("choice.tftpl", {x = key})`, "?string(aws_kms_key.k.arn)"},
		{`templatefile("hash.tftpl", {x = key})`, "?string(aws_kms_key.k.arn, ref aws_kms_key)"},
		{`templatefile("one.tftpl", {x = given})`, "?string(var.given)"},
		{`templatefile("one.tftpl", any)`, "?dynamic(var.given)"},
		{`templatefile("one.tftpl", {x = "y", z = given})`, "y"},
	}
	for _, tt := range tests {
		v, err := eval(t, tt[0], variables(), clinic())
		if err != nil {
			t.Errorf("%s: %v", tt[0], err)
			continue
		}
		if diff := cmp.Diff(tt[1], dump(v)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt[0], diff)
		}
	}
}

func TestFileErrors(t *testing.T) {
	tests := [][2]string{
		{`file("nothing.txt")`, "nothing.txt: there is no such file in the scanned repository"},
		{`file("binary")`, "the file is not UTF-8 text"},
		{`file("policies")`, "a directory, not a file"},
		{`file("big")`, "limit: a file of more than 8388608 bytes"},
		{`fileset(".", "[")`, "is not a valid pattern"},
		{`fileset(".", "{a,b}{a,b}{a,b}{a,b}{a,b}")`, "limit: a pattern"},
		{`templatefile("nothing.tftpl", {})`, "there is no such file"},
		{`templatefile("one.tftpl", {})`, `does not have the variable "x"`},
		{`templatefile("one.tftpl", {"a-b c" = 1})`, "has a key that is not the name of a variable"},
		{`templatefile("one.tftpl", ["secret"])`, "must be an object or a map"},
		{`templatefile("bad.tftpl", {x = 1})`, "the template cannot be rendered: "},
		{`templatefile("wrong.tftpl", {x = "secret"})`, "the template cannot be rendered: Invalid function argument at line 2"},
		{`templatefile("again.tftpl", {})`, "the template cannot be rendered: Error in function call at line 1"},
	}
	for _, tt := range tests {
		_, err := eval(t, tt[0], variables(), clinic())
		if err == nil {
			t.Errorf("%s: no error", tt[0])
			continue
		}
		if !strings.Contains(err.Error(), tt[1]) {
			t.Errorf("%s: error %q does not say %q", tt[0], err, tt[1])
		}
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: error %q quotes a value", tt[0], err)
		}
	}
}

// TestSymbolicLinks uses a real tree: what leads out of it is not read.
func TestSymbolicLinks(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret")
	write(t, outside, "s3cr3t")
	dir := t.TempDir()
	write(t, filepath.Join(dir, "sub", "real.txt"), "inside")
	for name, target := range map[string]string{
		"out.txt": outside, "in.txt": "sub/real.txt", "loop": ".", "dangling": "nowhere", "up": "..",
	} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skipf("symbolic links: %v", err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	o := Options{Tree: root.FS(), Root: dir, Dir: dir}
	for _, tt := range [][2]string{
		{`file("in.txt")`, "inside"},
		{`file("loop/loop/in.txt")`, "inside"},
		{`fileexists("dangling")`, "cty.False"},
		{`file("out.txt")`, "?string(out.txt)"},
		{`filemd5("out.txt")`, "?string(out.txt)"},
		{`file("up/x")`, "?string(up/x)"},
		{`fileset("sub", "*")`, "[real.txt]"},
		{`fileset(".", "in.*")`, "[in.txt]"},
		{`fileset(".", "out.*")`, "?set of string(out.txt)"},
		{`fileset(".", "**")`, "?set of string(loop)"},
	} {
		v, err := eval(t, tt[0], nil, o)
		if err != nil {
			t.Errorf("%s: %v", tt[0], err)
			continue
		}
		if diff := cmp.Diff(tt[1], dump(v)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt[0], diff)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestNoTree(t *testing.T) {
	v, err := eval(t, `file("x")`, map[string]cty.Value{}, Options{Dir: "/", Root: "/"})
	if err != nil || dump(v) != "?string(x)" {
		t.Errorf("got %#v, %v; want unknown", v, err)
	}
}
