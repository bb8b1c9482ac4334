// Package leaks turns files into resources of ours: what was examined, and each credential
// and identifier of a patient that internal/detect found there. A resource holds where
// something stood, of what kind it is and its masked form, never the value; and a file whose
// name holds one is named by a masked name.
//
// Files come from a tree.Source. They are read in parallel and in windows, so
// that memory is bounded by the number of workers, whatever a file's size.
package leaks
