package main

import (
	"io"
	"strconv"
	"time"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// colorFor decides whether text on w is coloured. always and never are obeyed. Under auto
// NO_COLOR (https://no-color.org) outranks FORCE_COLOR, and both outrank the rule: on a
// terminal that is not dumb and not in CI.
func colorFor(mode string, w io.Writer, p process) (bool, error) {
	switch mode {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
	default:
		return false, usagef("--color %s: want auto, always or never", mode)
	}
	if p.getenv("NO_COLOR") != "" {
		return false, nil
	}
	for _, name := range []string{"FORCE_COLOR", "CLICOLOR_FORCE"} {
		if v := p.getenv(name); v != "" {
			return v != "0" && v != "false", nil
		}
	}
	return p.columns(w) > 0 && p.getenv("TERM") != "dumb" && p.getenv("CI") == "", nil
}

// widthOf is HIPAACTL_WIDTH, else the terminal's width, else 0 for the report's own. The
// width that a terminal in CI claims is a guess.
func widthOf(w io.Writer, p process) int {
	if n, err := strconv.Atoi(p.getenv("HIPAACTL_WIDTH")); err == nil && n > 0 {
		return n
	}
	if p.getenv("CI") != "" {
		return 0
	}
	return p.columns(w)
}

// clock is the time of a run: one fixed moment where the user gives it, so that the same
// input gives the same bytes.
type clock struct {
	now   time.Time
	fixed bool
	tick  func() time.Time
}

func newClock(flag string, p process) (clock, error) {
	if flag != "" {
		t, err := time.Parse(time.RFC3339, flag)
		if err != nil {
			return clock{}, usagef("--now %s: want a time such as 2026-11-23T12:00:00Z (RFC 3339)", flag)
		}
		return clock{now: t.UTC(), fixed: true}, nil
	}
	if epoch := p.getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return clock{}, usagef("SOURCE_DATE_EPOCH=%s: want seconds since 1970", epoch)
		}
		return clock{now: time.Unix(seconds, 0).UTC(), fixed: true}, nil
	}
	return clock{now: p.now().UTC(), tick: p.now}, nil
}

// stamp is the time of the run for the report, ending now.
func (c clock) stamp() finding.Time {
	end := c.now
	if !c.fixed {
		end = c.tick().UTC()
	}
	return finding.Time{Started: c.now.Format(time.RFC3339), Finished: end.Format(time.RFC3339)}
}
