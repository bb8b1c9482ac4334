package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/spelling"
)

//go:embed profiles/*.yaml
var profileFiles embed.FS

// defaultProfile is the one that changes nothing, and has no file.
const defaultProfile = "default"

// profile is a named set of thresholds, kept as data beside this file.
type profile struct {
	name  string
	Title string `yaml:"title"`
	// NotLaw marks a proposal: every document that the profile has part in says so, and
	// shows the paragraphs of the proposal that policies name.
	NotLaw bool      `yaml:"not-law"`
	Params yaml.Node `yaml:"params"`
	Raise  struct {
		// To is the least severity of rules that cite one of Citations or one below it.
		To        finding.Severity `yaml:"to"`
		Citations []string         `yaml:"citations"`
	} `yaml:"raise"`
	params []item
}

// profileNames are all profiles, the default first.
func profileNames() []string {
	files, err := fs.Glob(profileFiles, "profiles/*.yaml")
	must(err)
	names := []string{defaultProfile}
	for _, file := range files { // sorted
		names = append(names, strings.TrimSuffix(path.Base(file), ".yaml"))
	}
	return names
}

// loadProfile reads a profile by its name; empty is the default.
func loadProfile(name string) (profile, error) {
	p := profile{name: name}
	if name == "" || name == defaultProfile {
		return profile{name: defaultProfile}, nil
	}
	if !slices.Contains(profileNames(), name) {
		return p, fmt.Errorf("there is no such profile%s (want %s)", spelling.Meant(name, profileNames()), strings.Join(profileNames(), ", "))
	}
	file := "profiles/" + name + ".yaml"
	data, err := profileFiles.ReadFile(file)
	if err != nil {
		return p, err
	}
	strict := yaml.NewDecoder(bytes.NewReader(data))
	strict.KnownFields(true)
	if err := strict.Decode(&p); err != nil {
		return p, syntaxError(file, err)
	}
	if p.Params.Kind == 0 {
		return p, nil
	}
	d := configDecoder{file: file}
	p.params = d.thresholds("params", &p.Params)
	return p, errors.Join(d.errs...)
}

// thresholds checks the profile's values against the policies. That one is wrong can only be
// this program's fault, or that of a policy of the user which took a built-in rule's place.
func (p profile) thresholds(declared map[string]checks.Param) (map[string]string, error) {
	set := map[string]string{}
	for _, v := range p.params {
		key, value, _ := strings.Cut(v.text, "=")
		if err := checkThreshold(declared, key, value, v.tag); err != nil {
			return nil, fmt.Errorf("profile %s: %s: %w", p.name, key, err)
		}
		set[key] = value
	}
	return set, nil
}

// overridden are the thresholds of the chosen rules that the user set laxer than the
// profile has them, as RULE.NAME=VALUE, which were checked before.
func (p profile) overridden(declared map[string]checks.Param, params []string) ([]string, error) {
	set := map[string]string{}
	for _, text := range params {
		key, value, _ := strings.Cut(text, "=")
		set[key] = value // the last counts
	}
	var out []string
	for _, v := range p.params {
		key, text, _ := strings.Cut(v.text, "=")
		param, chosen := declared[key]
		theirs, given := set[key]
		if !chosen || !given {
			continue
		}
		own, err := param.Parse(text)
		if err != nil {
			return nil, err
		}
		value, err := param.Parse(theirs)
		if err != nil {
			return nil, err
		}
		param.Default = own
		if param.Laxer(value) {
			out = append(out, key)
		}
	}
	slices.Sort(out)
	return out, nil
}

// report assembles the report of a run under the chosen profile.
func (o policyOptions) report(set *resource.Set, result checks.Result, policies *checks.Policies) (finding.Report, error) {
	r, err := assemble(set, result, policies)
	if err != nil {
		return r, err
	}
	if r.Coverage.RulesSkipped, err = o.skipped(); err != nil {
		return r, err
	}
	err = o.profiled(&r, policies.List())
	return r, err
}

// profiled says in a report which profile had part in it, and gives the profile's weight to
// its findings. The default leaves no trace.
func (o policyOptions) profiled(r *finding.Report, list []checks.Metadata) error {
	p, err := loadProfile(o.profile)
	if err != nil || p.name == defaultProfile {
		return err
	}
	mark := finding.Profile{Name: p.name, Title: p.Title, NotLaw: p.NotLaw}
	if mark.Overridden, err = p.overridden(declaredParams(list), o.params); err != nil {
		return err
	}
	r.Profile = &mark
	if p.NotLaw {
		for _, known := range rulesByID(list) {
			if rule, ok := r.Rules[known.ID]; ok {
				rule.Proposed = known.NPRM
				r.Rules[known.ID] = rule
			}
		}
		proposeRequired(r.Rules)
	}
	p.raise(r)
	return nil
}

// proposeRequired says of addressable specifications what the proposal would make of them
// (164.306(c) as proposed). What they are by law stays beside it.
func proposeRequired(rules map[string]finding.Rule) {
	for id, rule := range rules {
		rule.Citations = slices.Clone(rule.Citations)
		for i := range rule.Citations {
			if c := &rule.Citations[i]; c.Kind == string(hipaa.AddressableSpec) {
				c.Proposed = string(hipaa.Required)
			}
		}
		rules[id] = rule
	}
}

// raise gives findings of the named specifications at least the profile's severity. Advice
// stays advice: it demands nothing.
func (p profile) raise(r *finding.Report) {
	if p.Raise.To == "" {
		return
	}
	raised := map[string]bool{}
	for id, rule := range r.Rules {
		var cites []string
		for _, c := range rule.Citations {
			cites = append(cites, c.ID)
		}
		if raised[id] = citesAny(cites, p.Raise.Citations); raised[id] {
			rule.Severity = p.atLeast(rule.Severity)
			r.Rules[id] = rule
		}
	}
	for i := range r.Findings {
		if f := &r.Findings[i]; raised[f.Rule] {
			f.Severity = p.atLeast(f.Severity)
		}
	}
	r.Finish()
}

func (p profile) atLeast(s finding.Severity) finding.Severity {
	order := finding.Severities() // the worst first
	if s == finding.Info || slices.Index(order, s) <= slices.Index(order, p.Raise.To) {
		return s
	}
	return p.Raise.To
}
