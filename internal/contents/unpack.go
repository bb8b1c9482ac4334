package contents

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"io"
	"strings"
	"unicode/utf8"
)

const (
	// maxText bounds a text, and what a compressed one may become, in bytes: sixty times what
	// AWS takes for user data.
	maxText = 1 << 20
	// leastEncoded is the length from which text of the alphabet of base64 is taken for that.
	leastEncoded = 16
)

// unpacked are the texts in a text: itself, what it is the base64 of, packed with gzip or
// not, and of a MIME message the parts that are base64. packed tells that something
// is compressed and cannot be read, or that there is too much of it.
func unpacked(text string) (all []string, packed bool) {
	if len(text) > maxText {
		return nil, true
	}
	all = []string{text}
	if data, ok := decoded(text); ok {
		plain, packed := inflated(data)
		if packed {
			return nil, true
		}
		if readable(plain) {
			all = append(all, string(plain))
		}
	}
	encoded, ok := parts(all[len(all)-1])
	if !ok {
		return nil, true
	}
	for _, part := range encoded {
		plain, packed := inflated(part)
		if packed {
			return nil, true
		}
		if readable(plain) {
			all = append(all, string(plain))
		}
	}
	return all, false
}

func decoded(text string) ([]byte, bool) {
	compact := strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\r' || r == '\n' {
			return -1
		}
		return r
	}, text)
	if len(compact) < leastEncoded {
		return nil, false
	}
	data, err := base64.StdEncoding.DecodeString(compact)
	return data, err == nil
}

// inflated unpacks what begins as gzip does: https://www.rfc-editor.org/rfc/rfc1952#section-2.3.
func inflated(data []byte) (plain []byte, packed bool) {
	if !bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		return data, false
	}
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, true
	}
	plain, err = io.ReadAll(io.LimitReader(r, maxText+1))
	return plain, err != nil || len(plain) > maxText
}

func readable(data []byte) bool { return utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 }

// parts are those of a MIME message whose transfer encoding is base64, as cloud-init takes
// them: https://cloudinit.readthedocs.io/en/latest/explanation/format.html. ok is false
// where one says so and is not.
func parts(text string) (out [][]byte, ok bool) {
	if !strings.Contains(strings.ToLower(text[:min(len(text), 1<<10)]), "multipart/") {
		return nil, true
	}
	ok = true
	var body strings.Builder
	header, encoded := true, false
	end := func() {
		data, err := base64.StdEncoding.DecodeString(body.String())
		if body.Reset(); err != nil {
			ok = false
		} else if len(data) > 0 {
			out = append(out, data)
		}
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "--"):
			end()
			header, encoded = true, false
		case header && line == "":
			header = false
		case header:
			name, value, _ := strings.Cut(line, ":")
			encoded = encoded || strings.EqualFold(name, "Content-Transfer-Encoding") && strings.EqualFold(strings.TrimSpace(value), "base64")
		case encoded:
			body.WriteString(line)
		}
	}
	end()
	return out, ok
}
