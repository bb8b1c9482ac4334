package aws

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/smithy-go/middleware"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// read is one call that was made, for the resources that came out of it.
type read struct {
	op   operation
	call *resource.Call
}

// method is an operation of an SDK client: in, options, out.
type method[In, Out, Opt any] func(context.Context, *In, ...func(*Opt)) (*Out, error)

// get makes one call. The error is nil, a *absent ("not configured") or a
// *failure. A failure is entered as a gap by whoever knows what it hides.
func get[In, Out, Opt any](ctx context.Context, p *place, op operation, target string, m method[In, Out, Opt], in *In, opts ...func(*Opt)) (*Out, read, error) {
	r := p.begin(op, target)
	out, err := attempt(ctx, p, r, func(ctx context.Context) (*Out, error) { return m(ctx, in, opts...) })
	return out, r, p.end(r, err)
}

// pager is a paginator of the SDK.
type pager[Out, Opt any] interface {
	HasMorePages() bool
	NextPage(ctx context.Context, opts ...func(*Opt)) (*Out, error)
}

// list makes the calls for all pages and enters a failure as a gap of the part's
// types: the pages before it stand. It tells whether everything was listed.
func list[Out, Opt any](ctx context.Context, p *place, op operation, pages pager[Out, Opt], each func(*Out, read)) bool {
	err := listPages(ctx, p, op, "", pages, each)
	return !p.lost(op, "", err)
}

// listPages is list for those who know better what a failure hides. opts are
// given to each page's call. Only the first page can say that nothing is there: the
// same code for a later one is a failure, and the list is not whole.
func listPages[Out, Opt any](ctx context.Context, p *place, op operation, target string, pages pager[Out, Opt], each func(*Out, read), opts ...func(*Opt)) error {
	r := p.begin(op, target)
	var last *Out
	for pages.HasMorePages() {
		out, err := attempt(ctx, p, r, func(ctx context.Context) (*Out, error) { return pages.NextPage(ctx, opts...) })
		if err == nil && samePage(last, out) {
			err = &unreadable{"one page comes again and again"}
		}
		if err != nil {
			return p.end(r, err)
		}
		each(out, r)
		r.op.absent, last = nil, out
	}
	return p.end(r, lastPage(last))
}

// attempt waits for its turn, makes the call, notes what it took and looks whether
// the answer is one.
func attempt[Out any](ctx context.Context, p *place, r read, call func(context.Context) (*Out, error)) (out *Out, err error) {
	done, err := p.run.turn(ctx, p, r.op)
	if err != nil {
		return nil, err
	}
	defer done()
	defer func() {
		if v := recover(); v != nil {
			out, err = nil, &unreadable{fmt.Sprintf("%T", v)} // a malformed answer took the SDK by surprise
		}
	}()
	out, err = call(context.WithValue(ctx, traceKey{}, r.call))
	if err == nil {
		err = defect(r.op, out)
	}
	return out, err
}

// absent says that the account answered "not configured".
type absent struct{ code string }

func (e *absent) Error() string { return "not configured: " + e.code }

// isAbsent tells whether a call was answered with "not configured".
func isAbsent(err error) bool {
	var a *absent
	return errors.As(err, &a)
}

type traceKey struct{}

// reading are the prefixes of operations that change nothing.
var reading = []string{"Get", "List", "Describe", "Head", "GenerateCredentialReport", "BatchGet"}

// trace is added to every client. It refuses operations that could change
// something, and notes request ids and attempts.
func trace(stack *middleware.Stack) error {
	return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("hipaactl", func(
		ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler,
	) (middleware.InitializeOutput, middleware.Metadata, error) {
		name := middleware.GetOperationName(ctx)
		if !slices.ContainsFunc(reading, func(prefix string) bool { return strings.HasPrefix(name, prefix) }) {
			return middleware.InitializeOutput{}, middleware.Metadata{}, fmt.Errorf("%s is not an operation that only reads", name)
		}
		out, metadata, err := next.HandleInitialize(ctx, in)
		if call, ok := ctx.Value(traceKey{}).(*resource.Call); ok {
			if id, ok := awsmiddleware.GetRequestIDMetadata(metadata); ok {
				call.RequestID = id
			}
			tries := 1
			if results, ok := retry.GetAttemptResults(metadata); ok {
				tries = max(tries, len(results.Results))
			}
			call.Attempts, call.Retries = call.Attempts+tries, call.Retries+tries-1
		}
		return out, metadata, err
	}), middleware.Before)
}
