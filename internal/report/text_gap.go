package report

import (
	"fmt"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// gaps prints what was asked for and not read, with what to do about it. Calls that were
// lost for one reason stand together: one missing permission can be hundreds of them.
func (p *printer) gaps(gaps []finding.Gap) {
	if len(gaps) == 0 {
		return
	}
	p.heading(fmt.Sprintf("Not read: %s, so this report is incomplete", Count(len(gaps), "gap")))
	p.blank()
	for _, same := range alikeGaps(gaps) {
		g := same[0]
		text := gapLine(g)
		if len(same) > 1 {
			text = fmt.Sprintf("%s: %s", strings.TrimPrefix(fmt.Sprintf("%s, %d times", lostCall(g), len(same)), ", "), g.Why)
		}
		p.hanging(2, p.paint.alert("!")+" ", 2, text)
		if g.Settle != "" {
			p.labelled(6, "to settle it:", 14, g.Settle)
		}
		if len(same) > 1 {
			p.labelled(6, "not read:", 14, subjects(same))
		}
	}
	p.blank()
}

// alikeGaps gathers the lost calls of one operation, reason and remedy, in the order of
// the first of each. All else stands alone.
func alikeGaps(gaps []finding.Gap) [][]finding.Gap {
	var out [][]finding.Gap
	at := map[string]int{}
	for _, g := range gaps {
		key := strings.Join([]string{lostCall(g), g.Why, g.Settle}, "\x00")
		if i, ok := at[key]; ok && g.Kind == "call" {
			out[i] = append(out[i], g)
			continue
		}
		if g.Kind == "call" {
			at[key] = len(out)
		}
		out = append(out, []finding.Gap{g})
	}
	return out
}

// lostCall is "call rds:DescribeDBInstances", empty where the gap is not one operation but
// what was to be read with many: an account, a Region, a type.
func lostCall(g finding.Gap) string {
	operation, _, _ := strings.Cut(g.What, " ")
	if g.Kind != "call" || !strings.Contains(operation, ":") {
		return ""
	}
	return "call " + operation
}

// subjects name what each of some lost calls was about: its target, and where. The place
// stands once where it is one.
func subjects(gaps []finding.Gap) string {
	one := true
	for _, g := range gaps {
		one = one && g.Root == gaps[0].Root && strings.Contains(g.What, " of ")
	}
	names := make([]string, 0, len(gaps))
	for _, g := range gaps {
		_, target, _ := strings.Cut(g.What, " of ")
		switch {
		case lostCall(g) == "":
			target = g.What
		case target == "":
			target = g.Root
		case !one:
			target += " in " + g.Root
		}
		names = append(names, target)
	}
	s := instances(names)
	if one && lostCall(gaps[0]) != "" {
		s += ", all in " + gaps[0].Root
	}
	return s
}

// gapLine says in one line what was not read, where and why.
func gapLine(g finding.Gap) string {
	at := ""
	if g.File != "" {
		at = finding.Place{File: g.File, Line: g.Line}.String()
	}
	s := gapName(g)
	if g.What == g.File && g.Line > 0 {
		s, at = string(g.Kind)+" "+at, ""
	}
	if at != "" && strings.HasPrefix(g.Why, at) {
		at = "" // an error that begins with its place
	}
	if g.Why != "" {
		s += ": " + g.Why
	}
	if at != "" {
		s += " (" + at + ")"
	}
	return s
}

// gapName names what was not read: "module module.vpc", "call s3:GetBucketTagging of logs in 111122223333/global".
func gapName(g finding.Gap) string {
	switch {
	case g.Kind != "call":
		return string(g.Kind) + " " + g.What
	case lostCall(g) == "":
		return g.What
	case g.Root == "":
		return "call " + g.What
	}
	return "call " + g.What + " in " + g.Root
}
