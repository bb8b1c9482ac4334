package evidence

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
)

const (
	// maxBytes bounds a document: the largest that scanners are known to write have 100 MB.
	maxBytes = 256 << 20
	// maxElement bounds what of a document is held at a time: a result, a tag, a text.
	maxElement = 32 << 20
)

var (
	errLarge   = fmt.Errorf("it is larger than %d MiB: split it, or let the tool report less", maxBytes>>20)
	errElement = fmt.Errorf("one element of it is larger than %d MiB: let the tool report less, without the output of tests or the content of files", maxElement>>20)
)

// input counts and digests what is read of a document, and bounds it.
type input struct {
	reader io.Reader
	sum    hash.Hash
	size   int64
	marked int64
	// most and element are the bounds of the document and of an element.
	most, element int64
}

func newInput(r io.Reader) *input {
	return &input{reader: r, sum: sha256.New(), most: maxBytes, element: maxElement}
}

// Read reads on. A document that is too large ends with an error, and stays ended: a decoder
// that has bytes to look at forgets an error that came with them.
func (in *input) Read(p []byte) (int, error) {
	switch {
	case in.size > in.most:
		return 0, errLarge
	case in.size-in.marked > in.element:
		return 0, errElement
	}
	n, err := in.reader.Read(p)
	in.sum.Write(p[:n])
	in.size += int64(n)
	return n, err
}

// mark says that an element is done.
func (in *input) mark() { in.marked = in.size }

// digest is the SHA-256 of what was read.
func (in *input) digest() string { return hex.EncodeToString(in.sum.Sum(nil)) }

// open is the document without its byte order mark, and the first byte that is not space.
func (in *input) open() (byte, *bufio.Reader, error) {
	text := bufio.NewReaderSize(in, 1<<16)
	head, err := text.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, nil, err
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = text.Discard(3) // it was peeked at
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return 0, nil, errors.New("it is UTF-16, as some shells write what is redirected: let the tool write the file, or save it as UTF-8")
	case bytes.HasPrefix(head, []byte("\x1f\x8b")), bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return 0, nil, errors.New("it is compressed: unpack it first")
	}
	for {
		c, err := text.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return 0, nil, errors.New("it is empty: did the tool fail?")
		case err != nil:
			return 0, nil, err
		case c != ' ' && c != '\t' && c != '\r' && c != '\n':
			err = text.UnreadByte()
			return c, text, err
		}
		in.mark()
	}
}
