package terraform

import "path/filepath"

// Call is what a module call names, as far as that is written out.
type Call struct{ Source, Version string }

// Local tells that the call names a directory beside its own.
func (c Call) Local() bool { return isLocalSource(c.Source) }

// Calls are the module calls of the configuration in a directory, by name; none where there
// is no configuration.
func Calls(dir string) map[string]Call {
	abs, err := realPath(dir)
	if err != nil {
		return nil
	}
	m := newLoader(abs, 1).module(filepath.ToSlash(dir), abs)
	if m == nil {
		return nil
	}
	calls := make(map[string]Call, len(m.calls))
	for name, b := range m.calls {
		calls[name] = Call{literalArgument(b.body, "source"), literalArgument(b.body, "version")}
	}
	return calls
}
