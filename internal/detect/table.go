package detect

import (
	"bytes"
	"fmt"
	"path"
	"strings"
)

// table reads text with a header line and columns. A column is taken where its
// header says what it is and its cells are that: of SSNs the issued ranges, of
// birth dates real dates, of NPIs the check digit. Which columns make a table one
// of patients, and so names and dates in it PHI, is said at about.
func (p *phiScan) table() {
	t := newTable(p.name, p.text)
	if t == nil {
		return
	}
	for i := range t.columns {
		c := &t.columns[i]
		if c.sort == nil || len(c.valid) == 0 || len(c.valid)*5 < c.filled*4 {
			c.sort = nil // what is under the header is something else
		}
	}
	about := t.about()
	for _, c := range t.columns {
		if c.sort == nil {
			continue
		}
		confidence := c.sort.alone
		if about {
			confidence = max(confidence, c.sort.ofPatients)
		}
		why := fmt.Sprintf("column %d: its header reads as %s, and so do %d of %d cells", c.number, c.sort.name, len(c.valid), c.filled)
		if c.invented*5 >= len(c.valid)*4 {
			confidence, why = Low, why+"; but they are made up"
		}
		before := len(p.all)
		p.add("csv-column", confidence, c.valid[0], "[csv-column "+c.sort.kind+"]", why)
		if len(p.all) > before {
			p.all[before].also = c.valid[1:]
		}
	}
}

// column is what the rows show of one.
type column struct {
	number   int
	sort     *columnSort
	filled   int
	invented int
	valid    []span
}

type table struct {
	columns []column
}

// tableSuffixes are the names that tables have; text without one may be a table
// in a value, and is read when its first line holds a header that is known.
var tableSuffixes = map[string]bool{".csv": true, ".tsv": true, ".tab": true, ".psv": true, ".txt": true, ".dat": true, "": true}

// longestHeader and mostColumns bound what is read before the text is known to be a table.
const (
	longestHeader = 1 << 14
	mostColumns   = 512
)

func newTable(name string, text []byte) *table {
	if !tableSuffixes[strings.ToLower(path.Ext(name))] {
		return nil
	}
	from := 0
	if bytes.HasPrefix(text, []byte("\xef\xbb\xbf")) {
		from = 3 // the mark of the byte order
	}
	header := text[:min(len(text), longestHeader)]
	nl := bytes.IndexByte(header, '\n')
	if nl < 0 {
		return nil
	}
	delimiter, most := byte(0), 0
	for _, d := range []byte(",\t|;") {
		if n := bytes.Count(header[:nl], []byte{d}); n > most {
			delimiter, most = d, n
		}
	}
	if most == 0 || most >= mostColumns {
		return nil
	}
	t := &table{}
	known := false
	eachCell(text[:nl+1], from, delimiter, func(col int, s span) {
		c := column{number: col + 1, sort: sortOf(string(text[s.start:s.end]))}
		known = known || c.sort != nil
		t.columns = append(t.columns, c)
	})
	if !known {
		return nil
	}
	t.fill(text, nl+1, delimiter)
	return t
}

func (t *table) fill(text []byte, from int, delimiter byte) {
	eachCell(text, from, delimiter, func(col int, s span) {
		if col >= len(t.columns) || t.columns[col].sort == nil || s.end == s.start {
			return
		}
		c := &t.columns[col]
		cell := text[s.start:s.end]
		if empty := strings.ToLower(string(cell[:min(4, len(cell))])); empty == "null" || empty == "none" || empty == "n/a" || empty == "na" || empty == "-" {
			return
		}
		c.filled++
		if !c.sort.valid(cell) {
			return
		}
		c.valid = append(c.valid, s)
		if c.sort.invented != nil && c.sort.invented(string(cell)) {
			c.invented++
		}
	})
}

// eachCell calls do for each cell from an offset on, without its quotes
// (RFC 4180, with any delimiter).
func eachCell(text []byte, from int, delimiter byte, do func(column int, s span)) {
	col := 0
	for i := from; i < len(text); {
		s := span{i, i}
		if text[i] == '"' {
			i++
			s.start = i
			for i < len(text) && (text[i] != '"' || i+1 < len(text) && text[i+1] == '"') {
				if text[i] == '"' {
					i++
				}
				i++
			}
			s.end = min(i, len(text))
			for i < len(text) && text[i] != delimiter && text[i] != '\n' {
				i++
			}
		} else {
			for i < len(text) && text[i] != delimiter && text[i] != '\n' {
				i++
			}
			s.end = i
		}
		for s.end > s.start && strings.IndexByte(" \r", text[s.end-1]) >= 0 {
			s.end--
		}
		for s.end > s.start && text[s.start] == ' ' {
			s.start++
		}
		do(col, s)
		if i < len(text) && text[i] == '\n' {
			col = -1
		}
		col++
		i++
	}
}
