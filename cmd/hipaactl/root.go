package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/terraform"
)

// exitInterrupted is what shells expect of a program that Ctrl-C ended.
const exitInterrupted = 130

// exit is an exit code without a message: everything was already said.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// usageError is a mistake in what the user asked for.
type usageError struct {
	err error
	// help is the command whose --help would have helped.
	help string
}

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error { return usageError{err: fmt.Errorf(format, args...)} }

func newRoot(p process) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "hipaactl",
		Short: "Check infrastructure against the HIPAA Security Rule",
		Long: `hipaactl answers one question: does this infrastructure meet the HIPAA Security Rule
(45 CFR Part 164 Subpart C), and how do you know?

It reads Terraform configuration, plans and state without a network, judges every resource
by policies that cite the rule, and says of each verdict what it rests on. What it could
not see is unknown, never a pass.

Exit codes: 0 clean, 1 the gate tripped, 2 usage or nothing to scan, 3 something that was
asked for could not be read.`,
		Example: `  hipaactl scan
  hipaactl scan envs/prod --fail-on high
  hipaactl explain "164.312(a)(2)(iv)"`,
		Args:          cobra.NoArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       currentBuild().Version,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			return fromEnvironment(cmd.Flags(), p.getenv)
		},
	}
	cmd.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	cmd.SetFlagErrorFunc(flagError)
	cmd.AddCommand(newScan(p, runScan), newPolicy(p), newExplain(p), newVersion(p))
	return cmd
}

// fromEnvironment sets the flags that were not given from HIPAACTL_*: --fail-on is
// HIPAACTL_FAIL_ON. A flag that repeats takes one value, or several separated by commas
// where it takes commas on the command line.
func fromEnvironment(flags *pflag.FlagSet, getenv func(string) string) error {
	var errs []error
	flags.VisitAll(func(f *pflag.Flag) {
		name := "HIPAACTL_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value := getenv(name)
		if f.Changed || value == "" || f.Name == "help" {
			return
		}
		if err := flags.Set(f.Name, value); err != nil {
			errs = append(errs, usagef("%s: %w", name, err))
		}
	})
	return errors.Join(errs...)
}

// flagError adds the nearest flag to an unknown one.
func flagError(cmd *cobra.Command, err error) error {
	if errors.Is(err, pflag.ErrHelp) {
		return err
	}
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "" {
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near := nearest(unknown.GetSpecifiedName(), names); near != "" {
			err = fmt.Errorf("%w (did you mean --%s?)", err, near)
		}
	}
	return usageError{err: err, help: cmd.CommandPath()}
}

// exitCode says what went wrong, and maps it to the one code that stands for it.
func exitCode(p process, err error) int {
	if err == nil {
		return report.ExitClean
	}
	var code exit
	if errors.As(err, &code) {
		return int(code)
	}
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(p.stderr, "hipaactl: interrupted; nothing was written")
		return exitInterrupted
	}
	fmt.Fprintf(p.stderr, "hipaactl: %s\n", report.Plain(err.Error()))
	var usage usageError
	var input *terraform.InputError
	switch {
	case errors.As(err, &usage) && usage.help != "":
		fmt.Fprintf(p.stderr, "See %s --help.\n", usage.help)
	case errors.As(err, &input):
		fmt.Fprintln(p.stderr, "See hipaactl scan --help.")
	}
	return report.ExitUsage
}

// nearest is the candidate most like name, empty where none is.
func nearest(name string, candidates []string) string {
	best, least := "", max(len(name)/3, 1)+1
	for _, c := range candidates {
		if d := distance(strings.ToLower(name), strings.ToLower(c)); d < least {
			best, least = c, d
		}
	}
	return best
}

// distance is the number of inserted, deleted and replaced bytes between a and b
// (Levenshtein), where swapping neighbours costs two.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
