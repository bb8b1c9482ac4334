package repository

import (
	"path"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/pattern"
)

// rules are the targets of a makefile, as far as they are written down plainly.
type rules struct {
	first   string
	needs   map[string][]string
	recipes map[string][]string
	// text is what it was made of, and asked what make is told.
	text, asked string
	// values are the variables that are set to text.
	values map[string]string
}

var (
	ruleLine     = pattern.Lazy(`^([A-Za-z0-9_./%-][^:=#]*?)\s*::?\s*([^=#]*)(?:#.*)?$`)
	variableLine = pattern.Lazy(`^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*(?::|::|\?)?=\s*(.*)$`)
	reference    = pattern.Lazy(`\$[({]([A-Za-z_][A-Za-z0-9_.-]*)[)}]`)
	anyReference = pattern.Lazy(`\$(?:\([^()]*\)|\{[^{}]*\}|[^$])`)
)

// parseMakefile reads targets, what they need and their recipes. Conditions are not evaluated:
// what stands in any branch is read.
// Source: https://www.gnu.org/software/make/manual/html_node/Rules.html
func parseMakefile(text string) rules {
	r := rules{text: text, needs: map[string][]string{}, recipes: map[string][]string{}, values: map[string]string{"MAKE": "make"}}
	var targets []string
	for line := range strings.Lines(strings.ReplaceAll(text, "\\\n", " ")) {
		line = strings.TrimRight(line, "\r\n")
		if recipe, ok := strings.CutPrefix(line, "\t"); ok {
			for _, t := range targets {
				if len(r.recipes[t]) < maxCommands {
					r.recipes[t] = append(r.recipes[t], recipe)
				}
			}
			continue
		}
		if m := variableLine().FindStringSubmatch(line); m != nil {
			value, _, _ := strings.Cut(m[2], "#")
			r.values[m[1]] = strings.TrimSpace(value)
			continue
		}
		m := ruleLine().FindStringSubmatch(line)
		if m == nil {
			continue
		}
		targets = strings.Fields(m[1])
		needs, inline, _ := strings.Cut(m[2], ";")
		for _, t := range targets {
			if r.first == "" && !strings.HasPrefix(t, ".") {
				r.first = t
			}
			r.needs[t] = append(r.needs[t], strings.Fields(needs)...)
			if inline != "" {
				r.recipes[t] = append(r.recipes[t], inline)
			} else if r.recipes[t] == nil {
				r.recipes[t] = []string{}
			}
		}
	}
	return r
}

// expand puts text in place of variables, and marks what is more than that.
func (r rules) expand(line string) string {
	for range 4 {
		next := reference().ReplaceAllStringFunc(line, func(ref string) string {
			if v, ok := r.values[ref[2:len(ref)-1]]; ok && len(v) < 4096 {
				return v
			}
			return ref
		})
		if next == line || len(next) > maxScript {
			break
		}
		line = next
	}
	line = strings.ReplaceAll(line, "$$", "\x00")
	line = anyReference().ReplaceAllString(line, string(unseen))
	return strings.ReplaceAll(line, "\x00", "$")
}

// make follows the targets of a makefile.
func (r *run) make(o options, at done) {
	if dir, ok := o.value("C", "directory"); ok && known(dir) {
		before := r.dir
		r.dir = path.Join(r.dir, dir)
		defer func() { r.dir = before }()
		o.words = slices.DeleteFunc(slices.Clone(o.words), func(w string) bool { return w == dir })
	}
	for _, name := range []string{"GNUmakefile", "makefile", "Makefile"} {
		text, ok := r.texts[path.Join(r.dir, name)]
		if !ok || r.depth >= maxFollowed {
			continue
		}
		if !r.read(text) {
			r.beyond(at)
			return
		}
		all := parseMakefile(text)
		all.asked = r.asked + " " + strings.Join(o.words, " ")
		for line := range strings.Lines(text) {
			if file, ok := strings.CutPrefix(strings.TrimSpace(line), "include "); ok {
				all.join(parseMakefile(r.texts[path.Join(r.dir, strings.TrimSpace(file))]))
			}
		}
		words := slices.DeleteFunc(slices.Clone(o.words), func(w string) bool { return strings.Contains(w, "=") })
		switch {
		case len(words) == 0 && o.open:
			words = []string{string(unseen)}
		case len(words) == 0:
			words = []string{all.first}
		}
		seen := map[string]bool{}
		for _, target := range words {
			r.target(all, target, seen, at)
		}
		return
	}
}

// join adds the targets of an included makefile.
func (r *rules) join(o rules) {
	r.text += o.text
	for t, needs := range o.needs {
		r.needs[t] = append(r.needs[t], needs...)
		r.recipes[t] = append(r.recipes[t], o.recipes[t]...)
	}
	for name, value := range o.values {
		if _, ok := r.values[name]; !ok {
			r.values[name] = value
		}
	}
}

func (r *run) target(all rules, name string, seen map[string]bool, at done) {
	if seen[name] || len(seen) > maxUses || len(all.asked) > maxValue {
		return
	}
	seen[name] = true
	if !known(name) { // one of those that stand in the file
		r.mentions(all.text, "a make target that is a variable or an expression", at)
		return
	}
	for _, need := range all.needs[name] {
		for _, n := range strings.Fields(all.expand(need)) {
			if known(n) {
				r.target(all, n, seen, at)
			} else { // what it is asked for says what it does
				r.mentions(all.asked, "a make target that is a variable", at)
			}
		}
	}
	for _, line := range all.recipes[name] {
		inner := at
		text := strings.TrimLeft(line, "@+ \t")
		if strings.HasPrefix(text, "-") {
			text = strings.TrimLeft(text, "@+- \t")
			inner.loose = concat(at.loose, []string{"make goes on when it fails (-)"})
		}
		sub := r.inside()
		sub.asked = all.asked
		sub.script(all.expand(text), shellModes{}, inner)
		r.out = append(r.out, sub.out...)
		r.piped = append(r.piped, sub.piped...)
	}
}
