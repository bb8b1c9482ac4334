package aws

import (
	"reflect"
	"slices"
	"time"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/contents"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// attrs are a resource's attributes or those of a block, under Terraform's names.
// A value may be
//
//   - nil: null, "not set";
//   - a bool, number or string, or an enumeration of the SDK;
//   - a pointer to one, or a *time.Time: what the answer has to hold. nil and an
//     empty enumeration are unknown; optional() makes them null;
//   - a []string, []attrs or map[string]string; attrs is a nested object;
//   - examined: what was found in a text that may hold secrets;
//   - a *failure: unknown, because of that call; or a resource.Cause of another kind.
//
// What is left out was not read, which is unknown to every policy.
type attrs map[string]any

// optional is for what an answer may leave out: nil and empty are null.
func optional(v any) any {
	r := reflect.ValueOf(v)
	switch {
	case !r.IsValid():
		return nil
	case r.Kind() == reflect.Pointer && r.IsNil():
		return nil
	case reflect.Indirect(r).Kind() == reflect.String && reflect.Indirect(r).Len() == 0:
		return nil
	}
	return v
}

// missing stands for what AWS always answers and did not: it is unknown.
func missing() any { return (*string)(nil) }

// always is what is made of a list that AWS always sends: an answer without the list does not
// say that it is empty.
func always[T any](list []T, made any) any {
	if list == nil {
		return missing()
	}
	return made
}

// examined stands for a text that may hold secrets, which have no place in a snapshot or
// report: what is found in it is taken instead. label is the name that it has there, as
// that of a variable.
type examined struct{ label, text string }

// examinedText is what is found in a text, null where there is none.
func examinedText(text *string) any {
	if or(text, "") == "" {
		return nil
	}
	return examined{"", *text}
}

// valueOf is what is found in the value of a variable, which an answer has to hold.
func valueOf(name, value *string) any {
	if name == nil || value == nil {
		return missing()
	}
	return examined{*name, *value}
}

// or is what p points to, or the documented meaning of its absence.
func or[T any](p *T, otherwise T) T {
	if p == nil {
		return otherwise
	}
	return *p
}

// converter converts attributes; op is the call that they came from.
type converter struct {
	op       operation
	examiner *contents.Examiner
}

func (c converter) value(v any, name string) cty.Value {
	switch v := v.(type) {
	case nil:
		return cty.NullVal(cty.DynamicPseudoType)
	case *failure:
		return resource.Unknown(cty.DynamicPseudoType, v.cause())
	case resource.Cause:
		return resource.Unknown(cty.DynamicPseudoType, v)
	case *time.Time:
		if v == nil {
			return resource.Unknown(cty.String, nilCause(c.op, name))
		}
		return cty.StringVal(v.UTC().Format(time.RFC3339))
	case time.Time:
		return cty.StringVal(v.UTC().Format(time.RFC3339))
	case examined:
		return c.examiner.Text(v.label, v.text, c.op.String()+": "+name)
	case attrs:
		return c.object(v, name)
	case map[string]string:
		out := make(map[string]cty.Value, len(v))
		for k, e := range v {
			out[k] = cty.StringVal(e)
		}
		if len(out) == 0 {
			return cty.MapValEmpty(cty.String)
		}
		return cty.MapVal(out)
	}
	return c.reflected(reflect.ValueOf(v), name)
}

func (c converter) reflected(v reflect.Value, name string) cty.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return resource.Unknown(cty.DynamicPseudoType, nilCause(c.op, name))
		}
		return c.value(v.Elem().Interface(), name)
	case reflect.Bool:
		return cty.BoolVal(v.Bool())
	case reflect.Int, reflect.Int32, reflect.Int64:
		return cty.NumberIntVal(v.Int())
	case reflect.Float32, reflect.Float64:
		return cty.NumberFloatVal(v.Float())
	case reflect.String:
		if v.Len() == 0 && v.Type() != reflect.TypeFor[string]() {
			return resource.Unknown(cty.String, nilCause(c.op, name))
		}
		return cty.StringVal(v.String())
	case reflect.Slice:
		out := make([]cty.Value, v.Len())
		for i := range out {
			out[i] = c.value(v.Index(i).Interface(), name)
		}
		return cty.TupleVal(out)
	default:
		return resource.Unknown(cty.DynamicPseudoType, nilCause(c.op, name))
	}
}

func (c converter) object(a attrs, path string) cty.Value {
	out := make(map[string]cty.Value, len(a))
	for name, v := range a {
		at := name
		if path != "" {
			at = path + "." + name
		}
		out[name] = c.value(v, at)
	}
	return cty.ObjectVal(out)
}

// texts are the members of a list, sorted, where Terraform has a set.
func texts[T ~string](all []T) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = string(s)
	}
	slices.Sort(out)
	return out
}

// tagsOf makes a map of the tags that a service lists, each with its own type.
func tagsOf[T any](all []T, pair func(T) (key, value *string)) map[string]string {
	out := make(map[string]string, len(all))
	for _, t := range all {
		if k, v := pair(t); k != nil {
			out[*k] = or(v, "")
		}
	}
	return out
}
