package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/waiver"
)

// waiverCommand are the flags that the waiver commands share.
type waiverCommand struct {
	waivers  waiverOptions
	policies policyOptions
	now      string
}

func newWaiver(p process) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "waiver",
		Short: "List and check waivers, and add one",
		Long: `A waiver is a documented decision that a finding is accepted: by whom, why and until when.
It stands in ` + waiverFile + ` of the repository, or in a comment in or above a resource
or a module call. One that is malformed, expired, too wide or not allowed suppresses nothing.`,
		Args: knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		newWaiverList(p, "list", "List the waivers, with what is wrong with each", false),
		newWaiverList(p, "check", "Check the waivers without a scan; exit code 1 where one is bad", true),
		newWaiverAdd(p),
	)
	return cmd
}

func (o *waiverCommand) addFlags(cmd *cobra.Command) {
	o.waivers.addFlags(cmd)
	o.policies.addSource(cmd)
	cmd.Flags().StringVar(&o.now, "now", "", "check as of this `time` (RFC 3339; default SOURCE_DATE_EPOCH, else the clock)")
}

func (o waiverCommand) limits(p process) (waiver.Limits, error) {
	if err := o.waivers.check(); err != nil {
		return waiver.Limits{}, err
	}
	at, err := newClock(o.now, p)
	if err != nil {
		return waiver.Limits{}, err
	}
	return o.waivers.limits(at.now, o.policies)
}

// newWaiverList makes list and check, which differ in what is printed and the exit code.
func newWaiverList(p process, name, short string, strict bool) *cobra.Command {
	var o waiverCommand
	cmd := &cobra.Command{
		Use: name + " [PATH...]", Short: short,
		Long:    short + ".\n\nThe waivers are those of the file and of the comments in the configuration below each PATH\n(default: the working directory). Whether one is used, only a scan can tell.",
		Example: "  hipaactl waiver " + name + "\n  hipaactl waiver " + name + " envs/prod",
		RunE: func(_ *cobra.Command, paths []string) error {
			limits, err := o.limits(p)
			if err != nil {
				return err
			}
			book, err := o.waivers.book(o.policies.config)
			if err != nil {
				return err
			}
			if err := inlineBelow(&book, paths); err != nil {
				return err
			}
			return printWaivers(p.stdout, book, limits, strict)
		},
	}
	o.addFlags(cmd)
	return cmd
}

// inlineBelow reads the comments of all configuration below the paths, but hidden folders
// and what terraform init put there.
func inlineBelow(book *waiver.Book, paths []string) error {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for _, path := range paths {
		err := filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case !d.IsDir():
				return nil
			case name != path && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules"):
				return fs.SkipDir
			}
			book.Add(inlineIn(name))
			return nil
		})
		if err != nil {
			return usageError{err: err}
		}
	}
	return nil
}

// printWaivers prints each waiver with its state, or only those that are bad.
func printWaivers(w io.Writer, book waiver.Book, limits waiver.Limits, strict bool) error {
	problems := slices.Clone(book.Problems)
	var b bytes.Buffer
	t := tabwriter.NewWriter(&b, 0, 4, 2, ' ', 0)
	for _, one := range book.Waivers {
		wrong := limits.Judge(one)
		problems = append(problems, wrong...)
		if strict || len(wrong) > 0 {
			continue
		}
		d := one.Document()
		resource := cmp.Or(waiver.Masked(one.Resource), "(its block)")
		_, _ = fmt.Fprintf(t, "%s\t%s\t%s\tuntil %s\t%s\t%s\n", report.Plain(one.Rule), report.Plain(resource), d.Kind, d.Expires, report.Plain(d.Approver), report.Plain(one.At.String()))
	}
	_ = t.Flush() // into memory
	slices.SortStableFunc(problems, func(x, y waiver.Problem) int {
		return cmp.Or(cmp.Compare(x.At.File, y.At.File), cmp.Compare(x.At.Line, y.At.Line))
	})
	for _, bad := range problems {
		_, _ = fmt.Fprintf(&b, "%s: %s %s\n", report.Plain(bad.At.String()), report.Plain(bad.Name), report.Plain(bad.Message))
	}
	switch {
	case len(book.Waivers)+len(problems) == 0:
		b.WriteString("no waivers\n")
	case strict && len(problems) == 0:
		holds := "waivers hold"
		if len(book.Waivers) == 1 {
			holds = "waiver holds"
		}
		_, _ = fmt.Fprintf(&b, "%d %s\n", len(book.Waivers), holds)
	}
	if _, err := io.WriteString(w, finding.Masked(b.String())); err != nil {
		return err
	}
	if strict && len(problems) > 0 {
		return exit(report.ExitTripped)
	}
	return nil
}

func newWaiverAdd(p process) *cobra.Command {
	var o waiverCommand
	values := map[string]*string{}
	cmd := &cobra.Command{
		Use: "add", Short: "Add a waiver to the file, which is made where there is none",
		Example: `  hipaactl waiver add --rule HIPAA-S3-003 --resource aws_s3_bucket.site --kind risk-acceptance \
    --reason "The site holds no records" --approver @security --expires 2027-01-31`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			limits, err := o.limits(p)
			if err != nil {
				return err
			}
			return o.add(p, limits, values)
		},
	}
	for _, key := range waiver.Keys() {
		if key != "created" {
			values[key] = cmd.Flags().String(key, "", "the waiver's `"+strings.ToUpper(key)+"`")
		}
	}
	o.addFlags(cmd)
	return cmd
}

// add appends the waiver as text, so that what people wrote around the others stays.
func (o waiverCommand) add(p process, limits waiver.Limits, values map[string]*string) error {
	name, err := o.waivers.path()
	if err != nil {
		return err
	}
	created := limits.Now.UTC().Format(time.DateOnly)
	values["created"] = &created
	text := ""
	for _, key := range waiver.Keys() {
		if v := *values[key]; v != "" {
			text += "    " + key + ": " + fmt.Sprintf("%q", v) + "\n"
		}
	}
	text = "  - " + strings.TrimPrefix(text, "    ")
	alone := waiver.Parse(name, []byte("waivers:\n"+text))
	for _, one := range alone.Waivers {
		alone.Problems = append(alone.Problems, limits.Judge(one)...)
	}
	for _, bad := range alone.Problems {
		return usagef("the waiver %s; nothing was written", bad.Message)
	}
	have, err := readWaivers(name)
	if err != nil && !os.IsNotExist(err) {
		return o.waivers.unread(o.policies.config, err)
	}
	before := waiver.Parse(name, have)
	if len(bytes.TrimSpace(have)) == 0 {
		have = []byte("waivers:\n")
	}
	if !bytes.HasSuffix(have, []byte("\n")) {
		have = append(have, '\n')
	}
	have = append(have, text...)
	after := waiver.Parse(name, have)
	if len(after.Waivers) != len(before.Waivers)+1 || len(after.Problems) > len(before.Problems) {
		return usagef("%s: its list is not at its end, or not indented by two spaces; add this to it:\n%s", name, text)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	if err := writeFile(name, asUmask, func(w io.Writer) error { _, err := w.Write(have); return err }); err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.stdout, "added to %s\n", report.Plain(name))
	return err
}
