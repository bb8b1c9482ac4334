package repository

import (
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/pattern"
)

// reach says when a condition holds.
type reach struct {
	// never: it does not hold, or only where something failed.
	never bool
	// only are the events for which it holds, nil for all; but those for which it does not.
	only, but []string
	// why says why that cannot be told.
	why string
	// tag tells that it holds for tags alone.
	tag bool
	// heedless: it holds also where something failed before.
	heedless bool
}

// narrowing are the words with which an atom of a condition asks who or what it is about: it
// narrows a gate down and does not switch it off.
var narrowing = pattern.Lazy(`^!?\s*(?:contains|startsWith|endsWith|toJSON|fromJSON|format)?\s*\(?\s*(?:github\.(?:repository|repository_owner|actor|triggering_actor|event\.pull_request|event\.repository|event\.action|event\.sender|event\.head_commit|event\.label|event\.release|event\.merge_group|head_ref|base_ref|ref|ref_name|workflow|run_attempt|server_url)|matrix|runner|strategy)\b`)

var eventName = pattern.Lazy(`^github\.event_name\s*(==|!=)\s*'([A-Za-z_]+)'$`)

// parseCondition reads a condition of GitHub Actions as far as it says when something runs.
// Source: https://docs.github.com/actions/reference/workflows-and-actions/expressions
func parseCondition(text string) reach {
	if len(text) > maxCondition {
		return reach{why: "its condition is too long"}
	}
	return condition(text, 0)
}

// maxCondition bounds a condition, in bytes.
const maxCondition = 8 << 10

func condition(text string, depth int) reach {
	text = strings.TrimSpace(text)
	if inner, ok := strings.CutPrefix(text, "${{"); ok && strings.HasSuffix(inner, "}}") {
		text = strings.TrimSpace(inner[:len(inner)-2])
	}
	if text == "" {
		return reach{}
	}
	if depth > maxDepth {
		return reach{why: "its condition is nested too deep"}
	}
	if parts := split(text, "||"); len(parts) > 1 {
		out := condition(parts[0], depth+1)
		for _, p := range parts[1:] {
			out = out.or(condition(p, depth+1))
		}
		return out
	}
	if parts := split(text, "&&"); len(parts) > 1 {
		out := reach{}
		for _, p := range parts {
			out = out.and(condition(p, depth+1))
		}
		return out
	}
	if strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") {
		return condition(text[1:len(text)-1], depth+1)
	}
	return atom(text)
}

func atom(text string) reach {
	if m := eventName().FindStringSubmatch(text); m != nil {
		if m[1] == "==" {
			return reach{only: []string{m[2]}}
		}
		return reach{but: []string{m[2]}}
	}
	switch compact := strings.ToLower(strings.ReplaceAll(text, " ", "")); {
	case compact == "false", compact == "'false'", compact == "failure()", compact == "cancelled()", compact == "!always()", compact == "!success()", compact == "!true":
		return reach{never: true, heedless: compact == "failure()"}
	case compact == "true", compact == "success()", compact == "!failure()", compact == "!false":
		return reach{}
	case compact == "always()", compact == "!cancelled()":
		return reach{heedless: true}
	case strings.HasPrefix(compact, "startswith(github.ref,'refs/tags/"), compact == "github.ref_type=='tag'":
		return reach{tag: true}
	case strings.HasPrefix(compact, "github.ref=='refs/heads/"), strings.HasPrefix(compact, "github.ref_name=='"):
		return reach{but: []string{"pull_request", "merge_group"}}
	}
	if narrowing().MatchString(text) {
		return reach{}
	}
	return reach{why: "its condition depends on what only the run knows"}
}

// split parts a text at an operator that stands in no parentheses and no string.
func split(text, operator string) []string {
	var out []string
	depth, quoted, from := 0, false, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\'':
			quoted = !quoted
		case quoted:
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case depth == 0 && strings.HasPrefix(text[i:], operator):
			out = append(out, text[from:i])
			i += len(operator) - 1
			from = i + 1
		}
	}
	return append(out, text[from:])
}

func (r reach) and(o reach) reach {
	out := reach{
		never: r.never || o.never, tag: r.tag || o.tag, but: append(slices.Clone(r.but), o.but...),
		why: r.why, heedless: r.heedless || o.heedless, only: r.only,
	}
	if out.why == "" {
		out.why = o.why
	}
	switch {
	case r.only == nil:
		out.only = o.only
	case o.only != nil:
		out.only = slices.DeleteFunc(slices.Clone(r.only), func(e string) bool { return !slices.Contains(o.only, e) })
	}
	return out
}

// or is what either reaches. Where both say something of their own it is the wider.
func (r reach) or(o reach) reach {
	switch {
	case r.never:
		o.heedless = o.heedless || r.heedless
		return o
	case o.never:
		r.heedless = r.heedless || o.heedless
		return r
	}
	out := reach{tag: r.tag && o.tag, heedless: r.heedless || o.heedless}
	if r.why != "" && o.why != "" || r.why != "" && o.narrow() || o.why != "" && r.narrow() {
		out.why = r.why + o.why
		if r.why != "" {
			out.why = r.why
		}
	}
	if r.only != nil && o.only != nil {
		out.only = append(slices.Clone(r.only), o.only...)
	}
	for _, e := range r.but {
		if slices.Contains(o.but, e) {
			out.but = append(out.but, e)
		}
	}
	return out
}

// narrow tells that it does not hold always.
func (r reach) narrow() bool { return r.only != nil || len(r.but) > 0 || r.tag }

// of are the triggers that are left of some.
func (r reach) of(triggers []string) []string {
	var out []string
	for _, t := range triggers {
		event := t
		switch {
		case t == "tag":
			event = "push"
		case t == "pull_request_target":
		case t == "manual":
			event = "workflow_dispatch"
		}
		if r.never || r.only != nil && !slices.Contains(r.only, event) || slices.Contains(r.but, event) {
			continue
		}
		if r.tag {
			if t != "push" && t != "tag" && t != "release" {
				continue
			}
			if t == "push" {
				t = "tag"
			}
		}
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}
