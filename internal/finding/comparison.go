package finding

// Comparison is what changed since an earlier report. A failure that is waived counts as none.
type Comparison struct {
	// Of names the earlier report, Time is when it was made.
	Of   string `json:"of"`
	Time Time   `json:"time"`
	// Before and Now count the verdicts of the two.
	Before Summary `json:"before"`
	Now    Summary `json:"now"`
	// New and Unchanged count failures that only this report has, and that both have. Of those
	// that only the earlier one has, Fixed are gone where their rule was judged again, Waived are
	// waived now, and NotJudged are of a rule or root that this report does not have.
	New       int `json:"new"`
	Unchanged int `json:"unchanged"`
	Fixed     int `json:"fixed"`
	Waived    int `json:"waived"`
	NotJudged int `json:"not_judged"`
	// Severities count failures, worst first, Citations verdicts in the order of the regulation.
	Severities []SeverityTrend `json:"severities"`
	Citations  []CitationTrend `json:"citations"`
	// Appeared and Gone are the failures that are new and fixed, the worst first; no more than
	// a hundred each.
	Appeared []Changed `json:"appeared"`
	Gone     []Changed `json:"gone"`
}

// SeverityTrend counts the failures of one severity.
type SeverityTrend struct {
	Severity Severity `json:"severity"`
	Before   int      `json:"before"`
	Now      int      `json:"now"`
}

// CitationTrend counts the verdicts that cite one paragraph.
type CitationTrend struct {
	Citation
	Before Summary `json:"before"`
	Now    Summary `json:"now"`
}

// Changed is a failure that only one of two reports has.
type Changed struct {
	Rule      string   `json:"rule"`
	Assertion string   `json:"assertion,omitempty"`
	Severity  Severity `json:"severity"`
	Root      string   `json:"root"`
	Address   string   `json:"address"`
}
