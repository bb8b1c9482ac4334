package checks

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Suite tries policies by the examples beside them. It may be used from several
// goroutines at a time.
type Suite struct {
	// Tree holds the policies with their examples, and Prefix is what a policy's Source has
	// before its path in the tree; a policy with another Source is not of this suite.
	Tree   fs.FS
	Prefix string
	// Load says how the policies are loaded; Rules and Params are the suite's.
	Load Options
	// Read reads an example.
	Read Loader
	// Now is the time as of which examples of code are judged.
	Now time.Time

	alone, read sync.Map
}

// Trial is a read example with the time and the options of its judgement.
type Trial struct {
	Example
	Set *resource.Set
}

// List is every policy of the suite, with those that say something only where a
// parameter is on.
func (s *Suite) List() ([]Metadata, error) {
	o := s.Load
	o.Idle = true
	all, err := Load(o)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all.List(), func(m Metadata) bool { return !strings.HasPrefix(m.Source, s.Prefix) || m.User != (s.Load.Dirs != nil) }), nil
}

// Only loads the policies of one rule with the parameters of an example.
func (s *Suite) Only(rule string, params map[string]string) (*Policies, error) {
	key := fmt.Sprint(rule, params)
	if p, ok := s.alone.Load(key); ok {
		return p.(*Policies), nil
	}
	o := s.Load
	o.Rules, o.Params = []string{rule}, params
	p, err := Load(o)
	if err == nil {
		s.alone.Store(key, p)
	}
	return p, err
}

// Examples judges the examples of a policy and says of each what was not as expected.
// The keys are their files in the tree, in order in the list.
func (s *Suite) Examples(ctx context.Context, m Metadata) ([]Example, map[string]error, error) {
	examples, err := Examples(s.Tree, m, s.Prefix)
	if err != nil {
		return nil, nil, err
	}
	found := map[string]error{}
	for _, e := range examples {
		p, err := s.Only(m.ID, e.Params)
		if err == nil {
			err = p.RunExample(ctx, e, s.Read, EvalOptions{Now: s.Now})
		}
		found[e.File] = err
	}
	return examples, found, nil
}

// Trials reads the examples of a policy, in the order of their names.
func (s *Suite) Trials(ctx context.Context, m Metadata) ([]Trial, error) {
	examples, err := Examples(s.Tree, m, s.Prefix)
	if err != nil {
		return nil, err
	}
	out := make([]Trial, len(examples))
	for i, e := range examples {
		key := fmt.Sprint(e.File, e.Params, m.ID)
		if set, ok := s.read.Load(key); ok {
			out[i] = Trial{e, set.(*resource.Set)}
			continue
		}
		p, err := s.Only(m.ID, e.Params)
		if err != nil {
			return nil, err
		}
		set, err := s.Read(ctx, e.File, p.Wanted())
		if err != nil {
			return nil, err
		}
		s.read.Store(key, &set)
		out[i] = Trial{e, &set}
	}
	return out, nil
}

// Properties holds a policy to the properties of Prove on each of its examples, and
// returns a sentence for each violation, with the example's file. A policy that only
// speaks where a parameter is on is tried with the other half of its rule.
func (s *Suite) Properties(ctx context.Context, m Metadata) ([]string, error) {
	if m.When != "" {
		return nil, nil
	}
	trials, err := s.Trials(ctx, m)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, t := range trials {
		p, err := s.Only(m.ID, t.Params)
		if err != nil {
			return nil, err
		}
		for _, whole := range []bool{false, true} {
			if whole && (t.Live || m.Scope == ScopeResource && !reachesElsewhere(m.Related)) {
				continue
			}
			o := t.Options(EvalOptions{Now: s.Now})
			o.WholeAccount = whole
			for _, violation := range p.Prove(ctx, t.Set, o) {
				out = append(out, t.File+": "+violation)
			}
		}
	}
	return slices.Compact(out), ctx.Err()
}

// reachesElsewhere tells whether judging a whole account makes a difference.
func reachesElsewhere(lists map[string]*Related) bool {
	for _, r := range lists {
		if r.Elsewhere || reachesElsewhere(r.Related) {
			return true
		}
	}
	return false
}

