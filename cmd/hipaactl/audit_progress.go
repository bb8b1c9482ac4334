package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/report"
)

// redrawn is how often the status line changes at most: more would be flicker.
const redrawn = 100 * time.Millisecond

// progress shows on a terminal what an audit is reading: a line for each account and
// Region that is done, and below them one that says how far the rest is.
type progress struct {
	w     io.Writer
	width int
	now   func() time.Time
	drawn time.Time
	// seen are the accounts and Regions by name.
	seen map[string]aws.AccountStatus
	// shown tells that a status line stands on the terminal.
	shown bool
}

// newProgress is nil, which shows nothing, where there is nobody to watch: not on a
// terminal, in CI, or with --quiet.
func newProgress(p process, quiet bool) *progress {
	width := p.columns(p.stderr)
	if quiet || width == 0 || p.getenv("CI") != "" || p.getenv("TERM") == "dumb" {
		return nil
	}
	return &progress{w: p.stderr, width: width, now: p.now, seen: map[string]aws.AccountStatus{}}
}

// listener is what aws.Audit tells, nil where nothing is shown.
func (p *progress) listener() func(aws.AccountStatus) {
	if p == nil {
		return nil
	}
	return p.update
}

func (p *progress) update(s aws.AccountStatus) {
	key := s.Account + "/" + s.Region
	ended := s.Done && !p.seen[key].Done
	p.seen[key] = s
	if ended && s.Problem == "" { // what could not be read is said at the end
		p.clear()
		p.print(fmt.Sprintf("read %s: %s", placeName(s), tally(s.Calls, s.Failed)) + "\n")
	}
	if now := p.now(); ended || now.Sub(p.drawn) >= redrawn {
		p.drawn = now
		p.draw(s)
	}
}

// draw shows the status line.
func (p *progress) draw(s aws.AccountStatus) {
	done, calls, failed := 0, 0, 0
	for _, s := range p.seen {
		calls, failed = calls+s.Calls, failed+s.Failed
		if s.Done {
			done++
		}
	}
	p.clear()
	if done == len(p.seen) {
		return
	}
	line := []rune(fmt.Sprintf("reading %s  %d of %d done, %s", placeName(s), done, len(p.seen), tally(calls, failed)))
	p.print(string(line[:min(len(line), p.width-1)]))
	p.shown = true
}

// clear takes the status line away.
func (p *progress) clear() {
	if p != nil && p.shown {
		p.print("\r\x1b[K")
		p.shown = false
	}
}

// print ignores errors as complain does.
func (p *progress) print(s string) { _, _ = io.WriteString(p.w, s) }

// tally is "12 calls, 1 failed".
func tally(calls, failed int) string {
	s := fmt.Sprintf("%d calls", calls)
	if calls == 1 {
		s = "1 call"
	}
	if failed > 0 {
		s += fmt.Sprintf(", %d failed", failed)
	}
	return s
}

// placeName is "111122223333 (Records) eu-west-1". What is global has no Region.
func placeName(a aws.AccountStatus) string {
	parts := []string{a.Account}
	if a.Name != "" {
		parts = append(parts, "("+report.Plain(a.Name)+")")
	}
	if a.Region != "" {
		parts = append(parts, report.Plain(a.Region))
	}
	return strings.Join(parts, " ")
}
