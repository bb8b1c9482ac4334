package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/waiver"
	"github.com/hipaactl/hipaactl/policies"
)

// waiverFile is where waivers stand unless the user says otherwise, from the repository's
// root or, outside of any, the working directory.
const waiverFile = ".hipaactl/waivers.yaml"

// maxWaivers bounds a waiver file: more is no list of decisions.
const maxWaivers = 1 << 20

// waiverOptions say which waivers hold, and what they are held to.
type waiverOptions struct {
	file     string
	days     int
	findings int
	// partial tells that the run looks at part of what waivers are about, so that none is without use.
	partial bool
}

func (o *waiverOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.file, "waivers", "", "read waivers from `FILE` (default "+waiverFile+" of the repository, where there is one)")
	f.IntVar(&o.days, "waiver-days", waiver.DefaultDays, "the most `DAYS` that a waiver may hold")
	f.IntVar(&o.findings, "waiver-findings", waiver.DefaultFindings, "the most findings (`N`) that one waiver may cover")
}

func (o waiverOptions) check() error {
	switch {
	case o.days < 1:
		return usagef("--waiver-days: %d is not a number of days", o.days)
	case o.findings < 1:
		return usagef("--waiver-findings: %d is not a number of findings", o.findings)
	}
	return nil
}

// path is the waiver file, from the working directory.
func (o waiverOptions) path() (string, error) {
	if o.file != "" {
		return filepath.ToSlash(filepath.Clean(o.file)), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the working directory: %w", err)
	}
	rel, err := filepath.Rel(dir, filepath.Join(cmp.Or(above(dir), dir), filepath.FromSlash(waiverFile)))
	return filepath.ToSlash(rel), err
}

// book reads the waiver file. One that nobody named may be absent.
func (o waiverOptions) book(config configFlag) (waiver.Book, error) {
	name, err := o.path()
	if err != nil {
		return waiver.Book{}, err
	}
	data, err := readWaivers(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && o.file == "":
		return waiver.Book{}, nil
	case err != nil:
		return waiver.Book{}, o.unread(config, err)
	}
	return waiver.Parse(name, data), nil
}

// unread says which file could not be read, as the user named it.
func (o waiverOptions) unread(config configFlag, err error) error {
	var path *os.PathError
	if o.file == "" || !errors.As(err, &path) {
		return usagef("--waivers: %w", err)
	}
	return usagef("%s: %w", config.said("waivers", o.file), path.Err)
}

func readWaivers(name string) ([]byte, error) {
	f, err := os.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	data, err := io.ReadAll(io.LimitReader(f, maxWaivers+1))
	if err == nil && len(data) > maxWaivers {
		err = fmt.Errorf("%s: larger than %d MB, which no list of waivers is", name, maxWaivers>>20)
	}
	return data, err
}

// inline reads the waivers in the configuration that was judged. That of downloaded modules
// is left out: others do not decide about risks here.
func inline(set *resource.Set) waiver.Book {
	own, others := map[string]bool{}, map[string]bool{}
	add := func(file string, downloaded bool) {
		switch {
		case !isConfig(file):
		case downloaded || strings.Contains("/"+filepath.ToSlash(file), "/.terraform/"):
			others[filepath.Dir(file)] = true
		default:
			own[filepath.Dir(file)] = true
		}
	}
	for _, r := range set.Resources {
		add(r.Location.Range.Filename, r.Location.Downloaded)
		for _, call := range r.Location.Callers {
			add(call.Filename, false)
		}
	}
	var book waiver.Book
	for _, dir := range slices.Sorted(maps.Keys(own)) {
		if !others[dir] {
			book.Add(inlineIn(dir))
		}
	}
	return book
}

// inlineIn reads the waivers in a directory's configuration. What cannot be read now was
// read before, or is a gap.
func inlineIn(dir string) waiver.Book {
	var book waiver.Book
	entries, err := os.ReadDir(dir)
	if err != nil {
		return book
	}
	for _, e := range entries { // sorted
		name := filepath.Join(dir, e.Name())
		if !isConfig(name) {
			continue
		}
		info, err := os.Stat(name)
		if err != nil || !info.Mode().IsRegular() || info.Size() > maxSource {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		book.Add(waiver.Inline(filepath.ToSlash(name), bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	}
	return book
}

// apply fills in the waivers of what was judged, and adds the findings about them.
func (o waiverOptions) apply(book waiver.Book, result *checks.Result, set *resource.Set, plan reporting, chosen policyOptions, judged *checks.Policies) error {
	if len(book.Waivers)+len(book.Problems) == 0 {
		return nil
	}
	limits, err := o.limits(plan.clock.now, chosen)
	if err != nil {
		return err
	}
	run := waiver.Run{Limits: limits, Set: set, Broken: o.partial || len(result.RuleErrors) > 0, Named: plan.repo.fromRoot}
	for _, m := range judged.List() {
		run.Selected = append(run.Selected, m.ID)
	}
	result.Findings = book.Apply(result.Findings, run)
	return nil
}

// limits are what waivers are held to: all rules, whatever a run chose, and the profile.
func (o waiverOptions) limits(now time.Time, chosen policyOptions) (waiver.Limits, error) {
	all, err := checks.Load(checks.Options{Embedded: policies.FS, Dirs: chosen.dirs, KnownCitation: hipaa.Known, Idle: true})
	if err != nil {
		return waiver.Limits{}, err
	}
	if _, err := chosen.thresholds(all.List()); err != nil {
		return waiver.Limits{}, err
	}
	p, err := loadProfile(chosen.profile)
	if err != nil {
		return waiver.Limits{}, err
	}
	rules := map[string]finding.Rule{}
	for _, r := range rulesByID(all.List()) {
		rules[r.ID] = finding.Rule{Title: r.Title, Citations: citationsOf(nil, r.Citations), Assertions: r.Assertions}
	}
	return waiver.Limits{Now: now, Days: o.days, Findings: o.findings, Rules: rules, Proposed: p.NotLaw}, nil
}

// waiverRule describes the rule on waivers, where there is a finding about one.
func waiverRule(rules map[string]finding.Rule, findings []finding.Finding) {
	for i := range findings {
		if findings[i].Rule == waiver.ID {
			rule := waiver.Rule()
			rule.Citations = citationsOf(nil, waiver.Citations())
			rules[waiver.ID] = rule
			return
		}
	}
}
