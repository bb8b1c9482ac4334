package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// GitLab writes the unwaived fails as GitLab Code Quality takes them:
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. GitLab compares
// the reports of two branches itself, so what a baseline knows is in it too. It has no place
// for what is unknown, and shows findings in files alone: see Anchored. A laxer threshold is
// of no file; it is an issue of its own, in the first file, so that a merge request which
// lowers one shows that.
func GitLab(w io.Writer, r finding.Report) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(gitlab(sorted(r))); err != nil {
		return fmt.Errorf("write GitLab Code Quality: %w", err)
	}
	return nil
}

// gitlabIssue holds the fields that GitLab reads, and no others.
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

func gitlab(r finding.Report) []gitlabIssue {
	out := []gitlabIssue{}
	seen := map[string]int{}
	all := anchored(r.Findings)
	for _, f := range all {
		if f.Status != finding.Fail || f.Waiver != nil {
			continue
		}
		at := entry(f)
		out = append(out, gitlabIssue{
			Description: Plain(headline(f, r.Rules[f.Rule])),
			CheckName:   Plain(f.Rule),
			Fingerprint: unique(f.Fingerprint, seen),
			Severity:    gitlabSeverity(f.Severity),
			Location:    gitlabLocation{Path: Plain(cmp.Or(at.File, ".")), Lines: gitlabLines{Begin: max(at.Line, 1)}},
		})
	}
	first := ""
	for _, f := range all {
		if file := entry(f).File; file != "" && (first == "" || file < first) {
			first = file
		}
	}
	for _, s := range slacks(r) {
		out = append(out, gitlabIssue{
			Description: Plain("A laxer threshold: " + s.rule + "." + s.text),
			CheckName:   Plain(s.rule),
			Fingerprint: unique(finding.Fingerprint(s.rule, "threshold", "", s.name, []string{s.text}), seen),
			Severity:    gitlabSeverity(finding.Info),
			Location:    gitlabLocation{Path: Plain(cmp.Or(first, ".")), Lines: gitlabLines{Begin: 1}},
		})
	}
	return out
}

// headline is "HIPAA-S3-003 S3 buckets block public access: aws_s3_bucket.logs: block_public_acls is off",
// for pages that show a finding in one line.
func headline(f finding.Finding, rule finding.Rule) string {
	return strings.TrimSpace(f.Rule+" "+title(f, rule)) + ": " + named(f) + ": " + f.Message
}

// named is the address, and for what was read of an account where that was.
func named(f finding.Finding) string {
	if f.Resource.Source == "live" {
		return f.Resource.Address + " in " + f.Resource.Root
	}
	return f.Resource.Address
}

// unique makes fingerprints differ: GitLab drops what repeats one.
func unique(fingerprint string, seen map[string]int) string {
	seen[fingerprint]++
	if n := seen[fingerprint]; n > 1 || fingerprint == "" {
		sum := sha256.Sum256([]byte(fingerprint + "\x00" + strconv.Itoa(n)))
		return hex.EncodeToString(sum[:])[:32]
	}
	return fingerprint
}

// gitlabSeverity names a severity as Code Climate does.
func gitlabSeverity(s finding.Severity) string {
	switch s {
	case finding.Critical:
		return "blocker"
	case finding.High:
		return "critical"
	case finding.Medium:
		return "major"
	case finding.Low:
		return "minor"
	default:
		return "info"
	}
}
