package checks

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unique"
)

// Step is one step of a path: a name, a list index, or every member.
type Step struct {
	// Name is an attribute or map key; empty for an index.
	Name string
	// Index is a list index, or Every.
	Index int
}

// Every is the index of `[*]`.
const Every = -1

// Path leads from the input to a value: `ingress[0].cidr_blocks[*]`, `_.block[*].block_public_acls`,
// `tags_all["data-class"]`. In link paths `[]` is every element.
type Path []Step

// ParsePath reads a path. The error says what is wrong and where.
func ParsePath(text string) (Path, error) {
	var p Path
	rest := text
	for first := true; rest != ""; first = false {
		step, tail, err := parseStep(rest, first)
		if err != nil {
			return nil, fmt.Errorf("path %q: %w at offset %d", text, err, len(text)-len(rest))
		}
		p, rest = append(p, step), tail
	}
	if len(p) == 0 {
		return nil, fmt.Errorf("path %q is empty", text)
	}
	return p, nil
}

func parseStep(s string, first bool) (Step, string, error) {
	if s[0] == '[' {
		return parseIndex(s)
	}
	if !first {
		if s[0] != '.' {
			return Step{}, "", fmt.Errorf("want . or [")
		}
		s = s[1:]
	}
	end := strings.IndexAny(s, ".[")
	if end < 0 {
		end = len(s)
	}
	if end == 0 {
		return Step{}, "", fmt.Errorf("want a name")
	}
	return Step{Name: s[:end]}, s[end:], nil
}

func parseIndex(s string) (Step, string, error) {
	if strings.HasPrefix(s, `["`) {
		quoted, err := strconv.QuotedPrefix(s[1:])
		if err != nil || !strings.HasPrefix(s[1+len(quoted):], "]") {
			return Step{}, "", fmt.Errorf(`want a key as ["key"]`)
		}
		name, err := strconv.Unquote(quoted)
		return Step{Name: name}, s[len(quoted)+2:], err
	}
	inner, tail, ok := strings.Cut(s[1:], "]")
	if !ok {
		return Step{}, "", fmt.Errorf("want ]")
	}
	if inner == "*" || inner == "" {
		return Step{Index: Every}, tail, nil
	}
	n, err := strconv.Atoi(inner)
	if err != nil || n < 0 {
		return Step{}, "", fmt.Errorf(`want an index, * or "key" in brackets`)
	}
	return Step{Index: n}, tail, nil
}

// String prints the path as ParsePath reads it.
func (p Path) String() string {
	var b strings.Builder
	for i, s := range p {
		switch {
		case s.Name == "" && s.Index == Every:
			b.WriteString("[*]")
		case s.Name == "":
			b.WriteString("[" + strconv.Itoa(s.Index) + "]")
		case strings.ContainsAny(s.Name, `."[]`):
			b.WriteString("[" + strconv.Quote(s.Name) + "]")
		default:
			if i > 0 {
				b.WriteByte('.')
			}
			b.WriteString(s.Name)
		}
	}
	return b.String()
}

// shared is the path's text, one for all who ask: findings name the same few paths.
func (p Path) shared() string { return unique.Make(p.String()).Value() }

// with is the path and one more step, in memory of its own.
func (p Path) with(s Step) Path { return append(p[:len(p):len(p)], s) }

// reaches tells whether two steps may lead to the same place: `[*]` stands for every index.
func (s Step) reaches(o Step) bool {
	if s.Name != "" || o.Name != "" {
		return s.Name == o.Name
	}
	return s.Index == o.Index || s.Index == Every || o.Index == Every
}

// meets tells whether one path leads to, above or below the other.
func (p Path) meets(o Path) bool {
	for i := range min(len(p), len(o)) {
		if !p[i].reaches(o[i]) {
			return false
		}
	}
	return true
}

// ranges tells whether the path depends on the membership of the list: it ends
// at or above it, or goes on over every member. A path to one seen member does not.
func (p Path) ranges(list Path) bool {
	if !p.meets(list) {
		return false
	}
	return len(p) <= len(list) || (p[len(list)].Name == "" && p[len(list)].Index == Every)
}

// entersMember tells whether the path leads into one seen member of a related list.
func (p Path) entersMember() bool {
	return len(p) > 3 && p[0] == metaStep && p[2].Name == "" && p[2].Index != Every
}

// unindexed is the path through blocks, of which a link means all.
func (p Path) unindexed() Path {
	return slices.DeleteFunc(slices.Clone(p), func(s Step) bool { return s.Name == "" })
}

// names is the path without indices, the form in which link positions are compared.
func (p Path) names() string {
	var b strings.Builder
	for _, s := range p {
		if s.Name != "" {
			b.WriteByte('.')
			b.WriteString(s.Name)
		}
	}
	return b.String()
}
