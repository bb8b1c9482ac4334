package aws

import (
	"reflect"
	"slices"
	"time"

	"github.com/zclconf/go-cty/cty"

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

// untold stands for what an answer holds and nobody takes from it: what ("user data
// is") may hold a secret, which has no place in a snapshot or report.
func untold(op operation, what string) resource.Cause {
	return resource.Cause{
		Kind: resource.NotVisible, What: op.String(), Why: what + " not taken from accounts, for fear of secrets", Settle: "scan the configuration that describes it",
	}
}

// or is what p points to, or the documented meaning of its absence.
func or[T any](p *T, otherwise T) T {
	if p == nil {
		return otherwise
	}
	return *p
}

// value converts an attribute; op is the call that it came from.
func value(v any, op operation, name string) cty.Value {
	switch v := v.(type) {
	case nil:
		return cty.NullVal(cty.DynamicPseudoType)
	case *failure:
		return resource.Unknown(cty.DynamicPseudoType, v.cause())
	case resource.Cause:
		return resource.Unknown(cty.DynamicPseudoType, v)
	case *time.Time:
		if v == nil {
			return resource.Unknown(cty.String, nilCause(op, name))
		}
		return cty.StringVal(v.UTC().Format(time.RFC3339))
	case time.Time:
		return cty.StringVal(v.UTC().Format(time.RFC3339))
	case attrs:
		return object(v, op, name)
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
	return reflected(reflect.ValueOf(v), op, name)
}

func reflected(v reflect.Value, op operation, name string) cty.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return resource.Unknown(cty.DynamicPseudoType, nilCause(op, name))
		}
		return value(v.Elem().Interface(), op, name)
	case reflect.Bool:
		return cty.BoolVal(v.Bool())
	case reflect.Int, reflect.Int32, reflect.Int64:
		return cty.NumberIntVal(v.Int())
	case reflect.Float32, reflect.Float64:
		return cty.NumberFloatVal(v.Float())
	case reflect.String:
		if v.Len() == 0 && v.Type() != reflect.TypeFor[string]() {
			return resource.Unknown(cty.String, nilCause(op, name))
		}
		return cty.StringVal(v.String())
	case reflect.Slice:
		out := make([]cty.Value, v.Len())
		for i := range out {
			out[i] = value(v.Index(i).Interface(), op, name)
		}
		return cty.TupleVal(out)
	default:
		return resource.Unknown(cty.DynamicPseudoType, nilCause(op, name))
	}
}

func object(a attrs, op operation, path string) cty.Value {
	out := make(map[string]cty.Value, len(a))
	for name, v := range a {
		at := name
		if path != "" {
			at = path + "." + name
		}
		out[name] = value(v, op, at)
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
