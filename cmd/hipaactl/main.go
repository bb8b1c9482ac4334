// Command hipaactl checks infrastructure against the HIPAA Security Rule. Its commands
// turn flags into options, call the packages in order and write what they return; this
// package alone touches the process: arguments, environment, standard streams, exit code.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/term"
)

func main() {
	unmapStartup()
	tuneCollector()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once
	os.Exit(Main(ctx, process{
		args: os.Args[1:], stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		getenv: os.Getenv, now: time.Now, columns: columns,
	}))
}

// process is what a command may use of the world, so that tests can give it another one.
type process struct {
	args           []string
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time
	// columns is the width of the terminal that w is; 0 where it is none.
	columns func(w io.Writer) int
}

// Main runs the command line and returns the exit code.
func Main(ctx context.Context, p process) int {
	root := newRoot(p)
	root.SetArgs(p.args)
	root.SetIn(p.stdin)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	return exitCode(p, root.ExecuteContext(ctx))
}

// columns asks the operating system. A terminal of unknown width counts as 80.
func columns(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
		return width
	}
	return 80
}
