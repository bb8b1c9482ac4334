package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

func newInit(p process) *cobra.Command {
	return &cobra.Command{
		Use:   "init",
		Short: "Write a " + configName + " with every setting as a comment",
		Long: `Init writes .hipaactl.yaml in the working directory: every setting, explained, as a comment,
so that it changes nothing until a line is uncommented. It replaces no file.`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return runInit(p) },
	}
}

func runInit(p process) error {
	governs, err := findConfig()
	if err != nil {
		return err
	}
	f, err := os.OpenFile(configName, os.O_WRONLY|os.O_CREATE|os.O_EXCL, asUmask)
	switch {
	case errors.Is(err, fs.ErrExist):
		return usagef("%s: is there already, and stays as it is", configName)
	case err != nil:
		return named(configName, err)
	}
	_, err = f.WriteString(starter())
	if err := errors.Join(err, f.Close()); err != nil {
		return named(configName, err)
	}
	if governs != "" {
		complain(p, fmt.Sprintf("below this directory %s counts from now on, no longer %s", configName, filepath.ToSlash(governs)))
	}
	_, err = fmt.Fprintf(p.stdout, "%s written; hipaactl config show tells what counts.\n", configName)
	return err
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
