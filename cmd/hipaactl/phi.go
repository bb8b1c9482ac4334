package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// phiOptions are the flags of phi as they were given.
type phiOptions struct {
	inputOptions
	formats         []string
	markers         markerOptions
	config          configFlag
	allowIncomplete bool
	quiet           bool
}

// phiFormats are the documents that phi writes.
func phiFormats() []string { return []string{"json", "mermaid", "text"} }

// newPHI makes the command. run is a parameter so that tests can look at the flags alone.
func newPHI(p process, run func(context.Context, process, phiOptions) error) *cobra.Command {
	var o phiOptions
	cmd := &cobra.Command{
		Use:   "phi [PATH...]",
		Short: "Show which resources hold PHI, and how it travels",
		Long: `Phi lists the resources that hold protected health information (PHI) and why: a marker that
names the resource, or a reference along which PHI gets there from another. It lists those
that may hold it, with what would settle that, and those that were said to hold none; and
it maps the references that carry it, and those of which one end was not seen.

What holds PHI is known from tags (DataClass = PHI, HIPAA = true), from names with the word
phi, and from the markers of the flags below, which .hipaactl.yaml can set. A PATH is what
scan takes: a directory, a plan or state in JSON, a snapshot of an account, - for standard
input.

Exit codes: 0 all was read, 2 usage or nothing to read, 3 something that was asked for could
not be read (--allow-incomplete accepts that).`,
		Example: `  # the working directory, for people
  hipaactl phi

  # a diagram for a page in Markdown, and the whole as JSON
  hipaactl phi envs/prod -f mermaid -f json=phi.json

  # buckets with a tag of your own hold PHI too
  hipaactl phi --phi-tag "Contents=patient*"

  # an account as an audit saw it
  hipaactl phi 2026-q1.json`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.paths = args
			return run(cmd.Context(), p, o)
		},
	}
	o.addFlags(cmd)
	return cmd
}

func (o *phiOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	f.StringArrayVarP(&o.formats, "format", "f", nil, "write `FORMAT[=FILE]`: text, json or mermaid, to FILE or to standard output; repeatable (default text)")
	complete(cmd, "format", phiFormats()...)
	must(f.SetAnnotation("format", flagAlone, []string{"formats and HIPAACTL_FORMAT are documents of a run"}))
	o.markers.addFlags(cmd)
	f.BoolVar(&o.allowIncomplete, "allow-incomplete", false, "accept that not everything could be read")
	o.config.addFlag(cmd)
	o.inputOptions.addFlags(cmd)
	f.BoolVarP(&o.quiet, "quiet", "q", false, "write nothing to standard error but errors")
}

// runPHI reads, marks and prints. It judges nothing.
func runPHI(ctx context.Context, p process, o phiOptions) error {
	if err := cmp.Or(o.inputOptions.check(), o.markers.check(o.config)); err != nil {
		return err
	}
	out, err := parseDocuments(o.formats, phiFormats())
	if err != nil {
		return err
	}
	plan := reporting{phiOnly: true} // all marks matter
	if plan.repo, err = findRepository(); err != nil {
		return err
	}
	set, seen, err := o.read(ctx, p, &plan, false, resource.Wanted{})
	if err := cmp.Or(ctx.Err(), err); err != nil {
		return err
	}
	moves := phi.Mark(&set, o.markers.markers())
	page := newPHIPage(&set, moves)
	page.Sources = seen
	if err := page.write(p, out, plan.repo); err != nil {
		return err
	}
	if !o.quiet && out.stdout != "text" {
		for _, g := range page.Gaps {
			complain(p, "not read: "+g.What+": "+g.Why)
		}
	}
	if !page.Complete && !o.allowIncomplete {
		return exit(report.ExitIncomplete)
	}
	return nil
}

// write writes the files first, so that a reader who closes standard output early loses none.
func (page phiPage) write(p process, out outputs, repo repository) error {
	var errs []error
	for _, f := range out.files {
		errs = append(errs, writeFile(f.file, asUmask, func(w io.Writer) error { return page.render(w, f.format, repo, 0) }))
	}
	if out.stdout != "" {
		errs = append(errs, page.render(p.stdout, out.stdout, repo, widthOf(p.stdout, p)))
	}
	return errors.Join(errs...)
}

// render writes one document. As in other reports, people get paths from where they are,
// programs those from the repository's root.
func (page phiPage) render(w io.Writer, format string, repo repository, width int) error {
	var b bytes.Buffer
	switch format {
	case "json":
		return printJSON(w, page.renamed(repo.fromRoot, func(root string) string { return root }))
	case "mermaid":
		page.renamed(repo.fromRoot, func(root string) string { return root }).mermaid(&b)
	case "text":
		t := phiText{out: &b, width: cmp.Or(width, phiWidth)}
		t.page(page.renamed(func(file string) string { return file }, repo.fromHere))
	default:
		return fmt.Errorf("unknown format %q", format)
	}
	return writeAll(w, &b)
}
