package repository

import (
	"context"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/hipaactl/hipaactl/internal/tree"
)

// dockerfiles is the extractor of what images are built from.
type dockerfiles struct{}

func (dockerfiles) wants(name string) bool { return isDockerfile(name) && !forTests(name) }

func (dockerfiles) types() []string { return []string{Reference} }

func (dockerfiles) read(_ context.Context, d document) contribution {
	var refs references
	readDockerfile(d.file, string(d.text), &refs)
	return refs.resources
}

func (dockerfiles) finish(*builder) {}

func isDockerfile(name string) bool {
	base := strings.ToLower(path.Base(name))
	return base == "dockerfile" || base == "containerfile" || strings.HasPrefix(base, "dockerfile.") && path.Ext(base) != ".md" || path.Ext(base) == ".dockerfile"
}

// instruction is one of a Dockerfile, continued lines joined.
type instruction struct {
	line       int
	name, rest string
}

// instructions reads a Dockerfile.
// Source: https://docs.docker.com/reference/dockerfile/
func instructions(text string) []instruction {
	var out []instruction
	var open strings.Builder
	start, heredoc := 0, ""
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if heredoc != "" {
			if strings.TrimLeft(line, "\t") == heredoc {
				heredoc = ""
			} else if len(out) > 0 {
				out[len(out)-1].rest += "\n" + line
			}
			continue
		}
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "#") || trimmed == "" {
			continue
		}
		if open.Len() == 0 {
			start = number
		}
		more, continued := strings.CutSuffix(trimmed, `\`)
		open.WriteString(more)
		if continued {
			open.WriteString(" ")
			continue
		}
		name, rest, _ := strings.Cut(strings.TrimSpace(open.String()), " ")
		open.Reset()
		name = strings.ToUpper(name)
		if _, mark, ok := strings.Cut(rest, "<<"); ok && (name == "RUN" || name == "COPY" || name == "ADD") {
			fields := strings.Fields(mark)
			if len(fields) > 0 {
				heredoc = strings.Trim(strings.TrimPrefix(fields[0], "-"), `"'`)
			}
			if name == "RUN" && strings.HasPrefix(strings.TrimSpace(rest), "<<") {
				rest = ""
			}
		}
		out = append(out, instruction{start, name, strings.TrimSpace(rest)})
		if len(out) > maxCommands {
			break
		}
	}
	return out
}

// readDockerfile enters the images that others are built from, and what is run as it comes.
func readDockerfile(file tree.File, text string, refs *references) {
	stages := []string{"scratch"}
	args := map[string]string{}
	for _, in := range instructions(text) {
		at := hcl.Range{Filename: file.Shown, Start: hcl.Pos{Line: in.line, Column: 1}, End: hcl.Pos{Line: in.line, Column: 1}}
		switch in.name {
		case "ARG":
			if name, value, ok := strings.Cut(in.rest, "="); ok && len(stages) == 1 {
				args[name] = strings.Trim(strings.TrimSpace(value), `"'`)
			}
		case "FROM":
			fields := strings.Fields(in.rest)
			for len(fields) > 0 && strings.HasPrefix(fields[0], "--") {
				fields = fields[1:]
			}
			if len(fields) == 0 {
				continue
			}
			image := substitute(fields[0], args)
			if !slices.Contains(stages, strings.ToLower(image)) {
				refs.image(file, at, image)
			}
			if len(fields) > 2 && strings.EqualFold(fields[1], "as") {
				stages = append(stages, strings.ToLower(fields[2]))
			} else {
				stages = append(stages, "") // later arguments are of the stage
			}
		case "RUN":
			r := run{dir: "."}
			r.script(strings.TrimPrefix(in.rest, "--"), shellModes{errexit: true}, done{})
			for _, p := range r.piped {
				refs.script(file, at, p.host)
			}
		}
	}
}

// substitute puts the defaults of arguments in their places; what has none is unseen.
func substitute(text string, args map[string]string) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(text, "$")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, rest := after, ""
		if inner, braces := strings.CutPrefix(after, "{"); braces {
			name, rest, _ = strings.Cut(inner, "}")
		} else if i := strings.IndexFunc(after, func(r rune) bool {
			return r != '_' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
		}); i >= 0 {
			name, rest = after[:i], after[i:]
		}
		name, fallback, _ := strings.Cut(name, ":-")
		if v := firstOf(args[name], fallback); v != "" && len(v) < 1000 && !strings.Contains(v, "$") {
			b.WriteString(v)
		} else {
			b.WriteRune(unseen)
		}
		text = rest
	}
}
