// Package logs finds code that writes what names or describes a patient to a log or to debug
// output, and settings that have frameworks do so. It turns one file, taken apart by lex, into
// finds with their places; internal/repository makes resources of them. It goes by the names of
// variables, fields and keys: what a text merely mentions is no find, nor is a comment.
package logs

import (
	"github.com/hipaactl/hipaactl/internal/repository/lex"
)

// The kinds of find.
const (
	// PHI is a value that a person's name for it says to be PHI.
	PHI = "phi"
	// Body is the whole body of a request.
	Body = "request-body"
	// SQL is a setting that logs statements with their values.
	SQL = "sql"
	// Debug is a setting that shows internals, in what is for production.
	Debug = "debug"
)

// Find is one place.
type Find struct {
	Kind string
	// What is the term of our list that the name has ("ssn"), or the setting.
	What string
	// Sink is where it goes: "logger", "print", "setting".
	Sink string
	// Sure tells that hardly anything else is meant.
	Sure bool
	// Start is the offset in the file.
	Start int
}

// Wants tells by a file's name whether Read looks into it.
func Wants(name string) bool {
	return lex.Of(name).Program() || settingsFile(name)
}

// Read looks for what a file logs. Finds are in the order of their places.
func Read(name string, src []byte) []Find {
	l := lex.Of(name)
	t := lex.Split(l, src)
	var out []Find
	if l.Program() {
		out = calls(l, t)
	}
	return append(out, settings(name, l, t)...)
}
