package github

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"reflect"
	"strings"

	gh "github.com/google/go-github/v84/github"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// read is one call that was made, for the resources that came out of it.
type read struct {
	op   operation
	call *resource.Call
}

// pageSize is the most that GitHub gives at a time.
const pageSize = "100"

// maxPages bounds the pages of one list: no organization has a million of anything that is listed.
const maxPages = 10_000

var errEndless = errors.New("the pages of the list do not end")

// get makes one call; args fill the braces of the path in order. The error is nil, absent
// or a *failure, which is entered as a gap by whoever knows what it hides.
func get[T any](ctx context.Context, p *place, op operation, args ...string) (T, read, error) {
	r := p.begin(op, args)
	var out T
	resp, err := ask(ctx, p, r, op.expand(args), nil, &out)
	return out, r, p.end(ctx, r, resp, err)
}

// list makes the calls for all pages. Each hears of a page; what was heard before a failure stands.
func list[T any](ctx context.Context, p *place, op operation, query url.Values, each func(T), args ...string) (read, error) {
	r := p.begin(op, args)
	query = with(query, "per_page", pageSize)
	for page, after := 1, ""; ; {
		var out T
		resp, err := ask(ctx, p, r, op.expand(args), query, &out)
		if err != nil {
			return r, p.end(ctx, r, resp, err)
		}
		each(out)
		switch {
		case resp.NextPage > page && page < maxPages:
			page = resp.NextPage
			query = with(query, "page", itoa(page))
		case resp.NextPage == 0 && resp.After != "" && resp.After != after && page < maxPages:
			page++
			after = resp.After
			query = with(query, "after", after)
		case resp.NextPage != 0 || resp.After != "":
			return r, p.end(ctx, r, resp, errEndless)
		default:
			return r, p.end(ctx, r, resp, nil)
		}
	}
}

// first makes the call for the first entries alone, which are enough to know whether there are any.
func first[T any](ctx context.Context, p *place, op operation, query url.Values, args ...string) (T, read, error) {
	r := p.begin(op, args)
	var out T
	resp, err := ask(ctx, p, r, op.expand(args), with(query, "per_page", "1"), &out)
	return out, r, p.end(ctx, r, resp, err)
}

func with(query url.Values, name, value string) url.Values {
	out := url.Values{name: {value}}
	for k, v := range query {
		if k != name {
			out[k] = v
		}
	}
	return out
}

// ask sends the request, as often as it takes, and decodes the answer.
func ask(ctx context.Context, p *place, r read, path string, query url.Values, into any) (*gh.Response, error) {
	done, err := p.run.turn(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	if len(query) > 0 {
		path += "?" + query.Encode()
	}
	resp, tries, err := p.run.patient(ctx, func() (*gh.Response, error) {
		req, err := p.run.client.NewRequest(http.MethodGet, path, nil)
		if err != nil {
			return nil, err
		}
		return p.run.do(ctx, req, into)
	})
	r.call.Attempts, r.call.Retries = r.call.Attempts+tries, r.call.Retries+max(0, tries-1)
	if resp != nil && resp.Response != nil {
		r.call.RequestID = plain(resp.Header.Get("X-Github-Request-Id"))
	}
	if v := reflect.ValueOf(into).Elem(); err == nil && (v.Kind() == reflect.Slice && v.IsNil() || hollow(v)) {
		err = errNoList
	}
	return resp, err
}

// do sends a request. go-github's own decoders panic on null where they want an object.
func (r *run) do(ctx context.Context, req *http.Request, into any) (resp *gh.Response, err error) {
	defer func() {
		if recover() != nil {
			err = errNoList
		}
	}()
	return r.client.Do(ctx, req, into)
}

// hollow tells whether a list in an answer has null for a member, which nobody can read.
func hollow(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		return !v.IsNil() && hollow(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			if e := v.Index(i); e.Kind() == reflect.Pointer && e.IsNil() || hollow(e) {
				return true
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && hollow(v.Field(i)) {
				return true
			}
		}
	default: // maps hold plain values
	}
	return false
}

// plain keeps what an outside text must not hold out of reports.
func plain(id string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == ':' || r == '-' {
			return r
		}
		return -1
	}, id[:min(len(id), 64)])
}

// expand fills the braces of the path.
func (o operation) expand(args []string) string {
	var b strings.Builder
	rest := strings.TrimPrefix(o.path, "/")
	for _, a := range args {
		before, after, _ := strings.Cut(rest, "{")
		_, tail, _ := strings.Cut(after, "}")
		b.WriteString(before)
		b.WriteString(url.PathEscape(a))
		rest = tail
	}
	b.WriteString(rest)
	return b.String()
}
