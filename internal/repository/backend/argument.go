package backend

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// kind is what the arguments of a backend mean.
type kind struct {
	// required are the arguments without which a block is but a part of a configuration: the
	// others come from -backend-config, a prompt or the environment.
	required []string
	// encrypt, lock and key name the arguments that say so; any of several is enough.
	encrypt, lock, key []string
	// encrypts is what holds where encrypt is not written.
	encrypts bool
	// address is an argument that holds a URL, and unverified one that turns verification off.
	address, unverified string
}

// kinds are the backends whose arguments say something about how the state is kept.
// Source: https://developer.hashicorp.com/terraform/language/backend
func kinds(name string) kind {
	switch name {
	case "s3":
		return kind{
			required: []string{"bucket", "key"}, encrypt: []string{"encrypt"},
			lock: []string{"use_lockfile", "dynamodb_table"}, key: []string{"kms_key_id", "sse_customer_key"},
		}
	case "oss":
		return kind{required: []string{"bucket"}, encrypt: []string{"encrypt"}, lock: []string{"tablestore_table"}, key: []string{"kms_key_id"}}
	case "cos":
		return kind{required: []string{"bucket", "region"}, encrypt: []string{"encrypt"}, encrypts: true}
	case "gcs":
		return kind{required: []string{"bucket"}, key: []string{"kms_encryption_key", "encryption_key"}}
	case "azurerm":
		return kind{required: []string{"container_name", "key"}}
	case "http":
		return kind{required: []string{"address"}, lock: []string{"lock_address"}, address: "address", unverified: "skip_cert_verification"}
	}
	return kind{}
}

// read reads one block. That an argument is malformed makes it unseen.
func read(name string, block *hcl.Block) Backend {
	b := Backend{Kind: name, Range: block.DefRange, Ranges: map[string]hcl.Range{}}
	k := kinds(name)
	a := arguments{backend: &b, body: block.Body}
	for _, required := range k.required {
		if !a.written(required) && b.Partial == "" {
			b.Partial = required
		}
	}
	b.Encrypt, b.Lock, b.CustomerKey = a.any(k.encrypt, k.encrypts), a.any(k.lock, false), a.any(k.key, false)
	if k.address != "" {
		b.Insecure = a.any([]string{k.unverified}, false)
		if plain := a.plain(k.address); plain != No && b.Insecure != Yes {
			b.Insecure = plain
		}
	}
	return b
}

// arguments reads the arguments of a block for a backend.
type arguments struct {
	backend *Backend
	body    hcl.Body
}

func (a arguments) get(name string) (hcl.Expression, bool) {
	content, _, _ := a.body.PartialContent(&hcl.BodySchema{Attributes: []hcl.AttributeSchema{{Name: name}}})
	at, ok := content.Attributes[name]
	if !ok {
		return nil, false
	}
	a.backend.Ranges[name] = at.Range
	return at.Expr, true
}

func (a arguments) written(name string) bool {
	expr, ok := a.get(name)
	if !ok {
		return false
	}
	value, diags := literal(expr)
	return diags.HasErrors() || !value.IsNull()
}

// any tells whether one of several arguments is set and not false. One that is not written is
// unseen where the block is but a part of the configuration.
func (a arguments) any(names []string, otherwise bool) State {
	if len(names) == 0 {
		return No
	}
	out, found := No, false
	for _, name := range names {
		expr, ok := a.get(name)
		if !ok {
			continue
		}
		found = true
		switch on(expr) {
		case Yes:
			return Yes
		case Unseen:
			a.backend.Expression, out = name, Unseen
		case No:
		}
	}
	switch {
	case found && (len(names) == 1 || out == Unseen || a.backend.Partial == ""):
		return out
	case a.backend.Partial != "":
		return Unseen
	case otherwise:
		return Yes
	}
	return No
}

// plain tells whether the URL of an argument is one without TLS.
func (a arguments) plain(name string) State {
	expr, ok := a.get(name)
	switch {
	case !ok && a.backend.Partial != "":
		return Unseen
	case !ok:
		return No
	}
	url, ok := text(expr)
	switch {
	case !ok:
		a.backend.Expression = name
		return Unseen
	case strings.HasPrefix(strings.ToLower(strings.TrimSpace(url)), "http://"):
		return Yes
	}
	return No
}

// on tells whether an argument asks for something: true, or any text.
func on(expr hcl.Expression) State {
	value, diags := literal(expr)
	switch {
	case diags.HasErrors() || !value.IsWhollyKnown():
		return Unseen
	case value.IsNull():
		return No
	}
	if yes, err := convert.Convert(value, cty.Bool); err == nil {
		if yes.True() {
			return Yes
		}
		return No
	}
	if value.Type() != cty.String {
		return Unseen
	}
	if value.AsString() == "" {
		return No
	}
	return Yes
}

// text is the literal text of an expression.
func text(expr hcl.Expression) (string, bool) {
	value, diags := literal(expr)
	if diags.HasErrors() || !value.IsKnown() || value.IsNull() || value.Type() != cty.String {
		return "", false
	}
	return value.AsString(), true
}

// literal is the value of an expression that refers to nothing. Without a context the JSON
// syntax would take a template for its own text.
func literal(expr hcl.Expression) (cty.Value, hcl.Diagnostics) { return expr.Value(&hcl.EvalContext{}) }
