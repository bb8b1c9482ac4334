package detect

import "bytes"

// Name looks for matches of medium confidence or more in a file's path, where what parts words
// in names parts them. masked is the path without what it gives away; empty where it gives
// nothing away.
func (d *Detector) Name(path string) (masked string, found []Match) {
	name := []byte(path)
	words := bytes.Clone(name) // byte by byte: a name need not be UTF-8
	for i, b := range words {
		if b == '/' || b == '.' || b == '_' {
			words[i] = ' '
		}
	}
	hidden := false
	for _, m := range d.Scan("", words) {
		if m.Confidence < Medium || m.End == m.Start {
			continue
		}
		found = append(found, m)
		for i := m.Start; i < m.End; i++ {
			if hidden = true; words[i] != ' ' && words[i] != '-' {
				name[i] = '*'
			}
		}
	}
	if !hidden {
		return "", found
	}
	return string(name), found
}
