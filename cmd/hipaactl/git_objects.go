package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// here are the objects of a clone that leaves some out (git clone --filter): asked for another one,
// git would fetch it, and ends where it may not. It is nil for any other clone.
func (g git) here(ctx context.Context) (map[string]bool, error) {
	var failed *gitError
	switch _, err := g.run(ctx, "config", "--get-regexp", `^(extensions\.partialclone|remote\..*\.promisor)$`); {
	case errors.As(err, &failed):
		return nil, nil //nolint:nilnil // there is no such setting
	case err != nil:
		return nil, err
	}
	out, err := g.run(ctx, "cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)")
	if err != nil {
		return nil, err
	}
	here := map[string]bool{}
	for id := range strings.Lines(out) {
		here[strings.TrimSuffix(id, "\n")] = true
	}
	return here, nil
}

// contents hands out what the objects hold, in their order; nil for one that is not here, as
// in a clone that leaves files out.
func (g git) contents(ctx context.Context, all []treeEntry, take func(treeEntry, io.Reader) error) error {
	if len(all) == 0 {
		return nil
	}
	here, err := g.here(ctx)
	if err != nil {
		return err
	}
	cmd := g.command(ctx, "cat-file", "--batch")
	var ids, errs bytes.Buffer
	for _, o := range all {
		if here == nil || here[o.id] {
			ids.WriteString(o.id + "\n")
		}
	}
	cmd.Stdin, cmd.Stderr = &ids, &errs
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	taken := batchOf(out, all, here, take)
	if taken != nil {
		_ = cmd.Process.Kill() // its output is of no use any more
	}
	err = cmd.Wait()
	if taken != nil && ctx.Err() == nil {
		return taken
	}
	return saidBy(ctx, err, errs.String())
}

// batchOf reads what cat-file --batch prints: "ID TYPE SIZE", the content and a line break,
// or "ID missing". It was asked for what is here alone, where that is known.
func batchOf(out io.Reader, all []treeEntry, here map[string]bool, take func(treeEntry, io.Reader) error) error {
	in := bufio.NewReader(out)
	for _, o := range all {
		if here != nil && !here[o.id] {
			if err := take(o, nil); err != nil {
				return err
			}
			continue
		}
		head, err := in.ReadString('\n')
		if err != nil {
			return fmt.Errorf("git cat-file: %w", err)
		}
		var id, kind string
		var size int64
		if n, _ := fmt.Sscan(head, &id, &kind, &size); n < 3 {
			if err := take(o, nil); err != nil {
				return err
			}
			continue
		}
		content := io.LimitReader(in, size)
		if err := take(o, content); err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, content); err != nil {
			return err
		}
		if end, err := in.ReadByte(); err != nil || end != '\n' {
			return errLength
		}
	}
	if _, err := in.ReadByte(); !errors.Is(err, io.EOF) {
		return errLength // and git would wait for somebody to read the rest
	}
	return nil
}

// errLength is what a broken object comes to.
var errLength = errors.New("git cat-file: an object is not as long as it says; git fsck tells more")
