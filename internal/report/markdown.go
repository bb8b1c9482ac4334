package report

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// MarkdownMarker is the first line of the Markdown, by which a comment that was written
// before is known again.
const MarkdownMarker = "<!-- hipaactl:report -->"

// MaxMarkdown is the most bytes of it: GitHub takes no summary of a step beyond 1 MiB.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
const MaxMarkdown = 1<<20 - 1

// MinMarkdown is about what the verdict and the notice of what was cut take.
const MinMarkdown = 4096

// MarkdownOptions are what the Markdown depends on beside the report itself.
type MarkdownOptions struct {
	// Gate is the one whose outcome the verdict names; nil means DefaultGate.
	Gate *Gate
	// MinSeverity hides milder fails and unknowns, as in TextOptions.
	MinSeverity finding.Severity
	// Limit is the most bytes to write; 0 means MaxMarkdown. Below MinMarkdown little is left.
	Limit int
}

// NewMarkdown makes the auditor's report as GitHub-flavoured Markdown, which is also what
// comments and the summaries of pipelines show. What is beyond the limit is cut and counted,
// the mildest failures first.
func NewMarkdown(o MarkdownOptions) Format {
	return func(w io.Writer, r finding.Report) error {
		if o.Limit == 0 {
			o.Limit = MaxMarkdown
		}
		gate := DefaultGate()
		if o.Gate != nil {
			gate = *o.Gate
		}
		if _, err := io.WriteString(w, markdown(sorted(r), gate, o)); err != nil {
			return fmt.Errorf("write Markdown: %w", err)
		}
		return nil
	}
}

// mdSection is a part of the report. Its items are cut from the last where room is short.
type mdSection struct {
	title string
	// intro is what stands before the items; all of it stays.
	intro string
	// items are whole lines each; total counts them, for the notice.
	items iter.Seq[string]
	total int
	// noun names one item: "failure".
	noun string
	// share is the part of the limit, in percent, that the section may take.
	share int
	// outro stands behind the items.
	outro string
}

func markdown(r finding.Report, gate Gate, o MarkdownOptions) string {
	shown := r
	if o.MinSeverity != "" {
		shown = AtLeast(r, o.MinSeverity)
	}
	head := mdHead(r, gate, len(r.Findings)-len(shown.Findings))
	failures := mdFailures(shown)
	before := []mdSection{mdScope(r), mdCitations(r)}
	after := []mdSection{mdUnknown(shown), mdGaps(r), mdWaivers(r), mdThresholds(r), mdBaseline(r), mdResults(r), mdAttached(r), mdPassed(r), mdUnprovable(r), mdTool(r)}

	const notice = 512
	room, left := o.Limit-len(head)-notice, map[string]int{}
	place := func(s mdSection, most int) string {
		text, cut := s.fit(min(most, room))
		room -= len(text)
		left[s.noun] += cut
		return text
	}
	all := func(sections []mdSection) string {
		var b strings.Builder
		for _, s := range sections {
			b.WriteString(place(s, o.Limit*s.share/100))
		}
		return b.String()
	}
	// Room goes to the failures last, so that what was not seen is never cut for their sake.
	first, last := all(before), all(after)
	body := first + place(failures, room) + last
	return head + mdCut(left) + body
}

// fit is the section in at most so many bytes, and how many items were left out of it.
func (s mdSection) fit(most int) (string, int) {
	if s.title == "" {
		return "", 0
	}
	var b strings.Builder
	b.WriteString("\n## " + s.title + "\n\n" + s.intro)
	written := 0
	const notice = 128
	if b.Len()+len(s.outro)+notice > most {
		if short := "\n## " + s.title + "\n\nLeft out: there is no room for it here.\n"; len(short) <= most {
			return short, max(s.total, 1)
		}
		return "", max(s.total, 1)
	}
	if s.items != nil {
		for item := range s.items {
			if b.Len()+len(item)+len(s.outro)+notice > most {
				break
			}
			b.WriteString(item)
			written++
		}
	}
	if cut := s.total - written; cut > 0 {
		fmt.Fprintf(&b, "\n%s left out: there is no room here.\n", Count(cut, "more "+s.noun))
	}
	b.WriteString(s.outro)
	return b.String(), s.total - written
}

// mdCut is the notice of what was cut, empty where nothing was.
func mdCut(left map[string]int) string {
	var parts []string
	for _, noun := range sortedKeys(left) {
		if left[noun] > 0 && noun != "" {
			parts = append(parts, Count(left[noun], noun))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "\n> **This report was cut** to the size that can be shown here. Left out: " + strings.Join(parts, ", ") +
		"; of the failures the mildest. The JSON report has everything.\n"
}
