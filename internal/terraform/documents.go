package terraform

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/hipaactl/hipaactl/internal/resource"
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
	m := newModule("stdin", cwd, []*file{parseFile(name, src)})
	l := j.loader(cwd)
	l.modules["stdin"] = &moduleEntry{mod: m}
	j.roots = append(j.roots, j.newRoot(l, m))
	return nil
}

// readDocuments turns the plans and states into resources.
func (j *job) readDocuments() error {
	for _, d := range j.documents {
		set, err := j.readDocument(d)
		if err != nil {
			var input *InputError
			if errors.As(err, &input) {
				return err
			}
			j.set.Gaps = append(j.set.Gaps, resource.Gap{
				Kind: resource.GapFile, Root: d.shown, What: d.shown, Why: err.Error(),
				Settle: "write it with terraform show -json",
			})
			j.set.Seen.FilesFailed++
			continue
		}
		j.set.Merge(set)
		j.set.Seen.FilesParsed++
	}
	return nil
}

func (j *job) readDocument(document) (resource.Set, error) {
	return resource.Set{}, errors.New("plans are not read yet")
}
