package repository

import (
	"path"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/pattern"
)

// when says what starts a job, by rules, only, except and when.
func (g *gitlabPipeline) when(get func(string) node, started []string) ([]string, done) {
	var outer done
	if rules := get("rules"); rules.sequence() {
		triggers, maybe, loose := ruled(rules, started)
		outer.maybe, outer.loose = maybe, loose
		if get("when").text() == "manual" && !g.setsWhen(rules) {
			triggers = manual(triggers)
		}
		return triggers, outer
	}
	triggers := slices.Clone(started)
	if only := get("only"); !only.null() {
		triggers = keep(triggers, refsOf(only), true)
	} else if !get("script").null() && get("except").null() && len(started) == 5 {
		// without rules a job is not part of pipelines of merge requests
		triggers = slices.DeleteFunc(triggers, func(t string) bool { return t == "pull_request" })
	}
	if except := get("except"); !except.null() && !except.mapping() {
		triggers = keep(triggers, except.names(), false)
	}
	switch get("when").text() {
	case "manual", "delayed":
		triggers = manual(triggers)
	case "never", "on_failure":
		triggers = nil
	}
	return triggers, outer
}

func (g *gitlabPipeline) setsWhen(rules node) bool {
	for r := range rules.list() {
		if !r.get("when").null() {
			return true
		}
	}
	return false
}

func manual(triggers []string) []string {
	if len(triggers) == 0 {
		return nil
	}
	return []string{"manual"}
}

func refsOf(only node) []string {
	if only.mapping() {
		if refs := only.get("refs"); !refs.null() {
			return refs.names()
		}
		return []string{"branches", "tags", "merge_requests", "schedules"} // only: changes, variables
	}
	return only.names()
}

// keep are the triggers that names of only and except choose.
func keep(triggers, names []string, chosen bool) []string {
	words := map[string]string{"merge_requests": "pull_request", "schedules": "schedule", "tags": "tag", "branches": "push", "pushes": "push", "web": "manual", "api": "manual", "triggers": "manual"}
	want := map[string]bool{}
	for _, n := range names {
		if t, ok := words[n]; ok {
			want[t] = true
		} else if chosen {
			want["push"] = true // the name of a branch or a pattern
		}
	}
	return slices.DeleteFunc(slices.Clone(triggers), func(t string) bool { return want[t] != chosen })
}

// ruled goes through rules, of which the first that matches decides.
// Source: https://docs.gitlab.com/ci/yaml/#rules
func ruled(rules node, started []string) (out []string, maybe string, loose []string) {
	left := slices.Clone(started)
	for r := range rules.list() {
		matched, sure := ruleMatches(r.get("if").text(), left)
		if ownVariable(r.get("if").text()) && len(matched) > 0 && maybe == "" {
			maybe = "a rule asks for a variable that only the run knows"
		}
		if !r.get("changes").null() || !r.get("exists").null() {
			sure = false
		}
		when := r.get("when").text()
		switch {
		case len(matched) == 0:
		case when == "manual":
			out = append(out, "manual")
		case when != "never" && when != "on_failure":
			out = append(out, matched...)
			if r.get("allow_failure").isTrue() == yes {
				loose = []string{"allow_failure lets it fail"}
			}
		case !sure:
			maybe = "a rule that cannot be told may keep it from running"
		}
		if sure {
			left = slices.DeleteFunc(left, func(t string) bool { return slices.Contains(matched, t) })
		}
	}
	slices.Sort(out)
	return slices.Compact(out), maybe, loose
}

var variableName = pattern.Lazy(`\$\{?([A-Za-z_][A-Za-z0-9_]*)`)

// ownVariable tells whether a condition asks for a variable that GitLab does not set by itself.
func ownVariable(text string) bool {
	for _, m := range variableName().FindAllStringSubmatch(text, -1) {
		if !strings.HasPrefix(m[1], "CI_") && !strings.HasPrefix(m[1], "GITLAB_") {
			return true
		}
	}
	return false
}

