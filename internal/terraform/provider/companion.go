package provider

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Companion is a resource that an old inline block or argument stands for:
// `versioning` in aws_s3_bucket is an aws_s3_bucket_versioning.
type Companion struct {
	// Type is the companion's resource type.
	Type string
	// Target is the companion's attribute that names the holder: "bucket".
	Target string
	// Names is the holder's attribute that Target holds: "id".
	Names string
	// Values is an object in the companion's current shape, without Target,
	// defaults filled in.
	Values cty.Value
	// Steps is the path of the inline form in the holder: "versioning", 0.
	Steps []any
	// Existence is what is undecided about the inline form's being there (a
	// dynamic block over an unknown list). The ids are relative to the holder.
	Existence []resource.Condition
	// origin rewrites a path in the companion to the path in the holder.
	origin func(steps []any) []any
}

// Resource is the companion as a resource of its own, beside its holder. The
// target is a reference to the holder as the source writes references (a literal
// or a placeholder, marked with its resource.Ref).
func (c Companion) Resource(holder *resource.Resource, target cty.Value) *resource.Resource {
	values, marks, ok := attributes(c.Values)
	if !ok {
		values = map[string]cty.Value{}
	}
	for name, value := range values {
		values[name] = value.WithMarks(marks)
	}
	values[c.Target] = target
	address := holder.Address
	address.Type = c.Type
	address.Name += "." + stepsText(c.Steps)
	r := &resource.Resource{
		Root: holder.Root, Address: address, Source: holder.Source, Scope: holder.Scope,
		Values: cty.ObjectVal(values), InlineOf: holder.Address, Location: holder.Location,
		Existence: slices.Clone(holder.Existence),
	}
	for _, condition := range c.Existence {
		condition.ID = holder.Address.String() + "." + condition.ID
		r.Existence = append(r.Existence, condition)
	}
	if holder.Locate != nil {
		r.Location.Range = holder.Locate.Locate(c.Steps)
		r.Locate = inlineLocator{c, holder.Locate}
	}
	return r
}

// inlineLocator finds a companion's attributes in its holder.
type inlineLocator struct {
	companion Companion
	holder    resource.Locator
}

// Locate finds the place in the holder that a path of the companion comes from.
func (l inlineLocator) Locate(steps []any) hcl.Range {
	if l.companion.origin == nil {
		return l.holder.Locate(l.companion.Steps)
	}
	return l.holder.Locate(l.companion.origin(steps))
}

// stepsText prints steps as Terraform would: versioning[0].
func stepsText(steps []any) string {
	var b strings.Builder
	for i, step := range steps {
		switch step := step.(type) {
		case int:
			fmt.Fprintf(&b, "[%d]", step)
		default:
			if i > 0 {
				b.WriteByte('.')
			}
			fmt.Fprint(&b, step)
		}
	}
	return b.String()
}
