package repository

import (
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/hipaactl/hipaactl/internal/pattern"
)

// A Jenkinsfile is a program in Groovy. It is not evaluated: what is read are the literal
// scripts of its sh steps, with the blocks around them that let failures pass or decide
// whether they run.
// Source: https://www.jenkins.io/doc/book/pipeline/syntax/
var (
	shStep  = pattern.Lazy(`\bsh\s*\(?\s*(?:label\s*:\s*(?:'[^']*'|"[^"]*")\s*,\s*)?(script\s*:\s*)?("""|'''|"|')`)
	library = pattern.Lazy(`@Library\b|\blibrary\s*\(|^\s*build[A-Z]\w*\s*\(`)
	returns = pattern.Lazy(`^\s*,\s*returnStatus\s*:\s*true`)
	opens   = pattern.Lazy(`(stage|catchError|warnError|when|if|else|try|catch|post|always|failure|withCredentials|script|steps|environment)\b[^{}\n]*$`)
	binding = pattern.Lazy(`\b(AmazonWebServicesCredentialsBinding|aws\s*\(\s*credentialsId|azureServicePrincipal\s*\()`)
)

func jenkins(d document, t texts, refs *references) []*job {
	text, code := groovy(string(d.text))
	j := &job{system: "jenkins", name: "pipeline", file: d.file, at: hcl.Range{Filename: d.file.Shown, Start: hcl.Pos{Line: 1, Column: 1}, End: hcl.Pos{Line: 1, Column: 1}}}
	triggers := []string{"push"}
	blocks := blocksOf(code)
	for at := 0; at < len(text) && len(j.steps) < maxUses; {
		m := shStep().FindStringSubmatchIndex(code[at:])
		if m == nil {
			break
		}
		start, quote := at+m[1], code[at+m[4]:at+m[5]]
		end := strings.Index(code[start:], quote)
		if end < 0 {
			break
		}
		script := text[start : start+end]
		outer := around(blocks, at+m[0])
		if returns().MatchString(code[start+end+len(quote):]) {
			outer.unclear = append(outer.unclear, "its exit code is returned to the pipeline's program")
		}
		if strings.HasPrefix(quote, `"`) {
			script = strings.ReplaceAll(script, `\$`, "$")
		}
		r := run{spent: &refs.spent, texts: t, dir: "."}
		r.script(script, shellModes{errexit: true}, done{})
		where := j.at
		line := strings.Count(text[:start], "\n")
		where.Start.Line = line + 1
		j.take(r.out, triggers, where, line, outer)
		for _, p := range r.piped {
			refs.script(d.file, where, p.host)
		}
		at = start + end + len(quote)
	}
	if library().MatchString(code) || !strings.Contains(code, "{") {
		j.take([]done{{use: use{tool: "a shared library", may: allGates()}}}, triggers, j.at, 0, done{})
	}
	for _, m := range binding().FindAllStringIndex(text, -1) {
		where := j.at
		where.Start.Line = strings.Count(text[:m[0]], "\n") + 1
		cloud := "aws"
		if strings.HasPrefix(text[m[0]:], "azure") {
			cloud = "azure"
		}
		j.keys = append(j.keys, key{cloud, "credentials binding", "key", where})
	}
	return []*job{j}
}

// block is a part of the text in braces, with the words in front of it.
type block struct {
	from, to int
	word     string
}

// blocksOf finds the blocks of a program without strings.
func blocksOf(text string) []block {
	var out, open []block
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '{':
			from := max(0, i-200)
			word := ""
			if m := opens().FindStringSubmatch(text[from:i]); m != nil {
				word = m[1]
			}
			if len(open) < maxUses {
				open = append(open, block{i, 0, word})
			}
		case c == '}' && len(open) > 0:
			b := open[len(open)-1]
			b.to, open = i, open[:len(open)-1]
			out = append(out, b)
		}
	}
	return out
}

// around says what the blocks around a step do with its failure, and whether they are sure to run.
func around(blocks []block, at int) done {
	var d done
	for _, b := range blocks {
		if at < b.from || at > b.to {
			if b.word == "when" && sibling(blocks, b, at) {
				d.maybe = "a when decides whether it runs"
			}
			continue
		}
		switch b.word {
		case "catchError", "warnError":
			d.loose = concat(d.loose, []string{b.word + " lets it fail"})
		case "try":
			d.unclear = concat(d.unclear, []string{"what is done about its failure is a program (try)"})
		case "if", "else", "catch", "failure":
			d.maybe = "an " + b.word + " decides whether it runs"
		}
	}
	return d
}

// sibling tells whether a when stands directly in a stage that holds the step.
func sibling(blocks []block, when block, at int) bool {
	var inner block
	for _, b := range blocks {
		if b.from < when.from && b.to > when.to && (inner.to == 0 || b.from > inner.from) {
			inner = b
		}
	}
	return inner.to > 0 && at > inner.from && at < inner.to
}

// groovy gives a program without its comments, and without what is in its strings as well.
// Lines and offsets stay as they are.
func groovy(text string) (clean, code string) {
	noComments, noStrings := []byte(text), []byte(text)
	blank := func(from, to int, all ...[]byte) {
		for _, b := range all {
			for i := from; i < min(to, len(b)); i++ {
				if b[i] != '\n' {
					b[i] = ' '
				}
			}
		}
	}
	end := func(from int, mark string) int {
		if i := strings.Index(text[min(from, len(text)):], mark); i >= 0 {
			return from + i + len(mark)
		}
		return len(text)
	}
	for i := 0; i < len(text); {
		next := i + 1
		switch rest := text[i:]; {
		case strings.HasPrefix(rest, "//"):
			next = end(i, "\n")
			blank(i, next, noComments, noStrings)
		case strings.HasPrefix(rest, "/*"):
			next = end(i+2, "*/")
			blank(i, next, noComments, noStrings)
		case strings.HasPrefix(rest, `"""`), strings.HasPrefix(rest, "'''"):
			next = end(i+3, rest[:3])
			blank(i+3, next-3, noStrings)
		case rest[0] == '\'', rest[0] == '"':
			for next < len(text) && text[next] != rest[0] && text[next] != '\n' {
				if text[next] == '\\' {
					next++
				}
				next++
			}
			next = min(next+1, len(text))
			blank(i+1, next-1, noStrings)
		}
		i = next
	}
	return string(noComments), string(noStrings)
}
