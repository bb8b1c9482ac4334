package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/examples/pipelines"
	"github.com/hipaactl/hipaactl/internal/spelling"
)

func ciNames() []string {
	var names []string
	for _, one := range pipelines.All() {
		names = append(names, one.Name)
	}
	return names
}

// writePipeline writes what runs hipaactl in a pipeline, where the system looks for it: from
// the root of the repository, or of the working directory outside of any.
func writePipeline(p process, o initOptions) error {
	all := pipelines.All()
	i := slices.IndexFunc(all, func(one pipelines.Pipeline) bool { return one.Name == o.ci })
	if i < 0 {
		return usagef("--ci %s: want %s%s", o.ci, strings.Join(ciNames(), ", "), spelling.Meant(o.ci, ciNames()))
	}
	text, err := all[i].Text()
	if err != nil {
		return err
	}
	if o.output == "-" {
		_, err := p.stdout.Write(text)
		return err
	}
	name, err := o.place(all[i])
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil { // as the umask says
		return named(name, err)
	}
	if err := writeNew(name, text, o.force); err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.stdout, "%s written for %s; replace what is all zeros in it by a release of hipaactl.\n", filepath.ToSlash(name), all[i].System)
	return err
}

// place is the file to write, from the working directory.
func (o initOptions) place(one pipelines.Pipeline) (string, error) {
	if o.output != "" {
		return filepath.Clean(o.output), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the working directory: %w", err)
	}
	return filepath.Rel(dir, filepath.Join(cmp.Or(above(dir), dir), filepath.FromSlash(one.File)))
}
