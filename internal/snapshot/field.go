package snapshot

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// field reads the value of one key; at is its JSON path.
type field func(n *node, at string) error

// fields reads an object of these keys; the required ones must be there.
func (r *reader) fields(n *node, at string, all map[string]field, required ...string) error {
	if n.kind != object {
		return r.fail(n, at, "want an object")
	}
	for i, key := range n.keys {
		read := all[key]
		if read == nil {
			return r.fail(n.members[i], at, "the key %s is not known", quoted(key))
		}
		if err := read(n.members[i], strings.TrimPrefix(at+"."+key, ".")); err != nil {
			return err
		}
	}
	for _, key := range required {
		if !slices.Contains(n.keys, key) {
			return r.fail(n, at, "the key %q is missing", key)
		}
	}
	return nil
}

// each reads the members of a list.
func (r *reader) each(read field) field {
	return func(n *node, at string) error {
		if n.kind != list {
			return r.fail(n, at, "want a list")
		}
		for i, m := range n.members {
			if err := read(m, at+"["+strconv.Itoa(i)+"]"); err != nil {
				return err
			}
		}
		return nil
	}
}

func (r *reader) string(to *string) field {
	return func(n *node, at string) error {
		if n.kind != text {
			return r.fail(n, at, "want a string")
		}
		*to = n.text
		return nil
	}
}

func (r *reader) bool(to *bool) field {
	return func(n *node, at string) error {
		if n.kind != truth && n.kind != falsehood {
			return r.fail(n, at, "want true or false")
		}
		*to = n.kind == truth
		return nil
	}
}

// count reads a number from 0 up.
func (r *reader) count(to *int) field {
	return func(n *node, at string) error {
		c, err := strconv.ParseUint(n.text, 10, 31)
		if n.kind != number || err != nil {
			return r.fail(n, at, "want a whole number from 0 up")
		}
		*to = int(c)
		return nil
	}
}

func (r *reader) moment(to *time.Time) field {
	return func(n *node, at string) error {
		t, err := time.Parse(time.RFC3339, n.text)
		if n.kind != text || err != nil || t.UTC().Year() < 1 || t.UTC().Year() > 9999 {
			return r.fail(n, at, "want a time such as 2026-01-15T10:00:00Z (RFC 3339)")
		}
		*to = t.UTC()
		return nil
	}
}

var (
	awsAccount = regexp.MustCompile(`^[0-9]{12}$`)
	accountID  = regexp.MustCompile(`^([0-9]{12}|[0-9-]*[A-Za-z][A-Za-z0-9_-]*)$`) // an account of AWS, or an owner on GitHub
	regionName = regexp.MustCompile(`^([a-z]{2,}(-[a-z0-9]+)+|[A-Za-z0-9._-]+)$`)  // a Region, or a repository
	typeName   = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)+$`)
)

// matching reads a string of a form. example is one.
func (r *reader) matching(form *regexp.Regexp, example string, to *string) field {
	return func(n *node, at string) error {
		if n.kind != text || !form.MatchString(n.text) {
			return r.fail(n, at, "want a string such as %s", example)
		}
		*to = n.text
		return nil
	}
}

func (r *reader) account(to *string) field { return r.matching(accountID, "111122223333", to) }

// region reads a Region, or a repository. What is global stands for none of them.
func (r *reader) region(to *string) field {
	return func(n *node, at string) error {
		if n.text == "global" {
			return r.fail(n, at, "want a string such as eu-west-1")
		}
		return r.matching(regionName, "eu-west-1", to)(n, at)
	}
}
