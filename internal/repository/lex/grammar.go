package lex

// grammar is what is known of a language.
type grammar struct {
	// line begins a comment to the end of the line; with spaced only where a word could begin,
	// with own only as the first thing on a line.
	line        []string
	spaced, own bool
	// blocks are comments with an end, nested those that nest.
	blocks [][2]string
	nested bool
	// quotes begin strings, longest first.
	quotes []quote
	// regex: a slash where a value may begin is a regular expression.
	regex bool
	// ruby has heredocs, %-literals and =begin; template is PHP: markup with code in it, and heredocs of its own.
	ruby, template bool
	// prefix changes a quote by the letters in front of it.
	prefix func(q quote, before []byte) quote
}

// quote is one form of string.
type quote struct {
	open, end string
	// escape: a backslash takes the next byte's meaning. doubled: the end twice is none.
	escape, doubled bool
	// lines: the string may span lines; else it ends with its line at the latest.
	lines bool
	// code begins code in the string, which ends at the brace that closes it.
	code string
	// brace is a lone brace that begins code, unless it is doubled: f-strings.
	brace bool
	// dollar: $name is code.
	dollar bool
	// raw: as many quotes as open it end it.
	raw bool
}

func grammarOf(l Language) grammar {
	slashes, stars := []string{"//"}, [][2]string{{"/*", "*/"}}
	double := quote{open: `"`, end: `"`, escape: true}
	single := quote{open: `'`, end: `'`, escape: true}
	text := quote{open: `"""`, end: `"""`, escape: true, lines: true}
	switch l {
	case Go:
		return grammar{line: slashes, blocks: stars, quotes: []quote{double, {open: "`", end: "`", lines: true}, single}}
	case Java:
		return grammar{line: slashes, blocks: stars, quotes: []quote{text, double, single}}
	case Kotlin:
		text.escape, text.code, text.dollar = false, "${", true
		double.code, double.dollar = "${", true
		return grammar{line: slashes, blocks: stars, nested: true, quotes: []quote{text, double, single}}
	case CSharp:
		text.raw, text.escape = true, false
		return grammar{line: slashes, blocks: stars, quotes: []quote{text, double, single}, prefix: csharp}
	case JavaScript:
		back := quote{open: "`", end: "`", escape: true, lines: true, code: "${"}
		return grammar{line: slashes, blocks: stars, quotes: []quote{back, double, single}, regex: true}
	case JSON:
		return grammar{line: slashes, blocks: stars, quotes: []quote{double}}
	case Python:
		other := quote{open: `'''`, end: `'''`, escape: true, lines: true}
		return grammar{line: []string{"#"}, quotes: []quote{text, other, double, single}, prefix: python}
	case Ruby:
		double.lines, double.code = true, "#{"
		single.lines = true
		back := quote{open: "`", end: "`", escape: true, lines: true, code: "#{"}
		return grammar{line: []string{"#"}, quotes: []quote{double, single, back}, regex: true, ruby: true}
	case PHP:
		double.lines, double.code, double.dollar = true, "{$", true
		single.lines = true
		return grammar{line: []string{"//", "#"}, blocks: stars, quotes: []quote{double, single}, template: true}
	case Shell, Hash:
		double.lines, single.lines, single.escape = l == Shell, l == Shell, false
		return grammar{line: []string{"#"}, spaced: true, quotes: []quote{double, single}}
	case Properties:
		return grammar{line: []string{"#", ";", "!"}, own: true}
	case XML:
		return grammar{blocks: [][2]string{{"<!--", "-->"}}}
	}
	return grammar{}
}

// python reads the prefix of a string: f has code in it, r has no escapes that matter but a
// backslash still keeps a quote.
func python(q quote, before []byte) quote {
	for i := len(before) - 1; i >= max(0, len(before)-2); i-- {
		switch before[i] {
		case 'f', 'F', 't', 'T':
			if i == 0 || !word(before[i-1]) || prefixLetter(before[i-1]) {
				q.brace = true
			}
		case 'r', 'R', 'b', 'B', 'u', 'U':
		default:
			return q
		}
	}
	return q
}

func prefixLetter(c byte) bool { return c == 'r' || c == 'R' || c == 'b' || c == 'B' }

// csharp reads the signs in front of a string: $ has code in it, @ doubles its quotes.
func csharp(q quote, before []byte) quote {
	if q.open == "'" {
		return q
	}
	for i := len(before) - 1; i >= 0 && (before[i] == '$' || before[i] == '@'); i-- {
		switch before[i] {
		case '$':
			q.brace = true
		case '@':
			q.escape, q.doubled, q.lines = false, true, true
			if q.raw {
				q = quote{open: `"`, end: `"`, doubled: true, lines: true, brace: q.brace}
			}
		}
	}
	return q
}

func word(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0x80
}
