package report

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

func descriptor(id string, rule finding.Rule, severity finding.Severity) sarifRule {
	level, score := grade(severity)
	tags := []string{"security", "hipaa"}
	for _, c := range rule.Citations[:min(len(rule.Citations), maxTags-len(tags))] {
		tags = append(tags, Plain("45 CFR "+c.ID))
	}
	d := sarifRule{
		ID: id, Name: name(rule.Title, id),
		ShortDescription:     sarifText{Text: sentence(cmp.Or(rule.Title, id))},
		FullDescription:      sarifText{Text: sentence(cmp.Or(rule.Description, rule.Title, id))},
		Help:                 sarifText{Text: helpText(id, rule), Markdown: helpMarkdown(id, rule)},
		DefaultConfiguration: sarifDefault{Level: level},
		Properties:           sarifHints{Tags: tags, Precision: "high", ProblemSeverity: problem(level), SecuritySeverity: score},
	}
	if len(rule.References) > 0 && clean(rule.References[0]) {
		d.HelpURI = rule.References[0]
	}
	return d
}

// grade is a severity as a SARIF level and as the score by which GitHub names it:
// critical above 9.0, high from 7.0, medium from 4.0, low below.
func grade(s finding.Severity) (level, score string) {
	switch s {
	case finding.Critical:
		return "error", "9.5"
	case finding.High:
		return "error", "8.0"
	case finding.Medium:
		return "warning", "5.5"
	case finding.Low:
		return "note", "3.0"
	default:
		return "note", "1.0"
	}
}

func problem(level string) string {
	if level == "note" {
		return "recommendation"
	}
	return level
}

var versions = regexp.MustCompile(`^v?(\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?)$`)

// semantic is the version without its v, empty where it is no semantic version.
func semantic(version string) string {
	m := versions.FindStringSubmatch(version)
	if m == nil {
		return ""
	}
	return m[1]
}

// name is the title as one word in Pascal case, which is what SARIF asks of rule names.
func name(title, id string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(title, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
	}) {
		b.WriteString(strings.ToUpper(w[:1]) + w[1:])
	}
	if b.Len() == 0 {
		return name(id, "Rule")
	}
	return b.String()
}

// sentence is s in one line that ends in a full stop and holds nothing that a page should
// not show; empty stays empty.
func sentence(s string) string {
	if s = Plain(strings.Join(strings.Fields(s), " ")); s == "" || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

func helpText(id string, rule finding.Rule) string {
	parts := []string{cmp.Or(sentence(rule.Description), sentence(rule.Title), id)}
	if rule.Remediation != "" {
		parts = append(parts, "How to fix: "+sentence(rule.Remediation))
	}
	for _, c := range rule.Citations {
		parts = append(parts, "45 CFR "+sentence(citation(c)))
	}
	return strings.Join(parts, "\n")
}

func helpMarkdown(id string, rule finding.Rule) string {
	blocks := []string{"**" + id + "** " + sentence(rule.Title)}
	if rule.Description != "" {
		blocks = append(blocks, sentence(rule.Description))
	}
	if rule.Remediation != "" {
		blocks = append(blocks, "**How to fix.** "+sentence(rule.Remediation))
	}
	var cites, refs []string
	for _, c := range rule.Citations {
		cites = append(cites, "- 45 CFR "+Plain(citation(c)))
	}
	for _, ref := range rule.References {
		refs = append(refs, "- <"+Plain(ref)+">")
	}
	for _, items := range [][]string{cites, refs} {
		if len(items) > 0 {
			blocks = append(blocks, strings.Join(items, "\n"))
		}
	}
	return strings.Join(blocks, "\n\n") + "\n"
}
