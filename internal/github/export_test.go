package github

import (
	"context"
	"net/http"
	"time"
)

// WithSleep replaces how an audit waits.
func WithSleep(o Options, sleep func(context.Context, time.Duration) error) Options {
	o.sleep = sleep
	return o
}

// Guard is what stands before the network.
func Guard(base http.RoundTripper) http.RoundTripper {
	return &guard{base: base, token: func(context.Context) (string, error) { return "", nil }}
}
