package snapshot

import (
	"maps"
	"reflect"
	"slices"
)

// masked puts every text below v, keys of maps included, through a function. v can be set.
func masked(v reflect.Value, mask func(string) string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(mask(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			masked(v.Field(i), mask)
		}
	case reflect.Slice:
		for i := range v.Len() {
			masked(v.Index(i), mask)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			masked(v.Elem(), mask)
		}
	case reflect.Interface:
		if !v.IsNil() {
			v.Set(reflect.ValueOf(maskedValue(v.Interface(), mask)))
		}
	default: // numbers and truths; maps of places of calls
	}
}

// maskedValue is a value of JSON as printer makes it.
func maskedValue(v any, mask func(string) string) any {
	switch v := v.(type) {
	case string:
		return mask(v)
	case []any:
		for i := range v {
			v[i] = maskedValue(v[i], mask)
		}
		return v
	case map[string]any:
		out := make(map[string]any, len(v))
		for _, key := range slices.Sorted(maps.Keys(v)) { // in order, for what the function counts
			out[mask(key)] = maskedValue(v[key], mask)
		}
		return out
	}
	return v
}
