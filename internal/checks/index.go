package checks

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// IndexFile is the generated index of the embedded policies, beside them.
const IndexFile = "index.json"

// index lists the policies and libraries of a tree, so that a run reads and
// parses only the Rego that it needs.
type index struct {
	Policies []indexed         `json:"policies"`
	Libs     map[string]string `json:"libs"` // package -> file
}

type indexed struct {
	File     string     `json:"file"`
	Package  string     `json:"package"`
	Metadata annotation `json:"metadata"`
}

// Index generates the index of a tree of policies. The same tree gives the same bytes.
func Index(tree fs.FS) ([]byte, error) {
	policies, libs, err := readTree(tree, "")
	if err != nil {
		return nil, err
	}
	ix := index{Libs: map[string]string{}}
	for _, s := range libs {
		ix.Libs[s.pkg] = s.file
	}
	var errs []error
	for _, s := range policies {
		a, err := s.annotation()
		if err != nil {
			errs = append(errs, err)
			continue
		}
		ix.Policies = append(ix.Policies, indexed{File: s.file, Package: s.pkg, Metadata: a})
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return ix.encode()
}

// encode writes a line for each policy: less to read at every start than with indentation, and
// a change of a policy is a change of its line.
func (ix index) encode() ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	out.WriteString("{\"policies\": [\n")
	for i, entry := range ix.Policies {
		if i > 0 {
			out.WriteByte(',')
		}
		if err := enc.Encode(entry); err != nil {
			return nil, err
		}
	}
	out.WriteString("], \"libs\": ")
	err := enc.Encode(ix.Libs)
	out.WriteString("}\n")
	return out.Bytes(), err
}

// readTree finds the policies (those with a METADATA id) and the libraries of a
// tree, in the order of their paths. Tests are left out. Errors and sources name
// files with the prefix.
func readTree(tree fs.FS, prefix string) (policies, libs []source, err error) {
	var errs []error
	err = fs.WalkDir(tree, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) != ".rego" || isTest(file) {
			return err
		}
		text, err := fs.ReadFile(tree, file)
		if err != nil {
			return err
		}
		s, err := readSource(prefix+file, text)
		switch {
		case err != nil:
			errs = append(errs, err)
		case isPolicy(s):
			policies = append(policies, s)
		default:
			libs = append(libs, s)
		}
		return nil
	})
	return policies, libs, errors.Join(append(errs, err)...)
}

func isTest(file string) bool { return strings.HasSuffix(file, "_test.rego") }

// isPolicy tells a policy from a library: its annotation has custom keys, or the
// file has the name of a policy, so that a forgotten annotation is an error.
func isPolicy(s source) bool {
	base := path.Base(strings.ReplaceAll(s.file, `\`, "/"))
	return slices.Contains([]string{"policy.rego", "account.rego", "region.rego"}, base) || strings.Contains(s.meta, "\ncustom:")
}

func decodeIndex(data []byte) (index, error) {
	var ix index
	err := json.Unmarshal(data, &ix)
	return ix, err
}
