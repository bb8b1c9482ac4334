package tree

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
)

// unreadable is, in an example, the content of a file that cannot be read.
const unreadable = "(unreadable)"

// Archive is the source of the files in a text, each after a line "-- NAME --": the form of
// examples. A file that holds the one line "(unreadable)" cannot be opened.
func Archive(text []byte) Source {
	return func(_ context.Context, take func(File) error) error {
		name, from := "", 0
		put := func(to int) error {
			if name == "" {
				return nil
			}
			content := text[from:to]
			return take(File{Root: ".", Name: name, Shown: name, Open: func() (io.ReadCloser, error) {
				if string(bytes.TrimSpace(content)) == unreadable {
					return nil, errors.New("permission denied")
				}
				return io.NopCloser(bytes.NewReader(content)), nil
			}})
		}
		at := 0
		for line := range bytes.Lines(text) {
			next := at + len(line)
			if s := strings.TrimSpace(string(line)); strings.HasPrefix(s, "-- ") && strings.HasSuffix(s, " --") && len(s) > 6 {
				if err := put(at); err != nil {
					return err
				}
				name, from = s[3:len(s)-3], next
			}
			at = next
		}
		return put(len(text))
	}
}
