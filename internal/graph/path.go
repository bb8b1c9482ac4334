package graph

import (
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// path leads from a resource's values to a name. Every text is one.
type path []step

// step is an attribute, every element of a list, every value of a map, or what JSON text holds.
type step struct {
	kind stepKind
	// name is that of an attribute.
	name string
}

type stepKind int

const (
	attribute stepKind = iota
	everyElement
	everyValue
	decoded
)

// suffixes are what may follow an attribute's name in a path.
var suffixes = map[string]stepKind{"[]": everyElement, "{}": everyValue, "(json)": decoded}

func parse(text string) path {
	var p path
	if text == "" {
		return nil
	}
	for part := range strings.SplitSeq(text, ".") {
		var after path
		for cut := true; cut; {
			cut = false
			for suffix, kind := range suffixes {
				if rest, ok := strings.CutSuffix(part, suffix); ok {
					part, after, cut = rest, append(path{{kind: kind}}, after...), true
				}
			}
		}
		if part != "" {
			p = append(p, step{attribute, part})
		}
		p = append(p, after...)
	}
	return p
}

// shape is what a source has to evaluate for the path: an object with its first attribute.
func (p path) shape() *resource.Shape {
	if len(p) == 0 {
		return &resource.Shape{Kind: resource.String}
	}
	switch s := p[0]; s.kind {
	case attribute:
		return &resource.Shape{Kind: resource.Object, Attrs: map[string]*resource.Shape{s.name: p[1:].shape()}}
	case everyElement:
		return &resource.Shape{Kind: resource.List, Elem: p[1:].shape()}
	case everyValue:
		return &resource.Shape{Kind: resource.Map, Elem: p[1:].shape()}
	case decoded:
	}
	return &resource.Shape{Kind: resource.String}
}
