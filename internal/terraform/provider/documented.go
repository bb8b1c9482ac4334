package provider

import (
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// Documented says for people what an attribute ("root_block_device.encrypted") of a type is when
// it is omitted, and the page that says so. Both are empty where no default is documented.
func Documented(typ, path string) (text, link string) {
	at := slices.IndexFunc(entries, func(e entry) bool { return e.typ == typ && e.path == path })
	if at < 0 {
		return "", ""
	}
	e := entries[at]
	nothing := func(string) cty.Value { return cty.NilVal }
	before, after := literal(e.fallback.value(nothing, Version{Major: newest - 1})), literal(e.fallback.value(nothing, Version{Major: newest}))
	switch {
	case after == "" && len(e.fallback.needs) == 0:
		return "", e.doc
	case before != after:
		text = fmt.Sprintf("%s, before version %d of the provider %s", after, newest, before)
	default:
		text = after
	}
	if len(e.fallback.needs) > 0 {
		text = strings.TrimPrefix(text+"; depends on "+strings.ReplaceAll(strings.Join(e.fallback.needs, ", "), "[]", ""), "; ")
	}
	return text, e.doc
}

// literal is a default as Terraform writes it; empty where it is not a plain value.
func literal(v cty.Value) string {
	switch {
	case v == cty.NilVal || !v.IsWhollyKnown():
		return ""
	case v.IsNull():
		return "null"
	case v.Type() == cty.String:
		return fmt.Sprintf("%q", v.AsString())
	case v.Type() == cty.Bool:
		return fmt.Sprint(v.True())
	case v.Type() == cty.Number:
		return v.AsBigFloat().Text('f', -1)
	case v.CanIterateElements():
		var parts []string
		for _, elem := range v.AsValueSlice() {
			parts = append(parts, literal(elem))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return ""
}
