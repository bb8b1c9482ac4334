package main

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform"
)

// inputOptions say what is read: paths, and what goes with configuration.
type inputOptions struct {
	paths       []string
	inputs      []terraform.Input
	source      string
	parallelism int
	// undeclared accepts variables that nothing declares.
	undeclared bool
}

func (o *inputOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.Var(inputFlag{&o.inputs, true}, "var-file", "read variables from `FILE`; repeatable")
	f.Var(inputFlag{&o.inputs, false}, "var", "set a variable, `NAME=VALUE`; repeatable")
	f.StringVar(&o.source, "source", "", "the configuration in `DIR` is what the plan was made from")
	f.IntVar(&o.parallelism, "parallelism", 0, "use at most `N` processors (default all)")
}

func (o *inputOptions) check() error {
	switch {
	case slices.Contains(o.paths, ""):
		return usagef("a PATH is empty; . is the working directory")
	case o.parallelism < 0:
		return usagef("--parallelism: %d is not a number of processors", o.parallelism)
	}
	return nil
}

// read reads configuration, plans and state, or a snapshot, and names it. A snapshot sets the
// time of the run unless the user did: dated.
func (o inputOptions) read(ctx context.Context, p process, plan *reporting, dated bool, wanted resource.Wanted) (resource.Set, []finding.Source, error) {
	saved, stdin, err := o.findSnapshot(interruptible(ctx, p.stdin))
	switch {
	case err != nil:
		return resource.Set{}, nil, err
	case saved != nil:
		return saved.read(plan, dated, phi.WantOf(wanted)), []finding.Source{{Kind: resource.Live, Name: filepath.ToSlash(o.paths[0])}}, nil
	}
	set, err := terraform.Load(ctx, terraform.Options{
		Paths: o.paths, Stdin: stdin, Inputs: o.inputs, Getenv: p.getenv,
		Wanted: phi.Want(plan.evaluated(wanted)), Source: o.source, Parallelism: o.parallelism, Undeclared: o.undeclared,
	})
	if err != nil {
		return resource.Set{}, nil, err
	}
	plan.repo.rebaseRoots(&set)
	seen := sources(o.paths, &set)
	return set, seen, nil
}

// evaluated is what of configuration is evaluated where rules want w: more where the gate
// or an inventory asks for the marks of what no rule judges. A snapshot has what it has.
func (plan *reporting) evaluated(w resource.Wanted) resource.Wanted {
	if plan.lists() {
		w = wantInventory(w)
	}
	if plan.phiOnly {
		w = maps.Clone(w)
		w.Add(resource.AnyType, &resource.Shape{Kind: resource.Object})
	}
	return w
}

// sources names what the user asked for. A file that is no configuration is a plan unless
// only state was seen.
func sources(paths []string, set *resource.Set) []finding.Source {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	document := resource.State
	for _, r := range set.Resources {
		if r.Source == resource.Plan {
			document = resource.Plan
		}
	}
	out := make([]finding.Source, 0, len(paths))
	for _, path := range paths {
		kind := resource.Code
		if path == "-" || strings.HasSuffix(path, ".json") && !terraform.IsPart(path) {
			kind = document
		}
		out = append(out, finding.Source{Kind: kind, Name: filepath.ToSlash(path)})
	}
	return out
}

// inputFlag collects --var and --var-file in the order in which they were given, since
// the later one wins.
type inputFlag struct {
	inputs *[]terraform.Input
	file   bool
}

func (f inputFlag) Set(s string) error {
	switch {
	case f.file && s == "":
		return fmt.Errorf("want a file")
	case f.file:
		*f.inputs = append(*f.inputs, terraform.Input{File: s})
	case !strings.Contains(s, "=") || strings.HasPrefix(s, "="):
		return fmt.Errorf("want NAME=VALUE")
	default:
		*f.inputs = append(*f.inputs, terraform.Input{Assignment: s})
	}
	return nil
}

func (f inputFlag) String() string { return "" }
func (f inputFlag) Type() string   { return "string" }
