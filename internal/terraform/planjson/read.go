package planjson

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/contents"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

// Options says how to read a document.
type Options struct {
	// Name is the file's name for messages and places.
	Name string
	// Root is the root module that the document was made of: its directory, slash-separated.
	Root string
	// Wanted says which attributes to take over.
	Wanted resource.Wanted
	// Version is the AWS provider's version, as far as the caller knows it; else the
	// version constraint of the plan decides.
	Version provider.Version
	// Source answers with the resource of that address as evaluated from the
	// configuration, nil where it has none. Its values stand where the plan says
	// "known after apply", and its places are those that findings point at. Source
	// itself may be nil.
	Source func(address string) *resource.Resource
	// Examiner looks for secrets in the texts that policies want examined; nil means one of its own.
	Examiner *contents.Examiner
}

// Read turns a plan or a state into resources. A document that is neither, that
// is truncated, or that has a format this package does not know is an error; a
// resource in it that makes no sense costs that resource alone and is a gap.
func Read(data []byte, opts Options) (resource.Set, error) {
	doc, err := decode(data, opts.Name)
	if err != nil {
		return resource.Set{}, err
	}
	opts.Wanted = provider.Expand(opts.Wanted)
	if opts.Examiner == nil {
		if opts.Examiner, err = contents.New(); err != nil {
			return resource.Set{}, err
		}
	}
	r := newReader(doc, opts)
	if doc.isPlan() {
		r.readPlan()
	} else {
		r.readState()
	}
	r.set.Seen.Roots = []string{opts.Root}
	r.set.Seen.FilesParsed = 1
	r.set.Sort()
	return r.set, nil
}

// decode reads the outline of a document and refuses what it does not know.
func decode(data []byte, name string) (*document, error) {
	trimmed := bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	switch {
	case len(trimmed) == 0:
		return nil, fmt.Errorf("%s: is empty; write the output of terraform show -json to it", name)
	case bytes.HasPrefix(trimmed, []byte("PK\x03\x04")):
		return nil, fmt.Errorf("%s: is a plan in Terraform's own format; convert it with terraform show -json", name)
	case trimmed[0] != '{':
		return nil, fmt.Errorf("%s: is not a JSON object; write the output of terraform show -json to it", name)
	}
	doc := &document{}
	if err := json.Unmarshal(trimmed, doc); err != nil {
		return nil, describe(err, name)
	}
	if err := doc.check(name); err != nil {
		return nil, err
	}
	return doc, nil
}

// describe says what is wrong with JSON without repeating what stands in it.
func describe(err error, name string) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("%s: byte %d: is not JSON, or was cut off there", name, syntax.Offset)
	}
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fmt.Errorf("%s: byte %d: %s does not have the type that a plan or state has there", name, wrong.Offset, wrong.Field)
	}
	return fmt.Errorf("%s: is not the output of terraform show -json", name)
}

// check tells a plan and a state from everything else that looks like one.
func (d *document) check(name string) error {
	switch {
	case d.Level != "":
		return fmt.Errorf("%s: is Terraform's log in JSON; save the plan with -out and convert it with terraform show -json", name)
	case d.FormatVersion == "" && (d.Lineage != "" || d.Serial != nil):
		return fmt.Errorf("%s: is a state file; convert it with terraform show -json", name)
	case d.FormatVersion == "":
		return fmt.Errorf("%s: has no format_version; it is not the output of terraform show -json", name)
	}
	if major, _, _ := strings.Cut(d.FormatVersion, "."); !slices.Contains([]string{"0", "1"}, major) {
		return fmt.Errorf("%s: has a format_version that hipaactl does not know (it knows 0.1 to 1.x); update hipaactl", name)
	}
	if !d.isPlan() && d.Values == nil && (d.Schemas != nil || d.Valid != nil) {
		return fmt.Errorf("%s: is neither a plan nor a state; convert one of these with terraform show -json", name)
	}
	return nil
}
