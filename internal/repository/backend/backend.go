// Package backend reads where Terraform keeps its state: the backend and cloud blocks of .tf and
// .tf.json files, and state files themselves. It turns the bytes of one file into facts, and no
// value of a block leaves it, since backends take credentials; internal/repository makes
// resources of the facts.
package backend

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"

	"github.com/hipaactl/hipaactl/internal/pattern"
)

// MaxSize is how large a configuration file may be, in bytes.
const MaxSize = 2 << 20

// maxNesting bounds how deep brackets nest, and maxSigns how many signs stand in a row: the
// parser calls itself for each.
const (
	maxNesting = 500
	maxSigns   = 2000
)

// State is what a fact can be.
type State int

// The states. Unseen is set elsewhere or by an expression.
const (
	No State = iota
	Yes
	Unseen
)

// Backend is one backend or cloud block.
type Backend struct {
	// Kind is the backend's label ("s3"), or "cloud".
	Kind string
	// Encrypt is the argument that has the service encrypt the state, Lock what has it locked,
	// CustomerKey a key of one's own. They are No for backends that have no such argument.
	Encrypt, Lock, CustomerKey State
	// Insecure tells that the state travels without TLS, or that nobody verifies the server.
	Insecure State
	// Client tells that OpenTofu encrypts the state before it is stored.
	Client bool
	// Range is the block's header, and Ranges are those of the arguments that are written.
	Range  hcl.Range
	Ranges map[string]hcl.Range
	// Partial names a required argument that is not in the block, so that others may be given
	// elsewhere too; Expression one whose value is no literal. Empty where there is none.
	Partial, Expression string
}

// File is what one configuration file says.
type File struct {
	Backends []Backend
	// Encrypted tells that the file configures OpenTofu to encrypt the state.
	Encrypted bool
	// Provider tells that it configures a provider, as root modules do, and where.
	Provider hcl.Range
	// Settings tells that it has a terraform block, as what is applied has.
	Settings bool
	// Manages tells that it declares resources or calls modules.
	Manages bool
	// Calls are the local modules that it calls, as paths from the file's directory.
	Calls []string
}

// IsConfig tells whether a file is one that Terraform or OpenTofu reads.
func IsConfig(name string) bool {
	base := path.Base(name)
	for _, ext := range []string{".tf", ".tf.json", ".tofu", ".tofu.json"} {
		if strings.HasSuffix(base, ext) {
			return !strings.HasPrefix(base, ".") && !strings.HasPrefix(base, "#")
		}
	}
	return false
}

// Read reads one file; name is what ranges say. The error names no value and has a line where
// there is one; what was understood before it counts.
func Read(name string, src []byte) (File, error) {
	var out File
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if !mentions().Match(src) {
		return out, nil // nothing here is about state or tells a root module
	}
	if err := readable(src); err != nil {
		return out, err
	}
	var file *hcl.File
	var diags hcl.Diagnostics
	if strings.HasSuffix(name, ".json") {
		file, diags = hcljson.Parse(src, name)
	} else {
		file, diags = hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	}
	if file == nil || file.Body == nil {
		return out, faultOf(diags)
	}
	content, _, more := file.Body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
		{Type: "terraform"},
		{Type: "provider", LabelNames: []string{"name"}},
		{Type: "module", LabelNames: []string{"name"}},
		{Type: "resource", LabelNames: []string{"type", "name"}},
	}})
	for _, block := range content.Blocks {
		switch block.Type {
		case "terraform":
			out.Settings = true
			more = append(more, out.settings(block.Body)...)
		case "provider":
			if out.Provider.Empty() {
				out.Provider = block.DefRange
			}
		case "resource":
			out.Manages = true
		case "module":
			out.Manages = true
			out.call(block.Body)
		}
	}
	return out, faultOf(append(diags, more...))
}

// mentions is what a file says that tells something here.
var mentions = pattern.Lazy(`\b(?:terraform|backend|cloud|encryption|provider|resource|module)\b`)

// readable refuses what the parser should not see.
func readable(src []byte) error {
	switch {
	case len(src) > MaxSize:
		return fmt.Errorf("larger than %d MiB", MaxSize>>20)
	case !utf8.Valid(src):
		return errors.New("not UTF-8 text")
	}
	depth, signs := 0, 0
	for _, c := range src {
		switch c {
		case '{', '[', '(':
			depth++
		case '}', ']', ')':
			depth = max(depth-1, 0)
		}
		switch c {
		case '!', '-':
			signs++
		case ' ', '\t', '\r', '\n':
		default:
			signs = 0
		}
		if depth > maxNesting || signs > maxSigns {
			return errors.New("brackets or signs nest too deep")
		}
	}
	return nil
}

// faultOf is the first error as text for people: where it is and what, without the source.
func faultOf(diags hcl.Diagnostics) error {
	for _, d := range diags {
		if d.Severity != hcl.DiagError {
			continue
		}
		if d.Subject == nil {
			return errors.New("it does not parse")
		}
		return fmt.Errorf("line %d does not parse", d.Subject.Start.Line)
	}
	return nil
}

// settings reads a terraform block.
func (f *File) settings(body hcl.Body) hcl.Diagnostics {
	content, _, diags := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
		{Type: "backend", LabelNames: []string{"type"}}, {Type: "cloud"}, {Type: "encryption"},
	}})
	for _, block := range content.Blocks {
		switch block.Type {
		case "backend":
			f.Backends = append(f.Backends, read(block.Labels[0], block))
		case "cloud":
			f.Backends = append(f.Backends, read("cloud", block))
		case "encryption":
			inner, _, more := block.Body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "state"}}})
			diags = append(diags, more...)
			f.Encrypted = f.Encrypted || len(inner.Blocks) > 0
		}
	}
	return diags
}

// call notes a module call whose source is a directory beside the file.
func (f *File) call(body hcl.Body) {
	content, _, _ := body.PartialContent(&hcl.BodySchema{Attributes: []hcl.AttributeSchema{{Name: "source"}}})
	if source, ok := content.Attributes["source"]; ok {
		if text, ok := text(source.Expr); ok && (strings.HasPrefix(text, "./") || strings.HasPrefix(text, "../")) {
			f.Calls = append(f.Calls, path.Clean(text))
		}
	}
}
