package function

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/ianaindex"
)

// ofTexts makes a function from texts to a value of one type.
func ofTexts(result cty.Type, f func(s ...string) (cty.Value, error), names ...string) function.Function {
	params := make([]function.Parameter, len(names))
	for i, name := range names {
		params[i] = function.Parameter{Name: name, Type: cty.String}
	}
	return function.New(&function.Spec{
		Params: params, Type: function.StaticReturnType(result),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			texts := make([]string, len(args))
			for i, arg := range args {
				texts[i] = arg.AsString()
			}
			return f(texts...)
		},
	})
}

func predicate(f func(s, part string) bool, names ...string) function.Function {
	return ofTexts(cty.Bool, func(s ...string) (cty.Value, error) { return cty.BoolVal(f(s[0], s[1])), nil }, names...)
}

func mapping(f func(s string) string, name string) function.Function {
	return ofTexts(cty.String, func(s ...string) (cty.Value, error) { return cty.StringVal(f(s[0])), nil }, name)
}

var (
	startsWithFunc  = predicate(strings.HasPrefix, "str", "prefix")
	endsWithFunc    = predicate(strings.HasSuffix, "str", "suffix")
	strContainsFunc = predicate(strings.Contains, "str", "substr")
)

// replaceFunc takes a regular expression where the second argument stands
// between slashes.
var replaceFunc = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "str", Type: cty.String}, {Name: "substr", Type: cty.String}, {Name: "replace", Type: cty.String},
	},
	Type: function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if pattern, ok := slashed(args[1].AsString()); ok {
			v, err := stdlib.RegexReplace(args[0], cty.StringVal(pattern), args[2])
			if err != nil {
				return cty.NilVal, function.NewArgErrorf(1, "is not a valid regular expression")
			}
			return v, nil
		}
		return stdlib.Replace(args[0], args[1], args[2])
	},
})

func slashed(s string) (pattern string, ok bool) {
	if len(s) > 1 && s[0] == '/' && s[len(s)-1] == '/' {
		return s[1 : len(s)-1], true
	}
	return "", false
}

var timecmpFunc = ofTexts(cty.Number, func(s ...string) (cty.Value, error) {
	var at [2]time.Time
	for i := range at {
		t, err := time.Parse(time.RFC3339, s[i])
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(i, "must be a timestamp of RFC 3339")
		}
		at[i] = t
	}
	return cty.NumberIntVal(int64(at[0].Compare(at[1]))), nil
}, "timestamp_a", "timestamp_b")

func base64SHA256(s string) string {
	sum := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
}

func base64SHA512(s string) string {
	sum := sha512.Sum512([]byte(s))
	return base64.StdEncoding.EncodeToString(sum[:])
}

var base64DecodeFunc = ofTexts(cty.String, func(s ...string) (cty.Value, error) {
	b, err := base64.StdEncoding.DecodeString(s[0])
	switch {
	case err != nil:
		return cty.NilVal, function.NewArgErrorf(0, "is not valid base64")
	case !utf8.Valid(b):
		return cty.NilVal, function.NewArgErrorf(0, "does not decode to UTF-8; textdecodebase64 takes other encodings")
	}
	return cty.StringVal(string(b)), nil
}, "str")

// base64GzipFunc compresses as Terraform does; the bytes are those of the Go
// version that hipaactl was built with.
var base64GzipFunc = ofTexts(cty.String, func(s ...string) (cty.Value, error) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(s[0]))
	if err := errors.Join(err, w.Close()); err != nil {
		return cty.NilVal, err
	}
	return cty.StringVal(base64.StdEncoding.EncodeToString(b.Bytes())), nil
}, "str")

var textEncodeBase64Func = ofTexts(cty.String, func(s ...string) (cty.Value, error) {
	enc, err := charset(s[1])
	if err != nil {
		return cty.NilVal, err
	}
	b, err := enc.NewEncoder().String(s[0])
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(0, "has characters that the encoding lacks")
	}
	return cty.StringVal(base64.StdEncoding.EncodeToString([]byte(b))), nil
}, "string", "encoding")

var textDecodeBase64Func = ofTexts(cty.String, func(s ...string) (cty.Value, error) {
	enc, err := charset(s[1])
	if err != nil {
		return cty.NilVal, err
	}
	b, err := base64.StdEncoding.DecodeString(s[0])
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(0, "is not valid base64")
	}
	text, err := enc.NewDecoder().Bytes(b)
	if err != nil || !utf8.Valid(text) {
		return cty.NilVal, function.NewArgErrorf(0, "is not text in that encoding")
	}
	return cty.StringVal(string(text)), nil
}, "source", "encoding")

// charset finds an encoding by its IANA name.
func charset(name string) (encoding.Encoding, error) {
	enc, err := ianaindex.IANA.Encoding(name)
	if err != nil || enc == nil {
		return nil, function.NewArgErrorf(1, "is not a supported IANA encoding name")
	}
	return enc, nil
}
