package main

import (
	"slices"

	"github.com/spf13/pflag"
)

// adds tells of a flag whose layers add to each other.
func adds(flag string) bool {
	return slices.ContainsFunc(settings(), func(s setting) bool { return s.flag == flag && s.kind == thresholds })
}

// The origins of a flag's values are kept as an annotation of the flag, in the order of its values.
const originAnnotation = "hipaactl_origin"

// flagAlone marks a flag that the environment does not set.
const flagAlone = "hipaactl_flag_alone"

// originsOf says where each value of a flag comes from.
func originsOf(f *pflag.Flag) []string {
	if known := f.Annotations[originAnnotation]; known != nil {
		return known
	}
	if !f.Changed {
		return nil
	}
	n := 1
	if values, isList := f.Value.(pflag.SliceValue); isList {
		n = len(values.GetSlice())
	}
	return slices.Repeat([]string{"--" + f.Name}, n)
}

// lay puts values below those that a flag has. It replaces nothing that was said nearer to
// the user: a flag that has a value keeps it, and only thresholds are joined.
func lay(f *pflag.Flag, values, origins []string) error {
	flagList, isList := f.Value.(pflag.SliceValue)
	switch {
	case f.Changed && !adds(f.Name):
		return nil
	case isList:
		origins = append(slices.Clone(origins), originsOf(f)...)
		if f.Changed {
			values = append(slices.Clone(values), flagList.GetSlice()...)
		}
		if err := flagList.Replace(values); err != nil {
			return err
		}
	default:
		if err := f.Value.Set(values[0]); err != nil {
			return err
		}
	}
	f.Changed = true
	annotate(f, origins)
	return nil
}

func annotate(f *pflag.Flag, origins []string) {
	if f.Annotations == nil {
		f.Annotations = map[string][]string{}
	}
	f.Annotations[originAnnotation] = origins
}
