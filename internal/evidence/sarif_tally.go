package evidence

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// maxRules bounds the rules of a run, and those that its results name.
const maxRules = 200_000

// driver is the component of the tool itself; its extensions count on from there.
const driver = 0

// tally counts results by rule, since a result may leave its level to its rule, has its
// severity from it, and may stand before it in the document.
type tally struct {
	// rules are those of each component, in order, and at says where one is by its id.
	rules [][]ruleSummary
	at    []map[string]int
	count int
	// results are counted by what they name as their rule and by level.
	results    map[ruleRef]*[levels]int
	suppressed int
	tags       map[string]bool
}

// ruleSummary is what results get from their rule.
type ruleSummary struct{ level, severity int }

// ruleRef is how a result names its rule [3.52]; -1 stands for what it does not say.
type ruleRef struct {
	component, index int
	id               string
}

// The levels [3.27.10], one for results that leave it to their rule, and one for those that
// are no failures, whose level is none.
const (
	levelError = iota
	levelWarning
	levelNote
	levelNone
	levelOfRule
	levelNoFailure
	levels
)

// The severities, as GitHub puts scores into them.
const (
	critical = iota
	high
	medium
	low
	other
)

func newTally() tally {
	return tally{results: map[ruleRef]*[levels]int{}, tags: map[string]bool{}}
}

// sarifRule is a reporting descriptor [3.49].
type sarifRule struct {
	ID            text `json:"id"`
	Configuration *struct {
		Level text `json:"level"`
	} `json:"defaultConfiguration"`
	Properties *struct {
		Severity json.RawMessage `json:"security-severity"`
		Tags     json.RawMessage `json:"tags"`
	} `json:"properties"`
}

// rule adds a rule of a component.
func (t *tally) rule(component int, rule sarifRule) error {
	if t.count++; t.count > maxRules {
		return fmt.Errorf("it has more than %d rules: split it", maxRules)
	}
	for len(t.rules) <= component {
		t.rules, t.at = append(t.rules, nil), append(t.at, map[string]int{})
	}
	sum := ruleSummary{levelWarning, other}
	if c := rule.Configuration; c != nil {
		sum.level = levelOf(c.Level, levelWarning)
	}
	if p := rule.Properties; p != nil {
		sum.severity = severityOf(strings.Trim(string(p.Severity), `"`))
		var tags []text
		if json.Unmarshal(p.Tags, &tags) == nil {
			for _, known := range []text{"vulnerability", "misconfiguration", "secret"} {
				t.tags[string(known)] = t.tags[string(known)] || slices.Contains(tags, known)
			}
		}
	}
	if _, again := t.at[component][string(rule.ID)]; !again {
		t.at[component][string(rule.ID)] = len(t.rules[component])
	}
	t.rules[component] = append(t.rules[component], sum)
	return nil
}

// sarifResult is a result [3.27].
type sarifResult struct {
	RuleID    text `json:"ruleId"`
	RuleIndex *int `json:"ruleIndex"`
	Rule      *struct {
		ID        text `json:"id"`
		Index     *int `json:"index"`
		Component *struct {
			Index *int `json:"index"`
		} `json:"toolComponent"`
	} `json:"rule"`
	Kind         text `json:"kind"`
	Level        text `json:"level"`
	Baseline     text `json:"baselineState"`
	Suppressions []struct {
		Status text `json:"status"`
	} `json:"suppressions"`
}

func (d *jsonDocument) result(r *sarifRun) error {
	var res sarifResult
	if err := d.json.Decode(&res); err != nil {
		return err
	}
	return r.tally.add(res)
}

// add counts a result. One that is absent was there in an earlier run alone.
func (t *tally) add(res sarifResult) error {
	switch {
	case res.Baseline == "absent":
		return nil
	case res.suppressed():
		t.suppressed++
		return nil
	}
	ref, level := res.ref(), levelOf(res.Level, levelOfRule)
	if res.Kind != "" && res.Kind != "fail" {
		level = levelNoFailure
	}
	n := t.results[ref]
	if n == nil {
		if len(t.results) == maxRules {
			return fmt.Errorf("its results are of more than %d rules: split it", maxRules)
		}
		n = &[levels]int{}
		t.results[ref] = n
	}
	n[level]++
	return nil
}

// suppressed tells whether a result was, not whether somebody asked for it [3.27.23].
func (res sarifResult) suppressed() bool {
	for _, s := range res.Suppressions {
		if s.Status == "underReview" || s.Status == "rejected" {
			return false
		}
	}
	return len(res.Suppressions) > 0
}

func (res sarifResult) ref() ruleRef {
	ref := ruleRef{component: -1, index: -1, id: string(res.RuleID)}
	if res.RuleIndex != nil {
		ref.index = *res.RuleIndex
	}
	if res.Rule == nil {
		return ref
	}
	if res.Rule.ID != "" {
		ref.id = string(res.Rule.ID)
	}
	if res.Rule.Index != nil {
		ref.index = *res.Rule.Index
	}
	if c := res.Rule.Component; c != nil && c.Index != nil && *c.Index >= 0 && *c.Index < maxRules {
		ref.component = 1 + *c.Index
	}
	return ref
}

// find is the rule that a result names; the level of one that is not described is warning.
func (t *tally) find(ref ruleRef) ruleSummary {
	component := max(ref.component, driver)
	if component < len(t.rules) && ref.index >= 0 && ref.index < len(t.rules[component]) {
		return t.rules[component][ref.index]
	}
	for id := ref.id; id != ""; {
		for c := range t.rules {
			if i, ok := t.at[c][id]; ok && (ref.component < 0 || c == ref.component) {
				return t.rules[c][i]
			}
		}
		cut := strings.LastIndexByte(id, '/') // a result may name a part of its rule
		if cut < 0 {
			break
		}
		id = id[:cut]
	}
	return ruleSummary{levelWarning, other}
}

// sum counts the results.
func (t *tally) sum() *finding.AttachedResults {
	var byLevel [levels]int // those of rules are put where they belong
	var bySeverity [other + 1]int
	total := 0
	for ref, n := range t.results {
		rule := t.find(ref)
		for level, count := range n {
			severity := rule.severity
			switch level {
			case levelOfRule:
				level = rule.level
			case levelNoFailure:
				level, severity = levelNone, other
			}
			byLevel[level] += count
			bySeverity[severity] += count
			total += count
		}
	}
	return &finding.AttachedResults{
		Total: total, Suppressed: t.suppressed,
		Levels: &finding.AttachedLevels{Error: byLevel[levelError], Warning: byLevel[levelWarning], Note: byLevel[levelNote], None: byLevel[levelNone]},
		Severities: finding.AttachedSeverities{
			Critical: bySeverity[critical], High: bySeverity[high], Medium: bySeverity[medium], Low: bySeverity[low], Other: bySeverity[other],
		},
	}
}

func levelOf(level text, otherwise int) int {
	switch level {
	case "error":
		return levelError
	case "warning":
		return levelWarning
	case "note":
		return levelNote
	case "none":
		return levelNone
	}
	return otherwise
}

// severityOf is the severity of a CVSS score, in the ranges of GitHub:
// https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning.
func severityOf(score string) int {
	n, err := strconv.ParseFloat(score, 64)
	switch {
	case err != nil:
		return other
	case n >= 9:
		return critical
	case n >= 7:
		return high
	case n >= 4:
		return medium
	case n > 0:
		return low
	}
	return other
}
