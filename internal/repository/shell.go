package repository

import (
	"path"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/hipaactl/hipaactl/internal/pattern"
)

const (
	// maxScript bounds a script, in bytes, and maxCommands the commands that are taken of one.
	maxScript   = 1 << 20
	maxCommands = 5000
	// maxCalls bounds how deep functions and scripts call each other.
	maxCalls = 6
)

// unseen stands in a word for a variable that is not known, expressed for an expression of
// the pipeline's own language, which the system puts into the text before a shell reads it.
const (
	unseen    = '\ue000'
	expressed = '\ue001'
)

// command is a simple command of a script.
type command struct {
	// args are its words, the program first, without what quotes them. What only the run
	// fills in is unseen.
	args []string
	// line is that of the script, from 1.
	line int
	// loose are the ways in which its failure is let pass, unclear why that cannot be told.
	loose, unclear []string
	// maybe says why it cannot be told whether it runs; empty where it does.
	maybe string
	// variable is the name of the variable that the program's name is, where that is one.
	variable string
	// into is the shell that its output is piped to, or that runs it as `bash <(...)`.
	into string
}

// program is the base name of what is run, in lower case.
func (c command) program() string { return program(c.args[0]) }

func program(word string) string {
	return strings.TrimSuffix(strings.ToLower(path.Base(word)), ".exe")
}

// known tells whether a word is what it says.
func known(word string) bool { return !strings.ContainsAny(word, string([]rune{unseen, expressed})) }

// shellModes are the settings with which a shell begins.
type shellModes struct {
	// errexit tells that it ends at the first command that fails, pipefail that a pipe fails
	// with any of its commands.
	errexit, pipefail bool
}

// parseScript lists the commands of a script. The error does not quote the text.
func parseScript(text string, modes shellModes) ([]command, error) {
	if len(text) > maxScript {
		return nil, errScript
	}
	f, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(masked(text)), "")
	if err != nil {
		return nil, errScript
	}
	s := &script{modes: modes, functions: map[string]*syntax.Stmt{}, values: map[string]string{}, looksBack: looksBack().MatchString(text)}
	s.list(f.Stmts, way{}, true)
	return s.out, nil
}

// way is how a command is reached and what becomes of its failure.
type way struct {
	loose, unclear []string
	maybe, into    string
	calls          int
}

func (w way) letPass(how string) way {
	w.loose = append(append([]string{}, w.loose...), how)
	return w
}

func (w way) doubt(why string) way {
	w.unclear = append(append([]string{}, w.unclear...), why)
	return w
}

func (w way) perhaps(why string) way {
	if w.maybe == "" {
		w.maybe = why
	}
	return w
}

// script walks a script's commands.
type script struct {
	modes     shellModes
	functions map[string]*syntax.Stmt
	// values are the variables that the script sets, as far as that can be seen; given are the
	// arguments of the function that is walked.
	values map[string]string
	given  []string
	// looksBack tells that something in it may look at an exit code or at what was left behind.
	looksBack bool

	trap  bool
	ended bool
	out   []command
}

// list walks statements; last tells that what the last one gives is what the script gives.
func (s *script) list(all []*syntax.Stmt, w way, last bool) {
	for i, stmt := range all {
		if s.ended || len(s.out) > maxCommands {
			return
		}
		s.statement(stmt, w, last && i == len(all)-1)
	}
}

