package github

import (
	"context"
	"net/http"
	"net/url"
	"time"
)

// WithSleep replaces how an audit waits.
func WithSleep(o Options, sleep func(context.Context, time.Duration) error) Options {
	o.sleep = sleep
	return o
}

// GuardFor is one that gives the token to a host alone.
func GuardFor(address, token string, base http.RoundTripper) http.RoundTripper {
	u, err := url.Parse(address)
	if err != nil {
		panic(err)
	}
	return &guard{base: base, host: *u, token: func(context.Context) (string, error) { return token, nil }}
}

// Guard is what stands before the network.
func Guard(base http.RoundTripper) http.RoundTripper {
	return &guard{base: base, token: func(context.Context) (string, error) { return "", nil }}
}
