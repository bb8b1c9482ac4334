package terraform

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/planjson"
)

// document is a plan or state as JSON.
type document struct {
	shown, abs string
	src        []byte
}

// maxDocumentSize bounds a plan or state, in bytes.
const maxDocumentSize = 1 << 30

// addDocument takes a file that is not configuration.
func (j *job) addDocument(shown, abs string) error {
	src, err := readConfig(abs)
	if err != nil {
		return &InputError{fmt.Sprintf("%s: %v", shown, err)}
	}
	j.documents = append(j.documents, document{shown, abs, src})
	return nil
}

// addStdin takes configuration, or a plan or state, from standard input.
func (j *job) addStdin() error {
	if j.opts.Stdin == nil {
		return &InputError{"-: there is no standard input"}
	}
	src, err := io.ReadAll(io.LimitReader(j.opts.Stdin, maxDocumentSize+1))
	switch {
	case err != nil:
		return &InputError{fmt.Sprintf("-: %v", err)}
	case len(src) > maxDocumentSize:
		return &InputError{"-: more input than a document may hold"}
	case len(bytes.TrimSpace(src)) == 0:
		return &InputError{"-: standard input is empty"}
	}
	if trimmed := bytes.TrimSpace(src); trimmed[0] == '{' && bytes.Contains(trimmed, []byte(`"format_version"`)) {
		j.documents = append(j.documents, document{shown: "stdin", src: src})
		return nil
	}
	name := "stdin.tf"
	if bytes.TrimSpace(src)[0] == '{' {
		name = "stdin.tf.json"
	}
	cwd, err := realPath(".")
	if err != nil {
		return &InputError{fmt.Sprintf("-: %v", err)}
	}
	m := newModule(".", cwd, []*file{parseFile(name, src)})
	l := j.loader(cwd)
	l.modules["stdin"] = &moduleEntry{mod: m}
	j.roots = append(j.roots, j.newRoot(l, m))
	return nil
}

// readDocuments turns the plans and states into resources.
func (j *job) readDocuments() error {
	for _, d := range j.documents {
		set, err := j.readDocument(d)
		var input *InputError
		if errors.As(err, &input) {
			return err
		}
		if err != nil {
			j.set.Gaps = append(j.set.Gaps, resource.Gap{
				Kind: resource.GapFile, Root: d.shown, What: d.shown, Why: strings.TrimPrefix(err.Error(), d.shown+": "),
				Settle: "write it with terraform show -json",
			})
			j.set.Seen.FilesFailed++
			continue
		}
		j.set.Merge(set)
	}
	return nil
}

// readDocument reads one document, joined with the configuration it was made
// from where that is at hand.
func (j *job) readDocument(d document) (resource.Set, error) {
	opts := planjson.Options{Name: d.shown, Root: path.Dir(d.shown), Wanted: j.opts.Wanted, Examiner: j.examiner}
	r, err := j.sourceOf(d)
	if err != nil {
		return resource.Set{}, err
	}
	if r == nil {
		return planjson.Read(d.src, opts)
	}
	r.inputs = map[string]cty.Value{}
	r.fromDirectory()
	r.take(planVariables(d.src), nil)
	set := r.evaluate()
	byAddress := make(map[string]*resource.Resource, len(set.Resources))
	for _, res := range set.Resources {
		byAddress[res.Address.String()] = res
	}
	opts.Root, opts.Version = r.mod.dir, r.version
	opts.Source = func(address string) *resource.Resource { return byAddress[address] }
	return planjson.Read(d.src, opts)
}

// sourceOf is the root module that a document was made from: the directory the
// user names, or the one that the document lies in if it holds configuration.
func (j *job) sourceOf(d document) (*root, error) {
	dir := j.opts.Source
	if dir == "" {
		if d.abs == "" {
			return nil, nil
		}
		abs := filepath.Dir(d.abs)
		if m := j.loader(abs).module(path.Dir(d.shown), abs); m != nil {
			return j.newRoot(j.loader(abs), m), nil
		}
		return nil, nil
	}
	abs, err := realPath(dir)
	if err != nil {
		return nil, &InputError{fmt.Sprintf("--source %s: no such directory", dir)}
	}
	m := j.loader(abs).module(shownPath(dir), abs)
	if m == nil {
		return nil, &InputError{fmt.Sprintf("--source %s: the directory holds no configuration", dir)}
	}
	return j.newRoot(j.loader(abs), m), nil
}

// planVariables are the values that a plan was made with. What cannot be read is left out.
func planVariables(src []byte) map[string]cty.Value {
	var plan struct {
		Variables map[string]struct{ Value json.RawMessage }
	}
	if err := json.Unmarshal(src, &plan); err != nil {
		return nil
	}
	out := make(map[string]cty.Value, len(plan.Variables))
	for name, v := range plan.Variables {
		if len(v.Value) == 0 {
			continue
		}
		ty, err := ctyjson.ImpliedType(v.Value)
		if err != nil {
			continue
		}
		if value, err := ctyjson.Unmarshal(v.Value, ty); err == nil {
			out[name] = value
		}
	}
	return out
}
