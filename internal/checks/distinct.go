package checks

import (
	"context"

	"github.com/open-policy-agent/opa/v1/ast"
)

// distinctTerms are terms without repetition.
type distinctTerms struct {
	terms  []*ast.Term
	byHash map[int][]int
}

// add returns the term's place.
func (d *distinctTerms) add(t *ast.Term) int {
	if d.byHash == nil {
		d.byHash = map[int][]int{}
	}
	h := t.Value.Hash()
	for _, i := range d.byHash[h] {
		if d.terms[i].Value.Compare(t.Value) == 0 {
			return i
		}
	}
	d.byHash[h] = append(d.byHash[h], len(d.terms))
	d.terms = append(d.terms, t)
	return len(d.terms) - 1
}

// answers asks the policy about the terms, or remembers what it said.
func (b *builder) answers(ctx context.Context, batch *distinctTerms) ([][]statement, error) {
	if len(batch.terms) == 0 {
		return nil, nil
	}
	if b.memory == nil {
		return b.run(ctx, batch.terms)
	}
	places := make([]int, len(batch.terms))
	for i, t := range batch.terms {
		places[i] = b.memory.terms.add(t)
	}
	if fresh := b.memory.terms.terms[len(b.memory.said):]; len(fresh) > 0 {
		said, err := b.run(ctx, fresh)
		if err != nil {
			return nil, err
		}
		b.memory.said = append(b.memory.said, said...)
	}
	out := make([][]statement, len(places))
	for i, place := range places {
		out[i] = b.memory.said[place]
	}
	return out, nil
}

// memory keeps a policy's answers for proofs, which ask the same again and again.
// It is for one goroutine.
type memory struct {
	terms distinctTerms
	said  [][]statement
}
