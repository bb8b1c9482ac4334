package main

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/spelling"
	"github.com/hipaactl/hipaactl/policies"
)

// policyOptions say which policies a command works with.
type policyOptions struct {
	dirs      []string
	rules     []string
	skip      []string
	citations []string
	params    []string
	profile   string
	config    configFlag
	// of says what is judged; empty takes every rule.
	of subject
}

// subject is what a command judges. Only leaks and repo examine files, each for rules of its own.
type subject string

const (
	onResources  subject = "resources"
	onFiles      subject = "files"
	onRepository subject = "repository"
)

// commands are those that judge a subject.
var commands = map[subject]string{onResources: "scan", onFiles: "leaks", onRepository: "repo"}

func (o *policyOptions) addFlags(cmd *cobra.Command) {
	o.addSource(cmd)
	f := cmd.Flags()
	f.StringSliceVar(&o.rules, "rule", nil, "only rules of this `ID` or glob (HIPAA-S3-*); repeatable")
	f.StringSliceVar(&o.skip, "skip-rule", nil, "without rules of this `ID` or glob; repeatable")
	f.StringSliceVar(&o.citations, "citation", nil, "only rules that cite this `PARAGRAPH`, a specification of it or one below it; repeatable")
	complete(cmd, "citation", citationIDs()...)
	completeRules(cmd, "rule")
	completeRules(cmd, "skip-rule")
}

// addSource adds the flags of commands that take all policies.
func (o *policyOptions) addSource(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringArrayVar(&o.dirs, "policies", nil, "add the Rego policies below `DIR`; repeatable")
	f.StringArrayVar(&o.params, "param", nil, "set a threshold, `RULE.NAME=VALUE`; repeatable")
	f.StringVar(&o.profile, "rule-profile", "", "judge by the thresholds of this `PROFILE`: "+strings.Join(profileNames(), ", "))
	o.config.addFlag(cmd)
	complete(cmd, "rule-profile", profileNames()...)
}

// all is the same without the selection.
func (o policyOptions) all() policyOptions {
	o.rules, o.skip, o.citations = nil, nil, nil
	return o
}

// load loads and selects those that judge what the command reads.
func (o policyOptions) load() (*checks.Policies, error) {
	p, err := o.loadAll()
	if err != nil || o.of == "" {
		return p, err
	}
	others := map[subject]bool{}
	p.Keep(func(m checks.Metadata) bool {
		of := subjectOf(m)
		others[of] = true
		return of == o.of
	})
	if len(p.List()) == 0 {
		return nil, o.misplaced(others)
	}
	return p, nil
}

// misplaced says which command judges the chosen rules, which are about other things.
func (o policyOptions) misplaced(others map[subject]bool) error {
	for _, of := range []subject{onFiles, onRepository} {
		if len(others) == 1 && others[of] {
			return usagef("the chosen rules judge files: hipaactl %s does", commands[of])
		}
	}
	if o.of == onResources {
		return usagef("the chosen rules judge files: hipaactl leaks and hipaactl repo do")
	}
	return usagef("hipaactl %s judges none of the chosen rules; hipaactl policy list --engine files shows those on files", commands[o.of])
}

// loadAll loads and selects. Everything that is wrong with the selection is a usage error
// that names what was meant.
func (o policyOptions) loadAll() (*checks.Policies, error) {
	options := checks.Options{Embedded: policies.FS, Dirs: o.dirs, KnownCitation: hipaa.Known}
	all, err := checks.Load(options)
	if err != nil {
		return nil, err
	}
	if options.Params, err = o.thresholds(all.List()); err != nil {
		return nil, err
	}
	selects := len(o.rules)+len(o.skip)+len(o.citations) > 0
	if !selects && len(options.Params) == 0 {
		return all, nil
	}
	if selects {
		if options.Rules, err = o.selectRules(all.List()); err != nil {
			return nil, err
		}
	}
	return checks.Load(options)
}

// thresholds are the parameters that were set: later ones win, which are nearer to the user,
// and all win over the profile's.
func (o policyOptions) thresholds(list []checks.Metadata) (map[string]string, error) {
	declared := declaredParams(list)
	profile, err := loadProfile(o.profile)
	if err != nil {
		return nil, usagef("--rule-profile %s: %w", o.profile, err)
	}
	set, err := profile.thresholds(declared)
	errs := []error{err}
	for _, text := range o.params {
		key, value, ok := strings.Cut(text, "=")
		if !ok || !strings.Contains(key, ".") {
			errs = append(errs, usagef("--param %s: want RULE.NAME=VALUE, as in HIPAA-RDS-005.minimum_days=14", text))
			continue
		}
		if err := checkThreshold(declared, key, value, o.config.tagOf(text)); err != nil {
			errs = append(errs, usagef("%s: %w", o.config.saidParam(key, text), err))
		}
		set[key] = value
	}
	return set, errors.Join(errs...)
}

