package repository

import (
	"path"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/tree"
)

// job is a job of a pipeline, whatever the system calls it.
type job struct {
	system, name string
	file         tree.File
	at           hcl.Range
	// environment is what it deploys to; unseen stands for what only the run fills in.
	environment string
	steps       []step
	// goesOn are the jobs with gates that may have failed when this one releases or deploys.
	goesOn []string
	keys   []key
	needs  []string
	// heedless tells that it runs although what it needs has failed.
	heedless bool
}

// step is one use of a tool in a job.
type step struct {
	done
	// triggers are what starts it: push, tag, pull_request, merge_group, schedule, manual and
	// other events by their names. None: it does not run.
	triggers []string
	at       hcl.Range
}

// key is a sign-in to a cloud.
type key struct {
	cloud, name string
	// by is "key" for one that lasts, "federation" for a token of the run's own, and "unclear".
	by string
	at hcl.Range
}

// as is what the key is known by where it is of a kind, else null.
func (k key) as(by string) cty.Value {
	if k.by != by {
		return cty.NullVal(cty.String)
	}
	return cty.StringVal(k.cloud + " " + k.name)
}

// plainPrograms are those of which a list says nothing to anybody.
var plainPrograms = []string{
	"[", "[[", "apt", "apt-get", "awk", "basename", "brew", "cat", "chmod", "chown", "choco", "cp", "curl", "cut", "date", "diff", "dirname", "df", "du",
	"echo", "eval", "export", "false", "file", "find", "git", "go", "gpg", "grep", "head", "hostname", "id", "install", "jq", "kill", "ln", "local", "ls", "mkdir", "mktemp",
	"mv", "npm", "pip", "pip3", "popd", "printf", "ps", "pushd", "pwd", "read", "rm", "sed", "seq", "sha256sum", "shift", "sleep", "sort", "ssh", "tail", "tar", "tee", "test",
	"touch", "tr", "true", "ulimit", "umask", "uname", "uniq", "unset", "unzip", "wait", "wc", "wget", "which", "xargs", "yarn", "yq", "zip", "cargo", "docker", "gh", "python", "python3",
	"bash", "sh", "shopt", "trap", "break", "continue", "return", ":", "yum", "dnf", "pnpm", "bun", "node", "ruby", "bundle", "composer", "dotnet", "swift", "rustup", "sudo",
}

// worth tells whether a use says something: a gate, something that may hide one, or a program
// that a user may name as one.
func (d done) worth() bool {
	if len(d.gates)+len(d.may) > 0 {
		return true
	}
	return plainName().MatchString(d.tool) && len(d.tool) <= 64 && !slices.Contains(plainPrograms, d.tool)
}

// take makes steps of what a run found. line is the one in front of a script's first.
func (j *job) take(found []done, triggers []string, at hcl.Range, line int, outer done) {
	for _, d := range found {
		if !d.worth() || len(triggers) == 0 || len(j.steps) > maxUses {
			continue
		}
		d.loose, d.unclear = concat(d.loose, outer.loose), concat(d.unclear, outer.unclear)
		if d.maybe == "" {
			d.maybe = outer.maybe
		}
		where := at
		if line > 0 && d.line > 0 {
			where.Start = hcl.Pos{Line: line + d.line, Column: 1}
			where.End = where.Start
		}
		s := step{d, triggers, where}
		if !slices.ContainsFunc(j.steps, func(o step) bool { return o.same(s) }) {
			j.steps = append(j.steps, s)
		}
	}
}

// same tells whether two steps say the same of one place.
func (s step) same(o step) bool {
	return s.at == o.at && s.tool == o.tool && s.maybe == o.maybe && slices.Equal(s.triggers, o.triggers) &&
		slices.Equal(s.gates, o.gates) && slices.Equal(s.may, o.may) && slices.Equal(s.loose, o.loose) && slices.Equal(s.unclear, o.unclear)
}

// add makes the resource of a job.
func (j *job) add(b *builder) {
	steps := make([]cty.Value, 0, len(j.steps))
	places := map[string][]hcl.Range{}
	for _, s := range j.steps {
		steps = append(steps, cty.ObjectVal(map[string]cty.Value{
			"tool": cty.StringVal(s.tool), "gates": list(s.gates), "may": list(s.may), "triggers": list(s.triggers),
			"maybe": textOrNull(s.maybe), "loose": list(s.loose), "unclear": list(s.unclear),
		}))
		places["steps"] = append(places["steps"], s.at)
	}
	keys := make([]cty.Value, 0, len(j.keys))
	for _, k := range j.keys {
		keys = append(keys, cty.ObjectVal(map[string]cty.Value{
			"lasting": k.as("key"), "session": k.as("federation"), "unclear": k.as("unclear"),
		}))
		places["keys"] = append(places["keys"], k.at)
	}
	environment, unclear := j.environment, false
	if !known(environment) {
		environment, unclear = "", true
	}
	b.resource(Job, j.file.Name, j.name, j.at, map[string]cty.Value{
		"system": cty.StringVal(j.system), "pipeline": cty.StringVal(path.Clean(j.file.Name)), "environment": textOrNull(environment), "environment_unclear": cty.BoolVal(unclear),
		"steps": cty.TupleVal(steps), "keys": cty.TupleVal(keys), "goes_on": list(j.goesOn),
	}, located{j.at, places})
}

// located finds the elements of lists of blocks.
type located struct {
	whole hcl.Range
	lists map[string][]hcl.Range
}

// Locate implements resource.Locator.
func (l located) Locate(steps []any) hcl.Range {
	if len(steps) > 1 {
		name, _ := steps[0].(string)
		if i, ok := steps[1].(int); ok && i < len(l.lists[name]) {
			return l.lists[name][i]
		}
	}
	return l.whole
}

// list is a list of strings as policies get it.
func list(all []string) cty.Value {
	if len(all) == 0 {
		return cty.ListValEmpty(cty.String)
	}
	out := make([]cty.Value, 0, len(all))
	for _, s := range all {
		out = append(out, cty.StringVal(s))
	}
	return cty.ListVal(out)
}

func textOrNull(s string) cty.Value {
	if s == "" {
		return cty.NullVal(cty.String)
	}
	return cty.StringVal(s)
}
