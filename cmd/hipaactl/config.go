package main

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/report"
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

// settings are all keys, in the order in which they are printed.
func settings() []setting {
	return []setting{
		{
			key: "profile", flag: "rule-profile", kind: text, values: profileNames(), unset: defaultProfile, example: "strict",
			about: "Thresholds to judge by. nprm-2025 is what was proposed on 6 January 2025 and is not law.",
		},
		{
			key: "rules.include", flag: "rule", kind: list, example: `["HIPAA-S3-*", HIPAA-RDS-001]`,
			about: "Only rules of these ids or globs.",
		},
		{
			key: "rules.skip", flag: "skip-rule", kind: list, example: `[HIPAA-TAG-001]`,
			about: "Without rules of these ids or globs. Nothing in a report tells that they were skipped.",
		},
		{
			key: "rules.citations", flag: "citation", kind: list, check: checkParagraph, example: `["164.312(a)(2)(iv)"]`,
			about: "Only rules that cite these paragraphs, a specification of them or one below them.",
		},
		{
			key: "params", flag: "param", kind: thresholds, example: `HIPAA-RDS-005.minimum_days: 14`,
			about: "Thresholds, RULE.NAME: VALUE; hipaactl policy show RULE lists those of a rule. Reports name every value laxer than the default.",
		},
		{
			key: "policies", flag: "policies", kind: list, paths: directories, example: `[policies]`,
			about: "Directories of further Rego policies.",
		},
		{
			key: "waivers.file", flag: "waivers", kind: text, paths: files, unset: waiverFile, example: waiverFile,
			about: "The file with waivers.",
		},
		{
			key: "waivers.max-days", flag: "waiver-days", kind: number, example: "180",
			about: "The most days that a waiver may hold.",
		},
		{
			key: "waivers.max-findings", flag: "waiver-findings", kind: number, example: "20",
			about: "The most findings that one waiver may cover.",
		},
		{
			key: "gate.fail-on", flag: "fail-on", kind: text, values: []string{"critical", "high", "medium", "low", "never"}, example: "high",
			about: "Trip the gate on failures of this severity or worse.",
		},
		{
			key: "gate.fail-on-unknown", flag: "fail-on-unknown", kind: truth, example: "true",
			about: "Trip the gate on unknown verdicts of that severity too.",
		},
		{
			key: "gate.min-severity", flag: "min-severity", kind: text, values: severityNames(), example: "medium",
			about: "Show failures and unknowns of this severity or worse; counts, JSON and gate are untouched.",
		},
		{
			key: "gate.allow-incomplete", flag: "allow-incomplete", kind: truth, example: "true",
			about: "Accept a run that could not read everything; the report says so.",
		},
		{
			key: "formats", flag: "format", kind: list, check: checkDocument, paths: documents, unset: "text", example: `[text, sarif=hipaactl.sarif]`,
			about: "What to write, FORMAT or FORMAT=FILE: " + strings.Join(report.Names(), ", ") + ".",
		},
	}
}

func severityNames() []string {
	var names []string
	for _, s := range finding.Severities() {
		names = append(names, string(s))
	}
	return names
}

func checkParagraph(text string) error {
	if id := hipaa.Normalize(text); !hipaa.Names(id) {
		return usagef("%s: not a paragraph of 164.308 to 164.316 that names a standard or specification%s", text, meant(id, citationIDs()))
	}
	return nil
}

func checkDocument(text string) error {
	format, file, toFile := strings.Cut(text, "=")
	if _, err := report.Lookup(format); err != nil {
		return usagef("%w%s", err, meant(format, report.Names()))
	}
	if toFile && file == "" {
		return usagef("%s: the file's name is missing", text)
	}
	return nil
}

// variable is the environment variable of a flag.
func variable(flag string) string {
	return "HIPAACTL_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// of finds the setting's flag among those of a command. A command may have another flag of
// that name: what `policy list --format` takes is one word and no list of documents.
func (s setting) of(flags *pflag.FlagSet) *pflag.Flag {
	f := flags.Lookup(s.flag)
	if f == nil {
		return nil
	}
	if _, isList := f.Value.(pflag.SliceValue); isList != (s.kind == list || s.kind == thresholds) {
		return nil
	}
	return f
}

// adds tells of a flag whose layers add to each other.
func adds(flag string) bool {
	return slices.ContainsFunc(settings(), func(s setting) bool { return s.flag == flag && s.kind == thresholds })
}

// The origins of a flag's values are kept as an annotation of the flag, in the order of its values.
const originAnnotation = "hipaactl_origin"

// flagAlone marks a flag that the environment does not set.
const flagAlone = "hipaactl_flag_alone"

// originsOf says where each value of a flag comes from.
func originsOf(f *pflag.Flag) []string {
	if known := f.Annotations[originAnnotation]; known != nil {
		return known
	}
	if !f.Changed {
		return nil
	}
	n := 1
	if values, isList := f.Value.(pflag.SliceValue); isList {
		n = len(values.GetSlice())
	}
	return slices.Repeat([]string{"--" + f.Name}, n)
}

// lay puts values below those that a flag has. It replaces nothing that was said nearer to
// the user: a flag that has a value keeps it, and only thresholds are joined.
func lay(f *pflag.Flag, values, origins []string) error {
	flagList, isList := f.Value.(pflag.SliceValue)
	switch {
	case f.Changed && !adds(f.Name):
		return nil
	case isList:
		origins = append(slices.Clone(origins), originsOf(f)...)
		if f.Changed {
			values = append(slices.Clone(values), flagList.GetSlice()...)
		}
		if err := flagList.Replace(values); err != nil {
			return err
		}
	default:
		if err := f.Value.Set(values[0]); err != nil {
			return err
		}
	}
	f.Changed = true
	annotate(f, origins)
	return nil
}

func annotate(f *pflag.Flag, origins []string) {
	if f.Annotations == nil {
		f.Annotations = map[string][]string{}
	}
	f.Annotations[originAnnotation] = origins
}
