package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/github"
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
	// seen are the accounts and Regions, or repositories, by name.
	seen map[string]step
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
	return &progress{w: p.stderr, width: width, now: p.now, seen: map[string]step{}}
}

// step says how far a place has been read.
type step struct {
	name          string
	calls, failed int
	done, lost    bool
	// waits says what holds everything back; empty where nothing does.
	waits string
}

// listener is what aws.Audit tells, nil where nothing is shown.
func (p *progress) listener() func(aws.AccountStatus) {
	if p == nil {
		return nil
	}
	return func(s aws.AccountStatus) { p.update(s.Account+"/"+s.Region, stepOf(s)) }
}

func stepOf(s aws.AccountStatus) step {
	return step{name: placeName(s), calls: s.Calls, failed: s.Failed, done: s.Done, lost: s.Problem != ""}
}

// watcher is what github.Audit tells, nil where nothing is shown.
func (p *progress) watcher() func(github.Status) {
	if p == nil {
		return nil
	}
	return func(s github.Status) {
		if !s.Waiting.IsZero() {
			p.draw(step{name: report.Plain(s.Place), waits: "waiting for the rate limit of GitHub until " + s.Waiting.Format(time.TimeOnly)})
			return
		}
		p.update(s.Place, step{name: report.Plain(s.Place), calls: s.Calls, failed: s.Failed, done: s.Done, lost: s.Problem != ""})
	}
}

func (p *progress) update(key string, s step) {
	ended := s.done && !p.seen[key].done
	p.seen[key] = s
	if ended && !s.lost { // what could not be read is said at the end
		p.clear()
		p.print(fmt.Sprintf("read %s: %s", s.name, tally(s.calls, s.failed)) + "\n")
	}
	if now := p.now(); ended || now.Sub(p.drawn) >= redrawn {
		p.drawn = now
		p.draw(s)
	}
}

// draw shows the status line.
func (p *progress) draw(s step) {
	done, calls, failed := 0, 0, 0
	for _, s := range p.seen {
		calls, failed = calls+s.calls, failed+s.failed
		if s.done {
			done++
		}
	}
	p.clear()
	if done == len(p.seen) && s.waits == "" {
		return
	}
	text := s.waits
	if text == "" {
		text = fmt.Sprintf("reading %s  %d of %d done, %s", s.name, done, len(p.seen), tally(calls, failed))
	}
	line := []rune(text)
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
