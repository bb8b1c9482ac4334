// Package lex tells the code, the comments and the strings of a source file apart, for the
// extractors of internal/repository, which look for what code does and not for what a comment or
// a text says about it. It knows how each language writes comments and strings and nothing else
// of its grammar: what it is given need not compile.
package lex

import (
	"path"
	"slices"
	"strings"
)

// Language names how a file is written.
type Language string

// The languages.
const (
	Go         Language = "go"
	Python     Language = "python"
	JavaScript Language = "javascript" // and TypeScript
	Java       Language = "java"
	Kotlin     Language = "kotlin"
	CSharp     Language = "csharp"
	Ruby       Language = "ruby"
	PHP        Language = "php"
	Shell      Language = "shell" // and Dockerfiles, makefiles
	// Hash is any format whose comments begin with # where a word could: YAML, TOML, .env, nginx.
	Hash Language = "hash"
	// Properties has comments on lines of their own, which begin with #, ; or !.
	Properties Language = "properties"
	XML        Language = "xml"
	// JSON may have comments as JavaScript has them.
	JSON Language = "json"
)

// Program tells whether a language is one that programs are written in, with calls and variables.
func (l Language) Program() bool {
	return slices.Contains([]Language{Go, Python, JavaScript, Java, Kotlin, CSharp, Ruby, PHP}, l)
}

// Of tells the language by a file's name; empty for one that is not known.
func Of(name string) Language {
	base := strings.ToLower(path.Base(name))
	switch {
	case base == "dockerfile" || strings.HasPrefix(base, "dockerfile.") || strings.HasSuffix(base, ".dockerfile") || base == "makefile" || base == "containerfile":
		return Shell
	case base == ".env" || strings.HasPrefix(base, ".env.") || strings.HasSuffix(base, ".env"):
		return Hash
	case base == "rakefile" || base == "gemfile":
		return Ruby
	}
	switch path.Ext(base) {
	case ".go":
		return Go
	case ".py", ".pyw":
		return Python
	case ".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts":
		return JavaScript
	case ".java", ".groovy":
		return Java
	case ".kt", ".kts":
		return Kotlin
	case ".cs":
		return CSharp
	case ".rb", ".rake", ".ru":
		return Ruby
	case ".php":
		return PHP
	case ".sh", ".bash", ".zsh", ".ksh", ".mk":
		return Shell
	case ".yaml", ".yml", ".toml", ".conf", ".cfg", ".cnf", ".vhost":
		return Hash
	case ".properties", ".ini":
		return Properties
	case ".xml", ".config":
		return XML
	case ".json":
		return JSON
	}
	return ""
}

// Text is a file taken apart. Both copies are as long as the file and keep its line ends, so
// that an offset means the same place in all of them.
type Text struct {
	// Code has blanks for comments and for the contents of strings; quotes stand, and so does
	// code that a string interpolates.
	Code []byte
	// Bare has blanks for comments alone.
	Bare []byte
}

// Split takes a file apart. For an unknown language everything is code.
func Split(l Language, src []byte) Text {
	s := &scanner{src: src, code: []byte(string(src)), bare: []byte(string(src)), grammar: grammarOf(l)}
	if s.grammar.template {
		s.markup()
	}
	for s.at < len(s.src) {
		s.run(0, 0)
	}
	return Text{Code: s.code, Bare: s.bare}
}
