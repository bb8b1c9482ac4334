package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"sync"

	"github.com/spf13/cobra"
)

// Set by the release build with -ldflags -X.
var (
	version string
	commit  string //nolint:gochecknoglobals // the linker writes it
	date    string //nolint:gochecknoglobals // the linker writes it
)

// build says what this program was made from.
type build struct {
	Name     string `json:"name"`
	Version  string `json:"version"`
	Commit   string `json:"commit"`
	Date     string `json:"date"`
	Modified bool   `json:"modified"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

// currentBuild is what the release build wrote, else what Go recorded: go install knows
// the version, go build the commit.
var currentBuild = sync.OnceValue(func() build {
	b := build{
		Name: "hipaactl", Version: version, Commit: commit, Date: date,
		Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH,
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	if b.Version == "" {
		b.Version = info.Main.Version
	}
	if b.Version == "" || b.Version == "(devel)" {
		b.Version = "0.0.0-devel"
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision" && b.Commit == "":
			b.Commit = s.Value
		case s.Key == "vcs.time" && b.Date == "":
			b.Date = s.Value
		case s.Key == "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
})

func newVersion(p process) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "Say which build this is",
		Example: "  hipaactl version -f json",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			return printVersion(p.stdout, currentBuild(), format)
		},
	}
	addFormat(cmd, &format)
	return cmd
}

func printVersion(w io.Writer, b build, format string) error {
	switch format {
	case "json":
		return printJSON(w, b)
	case "text":
		made := ""
		if b.Commit != "" {
			made = fmt.Sprintf(" (%.12s, %s)", b.Commit, b.Date)
		}
		_, err := fmt.Fprintf(w, "%s %s%s %s %s\n", b.Name, b.Version, made, b.Go, b.Platform)
		return err
	}
	return badFormat(format)
}

// addFormat adds -f for the commands that print text or JSON.
func addFormat(cmd *cobra.Command, format *string) {
	cmd.Flags().StringVarP(format, "format", "f", "text", "print `text|json`")
	complete(cmd, "format", "text", "json")
}

func badFormat(format string) error { return usagef("--format %s: want text or json", format) }

// writeAll writes a finished page.
func writeAll(w io.Writer, page *bytes.Buffer) error {
	_, err := page.WriteTo(w)
	return err
}

func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
