package checks

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// selects tells whether the options keep the policy.
func (o Options) selects(p *policy) bool {
	return (len(o.Rules) == 0 || matches(o.Rules, p.ID)) && !matches(o.SkipRules, p.ID) &&
		(len(o.Citations) == 0 || cites(p.Metadata, o.Citations))
}

func matches(globs []string, id string) bool {
	return slices.ContainsFunc(globs, func(glob string) bool {
		ok, err := path.Match(glob, id)
		return err == nil && ok
	})
}

// cites tells whether the policy cites one of the paragraphs or a part of it:
// "164.312(a)" selects "164.312(a)(1)", but "164.312(a)(1)" does not select "164.312(a)(10)".
func cites(m Metadata, citations []string) bool {
	for _, want := range citations {
		for _, have := range m.Citations {
			if rest, ok := strings.CutPrefix(have, want); ok && (rest == "" || rest[0] == '(') {
				return true
			}
		}
	}
	return false
}

// checkSelection reports selectors that select nothing: a misspelled rule would
// otherwise look like a clean run.
func (p *Policies) checkSelection(o Options) error {
	var errs []error
	check := func(flag, text string, hit func(*policy) bool) {
		if _, err := path.Match(text, ""); err != nil {
			errs = append(errs, fmt.Errorf("%s %q: malformed pattern", flag, text))
		} else if !slices.ContainsFunc(p.all, hit) {
			errs = append(errs, fmt.Errorf("%s %q matches no policy: `hipaactl policy list` shows them", flag, text))
		}
	}
	for _, glob := range o.Rules {
		check("rule", glob, func(pol *policy) bool { return matches([]string{glob}, pol.ID) })
	}
	for _, glob := range o.SkipRules {
		check("skipped rule", glob, func(pol *policy) bool { return matches([]string{glob}, pol.ID) })
	}
	for _, cite := range o.Citations {
		check("citation", cite, func(pol *policy) bool { return cites(pol.Metadata, []string{cite}) })
	}
	return errors.Join(errs...)
}

// want adds what the policy reads to what a source evaluates.
func (m Metadata) want(w resource.Wanted) {
	for typ, shape := range m.Resources {
		w.Add(typ, shape)
	}
	types := make([]string, 0, len(m.Resources))
	for typ := range m.Resources {
		types = append(types, typ)
	}
	wantRelated(w, types, m.Related)
}

func wantRelated(w resource.Wanted, mine []string, lists map[string]*Related) {
	for _, r := range lists {
		w.Add(r.Type, r.Attributes)
		if r.On.Scope == "" {
			w.Add(r.Type, linkShape(r.On.Theirs))
			for _, typ := range r.owners(mine) {
				w.Add(typ, linkShape(r.On.Mine))
			}
		}
		wantRelated(w, []string{r.Type}, r.Related)
	}
}

// linkShape is the shape that a link path reads: names above the last are blocks.
func linkShape(p Path) *resource.Shape {
	if len(p) == 0 {
		return &resource.Shape{Kind: resource.String}
	}
	inner := linkShape(p[1:])
	if p[0].Name == "" {
		return &resource.Shape{Kind: resource.List, Elem: inner}
	}
	if len(p) > 1 && p[1].Name != "" {
		inner = &resource.Shape{Kind: resource.List, Elem: inner}
	}
	return &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{p[0].Name: inner}}
}
