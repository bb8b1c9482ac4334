package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/baseline"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/report"
)

// recordOptions are the flags of baseline.
type recordOptions struct {
	scan scanOptions
	// from is a JSON report to take in the place of a scan.
	from   string
	output string
	update bool
	prune  bool
}

func newBaseline(p process) *cobra.Command {
	o := recordOptions{scan: scanOptions{report: reportOptions{failOn: string(finding.Low), color: "auto"}}}
	cmd := &cobra.Command{
		Use:   "baseline [PATH...]",
		Short: "Record what fails now, so that later runs fail on what is new",
		Long: `Baseline scans as scan does and records every failure and every unknown verdict that is not
waived in ` + baselineFile + ` of the repository. With scan --baseline FILE (or the setting
baseline) the gate trips on what is not in it. Commit the file: what it accepts is decided in
its review.

Where there is a file already, nothing new is accepted by accident: without --update the
command lists what is new and exits with 1, and writes nothing. --prune takes out what is
fixed, and records nothing. Both keep what the run did not read.

The PATH of a snapshot records an account; --from takes any JSON report of hipaactl instead.

Exit codes: 0 recorded, or nothing is new, 1 something is new, 2 usage or nothing to scan,
3 something that was asked for could not be read (--allow-incomplete accepts that).`,
		Example: `  # adopt: record what fails, then fail on nothing else
  hipaactl baseline
  hipaactl scan --baseline ` + baselineFile + `

  # take out what was fixed, in the pull request that fixes it
  hipaactl baseline --prune

  # accept what is new
  hipaactl baseline --update

  # an account: from its snapshot, or from the report of an audit
  hipaactl baseline 2026-q4.json --output accounts.json
  hipaactl baseline --from audit.json --output accounts.json`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.scan.paths = args
			return o.run(cmd.Context(), p)
		},
	}
	o.addFlags(cmd)
	return cmd
}

func (o *recordOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.output, "output", "", "write to `FILE`, or - for standard output (default the setting baseline, else "+baselineFile+" of the repository)")
	f.BoolVar(&o.update, "update", false, "record what is new too, in a file that is there")
	f.BoolVar(&o.prune, "prune", false, "take out what is fixed, removed or waived, and record nothing")
	f.StringVar(&o.from, "from", "", "record the findings of the JSON report `FILE` instead of a scan; - is standard input")
	f.StringVar(&o.scan.baseline.file, "baseline", "", "the same as --output, for the setting")
	must(f.MarkHidden("baseline"))
	for _, alone := range []string{"update", "prune", "from"} { // what is accepted is said, not set
		must(f.SetAnnotation(alone, flagAlone, []string{"true"}))
	}
	f.BoolVar(&o.scan.report.allowIncomplete, "allow-incomplete", false, "record a run that could not read everything")
	o.scan.policies.addFlags(cmd)
	o.scan.markers.addFlags(cmd)
	o.scan.waivers.addFlags(cmd)
	f.BoolVar(&o.scan.wholeAccount, "whole-account", false, "the paths are everything in one account, so what is absent is missing")
	o.scan.inputOptions.addFlags(cmd)
	f.StringVar(&o.scan.report.now, "now", "", "judge as of this `time` (RFC 3339; default SOURCE_DATE_EPOCH, else the clock)")
	f.BoolVarP(&o.scan.report.quiet, "quiet", "q", false, "write nothing to standard error but errors")
}

func (o recordOptions) run(ctx context.Context, p process) error {
	plan, err := o.scan.plan(p)
	if err != nil {
		return err
	}
	file, have, there, err := o.existing()
	if err != nil {
		return err
	}
	j, err := o.judge(ctx, p, &plan)
	if err != nil {
		return err
	}
	if r := j.report; !r.Complete && !plan.gate.AllowIncomplete {
		if !plan.quiet {
			brief := report.TextOptions{Brief: true, Gate: &report.Gate{}, Width: widthOf(p.stderr, p)}
			_ = report.NewText(brief)(p.stderr, plan.repo.forPeople(r)) // as in complain
		}
		complain(p, "nothing was recorded: what could not be read may fail; --allow-incomplete records the rest")
		return exit(report.ExitIncomplete)
	}
	result := have.Compare(j.report.Findings, j.run)
	if file == "-" {
		return result.New.Write(p.stdout)
	}
	return o.record(p, plan, record{file, there, len(have.Entries), result})
}

// existing is the file to write, and what it holds.
func (o recordOptions) existing() (file string, have baseline.Baseline, there bool, err error) {
	switch {
	case o.update && o.prune:
		return "", have, false, usagef("--update records what is new and takes out what is gone; --prune only takes out: use one")
	case o.from != "" && len(o.scan.paths) > 0:
		return "", have, false, usagef("--from %s stands in the place of a scan: give no PATH", o.from)
	case o.output == "-" && (o.update || o.prune):
		return "", have, false, usagef("--output -: there is no file to update or prune")
	}
	file = cmp.Or(o.output, strings.TrimPrefix(o.scan.baseline.file, noBaseline))
	if file == "" {
		if file, err = inRepository(baselineFile); err != nil {
			return "", have, false, err
		}
	}
	if file == "-" {
		return file, have, false, nil
	}
	if _, err := os.Lstat(file); errors.Is(err, fs.ErrNotExist) {
		if o.prune {
			return file, have, false, usagef("--prune: there is no %s", filepath.ToSlash(file))
		}
		return file, have, false, nil
	}
	have, err = readBaseline(file)
	return file, have, true, err
}

