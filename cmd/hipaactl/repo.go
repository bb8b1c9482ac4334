package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	repo "github.com/hipaactl/hipaactl/internal/repository"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/tree"
)

// repoOptions are the flags of repo as they were given.
type repoOptions struct {
	examineOptions
	attestations string
	bills        []string
}

// newRepo makes the command. run is a parameter so that tests can look at the flags alone.
func newRepo(p process, run func(context.Context, process, repoOptions) error) *cobra.Command {
	var o repoOptions
	cmd := &cobra.Command{
		Use:   "repo [PATH]",
		Short: "Judge the files of a repository: its pipelines, dependencies, configuration",
		Long: `Repo judges what stands in the files of one repository: whether its pipelines run security
gates and stop at what these find, how they sign in to a cloud, what they take from elsewhere,
and the other rules on repositories. hipaactl policy list --engine files names them; those on
credentials and PHI are judged by hipaactl leaks.

PATH is a directory, by default the working directory. All of the git repository in which it
lies is examined: what git tracks, and what is new and not ignored. Outside of a repository it
is every file below PATH that no .gitignore leaves out. Nothing is run and no network is used.

Exit codes: 0 clean, 1 the gate tripped, 2 usage, 3 something that was asked for could not be
read (--allow-incomplete accepts that).`,
		Example: `  # the repository of the working directory
  hipaactl repo

  # for code scanning
  hipaactl repo -f sarif=repo.sarif

  # another one, and the gates alone
  hipaactl repo ../records --rule HIPAA-REPO-005,HIPAA-REPO-006`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.paths = args
			return run(cmd.Context(), p, o)
		},
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().StringVar(&o.attestations, "attestations", "", "read attestations from `FILE` of the repository (default "+repo.AttestationFile+")")
	cmd.Flags().StringSliceVar(&o.bills, "sbom", nil, "read the licences of dependencies from the bill of material `FILE` too (CycloneDX or SPDX, as JSON)")
	o.addFlags(cmd)
	return cmd
}

// runRepo examines the repository in which the path lies.
func runRepo(ctx context.Context, p process, o repoOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	return o.run(ctx, p, examination{
		of:   onRepository,
		read: func(ctx context.Context) (resource.Set, error) { return o.repository(ctx, p) },
	})
}

// repository reads the files.
func (o repoOptions) repository(ctx context.Context, p process) (resource.Set, error) {
	name := o.scanned()[0]
	if info, err := os.Stat(name); err == nil && !info.IsDir() {
		return resource.Set{}, usagef("%s: want a directory", filepath.ToSlash(name))
	}
	places, err := placesOf(p, []string{name}, "")
	if err != nil {
		return resource.Set{}, err
	}
	at := places[0]
	at.dirs = []string{"."} // pipelines are of the whole repository, wherever one stands in it
	source, err := at.present(ctx)
	if err != nil {
		return resource.Set{}, err
	}
	options := repo.Options{Source: source, Root: filepath.ToSlash(at.top), Parallelism: o.parallelism}
	if options.Attestations, err = o.inside(at.top); err != nil {
		return resource.Set{}, err
	}
	for _, name := range o.bills {
		if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
			return resource.Set{}, usagef("--sbom: %s: no such file", filepath.ToSlash(name))
		}
		shown := filepath.ToSlash(name)
		options.Bills = append(options.Bills, tree.File{Root: options.Root, Name: filepath.Base(name), Shown: shown, Open: tree.Opener(name)})
	}
	return repo.Scan(ctx, options)
}

// inside is the file of attestations as the repository names it. One that lies elsewhere would
// be no part of what is reviewed and kept with the repository.
func (o repoOptions) inside(top string) (string, error) {
	if o.attestations == "" {
		return "", nil
	}
	if _, err := os.Stat(o.attestations); err != nil {
		return "", usagef("--attestations: %s: no such file", filepath.ToSlash(o.attestations))
	}
	root, err := filepath.Abs(top)
	if err != nil {
		return "", err
	}
	file, err := filepath.Abs(o.attestations)
	if err != nil {
		return "", err
	}
	name, err := filepath.Rel(root, file)
	if err != nil || !filepath.IsLocal(name) {
		return "", usagef("--attestations: %s lies outside of the repository", filepath.ToSlash(o.attestations))
	}
	return filepath.ToSlash(name), nil
}
