// Package detect turns text into masked matches of credentials and of protected
// health information (PHI). Sources call it for files and for values of
// configuration; a value it found never leaves it, only where the value stood,
// what kind it is, and why it was taken for one.
//
// One pass of an automaton over the text finds every keyword of every rule;
// expressions and parsers run on bounded windows around what it found. So time
// is linear in the text, and a text without keywords costs that pass alone.
package detect
