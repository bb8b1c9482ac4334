package function

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// glob finds the regular files below dir whose path from there matches the
// pattern. A symbolic link to a directory is not followed, because it may lead
// round in a circle: what is below it is unseen.
func (r repository) glob(dir, pattern string) (cty.Value, error) {
	if err := patternLimit(pattern); err != nil {
		return cty.NilVal, err
	}
	pattern = path.Clean(strings.TrimLeft(pattern, "/"))
	if !doublestar.ValidatePattern(pattern) {
		return cty.NilVal, function.NewArgErrorf(1, "is not a valid pattern")
	}
	lead := ""
	for rest, ok := pattern, true; ok; {
		head, tail, more := strings.Cut(rest, "/")
		if ok = more && (head == ".." || !strings.ContainsAny(head, `*?[{\`)); ok {
			lead, pattern, rest = path.Join(lead, head), tail, tail
		}
	}
	base, err := r.name(path.Join(dir, lead))
	if err != nil {
		return cty.NilVal, err
	}
	found, err := r.matches(base, pattern)
	if err != nil {
		return cty.NilVal, err
	}
	if len(found) == 0 {
		return cty.SetValEmpty(cty.String), nil
	}
	for i, f := range found {
		found[i] = cty.StringVal(path.Join(lead, f.AsString()))
	}
	return cty.SetVal(found), nil
}

// matches walks the tree below base, no deeper than the pattern reaches.
func (r repository) matches(base, pattern string) ([]cty.Value, error) {
	deepest := strings.Count(pattern, "/") + 1
	if strings.Contains(pattern, "**") {
		deepest = maxDepth
	}
	var found []cty.Value
	visited := 0
	err := fs.WalkDir(r.tree, base, func(name string, entry fs.DirEntry, err error) error {
		if visited++; visited > maxElements {
			return limitError("fileset", "more than %d files to look at", maxElements)
		}
		switch {
		case name == base && errors.Is(err, fs.ErrNotExist):
			return fs.SkipAll
		case err != nil:
			return unread(name, "the directory could not be read")
		case name == base:
			return nil
		}
		rel := name
		if base != "." {
			rel = strings.TrimPrefix(name, base+"/")
		}
		depth := strings.Count(rel, "/") + 1
		mode := entry.Type()
		if mode&fs.ModeSymlink != 0 {
			info, err := fs.Stat(r.tree, name)
			relevant := depth < deepest || doublestar.MatchUnvalidated(pattern, rel)
			switch {
			case errors.Is(err, fs.ErrNotExist) || err != nil && !relevant:
				return nil
			case err != nil || info.IsDir() && depth < deepest:
				return unread(name, "the symbolic link is not followed")
			}
			mode = info.Mode().Type()
		}
		switch {
		case entry.IsDir() && depth >= deepest: // for a link, this would skip its siblings
			return fs.SkipDir
		case mode.IsRegular() && doublestar.MatchUnvalidated(pattern, rel):
			found = append(found, cty.StringVal(rel))
		}
		return nil
	})
	return found, err
}

// patternLimit refuses patterns whose alternatives multiply.
func patternLimit(pattern string) error {
	const longest, groups, alternatives = 1000, 4, 32
	if len(pattern) > longest || strings.Count(pattern, "{") > groups || strings.Count(pattern, ",") > alternatives {
		return limitError("fileset", "a pattern of more than %d bytes, %d groups or %d alternatives", longest, groups, alternatives)
	}
	return nil
}
