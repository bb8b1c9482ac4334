package aws

import "context"

// marked pages through a listing for which the SDK has no paginator: ask makes the call
// for the page at a marker, and tells the marker of the next page.
type marked[Out, Opt any] struct {
	ask    func(ctx context.Context, marker *string, opts ...func(*Opt)) (*Out, *string, error)
	marker *string
	begun  bool
}

func (m *marked[Out, Opt]) HasMorePages() bool { return !m.begun || or(m.marker, "") != "" }

func (m *marked[Out, Opt]) NextPage(ctx context.Context, opts ...func(*Opt)) (*Out, error) {
	out, next, err := m.ask(ctx, m.marker, opts...)
	if err == nil {
		m.begun, m.marker = true, next
	}
	return out, err
}
