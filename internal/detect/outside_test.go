package detect

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestOutside scans the trees that HIPAACTL_TREES lists, and says what it found
// and how fast. HIPAACTL_HITS names a file for the places; they hold no values.
func TestOutside(t *testing.T) {
	trees := filepath.SplitList(os.Getenv("HIPAACTL_TREES"))
	if len(trees) == 0 {
		t.Skip("HIPAACTL_TREES lists no folders to scan (make outside)")
	}
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	hits := &strings.Builder{}
	for _, tree := range trees {
		tally, bytes, newlines := map[string]int{}, 0, 0
		before := userTime()
		each(t, tree, func(name string, text []byte) {
			bytes += len(text)
			newlines += strings.Count(string(text), "\n")
			for _, m := range d.Scan(name, text) {
				tally[fmt.Sprintf("%s %s %s", m.Class, m.Confidence, m.Kind)]++
				fmt.Fprintf(hits, "%s/%s:%d:%d %s %s %s\n", tree, name, m.Line, m.Column, m.Confidence, m.Kind, m.Why)
			}
		})
		took := userTime() - before
		t.Logf("%s: %d lines, %.1f MB in %.2f s of CPU, %.0f MB/s", filepath.Base(tree), newlines, float64(bytes)/1e6, took.Seconds(), float64(bytes)/1e6/took.Seconds())
		for _, k := range sortedKeys(tally) {
			t.Logf("  %-48s %d", k, tally[k])
		}
	}
	if file := os.Getenv("HIPAACTL_HITS"); file != "" {
		if err := os.WriteFile(file, []byte(hits.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestAgainstGitleaks compares verdicts with gitleaks v8.30.1 on the same trees.
func TestAgainstGitleaks(t *testing.T) {
	program, trees := os.Getenv("HIPAACTL_GITLEAKS"), filepath.SplitList(os.Getenv("HIPAACTL_TREES"))
	if program == "" || len(trees) == 0 {
		t.Skip("HIPAACTL_GITLEAKS and HIPAACTL_TREES name nothing to compare with (make outside)")
	}
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, tree := range trees {
		theirs, cpu := gitleaks(t, program, tree)
		ours := map[string][]string{}
		before := userTime()
		each(t, tree, func(name string, text []byte) {
			for _, m := range d.Scan(name, text) {
				if m.Class == Credential && m.Kind != "url-password" {
					place := fmt.Sprintf("%s:%d", name, m.Line)
					ours[place] = append(ours[place], m.Kind)
				}
			}
		})
		t.Logf("%s: gitleaks %.2f s of CPU, ours %.2f s", filepath.Base(tree), cpu.Seconds(), (userTime() - before).Seconds())
		both, same := 0, 0
		for _, place := range sortedKeys(theirs) {
			if ours[place] == nil {
				t.Logf("  gitleaks alone: %s %s", place, theirs[place])
				continue
			}
			both++
			if slices.ContainsFunc(ours[place], func(rule string) bool { return slices.Contains(theirs[place], rule) }) {
				same++
			}
		}
		for _, place := range sortedKeys(ours) {
			if theirs[place] == nil {
				t.Logf("  ours alone: %s %s", place, ours[place])
			}
		}
		t.Logf("%s: %d lines of gitleaks', %d of ours, %d of both, %d by the same rule", filepath.Base(tree), len(theirs), len(ours), both, same)
	}
}

// gitleaks gives its findings by place and rule.
func gitleaks(t *testing.T, program, tree string) (map[string][]string, time.Duration) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "report.json")
	cmd := exec.Command(program, "dir", tree, "--report-path", out, "--exit-code", "0", "--no-banner", "--max-decode-depth", "0", "--log-level", "error")
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var report []struct {
		RuleID, File, Match, Secret string
		StartLine                   int
	}
	if err := json.Unmarshal(data, &report); err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for _, f := range report {
		name, err := filepath.Rel(tree, f.File)
		if err != nil {
			t.Fatal(err)
		}
		// they give the line on which the match begins, we that of the secret
		before, _, _ := strings.Cut(f.Match, f.Secret)
		line := max(1, f.StartLine) + strings.Count(before, "\n")
		place := fmt.Sprintf("%s:%d", filepath.ToSlash(name), line)
		all[place] = append(all[place], f.RuleID)
	}
	return all, cmd.ProcessState.UserTime()
}

func each(t *testing.T, tree string, do func(name string, text []byte)) {
	t.Helper()
	err := filepath.WalkDir(tree, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(tree, path)
		if err == nil {
			do(filepath.ToSlash(name), text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
