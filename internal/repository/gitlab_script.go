package repository

import "strings"

// script reads the lines of a script. GitLab runs them with set -eo pipefail.
// Source: https://docs.gitlab.com/runner/shells/
func (g *gitlabPipeline) script(j *job, n node, triggers []string, outer done) {
	lines := n.flat()
	if n.Node != nil && n.sequence() {
		for e := range n.list() { // !reference [job, script]
			if e.sequence() && e.Tag == "!reference" {
				lines = append(lines, g.referenced(e)...)
			}
		}
	}
	r := run{spent: &g.refs.spent, texts: g.texts, dir: "."}
	var text strings.Builder
	var starts []node
	for _, l := range lines {
		for range strings.Count(strings.TrimRight(l.text(), "\n"), "\n") + 1 {
			starts = append(starts, l)
		}
		text.WriteString(strings.TrimRight(l.text(), "\n") + "\n")
	}
	if text.Len() == 0 {
		return
	}
	r.script(text.String(), shellModes{errexit: true, pipefail: true}, done{})
	for _, d := range r.out {
		at := n.at()
		if d.line > 0 && d.line <= len(starts) {
			at = starts[d.line-1].at()
		}
		j.take([]done{d}, triggers, at, 0, outer)
	}
	for _, p := range r.piped {
		g.refs.script(n.file, n.at(), p.host)
	}
}

func (g *gitlabPipeline) referenced(e node) []node {
	path := e.flat()
	if len(path) < 2 {
		return nil
	}
	n := g.jobs[path[0].text()]
	for _, step := range path[1:] {
		n = n.get(step.text())
	}
	return n.flat()
}

func (g *gitlabPipeline) image(n node) {
	if s := n.text(); s != "" {
		if strings.Contains(s, "$") {
			s = string(unseen)
		}
		g.refs.image(n.file, n.at(), s)
	}
}