// Score is how many of a rule's declared attributes its examples show to matter.
type Score struct {
	Rule string
	// Declared are all attributes, as Mutate names them; Unnoticed those of which no change
	// turns a pass of any example into something else.
	Declared, Unnoticed []string
}

// Percent is the share that is noticed; 100 where nothing is declared.
func (s Score) Percent() int {
	if len(s.Declared) == 0 {
		return 100
	}
	return 100 * (len(s.Declared) - len(s.Unnoticed)) / len(s.Declared)
}

// Mutation tries whether the examples of a rule, of all its halves, show what each declared
// attribute decides, with parameters as they are and as its examples set them.
func (s *Suite) Mutation(ctx context.Context, rule string) (Score, error) {
	score := Score{Rule: rule}
	base, err := s.Only(rule, nil)
	if err != nil {
		return score, err
	}
	samples, params := map[string][]Sample{}, map[string]map[string]string{"": nil}
	for _, m := range base.List() {
		trials, err := s.Trials(ctx, m)
		if err != nil {
			return score, err
		}
		for _, t := range trials {
			key := ""
			if t.Params != nil {
				key = fmt.Sprint(t.Params)
			}
			params[key] = t.Params
			samples[key] = append(samples[key], Sample{Set: t.Set, Now: t.Time})
		}
	}
	declared, missed := map[string]int{}, map[string]int{}
	for key, set := range params {
		p, err := s.Only(rule, set)
		if err != nil {
			return score, err
		}
		for _, attribute := range p.Mutate(ctx, nil, EvalOptions{Now: s.Now}) {
			declared[attribute]++ // without an example nothing is noticed
		}
		for _, attribute := range p.Mutate(ctx, samples[key], EvalOptions{Now: s.Now}) {
			missed[attribute]++
		}
	}
	for _, attribute := range sortedKeys(declared) {
		score.Declared = append(score.Declared, attribute)
		if missed[attribute] == declared[attribute] {
			score.Unnoticed = append(score.Unnoticed, attribute)
		}
	}
	return score, errors.Join(ctx.Err())
}

// Outcome is what a suite found of one thing that it tried.
type Outcome struct {
	// Name says what was tried: the file of an example, or of the policy whose properties.
	Name string
	Rule string
	// Err says what is not as it should be; nil is success.
	Err error
}

// Tried is what a suite found, in the order of the rules.
type Tried struct {
	Examples, Properties []Outcome
	Scores               []Score
}

// Try tries all policies of the suite; the examples alone if quick. The error says what
// kept it from trying.
func (s *Suite) Try(ctx context.Context, quick bool) (Tried, error) {
	list, err := s.List()
	if err != nil {
		return Tried{}, err
	}
	found, errs := make([]Tried, len(list)), make([]error, len(list))
	var order []int
	for i := range list {
		order = append(order, i)
	}
	work(order, 0, func(i int) { found[i], errs[i] = s.one(ctx, list, i, quick) })
	var out Tried
	for _, t := range found {
		out.Examples, out.Properties, out.Scores = append(out.Examples, t.Examples...), append(out.Properties, t.Properties...), append(out.Scores, t.Scores...)
	}
	return out, errors.Join(append(errs, ctx.Err())...)
}

// one tries one policy; the mutation of a rule goes with the last of its policies.
func (s *Suite) one(ctx context.Context, list []Metadata, at int, quick bool) (Tried, error) {
	m := list[at]
	examples, found, err := s.Examples(ctx, m)
	if err != nil {
		return Tried{}, err
	}
	var t Tried
	for _, e := range examples {
		t.Examples = append(t.Examples, Outcome{s.Prefix + e.File, m.ID, found[e.File]})
	}
	if quick || len(examples) == 0 || slices.ContainsFunc(t.Examples, func(o Outcome) bool { return o.Err != nil }) {
		return t, nil // what the examples show is no use before they are right
	}
	violations, err := s.Properties(ctx, m)
	if err != nil {
		return Tried{}, err
	}
	property := Outcome{Name: m.Source, Rule: m.ID}
	if len(violations) > 0 {
		property.Err = errors.New(strings.Join(violations, "\n"))
	}
	t.Properties = append(t.Properties, property)
	if at+1 < len(list) && list[at+1].ID == m.ID {
		return t, nil
	}
	score, err := s.Mutation(ctx, m.ID)
	t.Scores = append(t.Scores, score)
	return t, err
}
