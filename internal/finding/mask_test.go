package finding

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// TestMask fills every text that a report can hold, and looks for what is left.
func TestMask(t *testing.T) {
	const planted = "file 123-45-6789 and AKIAABCDEFGHIJKLMNOP"
	var r Report
	n := plant(reflect.ValueOf(&r).Elem(), planted, 0)
	if n < 100 {
		t.Fatalf("only %d texts were planted", n)
	}
	shared := r.Findings[0].Paths
	r.Mask()
	if shared[0] != planted {
		t.Error("a list that others may share was written to")
	}
	for i := range r.Findings { // what is none of the report's JSON
		for _, line := range r.Findings[i].Location.Excerpt {
			if strings.Contains(line.Text, "6789") {
				t.Error("an excerpt holds what was planted")
			}
		}
	}
	text, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(string(text), "\n") {
		if strings.Contains(line, "6789") || strings.Contains(line, "AKIA") {
			t.Errorf("left: %s", strings.TrimSpace(line))
		}
	}
}

// fixed are texts of our own: no input gets there.
var fixed = map[string]bool{"Rule": true, "Assertion": true, "Status": true, "Severity": true, "Fingerprint": true, "Time": true, "Kind": true, "PHI": true, "Source": true, "Type": true, "Baseline": true, "Expires": true}

func plant(v reflect.Value, text string, depth int) int {
	n := 0
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
		n++
	case reflect.Struct:
		for i := range v.NumField() {
			if depth == 0 || !(v.Field(i).Kind() == reflect.String && fixed[v.Type().Field(i).Name]) {
				n += plant(v.Field(i), text, depth+1)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		n += plant(v.Index(0), text, depth+1) + plant(v.Index(1), text, depth+1)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		n += plant(v.Elem(), text, depth+1)
	case reflect.Map:
		one := reflect.New(v.Type().Elem()).Elem()
		n += plant(one, text, depth+1)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("key").Convert(v.Type().Key()), one)
	case reflect.Interface:
		v.Set(reflect.ValueOf(text))
		n++
	default:
	}
	return n
}
