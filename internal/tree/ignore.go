package tree

import (
	"os"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// maxIgnore bounds a .gitignore: a larger one is not read, so that more is examined.
const maxIgnore = 1 << 20

// ignores are the patterns that hold in a directory, those of the ones above it first:
// https://git-scm.com/docs/gitignore.
type ignores []ignore

type ignore struct {
	pattern      string
	keep, isDirs bool
}

// with adds those of a directory's own file, where there is one.
func (all ignores) with(dir, file string) ignores {
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxIgnore {
		return all
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return all
	}
	out := append(ignores{}, all...)
	for line := range strings.Lines(string(text)) {
		if i, ok := parseIgnore(dir, strings.TrimRight(line, "\r\n")); ok {
			out = append(out, i)
		}
	}
	return out
}

func parseIgnore(dir, line string) (ignore, bool) {
	var i ignore
	if !strings.HasSuffix(line, `\ `) {
		line = strings.TrimRight(line, " ")
	}
	if line == "" || line[0] == '#' {
		return i, false
	}
	line, i.keep = strings.CutPrefix(line, "!")
	line, i.isDirs = strings.CutSuffix(line, "/")
	if !strings.Contains(line, "/") {
		line = "**/" + line
	}
	if strings.HasSuffix(line, "/**") {
		line += "/*" // what is in a directory, and not the directory itself
	}
	line = strings.NewReplacer("{", `\{`, "}", `\}`).Replace(strings.TrimPrefix(line, "/"))
	prefix := ""
	if dir != "." {
		prefix = literal.Replace(dir) + "/"
	}
	i.pattern = prefix + line
	return i, doublestar.ValidatePattern(i.pattern)
}

// literal takes the meaning of characters in a directory's name away.
var literal = strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`, "]", `\]`, "{", `\{`, "}", `\}`)

// ignored tells whether the last pattern that matches a path leaves it out.
func (all ignores) ignored(name string, dir bool) bool {
	name = path.Clean(name)
	for n := len(all) - 1; n >= 0; n-- {
		i := all[n]
		if i.isDirs && !dir {
			continue
		}
		if ok, err := doublestar.Match(i.pattern, name); err == nil && ok {
			return !i.keep
		}
	}
	return false
}
