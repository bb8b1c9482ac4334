package finding

import (
	"strconv"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Schema is the version of the JSON report. It changes when a reader would break.
const Schema = "hipaactl/report/v1"

// Report is one run: what was asked, what was seen, and every verdict, passes
// included, since "47 volumes were examined and are encrypted" is evidence.
type Report struct {
	Schema  string   `json:"schema"`
	Tool    Tool     `json:"tool"`
	Time    Time     `json:"time"`
	Sources []Source `json:"sources"`
	// Repository is that of the code, nil where there is none.
	Repository *Repository `json:"repository,omitempty"`
	// Results are the reports that this one was merged from, in order; nil where it is one run's.
	Results  []Result `json:"results,omitempty"`
	Complete bool     `json:"complete"`
	// AllowedIncomplete tells that the user accepted an incomplete run (--allow-incomplete).
	AllowedIncomplete bool `json:"allowed_incomplete,omitempty"`
	// Profile is the set of thresholds that the run was judged by, nil for the defaults.
	Profile *Profile `json:"profile,omitempty"`
	// PHIOnly is there where the gate looks at what holds PHI alone (--phi-only).
	PHIOnly *PHIOnly `json:"phi_only,omitempty"`
	// Baseline is what the run was compared with, nil where it was not.
	Baseline *Baseline       `json:"baseline,omitempty"`
	Summary  Summary         `json:"summary"`
	Rules    map[string]Rule `json:"rules"`
	Findings []Finding       `json:"findings"`
	Gaps     []Gap           `json:"gaps"`
	// Parameters are those that differ from the default; Laxer marks what an auditor must see.
	Parameters []Parameter `json:"parameters"`
	Coverage   Coverage    `json:"coverage"`
	// Comparison is what changed since an earlier report, nil where none was given.
	Comparison *Comparison `json:"comparison,omitempty"`
	// Inventory is what was seen, nil where it was not asked for.
	Inventory *Inventory `json:"inventory,omitempty"`
	// Attached are documents of other tools that the user gave as evidence; see Attach.
	Attached []Attached `json:"attached,omitempty"`
}

// Tool identifies what made the report.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	// Policies is the SHA-256 of the policy set that was used.
	Policies string `json:"policies"`
}

// Profile is a named set of thresholds and weights.
type Profile struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	// NotLaw tells that the profile asks for what is proposed: every document says so.
	NotLaw bool `json:"not_law"`
	// Overridden are the parameters, RULE.NAME, that were set laxer than the profile has them, in order.
	Overridden []string `json:"overridden"`
}

// String is "nprm-2025 (not law): title".
func (p Profile) String() string {
	if p.NotLaw {
		return p.Name + " (not law): " + p.Title
	}
	return p.Name + ": " + p.Title
}

// PHIOnly counts the resources that a gate for PHI alone looks at. The mark of a resource
// may be unknown, and what may hold PHI is looked at too.
type PHIOnly struct {
	Yes     int `json:"yes"`
	Unknown int `json:"unknown"`
}

// Baseline compares a run with an earlier one, by fingerprint.
type Baseline struct {
	// Of names what was compared with: a baseline file, or a git revision.
	Of string `json:"of"`
	// Kind is "file" or "revision".
	Kind string `json:"kind"`
	// New and Unchanged count the failures of this run, Fixed those that are gone.
	New       int `json:"new"`
	Unchanged int `json:"unchanged"`
	Fixed     int `json:"fixed"`
	// Gone are the entries that no failure of this run matches, in order.
	Gone []Gone `json:"gone"`
}

// Gone is an entry of a baseline that no failure matches any more.
type Gone struct {
	Rule        string `json:"rule"`
	Assertion   string `json:"assertion,omitempty"`
	Root        string `json:"root"`
	Address     string `json:"address"`
	Fingerprint string `json:"fingerprint"`
	// Why is "fixed" (the rule passes there or no longer applies), "removed" (the resource is not
	// there any more), "waived", "changed" (it fails, on grounds that were not recorded, or is worse), "unknown" (it
	// cannot be told) or "not read" (rule or root were not part of this run).
	Why string `json:"why"`
	// Status is "unknown" where the entry records an unknown verdict, else empty: it records a failure.
	Status Status `json:"status,omitempty"`
}

// Time holds RFC 3339 times in UTC.
type Time struct {
	Started  string `json:"started"`
	Finished string `json:"finished"`
}

// Source is one thing the user named: a path or an account.
type Source struct {
	Kind resource.Source `json:"kind"`
	Name string          `json:"name"`
}

// Repository identifies the code of a run.
type Repository struct {
	// URL is where the repository comes from, without credentials; empty where git does not tell.
	URL string `json:"url"`
	// Revision is the commit that is checked out, in hexadecimal; empty where git does not tell.
	Revision string `json:"revision"`
}