// ruleMatches are the triggers for which an if of a rule holds, and whether it holds for all of each.
func ruleMatches(text string, triggers []string) (matched []string, sure bool) {
	if text == "" {
		return slices.Clone(triggers), true
	}
	pick := func(want ...string) []string {
		var out []string
		for _, t := range triggers {
			if slices.Contains(want, t) {
				out = append(out, t)
			}
		}
		return out
	}
	simple := !strings.Contains(text, "&&") && !strings.Contains(text, "||")
	switch {
	case strings.Contains(text, "merge_request_event") && strings.Contains(text, "=="):
		return pick("pull_request"), simple
	case strings.Contains(text, `"schedule"`) || strings.Contains(text, "'schedule'"):
		if strings.Contains(text, "!=") {
			return pick("push", "pull_request", "tag", "manual"), simple
		}
		return pick("schedule"), simple
	case strings.Contains(text, `"push"`) || strings.Contains(text, "'push'"):
		return pick("push", "tag"), simple
	case strings.Contains(text, `"web"`), strings.Contains(text, `"api"`), strings.Contains(text, `"trigger"`):
		return pick("manual"), simple
	case strings.Contains(text, "$CI_MERGE_REQUEST_"):
		return pick("pull_request"), simple && strings.TrimSpace(text) == "$CI_MERGE_REQUEST_IID"
	case strings.Contains(text, "$CI_COMMIT_TAG"):
		return pick("tag"), simple && strings.TrimSpace(text) == "$CI_COMMIT_TAG"
	case strings.Contains(text, "$CI_COMMIT_BRANCH"), strings.Contains(text, "$CI_DEFAULT_BRANCH"), strings.Contains(text, "$CI_COMMIT_REF_NAME"):
		return pick("push", "schedule", "manual"), simple && strings.TrimSpace(text) == "$CI_COMMIT_BRANCH"
	}
	return slices.Clone(triggers), false
}

// templates are those of GitLab that are gates. Their jobs may fail by themselves
// (allow_failure), and none of them fails because of what it finds.
// Source: https://docs.gitlab.com/user/application_security/detect/security_configuration/
var templates = map[string]string{
	"sast": sast, "secret-detection": secretScan, "dependency-scanning": dependencyScan, "container-scanning": containerScan,
	"dast": dast, "sast-iac": iacScan, "license-scanning": licenceCheck,
}

func templateJob(n node, started []string) *job {
	j := &job{system: "gitlab", name: safe(n.text()), file: n.file, at: n.at()}
	name := strings.ToLower(path.Base(n.text()))
	for _, cut := range []string{".yml", ".gitlab-ci", ".latest"} {
		name = strings.TrimSuffix(name, cut)
	}
	u := use{tool: "template " + name}
	if g, ok := templates[name]; ok {
		u.gates, u.loose = []string{g}, []string{"GitLab's template lets the job fail"}
	} else if name == "auto-devops" {
		u.may = allGates()
	}
	j.take([]done{{use: u}}, started, n.at(), 0, done{})
	return j
}

func gitlabEnvironment(n node) string {
	if n.mapping() {
		n = n.get("name")
	}
	if strings.Contains(n.text(), "$") {
		return string(unseen)
	}
	return n.text()
}

func needsOf(n node) []string {
	var out []string
	for e := range n.list() {
		out = append(out, firstOf(e.text(), e.get("job").text()))
	}
	return out
}

// keys are the sign-ins of a job. Variables that are set outside of the file are seen where a
// script names them.
func (g *gitlabPipeline) keys(get func(string) node) []key {
	out := keysOf(get("variables"))
	if tokens := get("id_tokens"); tokens.mapping() {
		out = append(out, key{"any", "id_tokens", "federation", tokens.at()})
	}
	for _, section := range []string{"before_script", "script"} {
		for _, line := range get(section).flat() {
			for _, l := range lasting {
				if strings.Contains(line.text(), "$"+l.name) || strings.Contains(line.text(), "${"+l.name) {
					out = append(out, key{l.cloud, l.name, "key", line.at()})
				}
			}
		}
	}
	return out
}
