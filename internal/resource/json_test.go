package resource

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestParseJSON(t *testing.T) {
	v, err := ParseJSON(`[{"name":"app","privileged":null,"environment":[{"name":"A","value":"b"}]}]`)
	if err != nil {
		t.Fatal(err)
	}
	got := v.AsValueSlice()[0].GetAttr("environment").AsValueSlice()[0].GetAttr("value")
	if !got.RawEquals(cty.StringVal("b")) {
		t.Errorf("the value is %#v", got)
	}
	for _, text := range []string{"", "hunter2", `"hunter2"`, "12", `[{"password":"hunter2"`, "null", `[1] hunter2`} {
		if v, err := ParseJSON(text); err == nil {
			t.Errorf("%q is %#v", text, v)
		} else if strings.Contains(err.Error(), "hunter2") {
			t.Errorf("the error quotes the text: %v", err)
		}
	}
}
