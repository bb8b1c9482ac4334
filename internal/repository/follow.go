package repository

import (
	"path"
	"slices"
	"strings"
)

// maxFollowed bounds how deep scripts are followed into scripts, maxUses what is made of one
// step, and maxRead how much of scripts is read for all steps together, in bytes: aliases and
// makefiles can ask for the same again and again.
const (
	maxFollowed = 5
	maxUses     = 2000
	maxRead     = 16 << 20
)

// done is a use of a tool in a step, by a command of it or of a script that it runs.
type done struct {
	use
	line  int
	maybe string
}

// texts are the files that steps may run, by name.
type texts map[string]string

// run is a script in its surroundings: where it runs and how deep it was reached.
type run struct {
	texts texts
	dir   string
	depth int
	// spent counts what was read, for all that share it; nil counts nothing.
	spent *int
	// within are the scripts that led here, which do not run themselves again.
	within []string
	// asked are the targets that make was told on the way here.
	asked string
	out   []done
	// piped are the lines at which what comes from elsewhere is run by a shell, with the host.
	piped []piped
}

type piped struct {
	line int
	host string
}

// script adds what a script uses. What is no shell script is searched for names of tools.
func (r *run) script(text string, modes shellModes, outer done) {
	if !r.read(text) {
		r.beyond(outer)
		return
	}
	all, err := parseScript(text, modes)
	if err != nil {
		r.mentions(text, "a script that was not understood", outer)
		return
	}
	dir := r.dir
	for _, c := range all {
		if len(r.out) > maxUses {
			break
		}
		at := outer
		at.loose, at.unclear = concat(outer.loose, c.loose), concat(outer.unclear, c.unclear)
		if at.maybe == "" {
			at.maybe = c.maybe
		}
		if outer.line == 0 {
			at.line = c.line
		}
		if c.program() == "cd" && len(c.args) > 1 {
			if known(c.args[1]) {
				r.dir = path.Join(r.dir, c.args[1])
			}
			continue
		}
		r.command(c, at)
	}
	r.dir = dir
}

// read counts a text, and tells whether it is still to be read.
func (r *run) read(text string) bool {
	if r.spent == nil {
		return true
	}
	*r.spent += len(text) + 1<<10
	return *r.spent <= maxRead
}

// beyond enters that something is not read, and may run anything.
func (r *run) beyond(at done) {
	at.use = use{tool: "a script beyond what is read", may: allGates(), loose: at.loose, unclear: at.unclear}
	r.out = append(r.out, at)
}

func concat(a, b []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(slices.Concat(a, b))))
}

// command adds what one command uses.
func (r *run) command(c command, at done) {
	if host := downloads(c); host != "" && c.into != "" {
		r.piped = append(r.piped, piped{at.line, host})
	}
	args := unwrap(c.args)
	if len(args) == 0 {
		if len(c.args) > 2 && slices.Contains(c.args[:len(c.args)-1], "run") { // of an image that is not known
			r.mentions(strings.Join(c.args, " "), "a container", at)
		}
		return
	}
	name, o := program(args[0]), flagsOf(args[1:])
	if !known(name) {
		if c.variable != "" { // its name says what it is, as that of a program does
			r.mentions(strings.ReplaceAll(c.variable, "_", "-"), "a program whose name is a variable", at)
		} else if name == string(expressed) {
			at.use = use{tool: "a program whose name is an expression", may: allGates(), loose: at.loose, unclear: at.unclear}
			r.out = append(r.out, at)
		}
		return
	}
	if t, ok := match(programs, name, o); ok && !o.asksHelp() {
		u := t.using(o)
		r.add(u, at)
		return
	}
	r.follow(name, args, o, at)
}

// add enters a use, with what was let pass around it.
func (r *run) add(u use, at done) {
	i := slices.Index(u.gates, releaser)
	if i >= 0 {
		u.gates = slices.Delete(slices.Clone(u.gates), i, i+1)
		u.gates = append(u.gates, r.texts.released()...)
	}
	u = r.texts.settled(u)
	u.loose, u.unclear = concat(u.loose, at.loose), concat(u.unclear, at.unclear)
	at.use = u
	r.out = append(r.out, at)
}

