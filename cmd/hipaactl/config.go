package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

// configName is the file with a repository's settings.
const configName = ".hipaactl.yaml"

// kind is what a setting holds.
type kind int

const (
	text kind = iota
	truth
	// number is a whole one from 1.
	number
	list
	// thresholds map RULE.NAME to a value of the parameter's own type. Layers add to each
	// other name by name, where every other setting is replaced as a whole.
	thresholds
)

// paths says what a list's values name on the disk, from the file's directory.
type paths int

const (
	noPaths paths = iota
	directories
	// files are read by the command that has the flag, which says so where one is missing.
	files
	// documents are FORMAT[=FILE], and FILE is written to.
	documents
)

// setting is a key of the configuration file. It stands for a flag, so that file,
// environment and command line mean the same thing. A new setting is one entry of settings:
// reading, config show, init, the schema and their tests follow it.
type setting struct {
	// key is where it stands in the file: gate.fail-on.
	key  string
	flag string
	kind kind
	// about is a sentence for the schema and the file that init writes.
	about string
	// values are those allowed, where they can be listed.
	values []string
	// check says what is wrong with one value; nil accepts all.
	check func(string) error
	paths paths
	// unset is what counts where nothing is set and the flag itself has no default.
	unset string
	// example is a value as init writes it, in YAML.
	example string
}

// of finds the setting's flag among those of a command. A command may have another flag of
// that name: what `policy list --format` takes is one word and no list of documents, and phi has documents of its own.
func (s setting) of(flags *pflag.FlagSet) *pflag.Flag {
	f := flags.Lookup(s.flag)
	if f == nil || f.Annotations[flagAlone] != nil {
		return nil
	}
	if _, isList := f.Value.(pflag.SliceValue); isList != (s.kind == list || s.kind == thresholds) {
		return nil
	}
	return f
}

// refuse says what is wrong with a value.
func (s setting) refuse(value string) error {
	if len(s.values) > 0 && !slices.Contains(s.values, value) {
		return fmt.Errorf("%q: want one of %s", value, strings.Join(s.values, ", "))
	}
	if s.check != nil {
		return s.check(value)
	}
	return nil
}

// variable is the environment variable of a flag.
func variable(flag string) string {
	return "HIPAACTL_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}
