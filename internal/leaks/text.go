package leaks

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"

	"github.com/hipaactl/hipaactl/internal/detect"
	"github.com/hipaactl/hipaactl/internal/tree"
)

const (
	// window is how much of a file is looked at at once, and overlap how much of it again
	// with what follows, so that nothing is cut in two.
	window  = 4 << 20
	overlap = 64 << 10
	// longestHead bounds the first line that goes with every window: it names the columns.
	longestHead = 4 << 10
	// longestLabel bounds what in front of a credential tells it from others.
	longestLabel = 64
)

// state says what became of a file.
type state int

const (
	read state = iota
	binaryFile
	noFile
	gone
	unread
)

// examined is what was found in a file.
type examined struct {
	file    tree.File
	state   state
	why     string
	matches []match
	// masked is the file's name without what it gives away; empty where it gives nothing away.
	masked string
}

// match is a find with what tells it from others of the file, of which neither shows the value.
type match struct {
	detect.Match
	// label is a digest of what stands in front of a credential on its line.
	label string
	// value is a digest for comparisons within the run. It never leaves the package.
	value [sha256.Size]byte
	// name tells that it stands in the file's name.
	name bool
}

// examine reads a file in windows.
func examine(ctx context.Context, d *detect.Detector, f tree.File) examined {
	e := examined{file: f}
	e.readName(d)
	in, err := f.Open()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.state, e.matches = gone, nil // git lists what was removed and not yet staged
		return e
	case err != nil:
		e.state, e.why = unread, tree.Reason(err)
		return e
	case in == nil:
		e.state = noFile
		return e
	}
	defer func() { _ = in.Close() }() // nothing was written
	head := bufio.NewReaderSize(in, detect.DICOMHead)
	if begin, _ := head.Peek(detect.DICOMHead); detect.DICOM(begin) { // an error is one of what is read next
		e.header(d, head)
		return e
	}
	text, isText, err := tree.Text(head)
	switch {
	case err != nil:
		e.state, e.why = unread, tree.Reason(err)
	case !isText:
		e.state = binaryFile
	default:
		if err := e.windows(ctx, d, text); err != nil {
			e.state, e.why = unread, tree.Reason(err)
		}
	}
	return e
}

// header reads the header of a DICOM file, which is no text and names a patient.
func (e *examined) header(d *detect.Detector, in io.Reader) {
	text, err := io.ReadAll(io.LimitReader(in, detect.HeaderReach))
	if err != nil {
		e.state, e.why = unread, tree.Reason(err)
		return
	}
	matches, seen := d.Header(text)
	for _, m := range matches {
		e.matches = append(e.matches, match{Match: m, value: sha256.Sum256(text[m.Start:m.End])})
	}
	if !seen {
		e.state, e.why = unread, "its DICOM header is broken, or longer than 4 MiB"
	}
}

// readName looks for matches in the file's name. They stand at its first line.
func (e *examined) readName(d *detect.Detector) {
	masked, found := d.Name(e.file.Name)
	for _, m := range found {
		value := sha256.Sum256([]byte(e.file.Name[m.Start:m.End]))
		m.Line, m.Column, m.Start, m.End = 1, 1, 0, 0
		e.matches = append(e.matches, match{Match: m, value: value, name: true})
	}
	e.masked = masked
}

// windows looks at a text part by part. What begins in the first half of an overlap is
// taken from the earlier window, what begins in the second from the later.
func (e *examined) windows(ctx context.Context, d *detect.Detector, r io.Reader) error {
	var head []byte
	buf, filled := make([]byte, 0, 64<<10), 0
	line, keep := 0, 0 // lines in front of buf; offset in it from which matches are taken
	for first := true; ; first = false {
		if err := ctx.Err(); err != nil {
			return err
		}
		var ended bool
		var err error
		if buf, ended, err = fill(r, buf[:filled]); err != nil {
			return err
		}
		filled = len(buf)
		if first {
			head = headOf(buf, ended)
		}
		to := filled
		if !ended {
			to = filled - overlap/2
		}
		text, shift := buf, 0
		if !first {
			text, shift = append(append(make([]byte, 0, len(head)+filled), head...), buf...), len(head)
		}
		e.take(text, d.Scan(e.file.Name, text), shift, keep, to, line)
		if ended {
			return nil
		}
		from := to - overlap/2
		if nl := bytes.IndexByte(buf[from:to], '\n'); nl >= 0 {
			from += nl + 1
		}
		line += bytes.Count(buf[:from], []byte{'\n'})
		keep = to - from
		filled = copy(buf, buf[from:])
	}
}

// fill reads until the window is full or the file ends.
func fill(r io.Reader, buf []byte) ([]byte, bool, error) {
	for len(buf) < window {
		if len(buf) == cap(buf) {
			grown := make([]byte, len(buf), min(window, 4*cap(buf)))
			copy(grown, buf)
			buf = grown
		}
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		switch {
		case errors.Is(err, io.EOF):
			return buf, true, nil
		case err != nil:
			return buf, false, err
		}
	}
	return buf, false, nil
}

// headOf is the first line of a file that takes several windows.
func headOf(buf []byte, whole bool) []byte {
	if whole {
		return nil
	}
	nl := bytes.IndexByte(buf[:min(len(buf), longestHead)], '\n')
	return bytes.Clone(buf[:nl+1])
}

// take keeps the matches that begin in [from, to) of the window. shift is how much stands
// in front of the window, and line how many lines of the file are before it.
func (e *examined) take(text []byte, all []detect.Match, shift, from, to, line int) {
	line -= bytes.Count(text[:shift], []byte{'\n'})
	for i, m := range all {
		if at := m.Start - shift; at < from && (from > 0 || shift > 0) || at >= to && to > 0 {
			continue
		}
		label := ""
		if m.Class == detect.Credential {
			after := 0
			if i > 0 {
				after = all[i-1].End
			}
			label = labelOf(text, after, m.Start)
		}
		value := sha256.Sum256(text[m.Start:m.End])
		m.Line += line
		e.matches = append(e.matches, match{Match: m, label: label, value: value})
	}
}

// labelOf is a short digest of what stands in front of a match on its line, after another
// match and without digits: the name of what is set, and never a value.
func labelOf(text []byte, after, start int) string {
	from := max(min(after, start), start-longestLabel, bytes.LastIndexByte(text[:start], '\n')+1)
	label := bytes.Map(func(r rune) rune {
		if r <= ' ' || r >= '0' && r <= '9' {
			return -1
		}
		return r
	}, text[from:start])
	sum := sha256.Sum256(label)
	return hex.EncodeToString(sum[:3])
}
