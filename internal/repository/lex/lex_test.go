package lex

import (
	"testing"
)

// TestSplit: each case is a source, its code and its bare text; blanks are written as they are.
func TestSplit(t *testing.T) {
	tests := []struct {
		language        Language
		src, code, bare string
	}{
		{Go, "a(\"x // y\") // z", "a(\"      \")     ", "a(\"x // y\")     "},
		{Go, "a(`x\n\"y`, '\"', b) /* c\nd */ e", "a(` \n  `, ' ', b)     \n     e", "a(`x\n\"y`, '\"', b)     \n     e"},
		{Go, "a(\"b\\\"c\", d)", "a(\"    \", d)", "a(\"b\\\"c\", d)"},
		{Go, "a(\"unclosed\nb(c)", "a(\"        \nb(c)", "a(\"unclosed\nb(c)"},
		{Python, `a(f"x {p.ssn} {{y}}", 'z') # c`, `a(f"   p.ssn       ", ' ')    `, `a(f"x {p.ssn} {{y}}", 'z')    `},
		{Python, `a("{p}", rf"{q}")`, `a("   ", rf" q ")`, `a("{p}", rf"{q}")`},
		{Python, "'''a\nb''' c", "''' \n ''' c", "'''a\nb''' c"},
		{Python, `if"{x}"`, `if"   "`, `if"{x}"`},
		{JavaScript, "a(`x ${p.b(`${c}`)} y`)", "a(`    p.b(`  c `)   `)", "a(`x ${p.b(`${c}`)} y`)"},
		{JavaScript, `a = /["'/]\//; b // "`, `a = /       /; b     `, `a = /["'/]\//; b     `},
		{JavaScript, `a = b / c; d("e / f")`, `a = b / c; d("     ")`, `a = b / c; d("e / f")`},
		{Java, "a(\"\"\"\n x \" y\n\"\"\", b)", "a(\"\"\"\n      \n\"\"\", b)", "a(\"\"\"\n x \" y\n\"\"\", b)"},
		{Kotlin, `a("x $b ${c.d} \$e") /* /* */ */ f`, `a("  $b   c.d     ")             f`, `a("x $b ${c.d} \$e")             f`},
		{CSharp, `a($"x {b.C:d} {{}}", @"\", "\"")`, `a($"   b.C:d      ", @" ", "  ")`, `a($"x {b.C:d} {{}}", @"\", "\"")`},
		{CSharp, `a($@"""{b}""", c)`, `a($@"   b   ", c)`, `a($@"""{b}""", c)`},
		{CSharp, `a("""x "y" z""", b)`, `a("""       """, b)`, `a("""x "y" z""", b)`},
		{Ruby, `a "x #{b["c"]} y", 'z' # d`, `a "    b[" "]   ", ' '    `, `a "x #{b["c"]} y", 'z'    `},
		{Ruby, "a <<~X, b\n it's #{c}\nX\nd 'e'", "a     , b\n        c \nX\nd ' '", "a <<~X, b\n it's #{c}\nX\nd 'e'"},
		{Ruby, "a = %w[b' c]; d /x'/, e", "a = %w[    ]; d /  /, e", "a = %w[b' c]; d /x'/, e"},
		{Ruby, "=begin\na 'b\n=end\nc", "      \n    \n    \nc", "      \n    \n    \nc"},
		{Ruby, "a << b; c % d; x ? 'y' : z", "a << b; c % d; x ? ' ' : z", "a << b; c % d; x ? 'y' : z"},
		{PHP, "it's <?php a(\"x $b->c {$d['e']}\"); // f ?> it's", "     <?php a(\"  $b->c  $d[' '] \");             ", "it's <?php a(\"x $b->c {$d['e']}\");      ?> it's"},
		{PHP, "<?php a(<<<EOT\n it's $b\nEOT, c); ?>", "<?php a(      \n      $b\nEOT, c);   ", "<?php a(<<<EOT\n it's $b\nEOT, c); ?>"},
		{Hash, "a: \"b # c\" # d\ne#f", "a: \"     \"    \ne#f", "a: \"b # c\"    \ne#f"},
		{Hash, "a: it's\nb: c # d", "a: it' \nb: c    ", "a: it's\nb: c    "},
		{Properties, " # a\nb=c # d", "    \nb=c # d", "    \nb=c # d"},
		{XML, "<a><!-- b\n --></a>", "<a>      \n    </a>", "<a>      \n    </a>"},
		{Shell, "curl 'a # b' #c\n# d", "curl '     '   \n   ", "curl 'a # b'   \n   "},
	}
	for _, tt := range tests {
		got := Split(tt.language, []byte(tt.src))
		if string(got.Code) != tt.code || string(got.Bare) != tt.bare {
			t.Errorf("%s: %s\n got code %q\nwant code %q\n got bare %q\nwant bare %q", tt.language, tt.src, got.Code, tt.code, got.Bare, tt.bare)
		}
	}
}

func TestOf(t *testing.T) {
	for name, want := range map[string]Language{
		"a/b.go": Go, "x.TSX": JavaScript, "Dockerfile": Shell, "docker/api.Dockerfile": Shell, ".env.production": Hash,
		"prod.env": Hash, "README.md": "", "nginx.conf": Hash, "Web.config": XML, "Rakefile": Ruby, "a.txt": "",
	} {
		if got := Of(name); got != want {
			t.Errorf("Of(%s) = %q, want %q", name, got, want)
		}
	}
}

func FuzzSplit(f *testing.F) {
	all := []Language{Go, Python, JavaScript, Java, Kotlin, CSharp, Ruby, PHP, Shell, Hash, Properties, XML, JSON, ""}
	for i := range all {
		f.Add(byte(i), []byte("a(\"x ${b} #{c} {$d} {e}\", 'f', `g`) // h\n# i\n/* j */ %w[k] <<~X\n l\nX\n<<<Y\nz\nY;\n<?php \"$m->n\" ?> /o/ $@\"p\" \"\"\"q\"\"\"\n=begin\n=end\n<!-- r -->"))
	}
	f.Fuzz(func(t *testing.T, n byte, src []byte) {
		got := Split(all[int(n)%len(all)], src)
		for _, part := range [][]byte{got.Code, got.Bare} {
			if len(part) != len(src) {
				t.Fatalf("%d bytes became %d", len(src), len(part))
			}
			for i := range part {
				if part[i] != src[i] && (part[i] != ' ' || src[i] == '\n') {
					t.Fatalf("byte %d was changed to %q", i, part[i])
				}
			}
		}
	})
}