func (o recordOptions) judge(ctx context.Context, p process, plan *reporting) (judgement, error) {
	if o.from != "" {
		return reported(ctx, p, o.from)
	}
	return o.scan.judge(ctx, p, plan)
}

// record is what there is to write.
type record struct {
	file   string
	there  bool
	before int
	baseline.Result
}

// record writes what the flags allow, and says what was done and what was left.
func (o recordOptions) record(p process, plan reporting, r record) error {
	shown := filepath.ToSlash(filepath.Clean(r.file))
	next := r.Next
	gone := r.before - len(next.Entries)
	if !o.prune {
		next = next.With(r.New)
	}
	fresh := len(r.New.Entries)
	said := ""
	if bad := r.Report.New - failing(r.New.Entries); bad > 0 {
		complain(p, report.Count(bad, "finding")+" about waivers cannot be recorded: correct the waivers")
	}
	switch {
	case !r.there:
		said = fmt.Sprintf("recorded %s in %s", entries(next.Entries), shown)
	case fresh > 0 && !o.update && !o.prune:
		listNew(p, plan, r.New)
		return errors.Join(say(p, "%s: %s; nothing was written. Fix or waive it, or accept it with --update", shown, isNew(r.New.Entries)), exit(report.ExitTripped))
	case !o.update && !o.prune && gone+r.Narrower == 0:
		return say(p, "%s: nothing is new and nothing is gone", shown)
	case !o.update && !o.prune:
		return say(p, "%s: nothing is new; --prune takes out %s", shown, outdated(gone, r.Narrower))
	default:
		said = fmt.Sprintf("%s: took out %s", shown, outdated(gone, r.Narrower))
		switch {
		case o.update:
			listNew(p, plan, r.New)
			said = fmt.Sprintf("%s: recorded %s, took out %s", shown, entries(r.New.Entries), outdated(gone, r.Narrower))
		case fresh > 0:
			said += fmt.Sprintf("; %s and not recorded", isNew(r.New.Entries))
		}
	}
	if err := os.MkdirAll(filepath.Dir(r.file), 0o777); err != nil {
		return err
	}
	if err := writeFile(r.file, asUmask, next.Write); err != nil {
		return err
	}
	return say(p, "%s", said)
}

func say(p process, format string, args ...any) error {
	_, err := fmt.Fprintln(p.stdout, report.Plain(fmt.Sprintf(format, args...)))
	return err
}

// entries is "3 failures and 1 unknown verdict".
func entries(all []baseline.Entry) string {
	unknown := len(all) - failing(all)
	text := report.Count(len(all)-unknown, "failure")
	if unknown > 0 {
		text += " and " + report.Count(unknown, "unknown verdict")
	}
	return text
}

func failing(all []baseline.Entry) int {
	n := 0
	for _, e := range all {
		if e.Status == finding.Fail {
			n++
		}
	}
	return n
}

func isNew(all []baseline.Entry) string {
	if len(all) == 1 {
		return entries(all) + " is new"
	}
	return entries(all) + " are new"
}

// outdated is "2 entries and what is fixed of 1 more".
func outdated(gone, narrower int) string {
	switch {
	case gone == 0 && narrower == 0:
		return "nothing"
	case narrower == 0:
		return report.Count(gone, "entry")
	case gone == 0:
		return "what is fixed of " + report.Count(narrower, "entry")
	}
	return fmt.Sprintf("%s and what is fixed of %d more", report.Count(gone, "entry"), narrower)
}

// listNew lists what no entry covers, the worst first.
func listNew(p process, plan reporting, b baseline.Baseline) {
	all := slices.Clone(b.Entries)
	slices.SortStableFunc(all, func(x, y baseline.Entry) int {
		return cmp.Or(cmp.Compare(x.Status, y.Status), cmp.Compare(x.Severity.Rank(), y.Severity.Rank()))
	})
	for _, e := range all {
		about := e.Rule + strings.TrimSuffix("/"+e.Assertion, "/") + "  " + e.Address
		root := e.Root
		if !plan.repo.accounts {
			root = plan.repo.fromHere(root)
		}
		if root != "." && root != "" {
			about += "  " + root
		}
		word := string(e.Severity)
		if e.Status == finding.Unknown {
			word = "unknown"
		}
		_, _ = fmt.Fprintf(p.stdout, "new  %-8s  %s\n", word, report.Plain(about)) // what follows says more
	}
}

// inRepository is a file of the repository, or of the working directory outside of any.
func inRepository(name string) (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the working directory: %w", err)
	}
	return filepath.Rel(dir, filepath.Join(cmp.Or(above(dir), dir), filepath.FromSlash(name)))
}
