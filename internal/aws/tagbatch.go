package aws

import (
	"context"
	"slices"
)

// tagged is what a call told of one resource's tags: a map[string]string, or the
// *failure that hides them.
type tagged struct {
	tags any
	read read
}

// tag notes what a call of its own told of an item's tags, or why it did not. It tells
// whether the item is still there.
func (it *item) tag(p *place, r read, err error, tags func() map[string]string) bool {
	if isGone(err) || isAbsent(err) {
		return false
	}
	if it.reads == nil {
		it.reads = map[string]read{}
	}
	it.reads["tags_all"] = r
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		it.attrs["tags_all"] = f
	} else {
		it.attrs["tags_all"] = tags()
	}
	return true
}

// tagsInBatches asks for the tags of all resources, size at a time. ask returns
// them by the identifier that it was given; an identifier that the answer leaves
// out stays unknown.
func tagsInBatches(ctx context.Context, p *place, ids []string, size int, ask func(context.Context, []string) (map[string]map[string]string, read, error)) map[string]tagged {
	batches := slices.Collect(slices.Chunk(ids, size))
	answers := make([]map[string]tagged, len(batches))
	indices := make([]int, len(batches))
	for i := range indices {
		indices[i] = i
	}
	forEach(ctx, indices, func(ctx context.Context, i int) {
		tags, r, err := ask(ctx, batches[i])
		if isGone(err) && len(batches[i]) > 1 { // one that was deleted hides the others
			answers[i] = tagsInBatches(ctx, p, batches[i], 1, ask)
			return
		}
		if !isGone(err) {
			p.lostOne(r, err)
		}
		answers[i] = make(map[string]tagged, len(batches[i]))
		for _, id := range batches[i] {
			one := tagged{missing(), r}
			if f := asFailure(err); f != nil {
				one.tags = f
			} else if found, ok := tags[id]; ok {
				one.tags = found
			}
			answers[i][id] = one
		}
	})
	out := make(map[string]tagged, len(ids))
	for _, batch := range answers {
		for id, one := range batch {
			out[id] = one
		}
	}
	return out
}
