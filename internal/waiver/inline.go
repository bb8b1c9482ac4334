package waiver

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// prefix begins every comment that is for this program; marker one that is a waiver.
const (
	prefix = "hipaactl:"
	marker = "hipaactl:ignore"
)

// deepest bounds how deeply a file may be nested, for parsers follow it down. One that is
// deeper is a gap already.
const deepest = 1000

// Inline reads the waivers in the comments of a configuration file: one in or directly above
// a resource is about it, in or above a module call about all below. In JSON, which has no
// comments, the property "//" of a resource or module call is one.
func Inline(name string, data []byte) Book {
	var out Book
	switch {
	case !bytes.Contains(data, []byte(prefix)) || depth(data) > deepest:
		return out
	case strings.HasSuffix(name, ".json"):
		return inlineJSON(name, data)
	}
	comments := commentsOf(name, data)
	blocks := blocksOf(name, data)
	for _, c := range comments {
		for _, d := range c.directives() {
			at := finding.Place{File: name, Line: d.line}
			if block, ok := attached(c, comments, blocks); ok {
				out.Add(d.waiver(at, &block))
			} else {
				out.Add(d.waiver(at, nil))
			}
		}
	}
	return out
}

// waiver reads what is said about a block, nil where it is about none.
func (d said) waiver(at finding.Place, block *Block) Book {
	switch {
	case !strings.HasPrefix(d.text, marker) || strings.TrimLeft(d.text[len(marker):], " \t") == d.text[len(marker):] && d.text != marker:
		word, _, _ := strings.Cut(d.text, " ")
		return inlineProblem(at, "", fmt.Sprintf("want %s%s", marker, hint(word, []string{marker})))
	case block == nil:
		rule, _ := next(d.text[len(marker):])
		return inlineProblem(at, rule, "it stands neither in nor directly above a resource or a module call")
	}
	return directive(d.text[len(marker):], at, block)
}

// depth is how deeply brackets are nested at most, those in strings among them.
func depth(data []byte) int {
	now, most := 0, 0
	for _, c := range data {
		switch c {
		case '(', '[', '{':
			now++
			most = max(most, now)
		case ')', ']', '}':
			now--
		}
	}
	return most
}

func inlineProblem(at finding.Place, rule, why string) Book {
	return Book{Problems: []Problem{{
		Demand: demandForm, Severity: finding.High, Name: nameOf(rule, ""), At: at, Message: "is malformed: " + why,
	}}}
}

// directive reads RULE KEY=VALUE KEY="VALUE"...
func directive(text string, at finding.Place, block *Block) Book {
	e := newEntry(at, block)
	rule, rest := next(text)
	if rule != "" {
		e.set("rule", rule, at.Line)
	}
	for {
		var word string
		if word, rest = next(rest); word == "" {
			return e.book()
		}
		name, value, ok := strings.Cut(word, "=")
		switch {
		case !ok:
			e.complain("line %d: want KEY=VALUE after the rule, with quotes around a value that holds spaces", at.Line)
			return e.book()
		case name == "rule":
			e.complain("line %d: rule is named first, without a key", at.Line)
		case strings.HasPrefix(value, `"`):
			text, closed := unquote(value)
			if !closed {
				e.complain("line %d: a quote is not closed", at.Line)
			}
			e.set(name, text, at.Line)
		default:
			e.set(name, value, at.Line)
		}
	}
}

// next cuts the first word off: up to a blank outside of quotes.
func next(text string) (word, rest string) {
	text = strings.TrimLeft(text, " \t\r\n")
	quoted := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case !quoted && strings.IndexByte(" \t\r\n", c) >= 0:
			return text[:i], text[i:]
		}
	}
	return text, ""
}

// unquote is what stands between the quotes, and whether nothing else follows them.
func unquote(s string) (string, bool) {
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			b.WriteByte(s[i])
		case s[i] == '"':
			return b.String(), i == len(s)-1
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String(), false
}

// comment is a comment with its lines, both included.
type comment struct {
	from, to int
	text     string
}

// commentsOf lists the comments, which strings and heredocs are not, also of a file that
// does not parse.
func commentsOf(name string, data []byte) []comment {
	tokens, _ := hclsyntax.LexConfig(data, name, hcl.InitialPos) // what is no token is a gap already
	var out []comment
	for _, t := range tokens {
		if t.Type != hclsyntax.TokenComment {
			continue
		}
		text := strings.TrimRight(string(t.Bytes), "\r\n")
		from := t.Range.Start.Line
		out = append(out, comment{from, from + strings.Count(text, "\n"), text})
	}
	return out
}

// said is a comment's text from "hipaactl:" on, and its line.
type said struct {
	line int
	text string
}

// directives are the parts of a comment that are for this program. Each begins a line; in a
// comment of several lines one goes on until the next.
func (c comment) directives() []said {
	var out []said
	for i, line := range strings.Split(strings.TrimSuffix(c.text, "*/"), "\n") {
		line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "#/*"))
		switch {
		case strings.HasPrefix(line, prefix):
			out = append(out, said{c.from + i, line})
		case len(out) > 0:
			out[len(out)-1].text += " " + line
		}
	}
	return out
}

// declared is a block of the file: what a comment in or above it is about.
type declared struct {
	Block
	// waivable tells that it is a resource or a module call.
	waivable bool
}

// blocksOf lists the blocks of the file by their first lines.
func blocksOf(name string, data []byte) map[int]declared {
	file, _ := hclsyntax.ParseConfig(data, name, hcl.InitialPos) // what does not parse is a gap already
	out := map[int]declared{}
	if file == nil {
		return out
	}
	body, ok := file.Body.(*hclsyntax.Body)
	if !ok {
		return out
	}
	for _, b := range body.Blocks {
		from := b.TypeRange.Start.Line
		if _, taken := out[from]; !taken {
			out[from] = declared{
				Block:    Block{File: name, From: from, To: max(from, b.CloseBraceRange.End.Line), Module: b.Type == "module"},
				waivable: b.Type == "module" || b.Type == "resource",
			}
		}
	}
	return out
}

// attached is the block that a comment is in, or else directly above of: with nothing but
// other comments in between.
func attached(c comment, all []comment, blocks map[int]declared) (Block, bool) {
	for _, b := range blocks {
		if c.from >= b.From && c.from <= b.To {
			return b.Block, b.waivable
		}
	}
	ends := map[int]int{}
	for _, o := range all {
		ends[o.from] = o.to
	}
	line := c.to + 1
	for {
		if b, ok := blocks[line]; ok {
			return b.Block, b.waivable
		}
		to, ok := ends[line]
		if !ok {
			return Block{}, false
		}
		line = to + 1
	}
}
