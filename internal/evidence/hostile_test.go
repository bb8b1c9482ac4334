package evidence

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
)

func TestBoundsWhatItReads(t *testing.T) {
	const sarif = `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"zap"}},"artifacts":[`
	for _, c := range []struct {
		name, before, repeat, after string
		want                        error
	}{
		{"small elements", sarif, `{"a":"b"}, `, `{}],"results":[]}]}`, nil},
		{"results", strings.Replace(sarif, "artifacts", "results", 1), `{"ruleId":"a","a":{"b":[]}}, `, `{}]}]}`, nil},
		{"large element", sarif, `          `, `{}],"results":[]}]}`, errElement},
		{"large text", `{"version":"`, `ha`, `"}`, errElement},
		{"XML elements", `<testsuites>`, `<testsuite/>`, `<testcase/></testsuites>`, nil},
		{"XML attributes", `<testsuites`, ` a=""`, `/>`, errElement},
		{"XML text", `<testsuites>`, `ha`, `</testsuites>`, errElement},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := c.before + strings.Repeat(c.repeat, 100_000/len(c.repeat)*10) + c.after
			in := newInput(strings.NewReader(text))
			in.element = 200_000 // beside what decoders read ahead
			if _, err := read(in, ""); !errors.Is(err, c.want) {
				t.Errorf("elements: got %v, want %v", err, c.want)
			}
			in = newInput(strings.NewReader(text))
			in.most = 500_000
			if _, err := read(in, ""); !errors.Is(err, errLarge) {
				t.Errorf("document: got %v, want %v", err, errLarge)
			}
		})
	}
}

// TestEndsWithTheReader holds that what goes wrong below comes through.
func TestEndsWithTheReader(t *testing.T) {
	broken := errors.New("the disk is gone")
	for _, text := range []string{"", " ", `{"version"`, `{"runs":[{"results":[{`, `<testsuite>`} {
		_, err := Read("x", "", &failing{strings.NewReader(text), broken})
		if !errors.Is(err, broken) {
			t.Errorf("%q: got %v", text, err)
		}
	}
}

type failing struct {
	from *strings.Reader
	err  error
}

func (f *failing) Read(p []byte) (int, error) {
	if f.from.Len() == 0 {
		return 0, f.err
	}
	return f.from.Read(p)
}

// fuzz adds the documents of testdata with one of the endings.
func fuzz(f *testing.F, endings ...string) {
	for _, ending := range endings {
		files, err := filepath.Glob(filepath.Join("testdata", "good", "*"+ending))
		if err != nil || len(files) == 0 {
			f.Fatal(ending, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, kind := range append([]string{""}, names()...) {
			a, err := Read("x", kind, bytes.NewReader(text))
			if err != nil {
				continue
			}
			if a.Bytes != int64(len(text)) || len(a.Parts) == 0 {
				t.Errorf("read %d of %d bytes, %d parts", a.Bytes, len(text), len(a.Parts))
			}
			for _, p := range a.Parts {
				holds(t, p)
			}
		}
	})
}

// holds checks what is so of every part.
func holds(t *testing.T, p finding.AttachedPart) {
	t.Helper()
	if p.Complete != (len(p.Supports) > 0) || p.Complete != (p.Why == "") {
		t.Errorf("complete %v, why %q, supports %v", p.Complete, p.Why, p.Supports)
	}
	if p.Tool != clean(p.Tool) || p.Version != clean(p.Version) || p.Time != moment(p.Time) {
		t.Errorf("tool %q %q at %q", p.Tool, p.Version, p.Time)
	}
	if r := p.Results; r != nil {
		s := r.Severities
		if n := s.Critical + s.High + s.Medium + s.Low + s.Other; n != r.Total {
			t.Errorf("%d results, %d by severity", r.Total, n)
		}
		if l := r.Levels; l != nil && l.Error+l.Warning+l.Note+l.None != r.Total {
			t.Errorf("%d results, by level %+v", r.Total, *l)
		}
	}
	if c := p.Tests; c != nil && c.Failures+c.Errors+c.Skipped > c.Total {
		t.Errorf("tests %+v", *c)
	}
}

func FuzzSARIF(f *testing.F) { fuzz(f, ".sarif") }
func FuzzSBOM(f *testing.F)  { fuzz(f, ".cdx.json", ".spdx.json") }
func FuzzXML(f *testing.F)   { fuzz(f, ".xml") }
