package checks

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// snapshots finds the JSON files of a folder that are snapshots: those that say so, since a
// user may keep other data there.
func snapshots(tree fs.FS, dir string) ([]string, error) {
	files, err := fs.Glob(tree, path.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	var out []string
	for _, file := range files {
		text, err := fs.ReadFile(tree, file)
		if err != nil {
			return nil, err
		}
		if bytes.Contains(text, []byte(`"hipaactl/snapshot/`)) {
			out = append(out, file)
		}
	}
	return out, nil
}

// readSnapshot reads what an example wants, and its time. What else stands there is the
// loader's affair, which reads the snapshot strictly.
func (e *Example) readSnapshot(text []byte) error {
	type wanting struct {
		Account, Region, Type, Name string
		Want                        []string
	}
	var s struct {
		Time              time.Time
		Scopes, Resources []wanting
	}
	if err := json.Unmarshal(text, &s); err != nil {
		return fmt.Errorf("%s: no snapshot: %w", e.File, err)
	}
	if e.Time = s.Time; e.Time.IsZero() {
		return fmt.Errorf("%s: the snapshot has no time", e.File)
	}
	for _, r := range s.Resources {
		if err := e.want(r.Account+"/"+cmp.Or(r.Region, "global"), r.Type+"."+r.Name, r.Want); err != nil {
			return err
		}
	}
	for _, r := range s.Scopes {
		root, address := r.Account+"/"+r.Region, ScopeRegion
		if r.Region == "" {
			root, address = r.Account, ScopeAccount
		}
		if err := e.want(root, address, r.Want); err != nil {
			return err
		}
	}
	return nil
}

// want notes what one resource or scope wants: "fail", or "fail assertion".
func (e *Example) want(root, address string, wants []string) error {
	for _, want := range wants {
		status, assertion, _ := strings.Cut(want, " ")
		if !slices.Contains(finding.Statuses(), finding.Status(status)) {
			return fmt.Errorf("%s: want of %s: unknown status %q", e.File, address, status)
		}
		key := e.wantKey(root, address)
		e.Wants[key] = append(e.Wants[key], Want{Status: finding.Status(status), Assertion: assertion})
	}
	return nil
}

// readArchive reads what an archive of files wants of what is found in them.
func (e *Example) readArchive(text []byte) error {
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "-- ") {
			return nil
		}
		if day, ok := strings.CutPrefix(strings.TrimSpace(line), "# now:"); ok {
			at, err := time.Parse(time.RFC3339, strings.TrimSpace(day))
			if err != nil {
				return fmt.Errorf("%s: now: want a time such as 2026-03-01T12:00:00Z", e.File)
			}
			e.Time = at
		}
		if wanted, ok := strings.CutPrefix(strings.TrimSpace(line), "# want:"); ok {
			address, want, _ := strings.Cut(strings.TrimSpace(wanted), " ")
			if err := e.want("", address, []string{want}); err != nil {
				return err
			}
		}
	}
	return nil
}
