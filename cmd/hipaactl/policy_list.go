package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/spelling"
)

// listOptions are the flags of policy list as they were given.
type listOptions struct {
	policies                      policyOptions
	services, engines, severities []string
	matrix                        bool
	format                        string
}

func newPolicyList(p process) *cobra.Command {
	var o listOptions
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the rules, or what covers each paragraph",
		Long: `List prints the rules, all or those that every kind of flag selects.

With --matrix it prints the coverage matrix instead: each of the 69 standards and implementation
specifications of the Security Rule with the rules that are evidence for it.`,
		Example: `  hipaactl policy list
  hipaactl policy list --citation "164.312(b)" --engine live -f json
  hipaactl policy list --service s3 --severity critical,high
  hipaactl policy list --matrix -f csv > coverage.csv`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return runPolicyList(p, o) },
	}
	o.policies.addFlags(cmd)
	f := cmd.Flags()
	f.StringSliceVar(&o.services, "service", nil, "only rules on this `SERVICE`, as the table names it; repeatable")
	f.StringSliceVar(&o.engines, "engine", nil, "only rules that judge `code|live|github|files`: configuration, plans and state, accounts of AWS, settings of GitHub, or files; repeatable")
	f.StringSliceVar(&o.severities, "severity", nil, "only rules of this `SEVERITY`, for PHI or else; repeatable")
	f.BoolVar(&o.matrix, "matrix", false, "print the rules by paragraph")
	f.StringVarP(&o.format, "format", "f", "text", "print `text|json|csv|markdown`")
	complete(cmd, "engine", engines()...)
	complete(cmd, "severity", severityNames()...)
	complete(cmd, "format", "text", "json", "csv", "markdown")
	return cmd
}

// engines are all that a rule can have.
func engines() []string { return []string{engineCode, engineLive, engineGitHub, engineFiles} }

func runPolicyList(p process, o listOptions) error {
	policies, err := o.policies.load()
	if err != nil {
		return err
	}
	rules, err := o.choose(rulesByID(policies.List()))
	if err != nil {
		return err
	}
	if o.matrix {
		return printMatrix(p.stdout, rules, o.format)
	}
	return printRules(p.stdout, rules, o.format)
}

// choose keeps the rules that have one of each kind that was asked for.
func (o listOptions) choose(rules []rule) ([]rule, error) {
	var services []string
	for _, r := range rules {
		services = append(services, r.Service)
	}
	slices.Sort(services)
	for _, flag := range []struct {
		name        string
		given, have []string
	}{{"service", o.services, slices.Compact(services)}, {"engine", o.engines, engines()}, {"severity", o.severities, severityNames()}} {
		for _, value := range flag.given {
			if !slices.Contains(flag.have, strings.ToLower(value)) {
				return nil, usagef("--%s %s: want one of %s%s", flag.name, value, strings.Join(flag.have, ", "), spelling.Meant(value, flag.have))
			}
		}
	}
	kept := slices.DeleteFunc(rules, func(r rule) bool {
		return lacks(o.services, r.Service) || lacks(o.engines, r.Engines...) || lacks(o.severities, string(r.Severity), string(r.PHISeverity))
	})
	if len(kept) == 0 {
		return nil, usagef("--service, --engine and --severity leave no rule")
	}
	return kept, nil
}

// lacks tells that some are wanted, in any case, and none of them is there.
func lacks(wanted []string, have ...string) bool {
	return len(wanted) > 0 && !slices.ContainsFunc(wanted, func(w string) bool { return slices.Contains(have, strings.ToLower(w)) })
}

// table is a page of columns.
type table struct {
	header []string
	rows   [][]string
}

// write writes the table as text, csv or markdown.
func (t table) write(w io.Writer, format string) error {
	var b bytes.Buffer
	switch format {
	case "text":
		columns := tabwriter.NewWriter(&b, 0, 4, 2, ' ', 0)
		for _, row := range append([][]string{t.header}, t.rows...) {
			for i, cell := range row {
				row[i] = report.Plain(cell)
			}
			if _, err := fmt.Fprintln(columns, strings.Join(row, "\t")); err != nil {
				return err
			}
		}
		if err := columns.Flush(); err != nil {
			return err
		}
	case "csv":
		c := csv.NewWriter(&b)
		for _, row := range append([][]string{t.header}, t.rows...) {
			for i, cell := range row {
				row[i] = report.Inert(cell)
			}
			if err := c.Write(row); err != nil {
				return err
			}
		}
		c.Flush()
	case "markdown":
		b.WriteString(markdownHead(t.header...))
		for _, row := range t.rows {
			for i, cell := range row {
				row[i] = report.MarkdownText(cell)
			}
			b.WriteString(markdownRow(row...))
		}
	default:
		return usagef("--format %s: want text, json, csv or markdown", format)
	}
	return writeAll(w, &b)
}

// markdownHead is the beginning of a table, markdownRow a line of it. The cells are Markdown.
func markdownHead(names ...string) string {
	return markdownRow(names...) + "|" + strings.Repeat(" --- |", len(names)) + "\n"
}

func markdownRow(cells ...string) string {
	line := "|"
	for _, cell := range cells {
		line += strings.TrimRight(" "+cell, " ") + " |"
	}
	return line + "\n"
}

func printRules(w io.Writer, rules []rule, format string) error {
	if format == "json" {
		return printJSON(w, rules)
	}
	if format == "text" {
		t := table{header: []string{"RULE", "SERVICE", "SEVERITY", "TITLE", "CITES"}}
		for _, r := range rules {
			t.rows = append(t.rows, []string{r.ID, r.Service, r.severity(), r.Title, strings.Join(r.Citations, ", ")})
		}
		return t.write(w, format)
	}
	t := table{header: []string{"rule", "service", "severity", "phi_severity", "title", "engines", "judges", "citations", "parameters"}}
	for _, r := range rules {
		t.rows = append(t.rows, []string{
			r.ID, r.Service, string(r.Severity), string(r.PHISeverity), r.Title, strings.Join(r.Engines, ", "), strings.Join(r.Resources, ", "),
			strings.Join(r.Citations, ", "), strings.Join(slices.Sorted(maps.Keys(r.Params)), ", "),
		})
	}
	return t.write(w, format)
}

// severity is that of the rule for people.
func (r rule) severity() string {
	if r.PHISeverity != r.Severity {
		return fmt.Sprintf("%s (PHI: %s)", r.Severity, r.PHISeverity)
	}
	return string(r.Severity)
}

// printMatrix prints every citation with its rules. The JSON is that of explain.
func printMatrix(w io.Writer, rules []rule, format string) error {
	all := allExplained(rules)
	if format == "json" {
		return printJSON(w, all)
	}
	t := table{header: []string{"citation", "title", "kind", "evidence", "rules", "which"}}
	for _, e := range all {
		t.rows = append(t.rows, []string{e.ID, e.Title, e.label, string(e.Evidence), fmt.Sprint(len(e.Rules)), strings.Join(e.Rules, ", ")})
	}
	return t.write(w, format)
}
