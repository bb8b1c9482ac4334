package repository

import (
	"cmp"
	"context"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/repository/logs"
)

// logging makes a resource of each place that logs what it should not, and one of all the code.
type logging struct{ examined }

func (*logging) wants(name string) bool { return logs.Wants(name) && !forTests(name) }

func (*logging) anywhere() {}

func (*logging) types() []string { return []string{LogCall, Logging} }

func (l *logging) read(_ context.Context, d document) contribution {
	finds := logs.Read(d.file.Name, d.text)
	if len(finds) == 0 {
		return func(*builder) { l.files++ }
	}
	places := positionsOf(d)
	return func(b *builder) {
		l.files++
		for _, f := range finds {
			confidence := confidenceOf(f.Sure)
			l.found(f.Kind, confidence)
			b.resource(LogCall, d.file.Name, f.What+" to "+f.Sink, places.at(f.Start), map[string]cty.Value{
				"kind": cty.StringVal(f.Kind), "what": cty.StringVal(f.What), "confidence": cty.StringVal(confidence),
			}, nil)
		}
	}
}

func (l *logging) finish(b *builder) {
	b.resource(Logging, "files", "", hcl.Range{}, l.values(b.unread(l.wants)), nil)
}

// examined is what is said of all files of a concern.
type examined struct {
	files int
	finds map[[2]string]bool
}

func (e *examined) found(kind, confidence string) {
	if e.finds == nil {
		e.finds = map[[2]string]bool{}
	}
	e.finds[[2]string{kind, confidence}] = true
}

// values are files, unread and found: the distinct {kind, confidence} of what was found.
func (e *examined) values(unread int) map[string]cty.Value {
	pairs := make([][2]string, 0, len(e.finds))
	for p := range e.finds {
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	found := make([]cty.Value, 0, len(pairs))
	for _, p := range pairs {
		found = append(found, cty.ObjectVal(map[string]cty.Value{"kind": cty.StringVal(p[0]), "confidence": cty.StringVal(p[1])}))
	}
	return map[string]cty.Value{
		"files": cty.NumberIntVal(int64(e.files)), "unread": cty.NumberIntVal(int64(unread)), "found": cty.TupleVal(found),
	}
}

// unread counts the files of a concern that could not be read.
func (b *builder) unread(wants func(string) bool) int {
	failed := map[string]bool{}
	for _, g := range b.out.Gaps {
		failed[g.What] = true
	}
	n := 0
	for name, f := range b.files {
		if failed[f.Shown] && wants(name) {
			n++
		}
	}
	return n
}

// positions finds the places of offsets in a text.
type positions struct {
	file string
	// lines are where lines begin.
	lines []int
}

func positionsOf(d document) positions {
	p := positions{file: d.file.Shown, lines: []int{0}}
	for i, c := range d.text {
		if c == '\n' {
			p.lines = append(p.lines, i+1)
		}
	}
	return p
}

func (p positions) at(offset int) hcl.Range {
	line, found := slices.BinarySearch(p.lines, offset)
	if !found {
		line--
	}
	at := hcl.Pos{Line: line + 1, Column: offset - p.lines[line] + 1, Byte: offset}
	return hcl.Range{Filename: p.file, Start: at, End: at}
}

func confidenceOf(sure bool) string {
	if sure {
		return "high"
	}
	return "medium"
}
