package repository

import (
	"path"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/pattern"
)

// githubJob reads the steps of a job.
type githubJob struct {
	job   *job
	texts texts
	refs  *references
	// defaults are the settings of run, the nearer first.
	defaults []node
	windows  bool
	matrix   node
}

// maxVariants bounds how many values of a matrix a script is read with.
const maxVariants = 24

var ofMatrix = pattern.Lazy(`\$\{\{\s*matrix\.([A-Za-z0-9_-]+)\s*\}\}`)

// variants are a script with each of the values that a matrix gives it. What a matrix does not
// list plainly stays an expression.
func variants(text string, matrix node) []string {
	out := []string{text}
	for _, m := range ofMatrix().FindAllStringSubmatch(text, -1) {
		values := matrix.get(m[1])
		if !values.sequence() || !strings.Contains(out[0], m[0]) {
			continue
		}
		var next []string
		for _, before := range out {
			for v := range values.list() {
				if s := v.text(); s != "" && !strings.Contains(s, "\n") && len(next) < maxVariants {
					next = append(next, strings.ReplaceAll(before, m[0], s))
				}
			}
		}
		if len(next) > 0 {
			out = next
		}
	}
	return out
}

// steps reads the steps of a job or of a composite action.
func (g *githubJob) steps(all node, triggers []string, outer done, depth int) {
	for s := range all.list() {
		when := parseCondition(s.get("if").text())
		at := outer
		at.loose, at.unclear = slices.Clone(outer.loose), slices.Clone(outer.unclear)
		at.tolerance(s.get("continue-on-error"))
		at.maybe = firstOf(outer.maybe, when.why)
		g.step(s, when.of(triggers), at, depth)
	}
}

func (g *githubJob) step(s node, triggers []string, at done, depth int) {
	if len(triggers) == 0 {
		return
	}
	g.job.keys = append(g.job.keys, keysOf(s.get("env"))...)
	if uses := s.get("uses"); !uses.null() {
		g.job.keys = append(g.job.keys, signIns(uses, s.get("with"))...)
		g.action(uses, s.get("with"), triggers, at, depth)
		return
	}
	text := s.get("run")
	if text.text() == "" {
		return
	}
	r := run{spent: &g.refs.spent, texts: g.texts, dir: firstOf(g.setting(s, "working-directory"), ".")}
	for _, variant := range variants(text.text(), g.matrix) {
		r.shell(variant, g.shell(s))
	}
	line := lineBefore(text)
	g.job.take(r.out, triggers, text.at(), line, at)
	for _, p := range r.piped {
		where := text.at()
		where.Start.Line = line + max(1, p.line)
		g.refs.script(text.file, where, p.host)
	}
}

// setting is that of a step, of its job or of the workflow.
func (g *githubJob) setting(s node, name string) string {
	for _, n := range append([]node{s}, g.defaults...) {
		if v := n.get(name).text(); v != "" {
			return masked(v)
		}
	}
	return ""
}

// shell is the one of a step, with bash -e as what runs where none is named.
// Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
func (g *githubJob) shell(s node) string {
	shell := g.setting(s, "shell")
	if shell == "" && g.windows {
		return "pwsh"
	}
	return shell
}

// shell reads a script in the shell of that name.
func (r *run) shell(text, shell string) {
	fields := strings.Fields(shell)
	switch {
	case len(fields) == 0, shell == "sh":
		r.script(text, shellModes{errexit: true}, done{})
	case shell == "bash":
		r.script(text, shellModes{errexit: true, pipefail: true}, done{})
	case interpreter(fields[:1]) != "" && strings.HasSuffix(interpreter(fields[:1]), "sh"):
		modes := shellModes{pipefail: strings.Contains(shell, "pipefail")}
		for _, f := range fields[1:] {
			modes.errexit = modes.errexit || strings.HasPrefix(f, "-") && !strings.HasPrefix(f, "--") && strings.Contains(f, "e")
		}
		r.script(text, modes, done{})
	default:
		r.mentions(text, "a script that is not for a Unix shell", done{})
	}
}