func (s *script) statement(stmt *syntax.Stmt, w way, last bool) {
	if stmt == nil || stmt.Cmd == nil || w.calls > maxCalls {
		return
	}
	if stmt.Negated {
		w = w.letPass("! stands before it")
	}
	if stmt.Background {
		w = w.doubt("it runs in the background")
	}
	switch c := stmt.Cmd.(type) {
	case *syntax.CallExpr:
		s.call(c, s.after(w, last), last)
	case *syntax.BinaryCmd:
		s.binary(c, w, last)
	case *syntax.IfClause:
		s.branches(c, w, last)
	case *syntax.Block:
		s.list(c.Stmts, w, last)
	case *syntax.Subshell:
		before, ended := s.modes, s.ended
		s.list(c.Stmts, w, last)
		s.modes, s.ended = before, ended
	case *syntax.ForClause:
		s.each(c)
		s.body(c.Do, w, last)
	case *syntax.WhileClause:
		s.list(c.Cond, w.doubt("its result decides a loop"), false)
		s.body(c.Do, w.perhaps("a loop decides whether it runs"), last)
	case *syntax.CaseClause:
		for _, item := range c.Items {
			s.body(item.Stmts, w.perhaps("a case decides whether it runs"), last)
		}
	case *syntax.FuncDecl:
		if c.Name != nil {
			s.functions[c.Name.Value] = c.Body
		}
	case *syntax.TimeClause:
		s.statement(c.Stmt, w, last)
	case *syntax.DeclClause:
		for _, a := range c.Args {
			s.assign(a)
			s.substituted(a.Value, w.letPass("its exit code is lost in a declaration"))
		}
	}
}

// body walks what may not be reached, so that an exit in it does not end the script.
func (s *script) body(all []*syntax.Stmt, w way, last bool) {
	ended := s.ended
	s.list(all, w, last)
	s.ended = ended
}

// after is the way of a command of which the shell may go on whatever it gives: it is not the
// last, and set -e does not hold.
func (s *script) after(w way, last bool) way {
	if last || s.modes.errexit || len(w.loose) > 0 {
		return w
	}
	if s.looksBack {
		return w.doubt("the shell goes on, and whether something looks at the result cannot be told")
	}
	return w.letPass("the shell goes on when it fails (set +e)")
}

// looksBack finds what may look at an exit code or at what a command left behind.
var looksBack = pattern.Lazy(`\$\?|PIPESTATUS|\b(?:exit|return)\s+"?[$1-9]`)

func (s *script) binary(c *syntax.BinaryCmd, w way, last bool) {
	switch c.Op {
	case syntax.AndStmt:
		x := s.after(w, last)
		if !last && len(x.loose) == 0 && s.modes.errexit {
			x = x.letPass("&& follows it, so that the shell goes on when it fails")
		}
		s.statement(c.X, x, true)
		s.body([]*syntax.Stmt{c.Y}, w, last)
	case syntax.OrStmt:
		x := w
		switch fails(c.Y) {
		case no:
			x = w.letPass("|| follows it with what does not fail")
		case unsure:
			x = w.doubt("what follows || may not fail")
		case yes:
		}
		s.statement(c.X, x, true)
		s.body([]*syntax.Stmt{c.Y}, w.perhaps("it runs only where another command fails"), last)
	default: // pipes
		x := s.after(w, last)
		if !s.modes.pipefail {
			x = w.letPass("its exit code is lost in a pipe")
		}
		if y, ok := c.Y.Cmd.(*syntax.CallExpr); ok && len(y.Args) > 0 {
			x.into = interpreter(s.words(y.Args))
		}
		s.statement(c.X, x, true)
		s.statement(c.Y, w, last)
	}
}

// branches walks an if: what its condition finds stops the script where a branch ends it.
func (s *script) branches(c *syntax.IfClause, w way, last bool) {
	cond := w.doubt("its result decides a branch")
	if len(c.Cond) == 1 && c.Cond[0].Negated {
		if fails(c.Then...) == yes {
			cond = w
		}
	} else if c.Else != nil && len(c.Else.Cond) == 0 && fails(c.Else.Then...) == yes {
		cond = w
	}
	for _, stmt := range c.Cond {
		plain := *stmt
		plain.Negated = false
		s.statement(&plain, cond, true)
	}
	inside := w.perhaps("an if decides whether it runs")
	s.body(c.Then, inside, last)
	for e := c.Else; e != nil; e = e.Else {
		s.list(e.Cond, w.doubt("its result decides a branch").perhaps("an if decides whether it runs"), true)
		s.body(e.Then, inside, last)
	}
}
