package report

import (
	"fmt"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// shownChanges bounds the lists of what came and went; the JSON report has more.
const shownChanges = 10

// comparison prints what changed since an earlier report.
func (p *printer) comparison(c *finding.Comparison) {
	if c == nil {
		return
	}
	p.blank()
	p.heading("Since " + Plain(c.Of) + ", " + Plain(c.Time.Finished))
	p.blank()
	p.labelled(2, "failures", 14, fmt.Sprintf("%d then, %d now: %d new, %d unchanged, %d fixed, %d waived, %d not judged again",
		c.Before.Fail, c.Now.Fail, c.New, c.Unchanged, c.Fixed, c.Waived, c.NotJudged))
	for _, s := range c.Severities {
		if s.Before+s.Now > 0 {
			p.labelled(2, "  "+string(s.Severity), 14, fmt.Sprintf("%d then, %d now", s.Before, s.Now))
		}
	}
	p.changes("new", c.Appeared, c.New)
	p.changes("fixed", c.Gone, c.Fixed)
}

func (p *printer) changes(label string, all []finding.Changed, total int) {
	for i, c := range all[:min(len(all), shownChanges)] {
		if i > 0 {
			label = ""
		}
		p.labelled(2, label, 14, Plain(fmt.Sprintf("%s %s %s", c.Rule, c.Address, c.Severity)))
	}
	if more := total - shownChanges; more > 0 {
		p.labelled(2, "", 14, fmt.Sprintf("and %d more", more))
	}
}
