package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/spelling"
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
	var version bool
	cmd := &cobra.Command{
		Use:   "hipaactl",
		Short: "Check infrastructure against the HIPAA Security Rule",
		Long: `hipaactl answers one question: does this infrastructure meet the HIPAA Security Rule
(45 CFR Part 164 Subpart C), and how do you know?

It reads Terraform configuration, plans and state without a network, and AWS accounts as they
are; judges every resource by policies that cite the rule; and says of each verdict what it
rests on. What it could not see is unknown, never a pass.

Exit codes: 0 clean, 1 the gate tripped, 2 usage or nothing to scan, 3 something that was
asked for could not be read.`,
		Example: `  hipaactl scan
  hipaactl scan envs/prod --fail-on high
  hipaactl audit aws --profile clinic
  hipaactl explain "164.312(a)(2)(iv)"`,
		Args:          knownCommand,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if version {
				_, err := fmt.Fprintf(p.stdout, "hipaactl %s\n", currentBuild().Version)
				return err
			}
			return cmd.Help()
		},
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			if err := fromEnvironment(cmd.Flags(), p.getenv); err != nil {
				return err
			}
			return fromFile(cmd.Flags())
		},
	}
	cmd.Flags().BoolVarP(&version, "version", "v", false, "version for hipaactl")
	cmd.SetFlagErrorFunc(flagError)
	cmd.AddCommand(newScan(p, runScan), newAudit(p), newLeaks(p, runLeaks), newRepo(p, runRepo), newReport(p), newPHI(p, runPHI), newPolicy(p), newBaseline(p), newWaiver(p), newExplain(p), newConfig(p), newInit(p), newVersion(p))
	return cmd
}

// knownCommand refuses arguments of a command that only has commands below it.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	return usageError{err: fmt.Errorf("unknown command %q%s", args[0], spelling.Meant(args[0], names)), help: cmd.CommandPath()}
}

// fromEnvironment sets the flags that were not given from HIPAACTL_*: --fail-on is
// HIPAACTL_FAIL_ON. A flag that repeats takes one value, or several separated by commas
// where it takes commas on the command line. Thresholds join those that were given.
func fromEnvironment(flags *pflag.FlagSet, getenv func(string) string) error {
	var errs []error
	flags.VisitAll(func(f *pflag.Flag) {
		name := variable(f.Name)
		value := getenv(name)
		if value == "" || f.Name == "help" || f.Changed && !adds(f.Name) || f.Annotations[flagAlone] != nil {
			return
		}
		if f.Changed {
			if err := lay(f, []string{value}, []string{name}); err != nil {
				errs = append(errs, usagef("%s: %w", name, unquoted(err)))
			}
			return
		}
		if err := flags.Set(f.Name, value); err != nil {
			errs = append(errs, usagef("%s: %w", name, unquoted(err)))
			return
		}
		annotate(f, slices.Repeat([]string{name}, len(originsOf(f))))
	})
	return errors.Join(errs...)
}

// flagError adds the nearest flag to an unknown one.
func flagError(cmd *cobra.Command, err error) error {
	if errors.Is(err, pflag.ErrHelp) {
		return err
	}
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		err = fmt.Errorf("--%s: %w", invalid.GetFlag().Name, unquoted(err))
	}
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "" {
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near := spelling.Nearest(unknown.GetSpecifiedName(), names); near != "" {
			err = fmt.Errorf("%w (did you mean --%s?)", err, near)
		}
	}
	return usageError{err: err, help: cmd.CommandPath()}
}

// unquoted is what is wrong with a flag's value without the value itself, which may be a
// secret: that of a variable.
func unquoted(err error) error {
	var invalid *pflag.InvalidValueError
	if !errors.As(err, &invalid) {
		return err
	}
	switch invalid.GetFlag().Value.Type() {
	case "bool":
		return errors.New("want true or false")
	case "int":
		return errors.New("want a whole number")
	}
	return errors.Unwrap(err)
}

// noArguments refuses what a command would not look at.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{err: fmt.Errorf("%s takes no arguments, got %q", cmd.CommandPath(), args[0]), help: cmd.CommandPath()}
	}
	return nil
}

// exitCode says what went wrong, and maps it to the one code that stands for it.
func exitCode(p process, err error) int {
	var code exit
	switch {
	case err == nil:
		return report.ExitClean
	case errors.As(err, &code):
		return int(code)
	case errors.Is(err, context.Canceled):
		complain(p, "interrupted; nothing was written")
		return exitInterrupted
	}
	complain(p, strings.Split(err.Error(), "\n")...)
	var unread unreadError
	if errors.As(err, &unread) {
		return report.ExitIncomplete
	}
	var usage usageError
	var input *terraform.InputError
	switch {
	case errors.As(err, &usage) && usage.help != "":
		complain(p, "see "+usage.help+" --help")
	case errors.As(err, &input):
		complain(p, "see hipaactl scan --help")
	}
	return report.ExitUsage
}

// complain writes lines to the person. Where standard error is gone there is nobody to tell.
func complain(p process, lines ...string) {
	for _, line := range lines {
		_, _ = fmt.Fprintf(p.stderr, "hipaactl: %s\n", report.Plain(finding.Masked(line)))
	}
}
