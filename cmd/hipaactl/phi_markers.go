package main

import (
	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/report"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// markerOptions say which resources hold PHI, beside what is always read.
type markerOptions struct {
	tags, notTags, names, addresses, notAddresses []string
}

// markerFlags are the flags in the order of the settings.
func (o *markerOptions) flags() []markerFlag {
	return []markerFlag{
		{"phi-tag", &o.tags, "resources with this tag hold PHI, `KEY[=VALUE]` or globs of them; repeatable"},
		{"not-phi-tag", &o.notTags, "resources with this tag hold no PHI, `KEY[=VALUE]` or globs of them; repeatable"},
		{"phi-name", &o.names, "resources with this name hold PHI, a `GLOB`; repeatable"},
		{"phi-address", &o.addresses, "resources with this address or ARN hold PHI, a `GLOB`; repeatable"},
		{"not-phi-address", &o.notAddresses, "resources with this address or ARN hold no PHI, a `GLOB`; repeatable"},
	}
}

type markerFlag struct {
	name   string
	values *[]string
	usage  string
}

func (o *markerOptions) addFlags(cmd *cobra.Command) {
	for _, f := range o.flags() {
		cmd.Flags().StringArrayVar(f.values, f.name, nil, f.usage)
		complete(cmd, f.name) // no files
	}
}

func (o *markerOptions) markers() phi.Markers {
	return phi.Markers{Tags: o.tags, NotTags: o.notTags, Names: o.names, Addresses: o.addresses, NotAddresses: o.notAddresses}
}

// check says which value cannot be read, as the user gave it.
func (o *markerOptions) check(config configFlag) error {
	for _, f := range o.flags() {
		for _, value := range *f.values {
			if err := checkMarker(f.name)(value); err != nil {
				return usagef("%s: %w", config.said(f.name, value), err)
			}
		}
	}
	return nil
}

// checkMarker checks one value of a flag.
func checkMarker(flag string) func(string) error {
	return func(value string) error {
		var o markerOptions
		for _, f := range o.flags() {
			if f.name == flag {
				*f.values = []string{value}
			}
		}
		return o.markers().Check()
	}
}

// phiScope counts what a gate for PHI alone looks at; nil where the gate looks at everything.
func (plan reporting) phiScope(set *resource.Set) *finding.PHIOnly {
	if !plan.phiOnly {
		return nil
	}
	var only finding.PHIOnly
	for _, r := range declared(set) {
		switch r.PHI.Mark {
		case resource.PHIYes:
			only.Yes++
		case resource.PHIUnknown:
			only.Unknown++
		case resource.PHINo, resource.PHIUnmarked:
		}
	}
	return &only
}

// phiAmong is phiScope of what findings are about, where they are all that there is.
func (plan reporting) phiAmong(findings report.Findings) (*finding.PHIOnly, error) {
	if !plan.phiOnly {
		return nil, nil
	}
	marks := map[string]map[finding.Resource]bool{"yes": {}, "unknown": {}}
	for f, err := range findings {
		if err != nil {
			return nil, err
		}
		if about := marks[f.PHI]; about != nil {
			about[f.Resource] = true
		}
	}
	return &finding.PHIOnly{Yes: len(marks["yes"]), Unknown: len(marks["unknown"])}, nil
}
