package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// shownInstances bounds the instances that are listed under a finding; the JSON report has all.
const shownInstances = 8

// failure is a fail on one resource, or the same one on several instances of a block.
type failure struct {
	finding.Finding
	addresses []string
	// owner and file are what it is shown under.
	owner, file string
}

// failures are the unwaived fails by the file to change and by block, the worst of each
// block first. What differs in the instance alone is one: a person changes the block once.
// What was read live is by account, region and type: what is wrong with many is shown once.
func failures(all []finding.Finding) []*failure {
	var out []*failure
	same := map[string]*failure{}
	top := map[string]int{} // where a block's findings begin
	for _, f := range all {
		if f.Status != finding.Fail || f.Waiver != nil {
			continue
		}
		at, id := entry(f), owner(f)
		if line, ok := top[id]; !ok || at.Line < line {
			top[id] = at.Line
		}
		key := alike(f, id)
		if have := same[key]; have != nil && (f.Location.File != "" || live(f)) {
			have.addresses = append(have.addresses, f.Resource.Address)
			continue
		}
		same[key] = &failure{f, []string{f.Resource.Address}, id, at.File}
		out = append(out, same[key])
	}
	slices.SortStableFunc(out, func(a, b *failure) int {
		return cmp.Or(
			cmp.Compare(a.file, b.file),
			cmp.Compare(top[a.owner], top[b.owner]),
			cmp.Compare(a.owner, b.owner),
			cmp.Compare(a.Severity.Rank(), b.Severity.Rank()),
		)
	})
	return out
}

// live tells whether a finding is on what was read from an account, so that no file shows it.
func live(f finding.Finding) bool { return f.Resource.Source == "live" && f.Location.File == "" }

// owner identifies the block among those of one file, and the type among those of a region.
func owner(f finding.Finding) string {
	if live(f) {
		return strings.Join([]string{"", f.Resource.Root, f.Resource.Type, f.PHI}, "\x00")
	}
	return strings.Join([]string{entry(f).File, f.Resource.Root, block(f.Resource.Address), f.PHI, f.Resource.ARN, block(PHIPath(f.PHIWhy, f.PHIPath))}, "\x00")
}

// alike is equal for findings that a person reads as one. Where there is no code to show,
// what was seen is shown instead, and has to be the same.
func alike(f finding.Finding, owner string) string {
	parts := []string{owner, f.Rule, f.Assertion, string(f.Severity), f.Message}
	if !live(f) {
		parts = append(parts, place(f))
	}
	for _, l := range f.Location.Excerpt {
		parts = append(parts, strconv.Itoa(l.Number))
	}
	if len(f.Location.Excerpt) == 0 {
		for _, e := range f.Evidence {
			parts = append(parts, e.Path, e.Value)
		}
	}
	return strings.Join(parts, "\x00")
}

// block is an address without its instance keys: module.a["x"].aws_s3_bucket.b[0] is
// module.a.aws_s3_bucket.b.
func block(address string) string {
	if !strings.Contains(address, "[") {
		return address
	}
	var b strings.Builder
	key, quoted := false, false
	for i := 0; i < len(address); i++ {
		switch c := address[i]; {
		case quoted && c == '\\':
			i++
		case key && c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			key = true
		case c == ']':
			key = false
		case !key:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// instances is "aws_s3_bucket.b[0], aws_s3_bucket.b[1] and 3 more".
func instances(addresses []string) string {
	shown := addresses[:min(len(addresses), shownInstances)]
	s := strings.Join(shown, ", ")
	if more := len(addresses) - len(shown); more > 0 {
		s += fmt.Sprintf(" and %d more", more)
	}
	return s
}
