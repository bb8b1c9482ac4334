package phi

import (
	"errors"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Markers are what a configuration adds to the markers that are always read (see Mark).
// The zero value adds nothing.
type Markers struct {
	// Tags name tags, KEY or KEY=VALUE, each a glob in which * stands for any text; case
	// and separators do not count in keys, case does not in values. A resource that carries
	// one holds PHI; where no value is named, unless the tag's is false, no, none or 0,
	// which says that it holds none.
	Tags []string
	// NotTags are tags in the same notation that say that a resource holds no PHI. Where no
	// value is named, a tag that is false, no, none or 0 says nothing.
	NotTags []string
	// Names are globs of the names that a person chose: of attributes that name the
	// resource, of its name and its instance key in the configuration. Case does not count.
	// One that matches holds PHI. Of a name that only apply completes, what is configured counts.
	Names []string
	// Addresses are globs of addresses, or of ARNs. A resource that matches holds PHI. Where
	// several roots are read, ROOT:ADDRESS is the address in one.
	Addresses []string
	// NotAddresses are globs of addresses, or of ARNs, of resources that hold none, whatever
	// their tags or what refers to them.
	NotAddresses []string
}

// Check says what is wrong with the first entry that cannot be read, or that would mark
// everything. It does not name the entry: check them one by one where that matters.
func (m Markers) Check() error {
	for _, entries := range [][]string{m.Tags, m.NotTags} {
		for _, e := range entries {
			if err := checkTag(e); err != nil {
				return err
			}
		}
	}
	for _, entries := range [][]string{m.Names, m.Addresses, m.NotAddresses} {
		for _, e := range entries {
			if err := checkGlob(e); err != nil {
				return err
			}
		}
	}
	return nil
}

func checkTag(entry string) error {
	key, value, valued := strings.Cut(entry, "=")
	switch {
	case strings.TrimSpace(entry) == "":
		return errors.New("it is empty (want KEY or KEY=VALUE)")
	case strings.TrimSpace(key) == "":
		return errors.New("the key is missing (want KEY or KEY=VALUE)")
	case valued && strings.TrimSpace(value) == "":
		return errors.New("the value is missing (want KEY or KEY=VALUE)")
	case onlyStars(key) && (!valued || onlyStars(value)):
		return errors.New("it matches every tag")
	case foldGlob(key) == "":
		return errors.New("the key has no letter or digit")
	}
	return nil
}

func checkGlob(entry string) error {
	switch {
	case strings.TrimSpace(entry) == "":
		return errors.New("it is empty")
	case onlyStars(entry):
		return errors.New("it matches everything")
	}
	return nil
}

func onlyStars(s string) bool { return strings.Trim(strings.TrimSpace(s), "*") == "" }

// rules are markers prepared for use.
type rules struct {
	tags, notTags                  []tagRule
	names, addresses, notAddresses []string
}

// tagRule is one entry, KEY or KEY=VALUE. value is empty where none is named.
type tagRule struct {
	// entry is the entry as it is shown.
	entry      string
	key, value string
}

func (m Markers) compile() rules {
	lower := make([]string, len(m.Names))
	for i, n := range m.Names {
		lower[i] = strings.ToLower(strings.TrimSpace(n))
	}
	return rules{tagRules(m.Tags), tagRules(m.NotTags), lower, m.Addresses, m.NotAddresses}
}

func tagRules(entries []string) []tagRule {
	var out []tagRule
	for _, e := range entries {
		if checkTag(e) != nil {
			continue // Check has said so
		}
		key, value, _ := strings.Cut(e, "=")
		out = append(out, tagRule{e, foldGlob(key), strings.ToLower(strings.TrimSpace(value))})
	}
	return out
}

// matches tells whether a tag is the one that the entry names. value is not empty.
func (t tagRule) matches(key, value string) bool {
	return resource.Glob(t.key, fold(key)) && (t.value == "" || resource.Glob(t.value, strings.ToLower(value)))
}

// excludes tells whether the user says that a resource holds no PHI.
func (u rules) excludes(r *resource.Resource) bool {
	_, ok := matching(u.notAddresses, r)
	return ok
}

// matching is the first of the globs that matches an address or the ARN of a resource.
func matching(globs []string, r *resource.Resource) (string, bool) {
	if len(globs) == 0 {
		return "", false
	}
	addresses := []string{r.Address.String(), r.Shown(), r.Root + ":" + r.Address.String(), r.ARN}
	if arn, ok := attribute(bare(r.Values), "arn"); ok {
		if known, ok := text(arn); ok {
			addresses = append(addresses, known)
		}
	}
	if !r.InlineOf.IsZero() {
		addresses = append(addresses, r.InlineOf.String())
	}
	for _, g := range globs {
		for _, a := range addresses {
			if a != "" && resource.Glob(strings.TrimSpace(g), a) {
				return g, true
			}
		}
	}
	return "", false
}
