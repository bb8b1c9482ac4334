package detect

import "bytes"

// UTF-16 is what some tools on Windows write. What is looked for is ASCII, so such
// a text is read as one byte for each of its units.

// narrow gives a text of UTF-16 with one byte a unit, other characters than ASCII
// as 0x80, and nil for a text that does not begin with UTF-16's mark.
func narrow(text []byte) []byte {
	high := 1
	switch {
	case bytes.HasPrefix(text, []byte("\xff\xfe")):
	case bytes.HasPrefix(text, []byte("\xfe\xff")):
		high = 0
	default:
		return nil
	}
	out := make([]byte, (len(text)-2)/2)
	for i := range out {
		at := 2 + 2*i
		out[i] = text[at+1-high]
		if text[at+high] != 0 || out[i] > 127 {
			out[i] = 0x80
		}
	}
	return out
}

// widen turns offsets in the narrow text into those in the text.
func widen(all []found) []found {
	for i := range all {
		m := &all[i].Match
		m.Start, m.End, m.Column = 2+2*m.Start, 2+2*m.End, 2*m.Column-1
		if m.Line == 1 {
			m.Column += 2
		}
		for k := range all[i].also {
			s := &all[i].also[k]
			s.start, s.end = 2+2*s.start, 2+2*s.end
		}
	}
	return all
}
