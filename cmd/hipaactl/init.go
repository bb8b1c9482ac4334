package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

// initOptions are the flags of init as they were given.
type initOptions struct {
	ci     string
	output string
	force  bool
}

func newInit(p process) *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Write a " + configName + " with every setting as a comment, or a pipeline",
		Long: `Init writes .hipaactl.yaml in the working directory: every setting, explained, as a comment,
so that it changes nothing until a line is uncommented.

With --ci it writes what runs hipaactl in a pipeline or before each commit instead, where the
system looks for it in the repository. It replaces no file unless --force says so.`,
		Example: `  hipaactl init
  hipaactl init --ci github

  # where there is a pipeline already: write a file to include, or look at it
  hipaactl init --ci gitlab --output .gitlab/hipaactl.yml
  hipaactl init --ci jenkins --output -`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("ci") && o.ci == "" {
				return usagef("--ci is empty: want %s", strings.Join(ciNames(), ", "))
			}
			return runInit(p, o)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.ci, "ci", "", "write the pipeline of this `SYSTEM`: "+strings.Join(ciNames(), ", "))
	f.StringVar(&o.output, "output", "", "with --ci, write it to `FILE`, - for standard output")
	f.BoolVar(&o.force, "force", false, "replace a file that is there")
	complete(cmd, "ci", ciNames()...)
	return cmd
}

func runInit(p process, o initOptions) error {
	switch {
	case o.ci != "":
		return writePipeline(p, o)
	case o.output != "":
		return usagef("--output goes with --ci; %s is written where it counts", configName)
	}
	governs, err := findConfig()
	if err != nil {
		return err
	}
	if err := writeNew(configName, []byte(starter()), o.force); err != nil {
		return err
	}
	if governs != "" && governs != configName {
		complain(p, fmt.Sprintf("below this directory %s counts from now on, no longer %s", configName, filepath.ToSlash(governs)))
	}
	_, err = fmt.Fprintf(p.stdout, "%s written; hipaactl config show tells what counts.\n", configName)
	return err
}

// writeNew writes a file that is not there, or with force one that is.
func writeNew(name string, text []byte, force bool) error {
	if force {
		return writeFile(name, asUmask, func(w io.Writer) error {
			_, err := w.Write(text)
			return err
		})
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, asUmask)
	switch {
	case errors.Is(err, fs.ErrExist):
		return usagef("%s: is there already, and stays as it is; --force replaces it", filepath.ToSlash(name))
	case err != nil:
		return named(name, err)
	}
	_, err = f.Write(text)
	return named(name, errors.Join(err, f.Close()))
}

// starter is the file that init writes: the table of settings as comments.
func starter() string {
	var b strings.Builder
	b.WriteString(`# Settings of hipaactl for this directory and those below it.
# Flags beat HIPAACTL_* in the environment, which beats this file; hipaactl config show tells
# what counts. Paths begin at this directory. Everything here is a comment: uncomment what
# you need, with the name of its section.
`)
	section := ""
	for _, s := range settings() {
		parent, name, nested := strings.Cut(s.key, ".")
		indent := ""
		if !nested {
			name = parent
		} else {
			indent = "  "
		}
		if nested && parent != section {
			fmt.Fprintf(&b, "\n# %s:\n", parent)
		} else if !nested {
			b.WriteString("\n")
		}
		section = parent
		about := s.about
		if len(s.values) > 0 {
			about += " One of " + strings.Join(s.values, ", ") + "."
		}
		fmt.Fprintf(&b, "# %s# %s\n", indent, about)
		if s.kind == thresholds {
			fmt.Fprintf(&b, "# %s%s:\n# %s  %s\n", indent, name, indent, s.example)
		} else {
			fmt.Fprintf(&b, "# %s%s: %s\n", indent, name, s.example)
		}
	}
	return b.String()
}
