package leaks_test

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/detect"
	"github.com/hipaactl/hipaactl/internal/leaks"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/tree"
)

// ssn is a number that was put together here: it is nobody's as far as the detector can tell.
const ssn = "536-22-8471"

func scan(t *testing.T, o leaks.Options) resource.Set {
	t.Helper()
	d, err := detect.New()
	if err != nil {
		t.Fatal(err)
	}
	o.Detector, o.What = d, "files"
	set, err := leaks.Scan(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if text := fmt.Sprintf("%#v %s", set, addresses(set)); strings.Contains(text, ssn) {
		t.Error("the set holds a value")
	}
	return set
}

func addresses(set resource.Set) []string {
	var out []string
	for _, r := range set.Resources {
		if r.Address.Type != leaks.Tree {
			out = append(out, fmt.Sprintf("%s %s:%d", r.Address, r.Location.Range.Filename, r.Location.Range.Start.Line))
		}
	}
	slices.SortFunc(out, func(a, b string) int { // by place, and "#2" after what it follows
		return cmp.Or(strings.Compare(lastWord(a), lastWord(b)), strings.Compare(a, b))
	})
	return out
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// memory hands out texts by name.
func memory(texts ...string) tree.Source {
	return func(_ context.Context, take func(tree.File) error) error {
		for i := 0; i < len(texts); i += 2 {
			text := texts[i+1]
			err := take(tree.File{Root: ".", Name: texts[i], Shown: texts[i], Open: func() (io.ReadCloser, error) {
				return io.NopCloser(strings.NewReader(text)), nil
			}})
			if err != nil {
				return err
			}
		}
		return nil
	}
}

func TestMatches(t *testing.T) {
	wide := utf16.Encode([]rune("one\nSSN: " + ssn + "\n"))
	little := []byte{0xff, 0xfe}
	for _, u := range wide {
		little = append(little, byte(u), byte(u>>8))
	}
	filler := strings.Repeat("a line of nothing in particular\n", 200_000) // more than one window
	for _, c := range []struct {
		name  string
		files []string
		want  []string
		notes []string
	}{
		{"a line", []string{"a.txt", "one\nSSN: " + ssn}, []string{`hipaactl_phi.a.txt["ssn"] a.txt:2`}, nil},
		{"two of a kind", []string{"a.txt", "SSN: " + ssn + "\n\nSSN: 536-22-8472"}, []string{`hipaactl_phi.a.txt["ssn"] a.txt:1`, `hipaactl_phi.a.txt["ssn #2"] a.txt:3`}, nil},
		{"UTF-16", []string{"a.txt", string(little)}, []string{`hipaactl_phi.a.txt["ssn"] a.txt:2`}, nil},
		{"binary", []string{"a.bin", "\x00SSN: " + ssn}, nil, []string{"binary files, of which only the names were examined: 1"}},
		{
			"windows",
			[]string{"a.txt", filler + "SSN: " + ssn + "\n" + filler + "SSN: 536-22-8472"},
			[]string{`hipaactl_phi.a.txt["ssn"] a.txt:200001`, `hipaactl_phi.a.txt["ssn #2"] a.txt:400002`},
			nil,
		},
		{
			"a name",
			[]string{"in/" + ssn + ".txt", "x", "in/536-22-8472.txt", "y"},
			[]string{`hipaactl_phi.in/***-**-****.txt["ssn in the name"] in/***-**-****.txt:1`, `hipaactl_phi.in/***-**-****.txt~2["ssn in the name"] in/***-**-****.txt~2:1`},
			nil,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			set := scan(t, leaks.Options{Source: memory(c.files...)})
			if diff := gocmp.Diff(c.want, addresses(set)); diff != "" {
				t.Error(diff)
			}
			if diff := gocmp.Diff(c.notes, set.Notes); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestSeams: wherever a value lies, at the seams of windows too, it is found once.
func TestSeams(t *testing.T) {
	const window = 4 << 20
	line := []byte("abcdefg hijklmn opqrst\n")
	text := bytes.Repeat(line, 2*window/len(line))
	want := 0
	for n, around := range []int{window - 64<<10, window - 32<<10, window, window + 32<<10} {
		for i := range 3 {
			at := (around + (i-1)*4*len(line)) / len(line) * len(line)
			copy(text[at:], fmt.Sprintf("SSN: 536-2%d-84%d9\n", n, i+1))
			want++
		}
	}
	set := scan(t, leaks.Options{Source: memory("a.txt", string(text))})
	var got []string
	for _, r := range set.Resources {
		if r.Address.Type == leaks.PHI {
			got = append(got, fmt.Sprint(r.Location.Range.Start.Line))
		}
	}
	slices.Sort(got)
	if len(slices.Compact(slices.Clone(got))) != want || len(got) != want {
		t.Errorf("found at lines %v, want %d", got, want)
	}
}

func TestUnread(t *testing.T) {
	broken := func(_ context.Context, take func(tree.File) error) error {
		return take(tree.File{Root: ".", Name: "a.txt", Shown: "a.txt", Open: func() (io.ReadCloser, error) { return nil, errors.New("denied") }})
	}
	set := scan(t, leaks.Options{Source: broken})
	if len(set.Gaps) != 1 || set.Gaps[0].What != "a.txt" || set.Gaps[0].Why != "denied" || set.Seen.FilesFailed != 1 {
		t.Errorf("gaps %+v, seen %+v", set.Gaps, set.Seen)
	}
	if got := set.Resources[0].Values.GetAttr("unread").AsBigFloat().String(); got != "1" {
		t.Errorf("unread = %s", got)
	}
}

func TestOnce(t *testing.T) {
	versions := memory("a.txt", "SSN: "+ssn, "a.txt", "more\nSSN: "+ssn, "b.txt", "SSN: "+ssn)
	got := addresses(scan(t, leaks.Options{Source: versions, Once: true}))
	if diff := gocmp.Diff([]string{`hipaactl_phi.a.txt["ssn"] a.txt:1`, `hipaactl_phi.b.txt["ssn"] b.txt:1`}, got); diff != "" {
		t.Error(diff)
	}
}

// TestLinks: what is no file is counted, not followed.
func TestLinks(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("a.txt", filepath.Join(dir, "link")); err != nil {
		t.Skip("no links here")
	}
	set := scan(t, leaks.Options{Source: tree.Walk(dir)})
	if diff := gocmp.Diff([]string{"links and submodules that were not followed: 1"}, set.Notes); diff != "" {
		t.Error(diff)
	}
}

func TestCancel(t *testing.T) {
	d, err := detect.New()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	endless := func(_ context.Context, take func(tree.File) error) error {
		for n := 0; ; n++ {
			if n == 10 {
				cancel()
			}
			if err := memory("a.txt", "x")(ctx, take); err != nil {
				return err
			}
		}
	}
	if _, err := leaks.Scan(ctx, leaks.Options{Source: endless, Detector: d}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// FuzzScan: whatever a file holds, the same set comes out twice, and lines are within it.
func FuzzScan(f *testing.F) {
	f.Add([]byte("SSN: "+ssn+"\n"), "a.txt")
	f.Add([]byte("\xff\xfeS\x00"), "a/b.csv")
	f.Add([]byte("\xfe\xff\xd8\x00\xd8"), "")
	f.Fuzz(func(t *testing.T, text []byte, name string) {
		o := leaks.Options{Source: memory(name, string(text))}
		first, second := scan(t, o), scan(t, o)
		if diff := gocmp.Diff(addresses(first), addresses(second)); diff != "" {
			t.Error(diff)
		}
		for _, r := range first.Resources {
			if n := r.Location.Range.Start.Line; r.Address.Type != leaks.Tree && (n < 1 || n > len(text)+1) {
				t.Errorf("%s is at line %d", r.Address, n)
			}
		}
	})
}

// TestNamesThatAreNotText: a name may hold any byte, before and behind what it gives away.
func TestNamesThatAreNotText(t *testing.T) {
	for _, name := range []string{"\xff\xff\xff SSN " + ssn, "SSN " + ssn + " \xff\xfe", "\xff/SSN_" + ssn + ".\xff", "a\nSSN " + ssn} {
		set := scan(t, leaks.Options{Source: memory(name, "x")})
		if got := addresses(set); len(got) != 1 || !strings.Contains(got[0], "***-**-****") || strings.Contains(got[0], "8471") {
			t.Errorf("%q: %q", name, got)
		}
	}
}

// TestDICOM: the header of a binary file is examined, and one that is broken was not.
func TestDICOM(t *testing.T) {
	header := strings.Repeat("\x00", 128) + "DICM" + "\x02\x00\x10\x00UI\x14\x001.2.840.10008.1.2.1\x00" + "\x10\x00\x10\x00PN\x0e\x00QUAY^ANNELIESE" + "\x10\x00\x20\x00LO\x08\x0048213907"
	pixels := "\x28\x00\x10\x00US\x02\x00\x00\x02" + strings.Repeat("\x00\xff", 100)
	set := scan(t, leaks.Options{Source: memory("scan.dcm", header+pixels, "broken.dcm", header[:len(header)-3], "x.png", "\x89PNG\x00")})
	want := []string{`hipaactl_phi.broken.dcm["dicom"] broken.dcm:1`, `hipaactl_phi.scan.dcm["dicom"] scan.dcm:1`}
	if diff := gocmp.Diff(want, addresses(set)); diff != "" {
		t.Error(diff)
	}
	if len(set.Gaps) != 1 || set.Gaps[0].What != "broken.dcm" || set.Seen.FilesParsed != 1 {
		t.Errorf("%+v %+v", set.Gaps, set.Seen)
	}
	if diff := gocmp.Diff([]string{"binary files, of which only the names were examined: 1"}, set.Notes); diff != "" {
		t.Error(diff)
	}
}
