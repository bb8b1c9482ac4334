package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/hipaactl/hipaactl/internal/baseline"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// maxReport is the most bytes that a report may have: one of an organization is large.
const maxReport = 1 << 30

// reported is the judgement of an earlier run as its JSON report has it. What passed without
// a finding left no trace there, so the rules and roots are those that have one.
func reported(ctx context.Context, p process, name string) (judgement, error) {
	shown := filepath.ToSlash(name)
	in := interruptible(ctx, p.stdin)
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			var path *os.PathError
			if errors.As(err, &path) {
				err = path.Err
			}
			return judgement{}, usagef("--from %s: %w", shown, err)
		}
		defer func() { _ = f.Close() }() // nothing was written
		in = f
	}
	var r finding.Report
	switch err := json.NewDecoder(io.LimitReader(in, maxReport)).Decode(&r); {
	case ctx.Err() != nil:
		return judgement{}, ctx.Err()
	case err != nil || r.Schema != finding.Schema:
		return judgement{}, usagef("--from %s: not a JSON report of hipaactl (-f json), schema %s", shown, finding.Schema)
	}
	set := &resource.Set{Seen: resource.Seen{Roots: r.Coverage.Roots}}
	for i := range r.Findings {
		f := &r.Findings[i]
		if !baseline.Valid(f) {
			return judgement{}, usagef("--from %s: a finding of %s has no fingerprint as hipaactl makes them", shown, finding.Masked(f.Rule))
		}
		set.Resources = append(set.Resources, &resource.Resource{Root: f.Resource.Root, Written: f.Resource.Address})
	}
	for _, account := range r.Coverage.Accounts {
		set.Scopes = append(set.Scopes, resource.ScopeRead{Scope: resource.Scope{AccountKey: account.Account}})
	}
	for _, gap := range r.Gaps {
		set.Gaps = append(set.Gaps, resource.Gap{Root: gap.Root})
	}
	return judgement{r, set, baseline.Run{Set: set, Rules: slices.Sorted(maps.Keys(r.Rules))}}, nil
}
