package evidence

import "github.com/hipaactl/hipaactl/internal/finding"

// junit is a report of tests. There is no specification; the schemas of Ant (windyroad/JUnit-Schema)
// and Jenkins (jenkinsci/xunit-plugin) are what tools follow. Cases are counted, since the
// totals that suites state need not be theirs.
type junit struct {
	tests finding.AttachedTests
	time  string
	// verdict is that of the case being read: "", "skipped", "failure" or "error".
	verdict string
}

func (j *junit) opened(way []*element) error {
	e := way[len(way)-1]
	switch e.name.Local {
	case "testsuites", "testsuite":
		if e.get("package") == "hipaactl" {
			return errOurs
		}
		j.time = earlier(j.time, moment(e.get("timestamp")))
	case "testcase":
		j.verdict = ""
		if s := e.get("status"); s == "notrun" || s == "skipped" || s == "disabled" || e.get("result") == "skipped" {
			j.verdict = "skipped"
		}
	case "skipped", "failure", "error":
		if len(way) > 1 && way[len(way)-2].name.Local == "testcase" && rank(e.name.Local) > rank(j.verdict) {
			j.verdict = e.name.Local
		}
	}
	return nil
}

// rank orders verdicts: the worst of a case is the one that counts.
func rank(verdict string) int {
	return map[string]int{"skipped": 1, "failure": 2, "error": 3}[verdict]
}

func (j *junit) closed(way []*element) {
	if way[len(way)-1].name.Local != "testcase" {
		return
	}
	j.tests.Total++
	switch j.verdict {
	case "skipped":
		j.tests.Skipped++
	case "failure":
		j.tests.Failures++
	case "error":
		j.tests.Errors++
	}
}

// finish is the document. JUnit XML does not tell which tool wrote it.
func (j *junit) finish() document {
	p := part{scanned: true, AttachedPart: finding.AttachedPart{Kind: kindTest, Time: j.time, Complete: true, Tests: &j.tests}}
	return document{familyJUnit, "JUnit XML", []part{p}}
}
