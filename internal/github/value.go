package github

import (
	"reflect"
	"time"

	gh "github.com/google/go-github/v84/github"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// attrs are a resource's attributes or those of a block, under Terraform's names. A value
// may be nil (null, "not set"), a bool, number or string, a pointer to one (nil is unknown:
// the answer has to hold it), a time, a []string, []attrs, attrs, a map[string]string, or a
// *failure: unknown, because of that call. What is left out was not read.
type attrs map[string]any

// value converts an attribute that came from a call.
func value(v any, op operation) cty.Value {
	switch v := v.(type) {
	case nil:
		return cty.NullVal(cty.DynamicPseudoType)
	case *failure:
		return resource.Unknown(cty.DynamicPseudoType, v.cause())
	case resource.Cause:
		return resource.Unknown(cty.DynamicPseudoType, v)
	case gh.Timestamp:
		return moment(v.Time, op)
	case *gh.Timestamp:
		if v == nil {
			return lacking(op)
		}
		return moment(v.Time, op)
	case attrs:
		out := make(map[string]cty.Value, len(v))
		for name, a := range v {
			out[name] = value(a, op)
		}
		return cty.ObjectVal(out)
	}
	return reflected(reflect.ValueOf(v), op)
}

// moment is a time as text; one that the answer lacks is unknown.
func moment(t time.Time, op operation) cty.Value {
	if t.IsZero() {
		return lacking(op)
	}
	return cty.StringVal(t.UTC().Format(time.RFC3339))
}

func lacking(op operation) cty.Value {
	return resource.Unknown(cty.DynamicPseudoType, (&failure{op: op, kind: "withheld"}).cause())
}

func reflected(v reflect.Value, op operation) cty.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return lacking(op)
		}
		return value(v.Elem().Interface(), op)
	case reflect.Bool:
		return cty.BoolVal(v.Bool())
	case reflect.Int, reflect.Int64:
		return cty.NumberIntVal(v.Int())
	case reflect.String:
		return cty.StringVal(v.String())
	case reflect.Slice:
		out := make([]cty.Value, v.Len())
		for i := range out {
			out[i] = value(v.Index(i).Interface(), op)
		}
		return cty.TupleVal(out)
	case reflect.Map:
		out := map[string]cty.Value{}
		for _, k := range v.MapKeys() {
			out[k.String()] = value(v.MapIndex(k).Interface(), op)
		}
		return cty.ObjectVal(out)
	default:
		return lacking(op)
	}
}

// optional is for what an answer may leave out: nil is null.
func optional(v any) any {
	if r := reflect.ValueOf(v); !r.IsValid() || r.Kind() == reflect.Pointer && r.IsNil() {
		return nil
	}
	return v
}
