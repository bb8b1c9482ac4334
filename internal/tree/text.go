package tree

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"unicode/utf16"
	"unicode/utf8"
)

// sniffed is how much of a file tells whether it is text: git looks at as much.
const sniffed = 8000

// Reason is an error without the name of the file, which is masked elsewhere.
func Reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return err.Error()
}

// Text is a file as UTF-8 where a mark tells its encoding, else as it is; and whether it is text.
func Text(r io.Reader) (io.Reader, bool, error) {
	in := bufio.NewReaderSize(r, sniffed)
	head, err := in.Peek(sniffed)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, false, err
	}
	switch {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe, 0, 0}): // UTF-32, which nobody writes files in
		return in, false, nil
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return &wide{in: in, order: binary.BigEndian}, true, nil
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}):
		return &wide{in: in, order: binary.LittleEndian}, true, nil
	}
	return in, bytes.IndexByte(head, 0) < 0, nil
}

// wide reads UTF-16 as UTF-8.
type wide struct {
	in    *bufio.Reader
	order binary.ByteOrder
	out   []byte
	high  rune
}

func (w *wide) Read(p []byte) (int, error) {
	for len(w.out) < utf8.UTFMax {
		var unit [2]byte
		if _, err := io.ReadFull(w.in, unit[:]); err != nil {
			if len(w.out) > 0 {
				break
			}
			if errors.Is(err, io.ErrUnexpectedEOF) {
				err = io.EOF // half a character at the end is none
			}
			return 0, err
		}
		r := rune(w.order.Uint16(unit[:]))
		if w.high != 0 {
			pair := utf16.DecodeRune(w.high, r)
			w.high = 0
			w.out = utf8.AppendRune(w.out, pair)
			if pair != utf8.RuneError {
				continue
			}
		}
		if 0xd800 <= r && r < 0xdc00 {
			w.high = r
			continue
		}
		w.out = utf8.AppendRune(w.out, r) // half a pair alone becomes U+FFFD
	}
	n := copy(p, w.out)
	w.out = w.out[:copy(w.out, w.out[n:])]
	return n, nil
}
