package detect

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// corpora are the files of the corpus: one sample a line, as the generator here
// makes them, so that what changed can be read.
var corpora = map[string]func() []sample{
	"testdata/phi/positive.jsonl": positives,
	"testdata/phi/negative.jsonl": negatives,
}

func TestCorpusIsFresh(t *testing.T) {
	for file, generate := range corpora {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		for _, s := range generate() {
			if err := e.Encode(s); err != nil {
				t.Fatal(err)
			}
		}
		fresh(t, file, b.Bytes())
	}
}

// score counts, of one kind, the samples in which it was found (of those where it
// is) and the samples in which it was found though it is not there.
type score struct{ positives, found, sure, wrong int }

// TestCorpus says how much of the corpus is found and how much of what is found is
// right, and holds that to what docs/detection.md says.
func TestCorpus(t *testing.T) {
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	scores := map[string]*score{}
	of := func(kind string) *score {
		if scores[kind] == nil {
			scores[kind] = &score{}
		}
		return scores[kind]
	}
	for _, s := range positives() {
		kind := s.Want[0]
		of(kind).positives++
		seen, sure := false, false
		for _, m := range d.Scan(s.Name, []byte(s.Text)) {
			seen = seen || m.Kind == kind
			sure = sure || m.Kind == kind && m.Confidence >= Medium
		}
		if seen {
			of(kind).found++
		}
		if sure {
			of(kind).sure++
		}
	}
	wrong := map[string]int{}
	for i, s := range negatives() {
		kinds := map[string]bool{}
		for _, m := range d.Scan(s.Name, []byte(s.Text)) {
			if m.Class == PHI && m.Confidence >= Medium {
				kinds[m.Kind] = true
				t.Logf("negative %d (%s): %s: %s", i, s.Group, m.Kind, m.Why)
			}
		}
		for k := range kinds {
			of(k).wrong++
			wrong[s.Group]++
		}
	}
	page(t, scores)
	for _, kind := range sortedKeys(scores) {
		s := *scores[kind]
		if s.found*4 < s.positives*3 {
			t.Errorf("%s: %d of %d found", kind, s.found, s.positives)
		}
	}
	if total := len(wrong); total > 0 {
		t.Errorf("found in negatives of: %s", strings.Join(sortedKeys(wrong), ", "))
	}
}

// page writes the table of docs/detection.md and compares.
func page(t *testing.T, scores map[string]*score) {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "%d positives, %d negatives.\n\n", len(positives()), len(negatives()))
	b.WriteString("| kind | positives | found | recall | found at medium or high | wrong at medium or high | precision |\n")
	b.WriteString("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, kind := range sortedKeys(scores) {
		s := scores[kind]
		precision := "–"
		if s.sure+s.wrong > 0 {
			precision = fmt.Sprintf("%.3f", float64(s.sure)/float64(s.sure+s.wrong))
		}
		fmt.Fprintf(&b, "| %s | %d | %d | %.3f | %d | %d | %s |\n", kind, s.positives, s.found, float64(s.found)/float64(s.positives), s.sure, s.wrong, precision)
	}
	const file, begin, end = "../../docs/detection.md", "<!-- corpus -->\n", "<!-- /corpus -->\n"
	have, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(have), begin)
	_, tail, ended := strings.Cut(rest, end)
	if !ok || !ended {
		t.Fatalf("%s has no place for the table", file)
	}
	fresh(t, file, []byte(head+begin+b.String()+end+tail))
}

// fresh compares a file with what it should hold; HIPAACTL_UPDATE=1 writes it.
func fresh(t *testing.T, file string, want []byte) {
	t.Helper()
	if os.Getenv("HIPAACTL_UPDATE") != "" {
		if err := os.WriteFile(file, want, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want) {
		t.Errorf("%s is stale: make golden, and read the difference", file)
	}
}

func TestCorpusIsLarge(t *testing.T) {
	if n := len(positives()); n < 300 {
		t.Errorf("%d positives", n)
	}
	if n := len(negatives()); n < 1000 {
		t.Errorf("%d negatives", n)
	}
	for _, s := range positives() {
		if !slices.Contains(s.Want, s.Group) {
			t.Errorf("%s is not wanted in its own group", s.Group)
		}
	}
}
