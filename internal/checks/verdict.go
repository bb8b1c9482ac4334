package checks

import (
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// verdict is what one assertion comes to for one resource.
type verdict struct {
	status  finding.Status
	message string
	// paths are what the verdict rests on, most telling first.
	paths  []Path
	causes []resource.Cause
	// said are the denials of a fail.
	said []statement
}

// doubt is the message of a verdict that does not stand.
func (v verdict) doubt() string {
	if v.status == finding.Fail {
		return doubts(v.said)
	}
	return v.message
}

func (v verdict) unknown() bool { return v.status == finding.Unknown }

// judge comes to a verdict on one assertion from what the policy said about the
// input. reads are the assertion's own; empty means everything declared.
func (in *input) judge(said []statement, assertion string, reads []Path) verdict {
	var failed, unsure []statement
	var causes []resource.Cause
	for _, s := range said {
		if s.assertion != "" && s.assertion != assertion {
			continue
		}
		touched := in.touched(s.paths, s.verb == "not_applicable")
		switch {
		case s.verb == "unknown":
			if len(touched) == 0 {
				touched = []resource.Cause{s.cause()}
			}
			unsure, causes = append(unsure, s), concat(causes, touched)
		case len(touched) > 0:
			unsure, causes = append(unsure, s), concat(causes, touched)
		case s.verb == "not_applicable":
			return verdict{status: finding.NotApplicable, message: s.message, paths: s.paths}
		default:
			failed = append(failed, s)
		}
	}
	if len(failed) > 0 {
		messages, paths := combine(failed)
		return verdict{status: finding.Fail, message: strings.Join(messages, "; "), paths: paths, said: failed}
	}
	_, paths := combine(unsure)
	unseenPaths, unseen := in.unseen(reads)
	if len(causes)+len(unseen) == 0 {
		return verdict{status: finding.Pass, paths: reads}
	}
	if len(unsure) == 0 {
		paths = unseenPaths
	}
	return verdict{status: finding.Unknown, message: doubts(unsure), paths: paths, causes: sortedCauses(concat(causes, unseen))}
}

// doubts is what statements say of which something was not seen, so that it does
// not read as if it were so.
func doubts(unsure []statement) string {
	var parts []string
	add := func(verb, before, between string) {
		said := slices.DeleteFunc(slices.Clone(unsure), func(s statement) bool { return s.verb != verb })
		if messages, _ := combine(said); len(messages) > 0 {
			parts = append(parts, before+strings.Join(messages, between))
		}
	}
	add("deny", "cannot tell whether ", " or whether ")
	add("not_applicable", "cannot tell whether the rule applies: ", "; ")
	add("unknown", "cannot tell: ", "; ")
	return strings.Join(parts, "; ")
}

// cause explains that the policy itself cannot tell.
func (s statement) cause() resource.Cause {
	return resource.Cause{Kind: resource.NotVisible, What: pathText(s.paths), Why: s.message}
}

// touched explains what of the paths was not seen. What another stack may declare does not count
// here where that is not asked for: to what this one declares the rule does not apply.
func (in *input) touched(paths []Path, here bool) []resource.Cause {
	var causes []resource.Cause
	for _, p := range paths {
		for _, c := range in.cuts {
			if p.meets(c.path) {
				causes = concat(causes, c.causes)
			}
		}
		for _, o := range in.opens {
			if p.ranges(o.path) && !(here && o.elsewhere) {
				causes = concat(causes, o.causes)
			}
		}
	}
	return causes
}

// unseen lists what an assertion reads and was not seen, where it forbids a pass.
func (in *input) unseen(reads []Path) (paths []Path, causes []resource.Cause) {
	note := func(p Path, why []resource.Cause, meets func(Path) bool) {
		if len(reads) == 0 || slices.ContainsFunc(reads, meets) {
			paths, causes = append(paths, p), concat(causes, why)
		}
	}
	for _, c := range in.cuts {
		note(c.path, c.causes, func(read Path) bool { return read.meets(c.path) })
	}
	for _, o := range in.opens {
		if !o.helps {
			note(o.path, o.causes, func(read Path) bool { return read.ranges(o.path) })
		}
	}
	return paths, causes
}

// maxMessages is how many different messages one finding repeats.
const maxMessages = 4

// combine is what several statements say together: each message and path once.
func combine(all []statement) ([]string, []Path) {
	var messages []string
	var paths []Path
	for _, s := range all {
		if !slices.Contains(messages, s.message) {
			messages = append(messages, s.message)
		}
		for _, p := range s.paths {
			if !slices.ContainsFunc(paths, p.equal) {
				paths = append(paths, p)
			}
		}
	}
	if len(messages) > maxMessages {
		messages = append(messages[:maxMessages], "and more")
	}
	return messages, paths
}

// agree is the verdict on which all PHI marks agree, else unknown because of the mark.
func agree(all []verdict, phi resource.PHI) verdict {
	first := all[0]
	for _, v := range all[1:] {
		if v.status == first.status {
			continue
		}
		out := verdict{status: finding.Unknown, paths: []Path{{metaStep, {Name: "phi"}}}, causes: phi.Causes}
		for _, v := range all {
			if v.status == finding.Fail || v.status == finding.Unknown {
				out.message, out.paths, out.causes = v.doubt(), append(out.paths, v.paths...), concat(out.causes, v.causes)
				break
			}
		}
		out.causes = sortedCauses(out.causes)
		return out
	}
	return first
}

func (p Path) equal(o Path) bool { return slices.Equal(p, o) }

func pathText(paths []Path) string {
	texts := make([]string, len(paths))
	for i, p := range paths {
		texts[i] = p.String()
	}
	return strings.Join(texts, ", ")
}
