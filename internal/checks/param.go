package checks

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// listOfStrings is the only parameter type that is no scalar.
const listOfStrings = "[string]"

// stricterNames are the directions each type of parameter can have.
var stricterNames = map[string][]string{
	"number": {"higher", "lower"}, "bool": {"true", "false"}, "string": {}, listOfStrings: {"fewer", "more"},
}

func (d *decoder) param(name string, raw rawParam) Param {
	p := Param{Unit: raw.Unit, Source: raw.Source}
	switch t := raw.Type.(type) {
	case string:
		p.Type = t
	case []any:
		if len(t) == 1 && t[0] == "string" {
			p.Type = listOfStrings
		}
	}
	directions, ok := stricterNames[p.Type]
	if !ok {
		d.fail(name+":", "params.%s: unknown type (want number, bool, string or [string])", name)
		return p
	}
	if raw.Stricter != nil {
		p.Stricter = fmt.Sprint(raw.Stricter) // YAML reads true and false as booleans
		if !slices.Contains(directions, p.Stricter) {
			d.fail(name+":", "params.%s: stricter %q does not fit type %s (want %s)", name, p.Stricter, p.Type, strings.Join(directions, " or "))
		}
	}
	if p.Default, ok = paramValue(p.Type, raw.Default); !ok {
		d.fail(name+":", "params.%s: default is missing or no %s", name, p.Type)
	}
	return p
}

// paramValue brings a decoded default to its one Go type.
func paramValue(typ string, v any) (any, bool) {
	switch typ {
	case "number":
		switch v := v.(type) {
		case int:
			return float64(v), true
		case float64:
			return v, true
		}
	case "bool":
		b, ok := v.(bool)
		return b, ok
	case "string":
		s, ok := v.(string)
		return s, ok
	case listOfStrings:
		list, ok := v.([]any)
		for _, e := range list {
			if _, isString := e.(string); !isString {
				return nil, false
			}
		}
		return list, ok
	}
	return nil, false
}

// Parse reads a value given on the command line or in the configuration: a float64, bool,
// string or, from a comma-separated list, []any of strings. The error does not repeat the value.
func (p Param) Parse(text string) (any, error) {
	switch p.Type {
	case "number":
		n, err := strconv.ParseFloat(text, 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) { // nothing is less than NaN: every threshold would hold
			return nil, fmt.Errorf("want a number")
		}
		return n, nil
	case "bool":
		b, err := strconv.ParseBool(text)
		if err != nil {
			return nil, fmt.Errorf("want true or false")
		}
		return b, nil
	case listOfStrings:
		list := []any{}
		for _, e := range strings.Split(text, ",") {
			if e = strings.TrimSpace(e); e != "" {
				list = append(list, e)
			}
		}
		return list, nil
	}
	return text, nil
}

// Laxer tells whether v, of the Go type of Default, asks for less than Default. Where no direction is
// declared, a changed value is not called laxer.
func (p Param) Laxer(v any) bool {
	switch p.Stricter {
	case "higher":
		return v.(float64) < p.Default.(float64)
	case "lower":
		return v.(float64) > p.Default.(float64)
	case "true", "false":
		return v.(bool) != (p.Stricter == "true") && v != p.Default
	case "fewer":
		return !subset(v.([]any), p.Default.([]any))
	case "more":
		return !subset(p.Default.([]any), v.([]any))
	}
	return false
}

func subset(part, whole []any) bool {
	for _, v := range part {
		if !slices.Contains(whole, v) {
			return false
		}
	}
	return true
}

// params are the values of one policy's parameters, and those that differ from the default.
func (m Metadata) params(set map[string]string) (map[string]any, []finding.Parameter, error) {
	values := make(map[string]any, len(m.Params))
	var changed []finding.Parameter
	for name, p := range m.Params {
		values[name] = p.Default
		text, ok := set[m.ID+"."+name]
		if !ok {
			continue
		}
		v, err := p.Parse(text)
		if err != nil {
			return nil, nil, fmt.Errorf("parameter %s.%s: %w", m.ID, name, err)
		}
		values[name] = v
		if !reflect.DeepEqual(v, p.Default) {
			changed = append(changed, finding.Parameter{Rule: m.ID, Name: name, Value: v, Default: p.Default, Laxer: p.Laxer(v)})
		}
	}
	return values, changed, nil
}
