package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// reportOptions are the flags of every command that judges: what to write where, and what
// trips the gate.
type reportOptions struct {
	formats         []string
	failOn          string
	failOnUnknown   bool
	phiOnly         bool
	minSeverity     string
	allowIncomplete bool
	sarifAnchor     string
	color           string
	now             string
	quiet           bool
}

// addGate adds the flags that come first in the help.
func (o *reportOptions) addGate(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringArrayVarP(&o.formats, "format", "f", nil, "write `FORMAT[=FILE]`, to FILE or to standard output: "+strings.Join(report.Names(), ", ")+"; repeatable (default text)")
	f.StringVar(&o.failOn, "fail-on", string(finding.Low), "trip the gate on failures of this `severity` or worse: critical, high, medium, low, never")
	f.BoolVar(&o.failOnUnknown, "fail-on-unknown", false, "trip the gate on unknown verdicts of that severity too")
	f.BoolVar(&o.phiOnly, "phi-only", false, "trip the gate only on resources that hold PHI or may; with none marked, the run is not clean")
	f.BoolVar(&o.allowIncomplete, "allow-incomplete", false, "accept a run that could not read everything; the report says so")
	f.StringVar(&o.minSeverity, "min-severity", "", "show failures and unknowns of this `severity` or worse; counts, JSON and gate are untouched")
	f.StringVar(&o.sarifAnchor, "sarif-anchor", "", "in sarif, gitlab and github, show what was read of accounts at this `FILE` of the repository")
	complete(cmd, "format", report.Names()...)
	complete(cmd, "fail-on", "critical", "high", "medium", "low", "never")
	complete(cmd, "min-severity", "critical", "high", "medium", "low", "info")
}

// addRun adds those that come last.
func (o *reportOptions) addRun(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.color, "color", "auto", "colour text: `auto|always|never`; auto means on a terminal outside CI, NO_COLOR and FORCE_COLOR decide")
	f.StringVar(&o.now, "now", "", "judge as of this `time` (RFC 3339; default SOURCE_DATE_EPOCH, else the clock)")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "write nothing to standard error but errors")
	complete(cmd, "color", "auto", "always", "never")
}

// reporting is what the flags mean, checked before anything is read.
type reporting struct {
	outputs outputs
	gate    report.Gate
	floor   finding.Severity
	clock   clock
	repo    repository
	text    report.TextOptions
	quiet   bool
	// phiOnly makes the gate look at nothing but what holds PHI or may.
	phiOnly bool
	// anchor is the file for what is in none, from the repository's root: see missingAnchor.
	anchor string
	// stream writes formats that need not hold all findings, and tells which do; nil where
	// the report holds all.
	stream func(w io.Writer, format string) (bool, error)
	// publish hands the report to somebody else, after it was written; nil where nobody is
	// told. uploads tells that SARIF is among it.
	publish func(finding.Report) error
	uploads bool
}

// errNoAccount refuses findings that Security Hub could not take.
var errNoAccount = usagef("--format asff: a finding of Security Hub belongs to an account, and none was read; " +
	"write what hipaactl audit aws, or a scan of a snapshot, finds, or choose ocsf or sarif")

func (o reportOptions) plan(p process) (reporting, error) {
	plan := reporting{gate: report.Gate{FailOnUnknown: o.failOnUnknown, AllowIncomplete: o.allowIncomplete}, phiOnly: o.phiOnly, quiet: o.quiet}
	var err error
	if plan.outputs, err = parseOutputs(o.formats); err != nil {
		return plan, err
	}
	if plan.gate.FailOn, err = report.ParseFailOn(o.failOn); err != nil {
		return plan, usagef("--fail-on: %w", err)
	}
	if o.minSeverity != "" {
		if plan.floor, err = finding.ParseSeverity(o.minSeverity); err != nil {
			return plan, usagef("--min-severity: %w", err)
		}
	}
	if plan.clock, err = newClock(o.now, p); err != nil {
		return plan, err
	}
	colored, err := colorFor(o.color, p.stdout, p)
	if err != nil {
		return plan, err
	}
	if plan.repo, err = findRepository(); err != nil {
		return plan, err
	}
	if o.sarifAnchor != "" {
		if info, err := os.Stat(o.sarifAnchor); err != nil || info.IsDir() {
			return plan, usagef("--sarif-anchor %s: there is no such file", o.sarifAnchor)
		}
		plan.anchor = plan.repo.fromRoot(path.Clean(filepath.ToSlash(o.sarifAnchor)))
	}
	plan.text = report.TextOptions{Color: colored, Width: widthOf(p.stdout, p), Gate: &plan.gate, MinSeverity: plan.floor}
	return plan, nil
}

// finish writes every document, tells the person what the document on standard output
// does not, and ends with the gate's exit code.
func (plan reporting) finish(p process, r finding.Report) error {
	r.Mask()
	finding.Sort(r.Findings)
	live := slices.ContainsFunc(r.Sources, func(s finding.Source) bool { return s.Kind == resource.Live })
	if err := plan.missingAnchor(); live && err != nil {
		return err
	}
	if !live && plan.outputs.has("asff") {
		return errNoAccount
	}
	outcome := plan.gate.Judge(r)
	r.AllowedIncomplete = plan.gate.AllowIncomplete && (outcome.Incomplete || outcome.Unmarked)
	if err := errors.Join(plan.summarize(p, r), plan.outputs.write(p.stdout, plan, r)); err != nil {
		return err
	}
	brief := !plan.quiet && plan.outputs.stdout != "text"
	if brief {
		colored, err := colorFor("auto", p.stderr, p)
		if err != nil {
			return err
		}
		o := plan.text
		o.Brief, o.Color, o.Width = true, colored, widthOf(p.stderr, p)
		_ = report.NewText(o)(p.stderr, r) // as in complain: nobody to tell, and the report stands
	}
	if outcome.Unmarked && !brief && !(plan.quiet && r.AllowedIncomplete) {
		complain(p, "--phi-only: nothing is marked as PHI, so the gate looked at nothing; "+report.Unmarked)
	}
	return plan.published(p, r, outcome.Code)
}

// published hands the report on, and is the exit code of the whole. What was to be published
// and was not is said, and makes of a clean run one that is not.
func (plan reporting) published(p process, r finding.Report, code int) error {
	if plan.publish != nil {
		err := plan.publish(r)
		var usage usageError
		switch {
		case err == nil:
		case code == report.ExitTripped && !errors.Is(err, context.Canceled): // which the gate's code outranks
			complain(p, strings.Split(err.Error(), "\n")...)
		case errors.Is(err, context.Canceled), errors.As(err, &usage):
			return err
		default:
			return unreadError{err}
		}
	}
	if code != report.ExitClean {
		return exit(code)
	}
	return nil
}
