package repository

import (
	"slices"
	"strings"
)

// options are what a tool is told: the flags of a command or the inputs of an action.
type options struct {
	// values are by name without dashes; a flag without a value has "".
	values map[string]string
	// words are the arguments that are no flags, in order.
	words []string
	// open tells that more may be given than can be seen.
	open bool
}

// flagsOf reads the arguments behind a program. Which flags take a value is not known, so that
// a word behind a flag counts as both.
func flagsOf(args []string) options {
	o := options{values: map[string]string{}}
	for i, a := range args {
		switch {
		case a == string(unseen), a == string(expressed): // it may hold any flag
			o.open = true
		case strings.HasPrefix(a, "-") && len(a) > 1:
			name, value, set := strings.Cut(strings.TrimLeft(a, "-"), "=")
			if !set && i+1 < len(args) && (!strings.HasPrefix(args[i+1], "-") || args[i+1] == "-") {
				value = args[i+1]
			}
			o.values[name] = value
		default:
			o.words = append(o.words, a)
		}
	}
	return o
}

// inputsOf reads the inputs of an action.
func inputsOf(with node) options {
	o := options{values: map[string]string{}}
	for k, v := range with.pairs() {
		o.values[strings.ToLower(k.Value)] = strings.TrimSpace(masked(v.text()))
	}
	return o
}

// has tells whether one of the names was given.
func (o options) has(names ...string) bool {
	return slices.ContainsFunc(names, func(n string) bool { _, ok := o.values[n]; return ok })
}

// value is that of the first of the names that was given.
func (o options) value(names ...string) (string, bool) {
	for _, n := range names {
		if v, ok := o.values[n]; ok {
			return v, true
		}
	}
	return "", false
}

// off tells whether a value says no; unsure where it is only known at run time.
func off(value string) truth {
	switch strings.ToLower(value) {
	case "0", "false", "never", "none", "no", "off":
		return yes
	}
	if !known(value) {
		return unsure
	}
	return no
}

// asksHelp tells that a command only says what it is.
func (o options) asksHelp() bool {
	return o.has("version", "help", "h", "V") || len(o.words) > 0 && slices.Contains([]string{"version", "help", "--version"}, o.words[0])
}

// lets tells how a tool is told, or left, to let findings pass.
func (t tool) lets(o options) (loose, unclear []string) {
	for _, option := range t.soft {
		name, want, byValue := strings.Cut(option, "=")
		v, ok := o.value(name)
		switch {
		case !ok:
		case byValue && strings.EqualFold(v, want), !byValue && off(v) == no:
			loose = append(loose, name+" lets findings pass")
		case off(v) == unsure:
			unclear = append(unclear, "the value of "+name+" is an expression")
		}
	}
	for _, name := range t.zero {
		if v, ok := o.value(name); ok && off(v) == yes {
			loose = append(loose, name+" lets findings pass")
		} else if ok && off(v) == unsure {
			unclear = append(unclear, "the value of "+name+" is an expression")
		}
	}
	if len(t.needs) == 0 || len(loose) > 0 {
		return loose, unclear
	}
	v, ok := o.value(t.needs...)
	switch {
	case ok && off(v) == yes, !ok && !o.open && !o.configured(t):
		loose = append(loose, without+strings.Join(t.needs, " or "))
	case !ok:
		unclear = append(unclear, "whether "+strings.Join(t.needs, " or ")+" is set is said elsewhere")
	case off(v) == unsure:
		unclear = append(unclear, "the value of "+t.needs[0]+" is an expression")
	}
	return loose, unclear
}

const without = "findings pass without "

// configured tells that a file may set what the flags do not.
func (o options) configured(t tool) bool { return len(t.config) > 0 && o.has(t.config...) }
