package detect

import "bytes"

// valueReach is how far after its label a value begins.
const valueReach = 48

// connecting bytes may stand between a label and its value: spaces, the operators
// and quotes of languages, tags of markup, and at most three words ("number",
// "is", "value"), as in `"ssn": {"type": "string", "example": "..."}`.
func connecting(b byte) bool {
	return bytes.IndexByte([]byte(" \t\r\n\"'`:=#>(-[],.|*_&/\\<{?"), b) >= 0
}

// valueAfter finds the first word with a digit after a label, past at most one
// end of line.
func valueAfter(text []byte, label int) (start, end int) {
	words, lines := 0, 0
	limit := min(len(text), label+valueReach)
	for i := label; i < limit; {
		switch b := text[i]; {
		case alnum(b):
			from, numeric := i, false
			for i < len(text) && alnum(text[i]) && i-from < valueReach {
				numeric = numeric || digit(text[i])
				i++
			}
			if numeric {
				return from, i
			}
			if from > label { // what goes on from the label is a part of it
				words++
			}
			if words > 3 {
				return 0, 0
			}
		case b == '\n':
			lines++
			if lines > 1 || ended(text[label:i]) {
				return 0, 0
			}
			i++
		case b == '>' && bytes.HasSuffix(text[label:i], []byte("--")):
			return 0, 0 // the label stood in a comment
		case connecting(b):
			i++
		default:
			return 0, 0
		}
	}
	return 0, 0
}

// ended tells whether what stands on the line after a label says that its value is
// not on the next one.
func ended(line []byte) bool {
	line = bytes.TrimRight(line, " \t\r")
	return len(line) > 0 && bytes.IndexByte([]byte(",;)]}\"'"), line[len(line)-1]) >= 0
}

// identifier extends the word at start over what identifiers hold between letters
// and digits, and tells how many of each it has.
func identifier(text []byte, start int) (end, digits, letters int) {
	end = start
	turns := 0
	for i := start; i < len(text) && i-start < valueReach; i++ {
		if i > start && digit(text[i]) != digit(text[i-1]) && alnum(text[i-1]) {
			turns++
		}
		switch b := text[i]; {
		case turns > 2: // a part of a hash, not a number with a letter or two
			return end, 0, letters
		case digit(b):
			digits++
			end = i + 1
		case letter(b):
			letters++
			end = i + 1
		case b == '-' && i+1 < len(text) && alnum(text[i+1]):
		default:
			return end, digits, letters
		}
	}
	return end, digits, letters
}
