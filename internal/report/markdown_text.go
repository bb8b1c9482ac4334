package report

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// parting is a zero-width space. It parts what GitHub and GitLab would make a link or a
// notification of after they have read the Markdown, where a backslash is gone.
const parting = "&#8203;"

var (
	// reaching begins what becomes a link or a notification: a mention or an address of mail,
	// a reference to an issue, an address on the web.
	reaching = regexp.MustCompile(`@|[#!]\d|(?i:\bgh-\d)|://|(?i:\bwww\.)`)
	// starting means something at the start of a block: a list, a line under a heading.
	starting = regexp.MustCompile(`^(?:[-+=]|\d{1,9}[.)](?: |$))`)
)

// mdText is text from outside as Markdown that shows it and does nothing else: no markup, no
// HTML, no link, no mention, no line or cell of its own.
func mdText(s string) string {
	s = strings.Join(strings.Fields(Plain(s)), " ")
	s = starting.ReplaceAllStringFunc(s, func(m string) string {
		at := strings.IndexAny(m, "-+=.)")
		return m[:at] + "\x00" + m[at:]
	})
	s = reaching.ReplaceAllStringFunc(s, func(m string) string { return m[:1] + "\x01" + m[1:] })
	var b strings.Builder
	all := []rune(s)
	for i, r := range all {
		switch r {
		case 0:
			b.WriteByte('\\')
		case 1:
			b.WriteString(parting)
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '&':
			b.WriteString("&amp;")
		case '|':
			b.WriteString("&#124;")
		case '_':
			if !within(all, i) {
				b.WriteByte('\\')
			}
			b.WriteByte('_')
		case '\\', '`', '*', '[', ']', '~', '$', '#', '!':
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// within tells whether a letter or digit stands on both sides, where an underscore is no markup.
func within(s []rune, i int) bool {
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return i > 0 && i < len(s)-1 && word(s[i-1]) && word(s[i+1])
}

// mdCode is text from outside as a code span, where nothing acts and nobody is mentioned. No
// escape keeps a bar from ending a cell there in all programs, so text with one is mdText.
func mdCode(s string) string {
	s = strings.Join(strings.Fields(Plain(s)), " ")
	if s == "" || strings.Contains(s, "|") {
		return mdText(s)
	}
	longest, run := 0, 0
	for _, r := range s {
		if run++; r != '`' {
			run = 0
		}
		longest = max(longest, run)
	}
	if longest == 0 {
		return "`" + s + "`"
	}
	fence := strings.Repeat("`", longest+1)
	return fence + " " + s + " " + fence
}

// mdRow is a row of a table.
func mdRow(cells ...string) string { return "| " + strings.Join(cells, " | ") + " |\n" }

// mdTable is the head of a table. A column whose name ends in a colon holds numbers.
func mdTable(columns ...string) string {
	rule := make([]string, len(columns))
	for i, c := range columns {
		rule[i] = "---"
		if name, number := strings.CutSuffix(c, ":"); number {
			columns[i], rule[i] = name, "---:"
		}
	}
	return mdRow(columns...) + mdRow(rule...)
}

// mdCodes lists names, as many as instances shows.
func mdCodes(all []string) string {
	shown := make([]string, 0, shownInstances)
	for _, s := range all[:min(len(all), shownInstances)] {
		shown = append(shown, mdCode(s))
	}
	s := strings.Join(shown, ", ")
	if more := len(all) - len(shown); more > 0 {
		s += fmt.Sprintf(" and %d more", more)
	}
	return s
}

// mdCites lists the paragraphs that a rule cites.
func mdCites(rule finding.Rule) string {
	cites := make([]string, 0, len(rule.Citations))
	for _, c := range rule.Citations {
		cites = append(cites, "45 CFR "+mdText(citation(c)))
	}
	if text := proposed(rule.Proposed); text != "" {
		cites = append(cites, mdText(text))
	}
	return strings.Join(cites, "; ")
}
