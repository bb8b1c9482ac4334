package main

import (
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/report"
	repo "github.com/hipaactl/hipaactl/internal/repository"
	"github.com/hipaactl/hipaactl/internal/spelling"
)

// settings are all keys, in the order in which they are printed. Those of one section stand together.
func settings() []setting {
	return slices.Concat(ruleSettings(), phiSettings(), waiverSettings(), repoSettings(), gateSettings(), []setting{
		{
			key: "baseline", flag: "baseline", kind: text, paths: files, example: baselineFile,
			about: "The file with what is known to fail; the gate trips on the rest. It has to be there.",
		},
		{
			key: "formats", flag: "format", kind: list, check: checkDocument, paths: documents, unset: "text", example: `[text, sarif=hipaactl.sarif]`,
			about: "What to write, FORMAT or FORMAT=FILE: " + strings.Join(report.Names(), ", ") + ".",
		},
	})
}

// ruleSettings say what is judged, and by which thresholds.
func ruleSettings() []setting {
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
			about: "Without rules of these ids or globs. Reports name them.",
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
	}
}

// phiSettings say what holds PHI.
func phiSettings() []setting {
	return []setting{
		{
			key: "phi.tags", flag: "phi-tag", kind: list, check: checkMarker("phi-tag"), example: `["Contents=patient*"]`,
			about: "Tags, KEY or KEY=VALUE with globs, of what holds PHI, beside those that are always read.",
		},
		{
			key: "phi.not-tags", flag: "not-phi-tag", kind: list, check: checkMarker("not-phi-tag"), example: `[Synthetic]`,
			about: "Tags in the same notation of what holds no PHI.",
		},
		{
			key: "phi.names", flag: "phi-name", kind: list, check: checkMarker("phi-name"), example: `["*-claims"]`,
			about: "Globs of the names of what holds PHI.",
		},
		{
			key: "phi.addresses", flag: "phi-address", kind: list, check: checkMarker("phi-address"), example: `[module.records.*]`,
			about: "Globs of the addresses, or ARNs, of what holds PHI.",
		},
		{
			key: "phi.not-addresses", flag: "not-phi-address", kind: list, check: checkMarker("not-phi-address"), example: `[aws_s3_bucket.site]`,
			about: "Globs of the addresses, or ARNs, of what holds no PHI.",
		},
	}
}

// waiverSettings say which exceptions hold.
func waiverSettings() []setting {
	return []setting{
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
	}
}

// repoSettings say where hipaactl repo finds what it reads beside the files that it looks for.
func repoSettings() []setting {
	return []setting{
		{
			key: "repo.attestations", flag: "attestations", kind: text, paths: files, unset: repo.AttestationFile, example: repo.AttestationFile,
			about: "The file with attestations, in the repository.",
		},
		{
			key: "repo.sbom", flag: "sbom", kind: list, paths: files, example: `[build/bom.json]`,
			about: "Bills of material (CycloneDX or SPDX, as JSON) that say the licences of dependencies. They have to be there.",
		},
	}
}

// gateSettings say what trips the gate, and what is shown.
func gateSettings() []setting {
	return []setting{
		{
			key: "gate.fail-on", flag: "fail-on", kind: text, values: []string{"critical", "high", "medium", "low", "never"}, example: "high",
			about: "Trip the gate on failures of this severity or worse.",
		},
		{
			key: "gate.fail-on-unknown", flag: "fail-on-unknown", kind: truth, example: "true",
			about: "Trip the gate on unknown verdicts of that severity too.",
		},
		{
			key: "gate.phi-only", flag: "phi-only", kind: truth, example: "true",
			about: "Trip the gate only on resources that hold PHI or may; with none marked, the run is not clean.",
		},
		{
			key: "gate.min-severity", flag: "min-severity", kind: text, values: severityNames(), example: "medium",
			about: "Show failures and unknowns of this severity or worse; counts, JSON and gate are untouched.",
		},
		{
			key: "gate.allow-incomplete", flag: "allow-incomplete", kind: truth, example: "true",
			about: "Accept a run that could not read everything; the report says so.",
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
		return usagef("%s: not a paragraph of 164.308 to 164.316 that names a standard or specification%s", text, spelling.Meant(id, citationIDs()))
	}
	return nil
}

func checkDocument(text string) error {
	format, file, toFile := strings.Cut(text, "=")
	if _, err := report.Lookup(format); err != nil {
		return usagef("%w%s", err, spelling.Meant(format, report.Names()))
	}
	if toFile && file == "" {
		return usagef("%s: the file's name is missing", text)
	}
	return nil
}
