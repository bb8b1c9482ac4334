package github

import (
	"context"
	"time"
)

// WithSleep replaces how an audit waits.
func WithSleep(o Options, sleep func(context.Context, time.Duration) error) Options {
	o.sleep = sleep
	return o
}
