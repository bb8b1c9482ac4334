// Package repository turns the files of one repository into resources of ours: its pipelines,
// and what else in it the rules on repositories judge (types.go lists the types).
//
// Files come from a tree.Source. Each concern has an extractor, which says by a file's name
// whether it reads it; files that none wants are not opened. A wanted file is read whole, up to
// a limit, and in parallel with others; what it says is added in the order of the files, so
// that the same files give the same set. What cannot be read or understood is a gap or an
// unknown value with a cause. No value that could be a secret gets into the set.
package repository
