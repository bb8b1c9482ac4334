package function

import (
	"crypto/md5"  //nolint:gosec // filemd5 is a function of Terraform's, not a protection
	"crypto/sha1" //nolint:gosec // likewise filesha1
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// repository is what the file functions may read.
type repository struct {
	tree      fs.FS
	root, dir string
}

// name is the path within the tree, slash-separated. A path that leads out of the
// tree is an unseen one, as is every path where there is no tree.
func (r repository) name(path string) (string, error) {
	if r.tree == nil || strings.HasPrefix(path, "~") {
		return "", unread(path, "the path lies outside the scanned repository")
	}
	full := path
	if !filepath.IsAbs(full) {
		full = filepath.Join(r.dir, full)
	}
	rel, err := filepath.Rel(r.root, full)
	if rel = filepath.ToSlash(rel); err != nil || !fs.ValidPath(rel) {
		return "", unread(path, "the path lies outside the scanned repository")
	}
	return rel, nil
}

// unreadError is something that exists or may exist and was not read: it makes
// the result unknown.
type unreadError struct{ cause resource.Cause }

func (e *unreadError) Error() string { return e.cause.What + ": " + e.cause.Why }

func unread(path, because string) error {
	return &unreadError{resource.Cause{Kind: resource.NotVisible, What: path, Why: because, Settle: "scan a plan, where Terraform has read it"}}
}

// missing is the error of a path at which there is nothing. Terraform fails as well.
func missing(path string) error {
	return &Error{Cause: resource.Cause{
		Kind: resource.NotVisible, What: path, Why: "there is no such file in the scanned repository",
		Settle: "create the file before the scan, or scan a plan, where Terraform has read it",
	}}
}

// stat finds the file at a path, which must be a regular one.
func (r repository) stat(path string) (name string, info fs.FileInfo, err error) {
	name, err = r.name(path)
	if err != nil {
		return "", nil, err
	}
	info, err = fs.Stat(r.tree, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil, missing(path)
	case err != nil: // no permission, or a symbolic link that leads out of the tree
		return "", nil, unread(path, "the file could not be read")
	case info.IsDir():
		return "", nil, errors.New("the path names a directory, not a file")
	case !info.Mode().IsRegular():
		return "", nil, unread(path, "it is not a regular file")
	}
	return name, info, nil
}

// read returns the file's bytes, of which there are no more than maxText.
func (r repository) read(path string) ([]byte, error) {
	name, info, err := r.stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxText {
		return nil, limitError("file", "a file of more than %d bytes", maxText)
	}
	f, err := r.tree.Open(name)
	if err != nil {
		return nil, unread(path, "the file could not be read")
	}
	defer f.Close() //nolint:errcheck // nothing was written
	b, err := io.ReadAll(io.LimitReader(f, maxText+1))
	switch {
	case err != nil:
		return nil, unread(path, "the file could not be read")
	case len(b) > maxText:
		return nil, limitError("file", "a file of more than %d bytes", maxText)
	}
	return b, nil
}

// ofFile makes a function from a path to something about the file there.
func ofFile(result cty.Type, f func(path string) (cty.Value, error)) function.Function {
	return ofTexts(result, func(s ...string) (cty.Value, error) { return orUnknown(result)(f(s[0])) }, "path")
}

// orUnknown turns the error of something unread into an unknown value.
func orUnknown(t cty.Type) func(cty.Value, error) (cty.Value, error) {
	return func(v cty.Value, err error) (cty.Value, error) {
		if e := (*unreadError)(nil); errors.As(err, &e) {
			return cty.UnknownVal(t).Mark(e.cause), nil
		}
		return v, err
	}
}

// contents makes a function from a path to a text made of the file's bytes.
func (r repository) contents(text func([]byte) (string, error)) function.Function {
	return ofFile(cty.String, func(path string) (cty.Value, error) {
		b, err := r.read(path)
		if err != nil {
			return cty.NilVal, err
		}
		s, err := text(b)
		return cty.StringVal(s), err
	})
}

func utf8Text(b []byte) (string, error) {
	if !utf8.Valid(b) {
		return "", errors.New("the file is not UTF-8 text; filebase64 reads others")
	}
	return string(b), nil
}

func base64Text(b []byte) (string, error) { return base64.StdEncoding.EncodeToString(b), nil }

func digest(h func() hash.Hash, text func([]byte) string) func([]byte) (string, error) {
	return func(b []byte) (string, error) {
		sum := h()
		sum.Write(b)
		return text(sum.Sum(nil)), nil
	}
}

func (r repository) exists(path string) (cty.Value, error) {
	_, _, err := r.stat(path)
	if own := (*Error)(nil); errors.As(err, &own) {
		return cty.False, nil
	}
	return cty.BoolVal(err == nil), err
}

// functions are the functions that read files, but for templates.
func (r repository) functions() map[string]entry {
	b64 := base64.StdEncoding.EncodeToString
	return map[string]entry{
		"file":             {Function: r.contents(utf8Text)},
		"filebase64":       {Function: r.contents(base64Text)},
		"filebase64sha256": {Function: r.contents(digest(sha256.New, b64))},
		"filebase64sha512": {Function: r.contents(digest(sha512.New, b64))},
		"filemd5":          {Function: r.contents(digest(md5.New, hex.EncodeToString))},
		"filesha1":         {Function: r.contents(digest(sha1.New, hex.EncodeToString))},
		"filesha256":       {Function: r.contents(digest(sha256.New, hex.EncodeToString))},
		"filesha512":       {Function: r.contents(digest(sha512.New, hex.EncodeToString))},
		"fileexists":       {Function: ofFile(cty.Bool, r.exists)},
		"fileset": {Function: ofTexts(cty.Set(cty.String), func(s ...string) (cty.Value, error) {
			return orUnknown(cty.Set(cty.String))(r.glob(s[0], s[1]))
		}, "path", "pattern")},
		"abspath": {Function: mapping(r.abs, "path")},
		"pathexpand": {Function: ofFile(cty.String, func(path string) (cty.Value, error) {
			if strings.HasPrefix(path, "~") {
				return cty.NilVal, unread(path, "it lies in the home directory of whoever runs Terraform")
			}
			return cty.StringVal(path), nil
		})},
	}
}

func (r repository) abs(path string) string {
	if !filepath.IsAbs(path) {
		path = filepath.Join(r.dir, path)
	}
	return filepath.ToSlash(filepath.Clean(path))
}
