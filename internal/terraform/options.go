package terraform

import (
	"io"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Options says what to load and with which inputs.
type Options struct {
	// Paths are directories, files of configuration (IsPart), each of which stands for the root
	// modules that it is part of, plan or state JSON files, or "-" for standard input. Empty
	// means the working directory.
	Paths []string
	// Stdin is read where a path is "-".
	Stdin io.Reader
	// Inputs are --var and --var-file in the order in which they were given.
	Inputs []Input
	// Undeclared accepts inputs that no root declares, as an earlier revision may not.
	Undeclared bool
	// Getenv looks up TF_VAR_* and TF_WORKSPACE; nil means that there is no environment.
	Getenv func(string) string
	// Wanted says which attributes to evaluate.
	Wanted resource.Wanted
	// Source is the directory of the configuration that a plan was made from; empty
	// means the directory that holds the plan, if that is a root module.
	Source string
	// Parallelism bounds the roots that are evaluated at a time; 0 means one per CPU.
	Parallelism int
}

// Input is one --var or --var-file.
type Input struct {
	// File is a .tfvars or .tfvars.json file; empty for an assignment.
	File string
	// Assignment is NAME=VALUE.
	Assignment string
}

// InputError is a mistake in what the user asked for, as opposed to something
// that could not be read. The command answers it with its usage exit code.
type InputError struct{ Message string }

func (e *InputError) Error() string { return e.Message }
