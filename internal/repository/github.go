package repository

import (
	"path"
	"slices"
	"strings"
)

// workflow is a file below .github/workflows.
// Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
type workflow struct {
	root node
	name string
	// triggers are its own, and called those of who calls it, with why that is not sure.
	triggers []string
	called   bool
	callers  []string
	maybe    string
}

// readWorkflow takes what tells when a workflow runs.
func readWorkflow(name string, root node) *workflow {
	w := &workflow{root: root, name: name}
	on := root.get("on")
	for _, event := range on.names() {
		switch event {
		case "workflow_call":
			w.called = true
		case "workflow_dispatch", "repository_dispatch":
			w.triggers = append(w.triggers, "manual")
		case "push":
			w.triggers = append(w.triggers, pushes(on.get("push"))...)
		case "pull_request", "pull_request_target":
			if types := on.get(event).get("types"); types.null() || slices.ContainsFunc(types.names(), changes) {
				w.triggers = append(w.triggers, event)
			}
		default:
			w.triggers = append(w.triggers, event)
		}
	}
	return w
}

// pushes tells pushes of branches from those of tags.
func pushes(push node) []string {
	branches := push.get("branches").Node != nil || push.get("branches-ignore").Node != nil
	tags := push.get("tags").Node != nil || push.get("tags-ignore").Node != nil
	switch {
	case branches && tags:
		return []string{"push", "tag"}
	case tags:
		return []string{"tag"}
	}
	return []string{"push"}
}

// changes tells whether a kind of event of a pull request comes with a change of what it holds.
func changes(kind string) bool {
	return slices.Contains([]string{"opened", "synchronize", "reopened", "ready_for_review"}, kind)
}

// settle follows who calls whom, so that each workflow knows what starts it.
func settle(all map[string]*workflow, order []string) {
	for range maxFollowed {
		for _, name := range order {
			w := all[name]
			for _, j := range w.root.get("jobs").pairs() {
				file, ok := strings.CutPrefix(j.get("uses").text(), "./")
				to := all[path.Clean(file)]
				if !ok || to == nil || !to.called {
					continue
				}
				if r := parseCondition(j.get("if").text()); len(r.of(w.started())) > 0 {
					for _, t := range r.of(w.started()) {
						if !slices.Contains(to.callers, t) {
							to.callers = append(to.callers, t)
						}
					}
					if to.maybe == "" {
						to.maybe = r.why + w.maybe
					}
				}
			}
		}
	}
}

func (w *workflow) started() []string {
	out := slices.Concat(w.triggers, w.callers)
	slices.Sort(out)
	return slices.Compact(out)
}

// jobs reads the jobs of a workflow.
func (w *workflow) jobs(t texts, refs *references) []*job {
	var out []*job
	reached := w.reached()
	for k, n := range w.root.get("jobs").pairs() {
		if len(out) > maxUses {
			break
		}
		out = append(out, w.job(k, n, reached[k.Value], t, refs))
	}
	heed(out)
	return out
}

// start is what starts a job, with why that is not sure.
type start struct {
	reach
	triggers []string
}

// reached says of each job what starts it. One that needs others runs when these do, unless it
// asks for none of that.
func (w *workflow) reached() map[string]start {
	all := map[string]start{}
	for k, n := range w.root.get("jobs").pairs() {
		r := parseCondition(n.get("if").text())
		all[k.Value] = start{r, r.of(w.started())}
	}
	for range maxFollowed {
		for k, n := range w.root.get("jobs").pairs() {
			s := all[k.Value]
			for _, need := range n.get("needs").names() {
				if before, ok := all[need]; ok && !s.heedless {
					s.triggers = slices.DeleteFunc(slices.Clone(s.triggers), func(t string) bool { return !before.starts(t) })
					s.why = firstOf(s.why, before.why)
				}
			}
			all[k.Value] = s
		}
	}
	return all
}

// starts tells whether a trigger does, or a part of those that it stands for.
func (s start) starts(trigger string) bool {
	return slices.Contains(s.triggers, trigger) || trigger == "tag" && slices.Contains(s.triggers, "push")
}

func (w *workflow) job(k, n node, s start, t texts, refs *references) *job {
	j := &job{system: "github", name: safe(k.Value), file: w.root.file, at: k.at(), environment: environmentOf(n), needs: n.get("needs").names()}
	j.heedless = s.heedless && !strings.Contains(n.get("if").text(), ".result")
	g := githubJob{
		job: j, texts: t, refs: refs, defaults: []node{n.get("defaults").get("run"), w.root.get("defaults").get("run")},
		windows: strings.HasPrefix(n.get("runs-on").text(), "windows"), matrix: n.get("strategy").get("matrix"),
	}
	outer := done{maybe: firstOf(w.maybe, s.why)}
	outer.tolerance(n.get("continue-on-error"))
	g.image(n.get("container"), s.triggers)
	for _, service := range n.get("services").pairs() {
		g.image(service, s.triggers)
	}
	if uses := n.get("uses"); !uses.null() {
		g.callWorkflow(uses, n, s.triggers, outer)
	} else {
		g.steps(n.get("steps"), s.triggers, outer, 0)
	}
	j.keys = append(j.keys, keysOf(w.root.get("env"))...)
	j.keys = append(j.keys, keysOf(n.get("env"))...)
	if len(s.triggers) == 0 { // it does not run
		j.keys = nil
	}
	return j
}

// heed finds jobs that release or deploy whatever became of the gates that they need.
func heed(all []*job) {
	byName := map[string]*job{}
	for _, j := range all {
		byName[j.name] = j
	}
	for _, j := range all {
		publishes := j.environment != "" || slices.ContainsFunc(j.steps, func(s step) bool { return slices.Contains(s.gates, release) })
		if !j.heedless || !publishes {
			continue
		}
		for _, name := range j.needs {
			if n := byName[name]; n != nil && slices.ContainsFunc(n.steps, step.gate) {
				j.goesOn = append(j.goesOn, name)
			}
		}
	}
}

// gate tells whether a step is one.
func (s step) gate() bool {
	return slices.ContainsFunc(s.gates, func(g string) bool { return slices.Contains(gates(), g) })
}

// tolerance enters continue-on-error.
func (d *done) tolerance(n node) {
	switch n.isTrue() {
	case yes:
		d.loose = concat(d.loose, []string{"continue-on-error lets it fail"})
	case unsure:
		d.unclear = concat(d.unclear, []string{"continue-on-error is an expression"})
	case no:
	}
}

func environmentOf(n node) string {
	e := n.get("environment")
	if e.mapping() {
		e = e.get("name")
	}
	return masked(e.text())
}

func firstOf(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// safe is a name as it may be shown: one that could hold anything else is not.
func safe(name string) string {
	if plainName().MatchString(name) {
		return name
	}
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || r == unseen || r == expressed || r == 0x7f {
			return '_'
		}
		return r
	}, name)
	if len(clean) > 80 {
		clean = clean[:80]
	}
	return strings.ToValidUTF8(clean, "_")
}

// lineBefore is the line in front of a script's first.
func lineBefore(n node) int { return n.firstLine() - 1 }

func (g *githubJob) image(n node, triggers []string) {
	if n.mapping() {
		n = n.get("image")
	}
	if s := n.text(); s != "" && len(triggers) > 0 {
		g.refs.image(n.file, n.at(), s)
	}
}