// declaredParams are all parameters by RULE.NAME.
func declaredParams(list []checks.Metadata) map[string]checks.Param {
	declared := map[string]checks.Param{}
	for _, m := range list {
		for name, p := range m.Params {
			declared[m.ID+"."+name] = p
		}
	}
	return declared
}

// checkThreshold checks that a policy declares it, and its type: YAML's where there is one.
func checkThreshold(declared map[string]checks.Param, key, value, tag string) error {
	p, ok := declared[key]
	if !ok {
		return fmt.Errorf("no policy declares it%s; hipaactl policy show RULE lists a rule's parameters",
			spelling.Meant(key, slices.Sorted(maps.Keys(declared))))
	}
	tags := map[string][]string{"number": {"!!int", "!!float"}, "bool": {"!!bool"}, "string": {"!!str"}, "[string]": {"!!seq"}}
	wants := map[string]string{"number": "a number", "bool": "true or false", "string": "text", "[string]": "a list"}
	if tag != "" && !slices.Contains(tags[p.Type], tag) {
		return fmt.Errorf("want %s", wants[p.Type])
	}
	_, err := p.Parse(value)
	return err
}

// selectRules is the ids of the rules that the flags leave.
func (o policyOptions) selectRules(list []checks.Metadata) ([]string, error) {
	var ids []string
	cites := map[string][]string{}
	for _, m := range list {
		cites[m.ID] = append(cites[m.ID], m.Citations...)
		ids = append(ids, m.ID)
	}
	ids = slices.Compact(ids)
	for _, flag := range []struct {
		name  string
		globs []string
	}{{"rule", o.rules}, {"skip-rule", o.skip}} {
		for _, glob := range flag.globs {
			if err := checkGlob(o.config.said(flag.name, glob), glob, ids); err != nil {
				return nil, err
			}
		}
	}
	for _, query := range o.citations {
		if err := checkCitation(o.config.said("citation", query), query, cites); err != nil {
			return nil, err
		}
	}
	kept := slices.DeleteFunc(ids, func(id string) bool {
		return len(o.rules) > 0 && !matchesAny(o.rules, id) || matchesAny(o.skip, id) ||
			len(o.citations) > 0 && !citesAny(cites[id], o.citations)
	})
	if len(kept) == 0 {
		return nil, usagef("--rule, --skip-rule and --citation leave no rule")
	}
	return kept, nil
}

// checkGlob checks that a glob finds a rule; said is how the user gave it.
func checkGlob(said, glob string, ids []string) error {
	if _, err := path.Match(glob, ""); err != nil {
		return usagef("%s: malformed pattern", said)
	}
	if !slices.ContainsFunc(ids, func(id string) bool { return matchesAny([]string{glob}, id) }) {
		return usagef("%s: there is no such rule%s; hipaactl policy list shows all", said, spelling.Meant(glob, ids))
	}
	return nil
}

func checkCitation(said, query string, cites map[string][]string) error {
	id := hipaa.Normalize(query)
	if !hipaa.Names(id) {
		return usagef("%s: not a paragraph of 164.308 to 164.316 that names a standard or specification%s", said, spelling.Meant(id, citationIDs()))
	}
	for _, have := range cites {
		if citesAny(have, []string{query}) {
			return nil
		}
	}
	return usagef("%s: no rule cites it; hipaactl explain %q says what it takes instead", said, id)
}

func matchesAny(globs []string, id string) bool {
	return slices.ContainsFunc(globs, func(glob string) bool {
		ok, err := path.Match(strings.ToUpper(glob), strings.ToUpper(id))
		return err == nil && ok
	})
}

func citesAny(have, queries []string) bool {
	for _, query := range queries {
		for _, id := range have {
			if hipaa.Within(id, hipaa.Normalize(query)) {
				return true
			}
		}
	}
	return false
}

func citationIDs() []string {
	var ids []string
	for _, c := range hipaa.All() {
		ids = append(ids, c.ID)
	}
	return ids
}

// complete offers fixed values for a flag.
func complete(cmd *cobra.Command, flag string, values ...string) {
	must(cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)))
}

// completeRules offers the built-in rules and their titles.
func completeRules(cmd *cobra.Command, flag string) {
	must(cmd.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return ruleCompletions(), cobra.ShellCompDirectiveNoFileComp
	}))
}

func ruleCompletions() []string {
	all, err := policyOptions{}.load()
	if err != nil {
		return nil
	}
	var out []string
	for _, m := range all.List() {
		out = append(out, m.ID+"\t"+m.Title)
	}
	return slices.Compact(out)
}

// must is for what can only be wrong in this program's own text.
func must(err error) {
	if err != nil {
		panic(fmt.Sprintf("hipaactl is put together wrongly: %v", err)) //nolint:forbidigo // a flag that was just declared is not there
	}
}
