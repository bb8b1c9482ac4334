package repository

import (
	"errors"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// errScript stands for the parser's own error, which may quote the text.
var errScript = errors.New("the script is not one that a shell reads, or too large")

// call takes a simple command: one that changes the shell, a function, or a program.
func (s *script) call(c *syntax.CallExpr, w way, last bool) {
	for _, a := range c.Assigns {
		how := w
		if len(c.Args) > 0 {
			how = w.letPass("its exit code is lost in a substitution")
		}
		s.substituted(a.Value, how)
		if len(c.Args) == 0 {
			s.assign(a)
		}
	}
	args := s.words(c.Args)
	if len(args) == 0 || args[0] == "" {
		return
	}
	for _, a := range c.Args {
		inside := w.letPass("its exit code is lost in a substitution")
		if i := interpreter(args); i != "" {
			inside.into = i
		}
		s.substituted(a, inside)
	}
	switch args[0] {
	case "set":
		s.set(args[1:])
		return
	case "exit", "return", "exec":
		if args[0] != "exec" || len(args) > 1 {
			s.ended = s.ended || w.maybe == "" && w.calls == 0
		}
		if args[0] != "exec" {
			return
		}
	case "trap":
		s.trap = s.trap || len(args) > 1 && strings.Contains(args[1], "exit 0")
		return
	}
	if body, ok := s.functions[args[0]]; ok {
		w.calls++
		before := s.given
		s.given = args[1:]
		s.body([]*syntax.Stmt{body}, w, last)
		s.given = before
		return
	}
	if s.trap {
		w = w.letPass("a trap ends the script with 0")
	}
	s.out = append(s.out, command{args, int(c.Pos().Line()), w.loose, w.unclear, w.maybe, variableOf(c.Args[0]), w.into})
	s.inner(args, int(c.Pos().Line()), w)
}

// inner walks the script that sh -c is given as text.
func (s *script) inner(args []string, line int, w way) {
	if interpreter(args) == "" || w.calls >= maxCalls {
		return
	}
	for i, a := range args[1:] {
		if !strings.HasPrefix(a, "-") || strings.HasPrefix(a, "--") || !strings.HasSuffix(a, "c") || i+2 >= len(args) {
			continue
		}
		f, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(args[i+2]), "")
		if err != nil {
			return
		}
		sub := &script{modes: shellModes{errexit: strings.Contains(a, "e"), pipefail: s.modes.pipefail}, functions: s.functions, values: s.values, looksBack: looksBack().MatchString(args[i+2])}
		w.calls++
		sub.list(f.Stmts, w, true)
		for _, c := range sub.out {
			c.line += line - 1
			s.out = append(s.out, c)
		}
		return
	}
}

// substituted walks the commands in $(...) and <(...) of a word.
func (s *script) substituted(word *syntax.Word, w way) {
	if word == nil {
		return
	}
	syntax.Walk(word, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.CmdSubst:
			s.body(n.Stmts, w, true)
			return false
		case *syntax.ProcSubst:
			s.body(n.Stmts, w, true)
			return false
		}
		return true
	})
}

// set follows set -e, set +e and set -o pipefail.
func (s *script) set(args []string) {
	for i, a := range args {
		on := strings.HasPrefix(a, "-")
		if !on && !strings.HasPrefix(a, "+") {
			continue
		}
		if strings.Contains(a, "e") {
			s.modes.errexit = on
		}
		if strings.HasSuffix(a, "o") && i+1 < len(args) {
			switch args[i+1] {
			case "errexit":
				s.modes.errexit = on
			case "pipefail":
				s.modes.pipefail = on
			}
		}
	}
}

// interpreter is the program of a command that runs what it is given or reads: a shell, python.
func interpreter(args []string) string {
	i := 0
	for i < len(args)-1 && (program(args[i]) == "sudo" || i > 0 && strings.HasPrefix(args[i], "-") && program(args[0]) == "sudo") {
		i++
	}
	if p := program(args[i]); slices.Contains([]string{"sh", "bash", "zsh", "dash", "ksh", "python", "python3", "perl", "node", "ruby"}, p) {
		return p
	}
	return ""
}

// fails tells whether statements surely end with a failure.
func fails(all ...*syntax.Stmt) truth {
	if len(all) == 0 {
		return no
	}
	for _, stmt := range all[:len(all)-1] {
		if c, ok := stmt.Cmd.(*syntax.CallExpr); ok && len(c.Args) > 0 && (&script{}).words(c.Args[:1])[0] == "exit" {
			return fails(stmt)
		}
	}
	last := all[len(all)-1]
	switch c := last.Cmd.(type) {
	case *syntax.Block:
		return fails(c.Stmts...)
	case *syntax.Subshell:
		return fails(c.Stmts...)
	case *syntax.BinaryCmd:
		if c.Op == syntax.AndStmt { // echo x && exit 1
			return fails(c.Y)
		}
	case *syntax.CallExpr:
		if len(c.Args) > 0 {
			return failsCall((&script{}).words(c.Args))
		}
	}
	return unsure
}

func failsCall(args []string) truth {
	switch args[0] {
	case "false":
		return yes
	case "exit", "return":
		switch {
		case len(args) == 1:
			return unsure
		case args[1] == "0":
			return no
		case known(args[1]):
			return yes
		}
		return unsure
	case "true", ":", "echo", "printf", "continue":
		return no
	}
	return unsure
}
