package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/spelling"
)

// policyInputOptions are the flags of policy input as they were given.
type policyInputOptions struct {
	inputOptions
	policies policyOptions
	markers  markerOptions
	whole    bool
	format   string
}

func newPolicyInput(p process) *cobra.Command {
	var o policyInputOptions
	cmd := &cobra.Command{
		Use:   "input ADDRESS [PATH...]",
		Short: "Show what a policy sees of a resource",
		Long: `Input prints, for each rule that judges the resource at ADDRESS, exactly what its policy is
given: the attributes that it declares, the related resources, the PHI mark. It lists what was
left out because it cannot be known, with the cause, and lists that may have further members.
What a report would not show is masked.

ADDRESS is as terraform writes it, or account or region for the rules on these. A PATH is what
scan takes; without one it is the working directory.`,
		Example: `  hipaactl policy input aws_s3_bucket.records --rule HIPAA-S3-003
  hipaactl policy input 'module.store.aws_db_instance.this[0]' envs/prod -f json
  hipaactl policy input account 2026-q1.json --rule HIPAA-CTR-001`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{err: fmt.Errorf("want an ADDRESS, as in aws_s3_bucket.records"), help: cmd.CommandPath()}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.paths = args[1:]
			return runPolicyInput(cmd.Context(), p, args[0], o)
		},
	}
	f := cmd.Flags()
	o.policies.addFlags(cmd)
	o.inputOptions.addFlags(cmd)
	o.markers.addFlags(cmd)
	f.BoolVar(&o.whole, "whole-account", false, "take all that is read as one whole account")
	addFormat(cmd, &o.format)
	return cmd
}

func runPolicyInput(ctx context.Context, p process, address string, o policyInputOptions) error {
	if err := cmp.Or(o.inputOptions.check(), o.markers.check(o.policies.config)); err != nil {
		return err
	}
	policies, err := o.policies.load()
	if err != nil {
		return err
	}
	clock, err := newClock("", p)
	if err != nil {
		return err
	}
	plan := reporting{clock: clock}
	set, _, err := o.read(ctx, p, &plan, true, policies.Wanted())
	if err := cmp.Or(ctx.Err(), err); err != nil {
		return err
	}
	phi.Mark(&set, o.markers.markers())
	seen := policies.Inspect(&set, address, checks.EvalOptions{Now: plan.clock.now, WholeAccount: o.whole})
	if len(seen) == 0 {
		return nothingSeen(&set, address)
	}
	switch o.format {
	case "json":
		return printJSON(p.stdout, seen)
	case "text":
		return printInspections(p, seen)
	}
	return badFormat(o.format)
}

// nothingSeen says why there is nothing to show.
func nothingSeen(set *resource.Set, address string) error {
	var addresses []string
	for _, r := range set.Resources {
		if r.Shown() == address || r.Address.String() == address {
			return usagef("%s: none of the chosen rules judges it", address)
		}
		addresses = append(addresses, r.Shown())
	}
	slices.Sort(addresses)
	return usagef("%s: there is no such resource in what was read%s; hipaactl scan -f json lists what there is", address, spelling.Meant(address, slices.Compact(addresses)))
}

func printInspections(p process, all []checks.Inspection) error {
	var b bytes.Buffer
	for i, seen := range all {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "%s  %s", seen.Rule, report.Plain(seen.Address))
		if seen.Root != "" && seen.Root != "." {
			fmt.Fprintf(&b, "  in %s", report.Plain(seen.Root))
		}
		fmt.Fprintf(&b, "\n  by %s\n\n", report.Plain(seen.Source))
		text, err := json.MarshalIndent(seen.Input, "", "  ")
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(text)) {
			b.WriteString(report.Plain(strings.TrimRight(line, "\n")) + "\n")
		}
		printUnseen(&b, "not known, and left out:", seen.Cut)
		printUnseen(&b, "lists that may hold more:", seen.Open)
	}
	return writeAll(p.stdout, &b)
}

func printUnseen(b *bytes.Buffer, title string, all []checks.Unseen) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", title)
	for _, u := range all {
		fmt.Fprintf(b, "  %s", report.Plain(u.Path))
		if u.Helps {
			b.WriteString("  (more can only help)")
		}
		b.WriteString("\n")
		for _, c := range u.Causes {
			line := c.What + ": " + c.Why
			if c.File != "" {
				line += fmt.Sprintf(" (%s:%d)", c.File, c.Line)
			}
			fmt.Fprintf(b, "    %s\n", report.Plain(line))
		}
	}
}
