package repository

import (
	"context"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/repository/transport"
)

// tlsSettings makes a resource of each place that sets how connections are encrypted, and one of all
// that was examined for it.
type tlsSettings struct{ examined }

func (*tlsSettings) wants(name string) bool { return transport.Wants(name) && !forTests(name) }

func (*tlsSettings) anywhere() {}

func (*tlsSettings) types() []string { return []string{TLSSetting, Transport} }

func (s *tlsSettings) read(_ context.Context, d document) contribution {
	finds := transport.Read(d.file.Name, d.text)
	if len(finds) == 0 {
		return func(*builder) { s.files++ }
	}
	places := positionsOf(d)
	return func(b *builder) {
		s.files++
		for _, f := range finds {
			confidence := confidenceOf(f.Sure)
			s.found(f.Kind, confidence)
			values := map[string]cty.Value{
				"kind": cty.StringVal(f.Kind), "what": cty.StringVal(f.What), "confidence": cty.StringVal(confidence), "minimum": cty.NullVal(cty.Number),
			}
			if f.Kind == transport.Protocol {
				values["minimum"] = cty.NumberFloatVal(f.Minimum)
			}
			b.resource(TLSSetting, d.file.Name, f.What, places.at(f.Start), values, nil)
		}
	}
}

func (s *tlsSettings) finish(b *builder) {
	b.resource(Transport, "files", "", hcl.Range{}, s.values(b.unread(s.wants)), nil)
}
