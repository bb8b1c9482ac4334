package finding

import (
	"reflect"
	"slices"
)

// Mask takes out of every text of the report what its form alone gives away (see Masked),
// wherever it came from: a person's number may be a file's name, an instance's key or a
// tag's. Fingerprints stay as they are. The findings may be in another order afterwards.
func (r *Report) Mask() {
	findings := r.Findings
	r.Findings = nil
	maskValue(reflect.ValueOf(r).Elem())
	for i := range findings {
		findings[i].Mask()
	}
	r.Findings = findings
}

// Mask is that of a report, for one finding.
func (f *Finding) Mask() {
	mask(&f.Message, &f.PHIWhy, &f.Resource.Root, &f.Resource.Address, &f.Resource.Account, &f.Resource.Region, &f.Resource.ARN, &f.Location.File)
	f.Paths = maskedList(f.Paths)
	for i := range f.Causes {
		c := &f.Causes[i]
		mask(&c.What, &c.Why, &c.Settle, &c.File)
	}
	for i := range f.Evidence {
		e := &f.Evidence[i]
		mask(&e.Path, &e.Value, &e.File, &e.Call)
	}
	for i := range f.PHIPath {
		s := &f.PHIPath[i]
		mask(&s.From, &s.To, &s.Via, &s.Why)
	}
	for i := range f.Location.Callers {
		mask(&f.Location.Callers[i].File)
	}
	for i := range f.Location.Excerpt {
		mask(&f.Location.Excerpt[i].Text)
	}
	if w := f.Waiver; w != nil {
		mask(&w.Reason, &w.Measure, &w.Approver, &w.File)
	}
}

func mask(texts ...*string) {
	for _, t := range texts {
		if m := Masked(*t); m != *t {
			*t = m
		}
	}
}

// maskedList does not write to a list without need: findings share those of paths.
func maskedList(all []string) []string {
	out := all
	for i, text := range all {
		masked := Masked(text)
		if masked == text {
			continue
		}
		if &out[0] == &all[0] {
			out = slices.Clone(all)
		}
		out[i] = masked
	}
	return out
}

// maskValue masks every text below v, which can be set.
func maskValue(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if text := v.String(); text != "" {
			if masked := Masked(text); masked != text {
				v.SetString(masked)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			maskValue(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			maskValue(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			maskValue(v.Elem())
		}
	case reflect.Map, reflect.Interface:
		maskInside(v)
	default: // numbers and truths
	}
}

// maskInside masks what can only be replaced as a whole: members of maps and of interfaces.
func maskInside(v reflect.Value) {
	if v.IsNil() {
		return
	}
	if v.Kind() == reflect.Interface {
		one := reflect.New(v.Elem().Type()).Elem()
		one.Set(v.Elem())
		maskValue(one)
		v.Set(one)
		return
	}
	for _, key := range v.MapKeys() {
		one := reflect.New(v.Type().Elem()).Elem()
		one.Set(v.MapIndex(key))
		maskValue(one)
		v.SetMapIndex(key, one)
	}
}