// Result is one report of a merged one.
type Result struct {
	// Name is the file's name and Digest the SHA-256 of its content.
	Name   string `json:"name"`
	Digest string `json:"digest"`
	Tool   Tool   `json:"tool"`
	Time   Time   `json:"time"`
	// Profile is that of its thresholds, empty for the defaults.
	Profile  string   `json:"profile,omitempty"`
	Sources  []Source `json:"sources"`
	Complete bool     `json:"complete"`
	Summary  Summary  `json:"summary"`
	// Counted is how many of its findings are in the merged report: a newer result judged the others.
	Counted int `json:"counted"`
	// Problem says why it could not be read; else empty.
	Problem string `json:"problem,omitempty"`
}

// Summary counts findings by status; a waived finding counts as waived only.
type Summary struct {
	Pass          int `json:"pass"`
	Fail          int `json:"fail"`
	Unknown       int `json:"unknown"`
	NotApplicable int `json:"not_applicable"`
	Waived        int `json:"waived"`
}

// Rule is a policy's metadata, so that a report can be read alone.
type Rule struct {
	Title       string     `json:"title"`
	Description string     `json:"description"`
	Severity    Severity   `json:"severity"`
	Citations   []Citation `json:"citations"`
	// Proposed are paragraphs of the rule proposed on 6 January 2025, which is not law. They
	// are there under a profile that asks for it.
	Proposed    []string `json:"proposed,omitempty"`
	Remediation string   `json:"remediation"`
	// References are documentation links.
	References []string `json:"references"`
	// Assertions maps names to titles.
	Assertions map[string]string `json:"assertions,omitempty"`
	Params     map[string]any    `json:"params,omitempty"`
}

// Citation is a paragraph of 45 CFR 164 Subpart C.
type Citation struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Kind is "required", "addressable" or "standard": what it is by law.
	Kind string `json:"kind"`
	// Proposed is the kind that the rule proposed on 6 January 2025, which is not law, would
	// give it, where that is another one; only under a profile that asks for that rule.
	Proposed string `json:"proposed,omitempty"`
}

// Gap is something that was asked for and not read.
type Gap struct {
	Kind   resource.GapKind `json:"kind"`
	Root   string           `json:"root"`
	What   string           `json:"what"`
	Why    string           `json:"why"`
	Settle string           `json:"settle"`
	File   string           `json:"file"`
	Line   int              `json:"line"`
}

// Parameter is a threshold that was set.
type Parameter struct {
	Rule    string `json:"rule"`
	Name    string `json:"name"`
	Value   any    `json:"value"`
	Default any    `json:"default"`
	Laxer   bool   `json:"laxer"`
}

// Coverage says what was looked at, so that "no findings" cannot mean "nothing seen".
type Coverage struct {
	Roots          []string `json:"roots"`
	FilesParsed    int      `json:"files_parsed"`
	FilesFailed    int      `json:"files_failed"`
	ModulesRead    int      `json:"modules_read"`
	ModulesUnread  int      `json:"modules_unread"`
	Resources      int      `json:"resources"`
	Judged         int      `json:"judged"`
	UnjudgedTypes  []Count  `json:"unjudged_types"`
	RulesEvaluated int      `json:"rules_evaluated"`
	UnknownByCause []Count  `json:"unknown_by_cause"`
	Citations      []Tally  `json:"citations"`
	// Unprovable are the citations that no check of this run can prove: what a scan leaves to documents and people.
	Unprovable []Citation `json:"unprovable"`
	Notes      []string   `json:"notes"`
	// RulesSkipped are the rules that the user left out, in order.
	RulesSkipped []string `json:"rules_skipped,omitempty"`
	// Accounts were read live, or stand in a snapshot; Calls are the requests that it took, by service.
	Accounts []Account      `json:"accounts"`
	Calls    []ServiceCalls `json:"calls"`
}

// Account is an account that was read, and its regions, in order.
type Account struct {
	Account string   `json:"account"`
	Regions []string `json:"regions"`
}

// ServiceCalls counts the requests to one service.
type ServiceCalls struct {
	// Service is the service's IAM prefix: "rds".
	Service string `json:"service"`
	// Calls were made, beside which Retries repeated one that was not answered.
	Calls   int `json:"calls"`
	Retries int `json:"retries"`
	// Failed counts the reads that were given up: each is a gap or explains an unknown.
	Failed int `json:"failed"`
}

// Count is a name and how often it occurs.
type Count struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Tally counts the verdicts that cite one paragraph.
type Tally struct {
	Citation
	Summary Summary `json:"summary"`
}

// Add counts one finding.
func (s *Summary) Add(f Finding) {
	switch {
	case f.Waiver != nil:
		s.Waived++
	case f.Status == Pass:
		s.Pass++
	case f.Status == Fail:
		s.Fail++
	case f.Status == Unknown:
		s.Unknown++
	case f.Status == NotApplicable:
		s.NotApplicable++
	}
}

// Finish sorts the findings and counts them. Everything that prints may rely on both.
func (r *Report) Finish() {
	Sort(r.Findings)
	r.Summary = Summary{}
	for _, f := range r.Findings {
		r.Summary.Add(f)
	}
}

// String is "file:line", or the file alone where the line is not known.
func (p Place) String() string {
	if p.Line == 0 {
		return p.File
	}
	return p.File + ":" + strconv.Itoa(p.Line)
}
