package checks

import (
	"sync"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// documents remembers policy documents by their text, since several policies
// read the same one. The zero value is ready; it is safe for concurrent use.
type documents struct{ parsed sync.Map }

type document struct {
	value cty.Value
	err   error
}

func (d *documents) parse(text string) (cty.Value, error) {
	if known, ok := d.parsed.Load(text); ok {
		return known.(document).value, known.(document).err
	}
	var doc document
	doc.value, doc.err = resource.ParseDocument(text)
	d.parsed.Store(text, doc)
	return doc.value, doc.err
}
