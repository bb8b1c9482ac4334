package repository

import (
	"path"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/tree"
)

// gitlabPipeline is a .gitlab-ci.yml with the files of this repository that it includes.
// Source: https://docs.gitlab.com/ci/yaml/
type gitlabPipeline struct {
	b     *builder
	texts texts
	files map[string]tree.File
	refs  *references
	// jobs are the mappings by name, later ones over earlier, and order their names.
	jobs   map[string]node
	order  []string
	global map[string]node
	// templates are those of GitLab and unread what is included from elsewhere.
	templates, unread []node
	included          map[string]bool
}

// reserved are keys of the top level that are no jobs.
var reserved = []string{"default", "include", "stages", "variables", "workflow", "image", "services", "cache", "before_script", "after_script", "pages", "spec", "types"}

func gitlab(b *builder, docs []node, t texts, files map[string]tree.File, refs *references) []*job {
	g := &gitlabPipeline{b: b, texts: t, files: files, refs: refs, jobs: map[string]node{}, global: map[string]node{}, included: map[string]bool{}}
	g.take(docs, 0)
	started := g.started()
	var out []*job
	for _, name := range g.order {
		if n := g.jobs[name]; !strings.HasPrefix(name, ".") && n.mapping() {
			out = append(out, g.job(name, n, started))
		}
	}
	for _, n := range g.templates {
		out = append(out, templateJob(n, started))
	}
	for _, n := range g.unread {
		j := &job{system: "gitlab", name: "include", file: n.file, at: n.at()}
		j.take([]done{{use: use{tool: "a file that is included from elsewhere", may: allGates()}}}, started, n.at(), 0, done{})
		out = append(out, j)
	}
	return out
}

// take enters the keys of a file, those of what it includes first.
func (g *gitlabPipeline) take(docs []node, depth int) {
	for _, root := range docs {
		if !root.get("spec").null() && root.get("stages").null() && len(docs) > 1 && root.Node == docs[0].Node {
			continue // the header of a file with inputs
		}
		g.includes(root.get("include"), depth)
		for k, v := range root.pairs() {
			if slices.Contains(reserved, k.Value) && k.Value != "pages" {
				if k.Value != "include" {
					g.global[k.Value] = v
				}
				continue
			}
			if _, ok := g.jobs[k.Value]; !ok {
				g.order = append(g.order, k.Value)
			}
			if len(g.order) < maxUses {
				g.jobs[k.Value] = v
			}
		}
	}
}

// includes follows files of this repository and keeps what is elsewhere.
func (g *gitlabPipeline) includes(n node, depth int) {
	all := []node{n}
	if n.sequence() {
		all = slices.Collect(n.list())
	}
	for _, i := range all {
		switch local := firstOf(i.get("local").text(), i.text()); {
		case i.null():
		case !i.get("template").null():
			g.templates = append(g.templates, i.get("template"))
		case local != "" && !strings.Contains(local, "://"):
			g.local(i, path.Clean(strings.TrimPrefix(local, "/")), depth)
		default:
			g.unread = append(g.unread, i)
			g.reference(i)
		}
	}
}

func (g *gitlabPipeline) local(i node, name string, depth int) {
	text, ok := g.texts[name]
	switch {
	case g.included[name]:
		return
	case !ok || depth >= maxFollowed:
		g.unread = append(g.unread, i)
		return
	}
	g.included[name] = true
	docs, err := parseYAML(document{g.files[name], []byte(text)})
	if err != nil {
		g.b.gap(g.files[name], 0, "the pipeline is not valid YAML", "correct the file: nothing in it is judged", []string{Job, Reference})
		return
	}
	g.take(docs, depth+1)
}

// reference enters what is included of another project or from a URL.
func (g *gitlabPipeline) reference(i node) {
	t := taken{file: i.file, at: i.at(), kind: "template"}
	switch {
	case !i.get("project").null():
		t.name, t.pin = shown(masked(i.get("project").text())), pinOf(i.get("ref").text())
		if t.pin == "none" {
			t.pin = "branch" // its default branch
		}
	case !i.get("component").null():
		name, version, _ := strings.Cut(i.get("component").text(), "@")
		t.name, t.pin = shown(name), pinOf(version)
		if strings.HasPrefix(version, "~") {
			t.pin = "branch"
		}
	default:
		_, rest, _ := strings.Cut(firstOf(i.get("remote").text(), i.text()), "://")
		t.name, t.pin = shown(rest), "none"
		if !i.get("integrity").null() {
			t.pin = "digest"
		}
	}
	g.refs.add(t)
}

// started are the triggers of the pipeline as a whole.
func (g *gitlabPipeline) started() []string {
	all := []string{"push", "pull_request", "schedule", "tag", "manual"}
	if rules := g.global["workflow"].get("rules"); !rules.null() {
		all, _, _ = ruled(rules, all)
	}
	return all
}

// job reads one job with what it extends.
func (g *gitlabPipeline) job(name string, n node, started []string) *job {
	layers := g.layers(n, 0)
	get := func(key string) node {
		for _, l := range layers {
			if v := l.get(key); v.Node != nil {
				return v
			}
		}
		if v := g.global["default"].get(key); v.Node != nil {
			return v
		}
		return g.global[key]
	}
	j := &job{system: "gitlab", name: safe(name), file: n.file, at: n.at(), environment: gitlabEnvironment(get("environment")), needs: needsOf(get("needs"))}
	j.at.Start.Line = max(1, n.Line-1)
	j.at.End = j.at.Start
	triggers, outer := g.when(get, started)
	switch allowed := get("allow_failure"); {
	case allowed.mapping():
		outer.unclear = concat(outer.unclear, []string{"allow_failure lets some exit codes pass"})
	case allowed.isTrue() == yes:
		outer.loose = concat(outer.loose, []string{"allow_failure lets it fail"})
	case allowed.isTrue() == unsure:
		outer.unclear = concat(outer.unclear, []string{"allow_failure is an expression"})
	}
	if trigger := get("trigger"); !trigger.null() && len(triggers) > 0 {
		j.take([]done{{use: use{tool: "another pipeline", may: allGates()}}}, triggers, trigger.at(), 0, outer)
	}
	if !get("release").null() {
		j.take([]done{{use: use{tool: "release", gates: []string{release}}}}, triggers, get("release").at(), 0, outer)
	}
	if image := get("image"); len(triggers) > 0 {
		if image.mapping() {
			image = image.get("name")
		}
		g.image(image)
	}
	for _, key := range []string{"before_script", "script"} {
		g.script(j, get(key), triggers, outer)
	}
	if len(triggers) > 0 {
		j.keys = append(j.keys, g.keys(get)...)
	}
	if len(get("coverage").text()) > 0 {
		for i := range j.steps {
			if k := slices.Index(j.steps[i].gates, plainTests); k >= 0 {
				j.steps[i].gates = []string{tests}
			}
		}
	}
	return j
}

// layers are a job and what it extends, the nearer first.
func (g *gitlabPipeline) layers(n node, depth int) []node {
	out := []node{n}
	names := n.get("extends").names()
	for _, name := range slices.Backward(names) {
		if base, ok := g.jobs[name]; ok && depth < maxFollowed {
			out = append(out, g.layers(base, depth+1)...)
		}
	}
	return out
}
