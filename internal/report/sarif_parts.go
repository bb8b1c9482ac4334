package report

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// sarifKey is what a run is about: a root, and the kind of command that judged it, since
// several commands judge one root. The kind is empty for what is infrastructure.
type sarifKey struct{ kind, root string }

// sarifPart is what goes into one run.
type sarifPart struct {
	id    string
	fails []finding.Finding
	gaps  []finding.Gap
}

// sarifParts makes a part for each root and kind, those without a fail included: an empty run is
// what closes the alerts of the last one. Beyond GitHub's limit all roots of a kind share one run.
func sarifParts(r finding.Report) []sarifPart {
	home := homeKind(r.Findings)
	of := func(f finding.Finding) sarifKey { return sarifKey{kindOf(f, home), f.Resource.Root} }
	var keys []sarifKey
	has := map[string]bool{}
	for _, f := range r.Findings {
		keys, has[f.Resource.Root] = append(keys, of(f)), true
	}
	for _, root := range r.Coverage.Roots {
		if !has[root] {
			keys = append(keys, sarifKey{home, root})
		}
	}
	for _, g := range r.Gaps {
		if !has[g.Root] {
			keys = append(keys, sarifKey{home, g.Root})
		}
	}
	if len(keys) == 0 {
		keys = []sarifKey{{home, ""}}
	}
	slices.SortFunc(keys, func(a, b sarifKey) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.root, b.root)) })
	parts, at := partsOf(slices.Compact(keys))
	for _, f := range r.Findings {
		if f.Status == finding.Fail && f.Waiver == nil {
			p := &parts[at[of(f)]]
			p.fails = append(p.fails, f)
		}
	}
	for _, g := range r.Gaps {
		in := map[int]bool{}
		for k, n := range at {
			in[n] = in[n] || k.root == g.Root // whose command it was, nobody recorded
		}
		for n := range parts {
			if in[n] {
				parts[n].gaps = append(parts[n].gaps, g)
			}
		}
	}
	return parts
}

// partsOf makes the parts of sorted keys, and says which is whose. No two have one id, since
// GitHub refuses a file with two runs of one category.
// Source: https://github.blog/changelog/2024-05-06-code-scanning-will-stop-combining-runs-from-a-single-upload/
func partsOf(keys []sarifKey) ([]sarifPart, map[sarifKey]int) {
	by := func(id func(sarifKey) string) (parts []sarifPart, at map[sarifKey]int) {
		at = map[sarifKey]int{}
		place := map[string]int{}
		for _, k := range keys {
			n, ok := place[id(k)]
			if !ok {
				n = len(parts)
				place[id(k)], parts = n, append(parts, sarifPart{id: id(k)})
			}
			at[k] = n
		}
		return parts, at
	}
	if parts, at := by(runID); len(parts) <= maxRuns {
		return parts, at
	}
	return by(func(k sarifKey) string { return runID(sarifKey{kind: k.kind}) })
}

// kindOf is the kind of a finding by its resource's type. Types of ours are read by hipaactl
// leaks or repo; what is no resource, such as a waiver, goes with the rest.
func kindOf(f finding.Finding, rest string) string {
	switch own, ok := strings.CutPrefix(f.Resource.Type, "hipaactl_"); {
	case f.Resource.Type == "":
		return rest
	case !ok:
		return ""
	case slices.Contains([]string{"credential", "phi", "tree"}, own):
		return "leaks"
	}
	return "repo"
}

// homeKind is the kind of what no finding tells the kind of.
func homeKind(findings []finding.Finding) string {
	home, found := "", false
	for _, f := range findings {
		if f.Resource.Type == "" {
			continue
		}
		if kind := kindOf(f, ""); !found || kind < home {
			home, found = kind, true
		}
	}
	return home
}

// runID gives the category that GitHub derives from the run: "hipaactl/envs/prod/", of leaks
// "hipaactl-leaks/envs/prod/". A later upload replaces the alerts of an earlier one of the same category.
// Source: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
func runID(k sarifKey) string {
	id := "hipaactl"
	if k.kind != "" {
		id += "-" + k.kind
	}
	if root := strings.Trim(path.Clean("/"+Plain(k.root)), "/"); root != "" {
		id += "/" + root
	}
	return id + "/"
}
