package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/spelling"
)

// outputs are the documents to write: at most one on standard output, the rest in files.
type outputs struct {
	// stdout is the format on standard output, empty where every document goes to a file.
	stdout string
	files  []output
}

type output struct{ format, file string }

// parseOutputs reads FORMAT[=FILE] of a report. Without any it is text on standard output.
func parseOutputs(specs []string) (outputs, error) { return parseDocuments(specs, report.Names()) }

// parseDocuments is parseOutputs for documents in these formats.
func parseDocuments(specs, formats []string) (outputs, error) {
	if len(specs) == 0 {
		specs = []string{"text"}
	}
	var out outputs
	taken := map[string]bool{}
	for _, spec := range specs {
		format, file, toFile := strings.Cut(spec, "=")
		if !slices.Contains(formats, format) {
			return outputs{}, usagef("--format %s: unknown format %q (want %s)%s", spec, format, strings.Join(formats, ", "), spelling.Meant(format, formats))
		}
		switch {
		case !toFile && out.stdout != "":
			return outputs{}, usagef("--format %s: standard output already carries %s; write one of them to a file, as in -f %s=FILE", spec, out.stdout, format)
		case !toFile:
			out.stdout = format
		case file == "":
			return outputs{}, usagef("--format %s: the file's name is missing", spec)
		case taken[filepath.Clean(file)]:
			return outputs{}, usagef("--format %s: %s is written twice", spec, file)
		default:
			taken[filepath.Clean(file)] = true
			out.files = append(out.files, output{format, file})
		}
	}
	return out, nil
}

func (o outputs) has(format string) bool {
	if o.stdout == format {
		return true
	}
	for _, f := range o.files {
		if f.format == format {
			return true
		}
	}
	return false
}

// write writes the files first, so that a reader who closes standard output early loses none.
func (o outputs) write(stdout io.Writer, plan reporting, r finding.Report) error {
	var errs []error
	for _, f := range o.files {
		text := plan.text
		text.Color, text.Width = false, 0
		errs = append(errs, writeFile(f.file, asUmask, func(w io.Writer) error { return plan.render(w, f.format, text, r) }))
	}
	if o.stdout != "" {
		errs = append(errs, plan.render(stdout, o.stdout, plan.text, r))
	}
	return errors.Join(errs...)
}

// render writes one document. People get paths that begin where they are, programs those
// that begin at the repository's root; the JSON is whole whatever is asked to be shown.
func (plan reporting) render(w io.Writer, format string, text report.TextOptions, r finding.Report) error {
	write, err := report.Lookup(format)
	if err != nil {
		return err
	}
	if plan.stream != nil {
		if streamed, err := plan.stream(w, format); streamed || err != nil {
			return err
		}
	}
	switch format {
	case "text":
		return report.NewText(text)(w, plan.repo.forPeople(r))
	case "markdown":
		return plan.markdown(0)(w, plan.repo.forPrograms(r))
	case "json", "html", "oscal", "csv": // nothing must look satisfied because its failures are not shown
	default:
		if plan.floor != "" {
			r = report.AtLeast(r, plan.floor)
		}
	}
	r = plan.repo.forPrograms(r)
	if plan.anchor != "" && slices.Contains([]string{"sarif", "gitlab", "github"}, format) {
		r = report.Anchored(r, plan.anchor)
	}
	return write(w, r)
}

// The modes of files: as the user's umask says, as for any file a command writes, or for its
// owner alone.
const (
	asUmask   os.FileMode = 0o666
	onlyOwner os.FileMode = 0o600
)

// writeFile replaces a file in one step, so that nobody ever reads half of it. What is
// there and no regular file, such as /dev/stderr or a pipe, is written to.
func writeFile(name string, mode os.FileMode, render func(io.Writer) error) error {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
		if info, err := os.Stat(target); err == nil && !info.Mode().IsRegular() {
			return named(name, writeTo(name, os.O_WRONLY, mode, render))
		}
	}
	temporary := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+"."+rand.Text()[:8])
	err := writeTo(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode, render)
	if err == nil {
		err = os.Rename(temporary, name)
	}
	if err != nil {
		return errors.Join(named(name, err), remove(temporary))
	}
	return nil
}

func writeTo(name string, flags int, mode os.FileMode, render func(io.Writer) error) error {
	f, err := os.OpenFile(name, flags, mode)
	if err != nil {
		return err
	}
	return errors.Join(render(f), f.Close())
}

func remove(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// named says which of the user's files an error is about: the error itself may name a
// temporary one.
func named(name string, err error) error {
	if err == nil {
		return nil
	}
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("write %s: %w", name, err)
}