// settled is a use with what a file of its program says.
func (t texts) settled(u use) use {
	for _, s := range settings {
		text, ok := t[s.file]
		if !ok || !strings.Contains(u.tool, s.tool) {
			continue
		}
		if s.soft != "" && strings.Contains(text, s.soft) {
			u.loose = concat(u.loose, []string{s.file + " lets findings pass"})
		}
		if s.threshold != "" && strings.Contains(text, s.threshold) {
			u.loose = slices.DeleteFunc(slices.Clone(u.loose), func(how string) bool { return strings.HasPrefix(how, without) })
			u.unclear = concat(u.unclear, []string{s.file + " says when it fails"})
		}
	}
	return u
}

// follow looks into what a command runs of this repository.
func (r *run) follow(name string, args []string, o options, at done) {
	switch name {
	case "make", "gmake":
		r.make(o, at)
		return
	case "npm", "yarn", "pnpm", "bun":
		r.npm(name, o, at)
		return
	case "golangci-lint":
		r.golangci(at)
		return
	case "source", ".":
		if len(args) > 1 {
			r.file(args[1], at)
		}
		return
	}
	if interpreter(args) != "" && len(o.words) > 0 {
		r.file(o.words[0], at)
		return
	}
	if files, ok := builds[name]; ok {
		r.build(name, files, args, at)
		return
	}
	if strings.Contains(args[0], "/") && r.file(args[0], at) {
		return
	}
	at.tool = name
	r.out = append(r.out, at)
}

// file follows a script of the repository. It tells whether it has it.
func (r *run) file(name string, at done) bool {
	if r.depth >= maxFollowed {
		return false
	}
	name = strings.TrimLeft(strings.NewReplacer(string(unseen), "", string(expressed), "").Replace(name), "/")
	for _, candidate := range []string{path.Join(r.dir, name), path.Clean(name)} {
		text, ok := r.texts[candidate]
		if !ok {
			continue
		}
		if slices.Contains(r.within, candidate) {
			return true
		}
		shebang, _, _ := strings.Cut(text, "\n")
		if strings.HasPrefix(shebang, "#!") && !strings.Contains(shebang, "sh") {
			r.mentions(text, "a script in another language", at)
			return true
		}
		inner := r.inside()
		inner.within = append(slices.Clone(r.within), candidate)
		modes := shellModes{errexit: strings.HasPrefix(shebang, "#!") && strings.Contains(shebang, " -e")}
		inner.script(text, modes, at)
		r.out = append(r.out, inner.out...)
		r.piped = append(r.piped, inner.piped...)
		return true
	}
	return false
}

// inside is a run of what this one runs.
func (r *run) inside() run {
	return run{texts: r.texts, dir: r.dir, depth: r.depth + 1, within: r.within, asked: r.asked, spent: r.spent}
}

// released is what GoReleaser adds by its configuration.
// Source: https://goreleaser.com/customization/sbom/
func (t texts) released() []string {
	for _, name := range []string{".goreleaser.yaml", ".goreleaser.yml", "goreleaser.yaml", "goreleaser.yml"} {
		for line := range strings.Lines(t[name]) {
			if strings.HasPrefix(line, "sboms:") {
				return []string{sbom}
			}
		}
	}
	return nil
}

// downloads is the host from which a command gets a file that goes to its output.
func downloads(c command) string {
	if p := c.program(); p != "curl" && p != "wget" {
		return ""
	}
	for _, a := range c.args[1:] {
		if _, rest, ok := strings.Cut(a, "://"); ok {
			host, _, _ := strings.Cut(rest, "/")
			if i := strings.LastIndexByte(host, '@'); i >= 0 {
				host = host[i+1:]
			}
			if known(host) && plainName().MatchString(host) {
				return host
			}
		}
	}
	return "a place that is a variable"
}
