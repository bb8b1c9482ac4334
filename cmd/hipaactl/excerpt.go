package main

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

const (
	// maxExcerptLines bounds what one finding shows beside its block's header.
	maxExcerptLines = 8
	// maxLine bounds a line; a longer one is data or minified, not code to read.
	maxLine = 300
	// maxSource bounds the files that are read for it.
	maxSource = 8 << 20
)

// excerpts gives every failing finding the lines to show a person: the header of its block
// and the lines of the attributes it is about, with literals that may be secret masked.
// Only configuration is shown: a plan can hold values that configuration never spells out.
func excerpts(findings []finding.Finding, set *resource.Set) {
	headers := map[[2]string]hcl.Range{}
	for _, r := range set.Resources {
		if r.InlineOf.IsZero() {
			headers[[2]string{r.Root, r.Address.String()}] = r.Location.Range
		}
	}
	files := map[string][]string{}
	for i := range findings {
		f := &findings[i]
		if f.Status != finding.Fail || f.Waiver != nil || !isConfig(f.Location.File) {
			continue
		}
		lines, read := files[f.Location.File]
		if !read {
			lines = readLines(f.Location.File)
			files[f.Location.File] = lines
		}
		head := headers[[2]string{f.Resource.Root, f.Resource.Address}]
		if head.Filename != f.Location.File {
			head.Start.Line = 0
		}
		f.Location.Excerpt = excerpt(lines, head.Start.Line, f.Location, f.Evidence)
	}
}

// readLines is a file's lines, none where it cannot be read: the report stands without.
func readLines(name string) []string {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxSource {
		return nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	return strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
}

// excerpt picks the block's header, the finding's own line and those of its evidence,
// which are the offending ones. Without evidence in this file the own line is.
func excerpt(lines []string, head int, l finding.Location, evidence []finding.Evidence) []finding.Line {
	var offending, hidden []int
	for _, e := range evidence {
		if e.File == l.File && e.Value == finding.Hidden {
			hidden = append(hidden, e.Line)
		}
		if e.File == l.File && e.Line != head && !slices.Contains(offending, e.Line) {
			offending = append(offending, e.Line)
		}
	}
	if len(offending) == 0 {
		offending = []int{l.Line}
	}
	slices.Sort(offending)
	offending = offending[:min(len(offending), maxExcerptLines)]
	numbers := append([]int{head, l.Line}, offending...)
	slices.Sort(numbers)
	var out []finding.Line
	for _, n := range slices.Compact(numbers) {
		if n >= 1 && n <= len(lines) {
			out = append(out, finding.Line{Number: n, Text: masked(lines[n-1], slices.Contains(hidden, n)), Offending: slices.Contains(offending, n)})
		}
	}
	return out
}

var (
	header  = regexp.MustCompile(`^\s*[a-z_]+(\s+"[^"]*")*\s*\{\s*$`)
	comment = regexp.MustCompile(`\s*(#|//|/\*).*$`)
	literal = regexp.MustCompile(`"(\\.|[^"\\])*"?`)
)

// masked is a line of configuration without the literals that may be secret: all of them
// where evidence that stands there is hidden or a name sounds like one, and anywhere what
// its form gives away.
func masked(line string, hidden bool) string {
	if len(line) > maxLine {
		return "… (a long line)"
	}
	if header.MatchString(line) {
		return line
	}
	if hidden || finding.Secret(line) {
		line = uncommented(maskLiterals(line))
	}
	return finding.Masked(line)
}

// maskLiterals masks from the first quoted string that is no key to the last quote: strings
// nest in templates, so what lies between two of them may be inside a third.
func maskLiterals(line string) string {
	for _, at := range literal.FindAllStringIndex(line, -1) {
		if isKey(line, at[0], at[1]) {
			continue
		}
		last := strings.LastIndexByte(line, '"')
		if last == at[0] {
			return line[:at[0]] + `"***"`
		}
		return line[:at[0]] + `"***"` + line[last+1:]
	}
	return line
}

// uncommented is a masked line without its comment, which may hold an older secret.
func uncommented(line string) string {
	if at := comment.FindStringIndex(line); at != nil {
		return line[:at[0]]
	}
	return line
}

// isKey tells whether the quoted string line[from:to] names a member of an object: it
// begins the line or follows a brace or comma, and a colon or one equals sign follows it.
func isKey(line string, from, to int) bool {
	before := strings.TrimRight(line[:from], " \t")
	after := strings.TrimLeft(line[to:], " \t")
	begins := before == "" || strings.HasSuffix(before, "{") || strings.HasSuffix(before, ",")
	names := strings.HasPrefix(after, ":") || strings.HasPrefix(after, "=") && !strings.HasPrefix(after, "==")
	return begins && names
}
