package tree_test

import (
	"bytes"
	"errors"
	"io"
	"testing"
	"testing/iotest"

	"github.com/hipaactl/hipaactl/internal/tree"
)

func TestText(t *testing.T) {
	broken := errors.New("the disk is broken")
	for name, c := range map[string]struct {
		in   io.Reader
		want string
		text bool
		err  error
	}{
		"UTF-8":              {bytes.NewReader([]byte("a\nb")), "a\nb", true, nil},
		"UTF-16":             {bytes.NewReader([]byte{0xff, 0xfe, 'a', 0, '\n', 0, 0x3d, 0xd8, 0x00, 0xde}), "\ufeffa\n\U0001F600", true, nil},
		"big":                {bytes.NewReader([]byte{0xfe, 0xff, 0, 'a'}), "\ufeffa", true, nil},
		"half a character":   {bytes.NewReader([]byte{0xff, 0xfe, 'a', 0, 'b'}), "\ufeffa", true, nil},
		"half a pair":        {bytes.NewReader([]byte{0xff, 0xfe, 0x3d, 0xd8, '\n', 0, 'a', 0}), "\ufeff\ufffd\na", true, nil},
		"the other half":     {bytes.NewReader([]byte{0xff, 0xfe, 0x00, 0xde, '\n', 0, 'a', 0}), "\ufeff\ufffd\na", true, nil},
		"two halves":         {bytes.NewReader([]byte{0xff, 0xfe, 0x3d, 0xd8, 0x3d, 0xd8, 0x00, 0xde}), "\ufeff\ufffd\U0001F600", true, nil},
		"UTF-32":             {bytes.NewReader([]byte{0xff, 0xfe, 0, 0, 'a', 0, 0, 0}), "", false, nil},
		"a NUL":              {bytes.NewReader([]byte("a\x00b")), "", false, nil},
		"a disk that breaks": {io.MultiReader(bytes.NewReader([]byte{0xff, 0xfe, 'a', 0}), iotest.ErrReader(broken)), "", true, broken},
	} {
		r, text, err := tree.Text(c.in)
		if text != c.text && err == nil {
			t.Errorf("%s: text is %v", name, text)
		}
		var got []byte
		if text && err == nil {
			got, err = io.ReadAll(r)
		}
		if !errors.Is(err, c.err) || c.err == nil && text && string(got) != c.want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}
