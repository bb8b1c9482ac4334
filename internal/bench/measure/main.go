// Command measure generates configurations, scans them with a hipaactl binary and
// prints CPU time and memory beside the cost of parsing the same files alone.
//
//	measure HIPAACTL-BINARY     the table, as Markdown
//	measure floor DIR           parse every configuration file below DIR, nothing else
//
// CPU seconds are user and system time of the child process, the least of several
// runs; memory is its largest resident set. Every shape and its floor run in turn
// on the same machine, so that the ratio means something on a busy one.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/hipaactl/hipaactl/internal/bench"
)

// shapes are the rows of the table.
var shapes = []bench.Shape{
	{Resources: 1, Roots: 1},
	{Resources: 1000, Roots: 1},
	{Resources: 1000, Roots: 1, Calls: 200},
	{Resources: 1000, Roots: 20},
	{Resources: 10000, Roots: 1},
	{Resources: 10000, Roots: 20},
	{Resources: 10000, Roots: 1, Expanded: true},
}

// runs is how often each measurement is repeated; the least counts.
const runs = 5

func main() {
	if err := measure(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

func measure(args []string) error {
	switch {
	case len(args) == 2 && args[0] == "floor":
		return floor(args[1])
	case len(args) == 1:
		return table(args[0])
	}
	return errors.New("usage: measure HIPAACTL-BINARY | measure floor DIR")
}

// floor parses and keeps every file, as any evaluator has to.
func floor(dir string) error {
	var files []*hcl.File
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".tf") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		f, diags := hclsyntax.ParseConfig(src, path, hcl.InitialPos)
		if diags.HasErrors() {
			return diags
		}
		files = append(files, f)
		return nil
	})
	runtime.KeepAlive(files)
	return err
}

// cost is what one process took.
type cost struct {
	cpu, wall time.Duration
	// memory is the largest resident set, in bytes.
	memory int64
}

func table(binary string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	tmp, err := os.MkdirTemp("", "hipaactl-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	fmt.Printf("%s, %d CPUs\n\n", runtime.Version(), runtime.NumCPU())
	fmt.Println("| configuration | scan CPU s | floor CPU s | ratio | wall s | memory MiB |")
	fmt.Println("|---|---:|---:|---:|---:|---:|")
	for i, s := range shapes {
		dir := filepath.Join(tmp, fmt.Sprint(i))
		if err := bench.Generate(dir, s); err != nil {
			return err
		}
		scan, parse, err := compare(dir, binary, self)
		if err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
		fmt.Printf("| %s | %.3f | %.3f | %s | %.3f | %.0f |\n", s, scan.cpu.Seconds(), parse.cpu.Seconds(),
			ratio(scan.cpu, parse.cpu), scan.wall.Seconds(), float64(scan.memory)/(1<<20))
	}
	return nil
}

// ratio is blank where the floor is too small to divide by: one file, or one block
// that stands for all instances.
func ratio(scan, floor time.Duration) string {
	if floor < 20*time.Millisecond {
		return ""
	}
	return fmt.Sprintf("%.1f", scan.Seconds()/floor.Seconds())
}

// compare measures scan and floor in turn.
func compare(dir, binary, self string) (scan, parse cost, err error) {
	for range runs {
		one, err := timed(binary, "scan", "--fail-on", "never", "-f", "json="+os.DevNull, dir)
		if err != nil {
			return scan, parse, err
		}
		scan = least(scan, one)
		if one, err = timed(self, "floor", dir); err != nil {
			return scan, parse, err
		}
		parse = least(parse, one)
	}
	return scan, parse, nil
}

func least(a, b cost) cost {
	if a.cpu == 0 {
		return b
	}
	return cost{min(a.cpu, b.cpu), min(a.wall, b.wall), min(a.memory, b.memory)}
}

func timed(name string, args ...string) (cost, error) {
	cmd := exec.Command(name, args...)
	var out bytes.Buffer
	cmd.Stderr = &out
	start := time.Now()
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return cost{}, err
	}
	if code := cmd.ProcessState.ExitCode(); code != 0 {
		return cost{}, fmt.Errorf("%s: exit %d: %s", filepath.Base(name), code, out.String())
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return cost{}, errors.New("the system reports no resource usage")
	}
	return cost{cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), time.Since(start), usage.Maxrss << 10}, nil
}
