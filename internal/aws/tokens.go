package aws

import "context"

// tokens is the pager of an operation for which the SDK has none. ask makes one call
// and returns the token of the next page.
type tokens[Out, Opt any] struct {
	ask   func(context.Context, *string, ...func(*Opt)) (*Out, *string, error)
	token *string
	begun bool
}

// HasMorePages tells whether there is something to ask for.
func (t *tokens[Out, Opt]) HasMorePages() bool { return !t.begun || or(t.token, "") != "" }

// NextPage asks for it.
func (t *tokens[Out, Opt]) NextPage(ctx context.Context, opts ...func(*Opt)) (*Out, error) {
	out, next, err := t.ask(ctx, t.token, opts...)
	if err != nil {
		return nil, err
	}
	t.begun, t.token = true, next
	return out, nil
}
