package main

import (
	"context"
	"io"
)

// interruptible reads from r until ctx is done: a terminal or pipe that sends nothing must
// not keep the program from ending.
func interruptible(ctx context.Context, r io.Reader) io.Reader { return &waiting{ctx, r} }

type waiting struct {
	ctx context.Context
	r   io.Reader
}

type arrived struct {
	data []byte
	err  error
}

// Read leaves a read under way behind when it is interrupted, with a buffer of its own.
func (w *waiting) Read(p []byte) (int, error) {
	done := make(chan arrived, 1)
	go func() {
		buf := make([]byte, len(p))
		n, err := w.r.Read(buf)
		done <- arrived{buf[:n], err}
	}()
	select {
	case a := <-done:
		return copy(p, a.data), a.err
	case <-w.ctx.Done():
		return 0, w.ctx.Err()
	}
}
