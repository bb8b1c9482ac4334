package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/hipaactl/hipaactl/internal/report"
)

func newConfig(p process) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Show the settings and where they come from",
		Args:  knownCommand,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newConfigShow(p))
	return cmd
}

// effective is a setting with its value, as config show prints it.
type effective struct {
	Key string `json:"key"`
	// Value is text, true or false, or a list of texts; empty where nothing is set.
	Value any `json:"value"`
	// From is default, file:line, the environment variable or the flag; one for each value of a list.
	From []string `json:"from"`
	// Flag and Variable set the same.
	Flag     string `json:"flag"`
	Variable string `json:"variable"`
}

func newConfigShow(p process) *cobra.Command {
	// A scan's options stand for those of every command that judges.
	var scan scanOptions
	var format string
	judge := &cobra.Command{}
	scan.addFlags(judge)
	cmd := &cobra.Command{
		Use:   "show",
		Short: "Show the effective settings and where each comes from",
		Long: `Show prints what scan and audit would use here: of each setting the value, and whether it is
the default or comes from .hipaactl.yaml, the environment or a flag. Flags beat HIPAACTL_*,
which beats the file. Everything is checked as a scan checks it.`,
		Example: `  hipaactl config show
  hipaactl config show --fail-on high -f json`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			if err := showable(p, &scan, judge.Flags()); err != nil {
				return err
			}
			all := effectiveSettings(judge.Flags())
			switch format {
			case "json":
				return printJSON(p.stdout, struct {
					File     string      `json:"file"`
					Settings []effective `json:"settings"`
				}{scan.policies.config.file.name, all})
			case "text":
				return printSettings(p.stdout, scan.policies.config.file.name, all)
			}
			return badFormat(format)
		},
	}
	examine := newRepo(p, nil).Flags() // of which judging Terraform has not all
	for _, s := range settings() {
		if judge.Flags().Lookup(s.flag) == nil {
			judge.Flags().AddFlag(examine.Lookup(s.flag))
		}
		if s.flag != "format" {
			cmd.Flags().AddFlag(judge.Flags().Lookup(s.flag))
		}
	}
	cmd.Flags().AddFlag(judge.Flags().Lookup("config"))
	addFormat(cmd, &format)
	must(cmd.Flags().SetAnnotation("format", flagAlone, []string{"HIPAACTL_FORMAT sets the documents of a run"}))
	return cmd
}

// showable reads the documents to write, whose flag config show has for itself, and checks
// everything as a scan does.
func showable(p process, scan *scanOptions, flags *pflag.FlagSet) error {
	// The other flags are shared with config show and have their values.
	documents := pflag.NewFlagSet("", pflag.ContinueOnError)
	documents.AddFlag(flags.Lookup("format"))
	if err := fromEnvironment(documents, p.getenv); err != nil {
		return err
	}
	if _, err := scan.policies.config.file.apply(documents); err != nil {
		return err
	}
	if _, err := scan.plan(p); err != nil {
		return err
	}
	if _, err := scan.waivers.book(scan.policies.config); err != nil {
		return err
	}
	_, err := scan.policies.load()
	return err
}

func effectiveSettings(flags *pflag.FlagSet) []effective {
	var out []effective
	for _, s := range settings() {
		f := s.of(flags)
		e := effective{Key: s.key, From: originsOf(f), Flag: "--" + f.Name, Variable: variable(f.Name)}
		if len(e.From) == 0 {
			e.From = []string{"default"}
		}
		switch values, isList := f.Value.(pflag.SliceValue); {
		case s.kind == thresholds:
			e.Value, e.From = lastOfEach(values.GetSlice(), e.From)
		case isList:
			e.Value = append([]string{}, values.GetSlice()...)
			if len(values.GetSlice()) == 0 && s.unset != "" {
				e.Value = []string{s.unset}
			}
		case s.kind == truth:
			e.Value = f.Value.String() == "true"
		default:
			e.Value = cmp.Or(f.Value.String(), s.unset)
		}
		out = append(out, e)
	}
	return out
}

// lastOfEach keeps, of thresholds that are set more than once, the one that counts.
func lastOfEach(values, from []string) (kept, origins []string) {
	last := map[string]int{}
	for i, v := range values {
		key, _, _ := strings.Cut(v, "=")
		last[key] = i
	}
	kept = []string{}
	if len(values) == 0 {
		return kept, from
	}
	for _, key := range slices.Sorted(maps.Keys(last)) {
		kept = append(kept, values[last[key]])
		origins = append(origins, from[last[key]])
	}
	return kept, origins
}

func printSettings(w io.Writer, file string, all []effective) error {
	var b bytes.Buffer
	if file == "" {
		b.WriteString("No " + configName + " is read; hipaactl init writes one.\n\n")
	} else {
		fmt.Fprintf(&b, "%s is read.\n\n", report.Plain(file))
	}
	t := tabwriter.NewWriter(&b, 0, 4, 2, ' ', 0)
	rows := bytes.NewBufferString("SETTING\tVALUE\tFROM\n")
	for _, e := range all {
		values := []string{""}
		switch v := e.Value.(type) {
		case []string:
			values = v
		case bool:
			values = []string{strconv.FormatBool(v)}
		case string:
			values = []string{v}
		}
		if len(values) == 0 {
			values = []string{""}
		}
		for i, v := range values {
			if v == "" {
				v = "-"
			}
			fmt.Fprintf(rows, "%s\t%s\t%s\n", e.Key, report.Plain(v), report.Plain(e.From[min(i, len(e.From)-1)]))
		}
	}
	if err := writeAll(t, rows); err != nil {
		return err
	}
	if err := t.Flush(); err != nil {
		return err
	}
	return writeAll(w, &b)
}
