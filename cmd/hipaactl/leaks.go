package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/detect"
	"github.com/hipaactl/hipaactl/internal/leaks"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// leaksOptions are the flags of leaks as they were given.
type leaksOptions struct {
	examineOptions
	staged  bool
	since   string
	history bool
}

// newLeaks makes the command. run is a parameter so that tests can look at the flags alone.
func newLeaks(p process, run func(context.Context, process, leaksOptions) error) *cobra.Command {
	var o leaksOptions
	cmd := &cobra.Command{
		Use:   "leaks [PATH...]",
		Short: "Find PHI and credentials in files",
		Long: `Leaks looks for credentials and for what names patients in files, and judges what it finds by
the rules on files. A PATH is a directory or a file; without PATH it is the working directory.

In a git repository it examines what git tracks, and what is new and not ignored; elsewhere
every file that no .gitignore leaves out. A file that is named is examined in any case. With
--staged it examines what the next commit takes over, as a hook does; with --since the files
that differ from where this branch left REF; with --history every version of every file that
any branch or tag still reaches, or with --since those of this branch; these three are about
the whole repository unless a PATH says otherwise.

No value is ever printed or kept: a finding names the file, the line, the kind, and a masked
form. A file whose name holds one is named by a masked name.

Exit codes: 0 clean, 1 the gate tripped, 2 usage, 3 something that was asked for could not be
read (--allow-incomplete accepts that).`,
		Example: `  # the working directory
  hipaactl leaks

  # as a hook before each commit
  hipaactl leaks --staged -q

  # what a pull request changes, for code scanning
  hipaactl leaks --since origin/main -f sarif=leaks.sarif

  # everything that was ever committed
  hipaactl leaks --history`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.paths = args
			return run(cmd.Context(), p, o)
		},
	}
	o.addFlags(cmd)
	return cmd
}

func (o *leaksOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	f.BoolVar(&o.staged, "staged", false, "examine what is staged for the next commit, as it is staged")
	f.StringVar(&o.since, "since", "", "examine the files that differ from where this branch left the git `REVISION`")
	f.BoolVar(&o.history, "history", false, "examine every version of every file; with --since those of this branch")
	o.examineOptions.addFlags(cmd)
	complete(cmd, "since") // no files
}

func (o leaksOptions) check() error {
	if o.staged && (o.history || o.since != "") {
		return usagef("--staged is about the next commit alone: leave out --since and --history")
	}
	return o.examineOptions.check()
}

// runLeaks examines, judges, reports and ends with the gate's exit code.
func runLeaks(ctx context.Context, p process, o leaksOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	here, err := findRepository()
	if err != nil {
		return err
	}
	return o.run(ctx, p, examination{
		of: onFiles, partial: o.ofGit() != "" || len(o.paths) > 0 || here.prefix != "",
		read: func(ctx context.Context) (resource.Set, error) { return o.examine(ctx, p) },
	})
}

// examine reads the files that the flags ask for.
func (o leaksOptions) examine(ctx context.Context, p process) (resource.Set, error) {
	sources, err := o.sources(ctx, p)
	if err != nil {
		return resource.Set{}, err
	}
	d, err := detect.New()
	if err != nil {
		return resource.Set{}, fmt.Errorf("detector: %w", err)
	}
	sources.Detector, sources.Parallelism = d, o.parallelism
	set, err := leaks.Scan(ctx, sources)
	if err == nil && o.ofGit() == "" && set.Seen.FilesParsed+len(set.Gaps) == 0 {
		err = usagef("nothing to examine: there is no text in %s", strings.Join(o.scanned(), ", "))
	}
	return set, err
}
