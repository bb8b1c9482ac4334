package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// streams are the formats that write findings as they come, so that a report of any length
// takes little memory.
var streams = map[string]func(io.Writer, finding.Report, Findings) error{
	"csv":  StreamCSV,
	"json": StreamJSON,
}

// Stream writes a report whose findings come one by one, in a format that has no need of
// all at once. It tells whether the format is one of these.
func Stream(w io.Writer, format string, r finding.Report, findings Findings) (streamed bool, err error) {
	write, ok := streams[format]
	if !ok {
		return false, nil
	}
	return true, write(w, r, findings)
}

// maxBounded is how many findings are held for the formats that need all at once. Nobody
// reads more, and code scanning takes no more.
const maxBounded = 25_000

// Bounded takes as many findings into the report as may be held: failures and unknowns
// come first, the worst of them before the others. Where it leaves some out, a note says
// so; the report's counts are of all.
func Bounded(r finding.Report, findings Findings) (finding.Report, error) {
	return bounded(r, findings, maxBounded)
}

func bounded(r finding.Report, findings Findings, limit int) (finding.Report, error) {
	ranks := make([][]finding.Finding, 2*len(finding.Severities())+2)
	kept, left := 0, 0
	for f, err := range findings {
		if err != nil {
			return r, err
		}
		rank := rankOf(f)
		ranks[rank] = append(ranks[rank], f)
		if kept++; kept <= limit {
			continue
		}
		for last := len(ranks) - 1; ; last-- {
			if n := len(ranks[last]); n > 0 {
				ranks[last] = ranks[last][:n-1]
				break
			}
		}
		kept--
		left++
	}
	r.Findings = slices.Concat(ranks...)
	finding.Sort(r.Findings)
	if left > 0 {
		r.Coverage.Notes = append(slices.Clone(r.Coverage.Notes), fmt.Sprintf(
			"%d of %d findings are not listed here, the least severe and those that pass first; json lists all", left, left+kept))
	}
	return r, nil
}

// rankOf is how soon a finding is left out: the larger, the sooner.
func rankOf(f finding.Finding) int {
	severity := min(f.Severity.Rank(), len(finding.Severities()))
	switch {
	case f.Status == finding.Fail && f.Waiver == nil:
		return 2 * severity
	case f.Status == finding.Fail || f.Status == finding.Unknown:
		return 2*severity + 1
	}
	return 2*len(finding.Severities()) + cmp.Compare(string(f.Status), string(finding.Pass))&1
}