// action enters an action, and follows one of this repository.
func (g *githubJob) action(uses, with node, triggers []string, at done, depth int) {
	text := uses.text()
	if image, ok := strings.CutPrefix(text, "docker://"); ok {
		g.refs.image(uses.file, uses.at(), image)
		if name := images[imageName(image)]; name != "" {
			r := run{spent: &g.refs.spent, texts: g.texts, dir: "."}
			args := inImage(name, strings.Fields(masked(with.get("args").text())))
			r.command(command{args: args, line: uses.Line}, done{})
			g.job.take(r.out, triggers, uses.at(), 0, at)
		}
		return
	}
	if strings.HasPrefix(text, "./") || strings.HasPrefix(text, "../") {
		g.localAction(uses, path.Clean(text), triggers, at, depth)
		return
	}
	name, _, _ := strings.Cut(text, "@")
	g.refs.action(uses.file, uses.at(), text)
	if slices.Contains(repeats, strings.ToLower(name)) {
		r := run{spent: &g.refs.spent, texts: g.texts, dir: "."}
		r.shell(with.get("command").text(), "bash")
		g.job.take(r.out, triggers, with.get("command").at(), lineBefore(with.get("command")), at)
		return
	}
	o := inputsOf(with)
	d := done{use: use{tool: strings.ToLower(name)}}
	if t, ok := match(actions, strings.ToLower(name), o); ok {
		r := run{spent: &g.refs.spent, texts: g.texts}
		r.add(t.using(o), done{})
		g.job.take(r.out, triggers, uses.at(), 0, at)
		return
	}
	if name == "golangci/golangci-lint-action" {
		r := run{spent: &g.refs.spent, texts: g.texts, dir: "."}
		r.golangci(done{})
		g.job.take(r.out, triggers, uses.at(), 0, at)
		return
	}
	if strings.HasPrefix(strings.ToLower(name), "snyk/actions/") {
		d.gates, d.may = snykProject(o)
	}
	g.job.take([]done{d}, triggers, uses.at(), 0, at)
}

// repeats are actions that run a command until it succeeds.
var repeats = []string{"nick-fields/retry", "nick-invision/retry"}

// localAction follows an action of this repository.
// Source: https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax
func (g *githubJob) localAction(uses node, dir string, triggers []string, at done, depth int) {
	for _, name := range []string{"action.yml", "action.yaml"} {
		file := path.Join(dir, name)
		text, ok := g.texts[file]
		if !ok {
			continue
		}
		docs, err := parseYAML(document{file: renamed(uses.file, file), text: []byte(text)})
		if err != nil || len(docs) == 0 || depth >= maxFollowed {
			g.unread(uses, "an action of this repository that was not understood", triggers, at)
			return
		}
		runs := docs[0].get("runs")
		if runs.get("using").text() == "composite" {
			before := g.defaults
			g.defaults = nil
			g.steps(runs.get("steps"), triggers, at, depth+1)
			g.defaults = before
			return
		}
		r := run{spent: &g.refs.spent, texts: g.texts}
		r.mentions(text, "an action of this repository", done{})
		g.job.take(r.out, triggers, uses.at(), 0, at)
		return
	}
	g.unread(uses, "an action that is not among the files", triggers, at)
}

// unread enters something that may run any gate.
func (g *githubJob) unread(uses node, what string, triggers []string, at done) {
	g.job.take([]done{{use: use{tool: what, may: allGates()}}}, triggers, uses.at(), 0, at)
}

// callWorkflow enters a workflow of another repository; one of this repository has its own jobs.
func (g *githubJob) callWorkflow(uses, n node, triggers []string, at done) {
	text := uses.text()
	if file, ok := strings.CutPrefix(text, "./"); ok {
		if _, ok := g.texts[path.Clean(file)]; !ok {
			g.unread(uses, "a workflow that is not among the files", triggers, at)
		}
		return
	}
	g.refs.action(uses.file, uses.at(), text)
	name, _, _ := strings.Cut(text, "@")
	o := inputsOf(n.get("with"))
	if t, ok := match(actions, strings.ToLower(name), o); ok {
		g.job.take([]done{{use: t.using(o)}}, triggers, uses.at(), 0, at)
		return
	}
	if strings.HasPrefix(strings.ToLower(name), provenance) {
		return
	}
	g.unread(uses, "a workflow of another repository", triggers, at)
}

// provenance are workflows that say how something was built, and check nothing.
// Source: https://github.com/slsa-framework/slsa-github-generator
const provenance = "slsa-framework/slsa-github-generator/"
