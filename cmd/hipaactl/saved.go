package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/github"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/snapshot"
)

// saved is a snapshot that the user named.
type saved struct {
	name string
	data []byte
}

// findSnapshot tells whether the paths name a snapshot, and reads it. Else rest is
// standard input from its start.
func (o inputOptions) findSnapshot(stdin io.Reader) (found *saved, rest io.Reader, err error) {
	rest = stdin
	for _, path := range o.paths {
		var data []byte
		name := filepath.ToSlash(path)
		if path == "-" {
			name = "stdin"
			data, rest, err = snapshotIn(rest)
		} else {
			data, err = snapshotAt(path)
		}
		switch {
		case err != nil:
			return nil, nil, err
		case data == nil:
			continue
		case len(o.paths) > 1:
			return nil, nil, usagef("%s is a snapshot, which is judged alone: scan it by itself", name)
		case len(o.inputs) > 0 || o.source != "":
			return nil, nil, usagef("%s is a snapshot: --var, --var-file and --source are about configuration", name)
		}
		found = &saved{name, data}
	}
	return found, rest, nil
}

// snapshotAt is the text of a snapshot, nil for any other file or directory, and for
// what cannot be opened: whoever reads it next has more to say about that.
func snapshotAt(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil
	}
	defer func() { _ = f.Close() }() // nothing was written
	if !snapshot.Is(f) {
		return nil, nil
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	return whole(f, filepath.ToSlash(path))
}

// snapshotIn is the text of a snapshot, and nil and the same input again for anything else.
func snapshotIn(r io.Reader) ([]byte, io.Reader, error) {
	if r == nil {
		return nil, nil, nil
	}
	var head bytes.Buffer
	is := snapshot.Is(io.TeeReader(r, &head))
	r = io.MultiReader(&head, r)
	if !is {
		return nil, r, nil
	}
	data, err := whole(r, "stdin")
	return data, nil, err
}

func whole(r io.Reader, name string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, snapshot.MaxSize+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	case len(data) > snapshot.MaxSize:
		return nil, usagef("%s: larger than %d MB, which no snapshot is", name, snapshot.MaxSize>>20)
	}
	return data, nil
}

// read is what the snapshot holds. The run is then as of its time, unless the user named
// another; and roots are accounts, which lie in no repository. What cannot be read is a
// gap, as a broken plan is.
func (s *saved) read(plan *reporting, now bool, wanted resource.Wanted) resource.Set {
	plan.repo = plan.repo.ofAccounts()
	shot, err := snapshot.Read(s.data, s.name)
	if err != nil {
		gap := resource.Gap{Kind: resource.GapFile, What: s.name, Why: err.Error(), Settle: "save it again with hipaactl audit aws --save"}
		var wrong *snapshot.Error
		if errors.As(err, &wrong) {
			gap.Why, gap.Range.Filename, gap.Range.Start.Line = wrong.What, s.name, wrong.Line
		}
		return resource.Set{Seen: resource.Seen{FilesFailed: 1}, Gaps: []resource.Gap{gap}}
	}
	if !now {
		plan.clock = clock{now: shot.Time, fixed: true}
	}
	shot.Set.Gaps = append(shot.Set.Gaps, notAsked(shot.Types, wanted)...)
	if len(shot.Set.Scopes) == 0 {
		shot.Set.Gaps = append(shot.Set.Gaps, resource.Gap{
			Kind: resource.GapCall, What: s.name, Why: "it names no account that was read", Settle: "save it again with hipaactl audit aws --save", Settled: true,
		})
	}
	shot.Set.Sort()
	return shot.Set
}

// notAsked are gaps for the types that rules of today read and the audit did not ask for:
// that the snapshot holds none says nothing.
func notAsked(asked []string, wanted resource.Wanted) []resource.Gap {
	var out []resource.Gap
	hub := slices.ContainsFunc(asked, github.Is)
	for typ := range wanted {
		elsewhere := hub && github.CodeAlone(typ) || !hub && aws.CodeAlone(typ)
		if asked == nil || typ == resource.AnyType || elsewhere || slices.Contains(asked, typ) {
			continue
		}
		out = append(out, resource.Gap{
			Kind: resource.GapCall, What: typ, Types: []string{typ}, Why: "the snapshot was taken without this type",
			Settle: "audit again, or leave the rules that read " + typ + " out with --skip-rule",
		})
	}
	return out
}
