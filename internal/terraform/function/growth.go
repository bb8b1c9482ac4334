package function

import (
	"math/big"
	"regexp"
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode"

	"github.com/zclconf/go-cty/cty"
)

// The functions of this file refuse arguments on which a call would take or give
// too much. They see what the function would see; unknown arguments pass.

const (
	// maxPattern bounds a regular expression, in bytes.
	maxPattern = 4 << 10
	// maxSteps bounds the product of pattern size and text length: the matcher is
	// linear in each, and makes some ten million steps a second.
	maxSteps = 1 << 26
	// maxMatches bounds the sum of those products over all matches, in the worst
	// case in which each of them reads to the end of the text.
	maxMatches = 1 << 27
)

// textOf is the argument's text, empty where it has none that is known.
func textOf(v cty.Value) string {
	v, _ = v.Unmark()
	if v.IsKnown() && !v.IsNull() && v.Type() == cty.String {
		return v.AsString()
	}
	return ""
}

// membersOf are the members of a known list, set, tuple, map or object.
func membersOf(v cty.Value) []cty.Value {
	v, _ = v.Unmark()
	if v.IsNull() || !v.IsKnown() || !v.CanIterateElements() {
		return nil
	}
	out := make([]cty.Value, 0, v.LengthInt())
	for it := v.ElementIterator(); it.Next(); {
		_, elem := it.Element()
		out = append(out, elem)
	}
	return out
}

func atMostText(name string, n int) error {
	if n < 0 || n > maxText {
		return limitError(name, "more than %d bytes of text", maxText)
	}
	return nil
}

func atMostElements(name string, n int) error {
	if n < 0 || n > maxElements {
		return limitError(name, "more than %d elements", maxElements)
	}
	return nil
}

func joinLimit(name string, args []cty.Value) error {
	n, sep := 0, len(textOf(args[0]))
	for _, list := range args[1:] {
		for _, elem := range membersOf(list) {
			n += len(textOf(elem)) + sep
		}
	}
	return atMostText(name, n)
}

func indentLimit(name string, args []cty.Value) error {
	text := textOf(args[1])
	spaces, ok := integer(args[0])
	if lines := strings.Count(text, "\n"); !ok || lines > 0 && spaces > maxText/lines {
		return atMostText(name, -1)
	}
	return nil
}

// integer is the number as an int, if it fits; what is no known number is 0.
func integer(v cty.Value) (int, bool) {
	v, _ = v.Unmark()
	if v.IsNull() || !v.IsKnown() || v.Type() != cty.Number {
		return 0, true
	}
	n, accuracy := v.AsBigFloat().Int64()
	return int(n), accuracy == big.Exact || n != 1<<63-1 && n != -1<<63
}

func splitLimit(name string, args []cty.Value) error {
	if !args[0].IsKnown() {
		return nil
	}
	return atMostElements(name, strings.Count(textOf(args[1]), textOf(args[0])))
}

// sumLimit bounds the first-level members of all arguments together.
func sumLimit(name string, args []cty.Value) error {
	n := 0
	for _, arg := range args {
		n += len(membersOf(arg))
	}
	return atMostElements(name, n)
}

// productLimit bounds the members of the Cartesian product of the arguments.
func productLimit(name string, args []cty.Value) error {
	n := len(args)
	for _, arg := range args {
		if n *= len(membersOf(arg)); n > maxElements {
			return atMostElements(name, n)
		}
	}
	return nil
}

// digitsLimit bounds texts that are read as a number, which takes more than linear time.
func digitsLimit(name string, args []cty.Value) error {
	if len(textOf(args[0])) > maxDigits {
		return limitError(name, "a number of more than %d digits", maxDigits)
	}
	return nil
}

func regexLimit(name string, args []cty.Value) error {
	return matchLimit(name, textOf(args[0]), textOf(args[1]), 0)
}

func replaceLimit(name string, args []cty.Value) error {
	text, part, by := textOf(args[0]), textOf(args[1]), textOf(args[2])
	pattern, ok := slashed(part)
	if !ok {
		if !args[1].IsKnown() {
			return nil
		}
		return atMostText(name, len(text)+strings.Count(text, part)*len(by))
	}
	return matchLimit(name, pattern, text, len(by)+strings.Count(by, "$")*len(text))
}

// matchLimit bounds the work of finding all matches of the pattern, and the text
// that putting grow bytes in place of each would give. A pattern that does not
// parse is left to the function itself.
func matchLimit(name, pattern, text string, grow int) error {
	if len(pattern) > maxPattern {
		return limitError(name, "a pattern of more than %d bytes", maxPattern)
	}
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil
	}
	prog, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return nil
	}
	if len(prog.Inst)*len(text) > maxSteps {
		return limitError(name, "a pattern and text that take too long to match")
	}
	re, err := regexp.Compile(pattern)
	if err != nil {
		return nil
	}
	steps, n := 0, len(text)
	for from := 0; from <= len(text); {
		steps += len(prog.Inst) * (len(text) - from)
		if n += grow; steps > maxMatches || n > maxText {
			return limitError(name, "more matches than can be worked on")
		}
		at := re.FindStringIndex(text[from:])
		if at == nil {
			break
		}
		from += max(at[1], 1)
	}
	return nil
}

// widths are the widths and precisions in a format, and how many directives it has.
func widths(format string) (numbers []string, directives int) {
	for {
		_, rest, ok := strings.Cut(format, "%")
		if !ok {
			return numbers, directives
		}
		end := strings.IndexFunc(rest, func(r rune) bool { return r == '%' || unicode.IsLetter(r) })
		if end < 0 {
			end = len(rest) - 1
		}
		directives++
		format = rest[end+1:]
		numbers = append(numbers, numbersIn(rest[:max(end, 0)])...)
	}
}

// numbersIn are the numbers of a directive but for those in brackets, which say
// which argument is meant.
func numbersIn(directive string) []string {
	var out []string
	for i := 0; i < len(directive); i++ {
		switch c := directive[i]; {
		case c == '[':
			if n := strings.IndexByte(directive[i:], ']'); n > 0 {
				i += n
			}
		case c >= '0' && c <= '9':
			n := len(directive[i:]) - len(strings.TrimLeft(directive[i:], "0123456789"))
			out = append(out, directive[i:i+n])
			i += n - 1
		}
	}
	return out
}

// measures tells whether a format pads or cuts what it prints, so that the
// result depends on the texts and not only holds them.
func measures(format cty.Value) bool {
	numbers, _ := widths(textOf(format))
	return len(numbers) > 0
}

// formatLimit bounds what a format prints for one set of arguments, and that
// times the length of the lists for formatlist.
func formatLimit(name string, args []cty.Value) error {
	format := textOf(args[0])
	numbers, directives := widths(format)
	once := len(format)
	for _, number := range numbers {
		width, err := strconv.Atoi(number)
		if once += width; err != nil || width > maxText || once > maxText {
			return atMostText(name, -1)
		}
	}
	longest, times := 0, 1
	for _, arg := range args[1:] {
		members := []cty.Value{arg}
		if name == "formatlist" && sequence(arg.Type()) {
			members = membersOf(arg)
		}
		times = max(times, len(members))
		for _, member := range members {
			var s size
			if err := s.add(name, member, 0); err != nil {
				return err
			}
			longest = max(longest, s.text)
		}
	}
	return atMostText(name, times*min(once+directives*longest, maxText+1))
}
