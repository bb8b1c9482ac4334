// Package bench makes configurations of a given size, the same bytes every time,
// and measures hipaactl on them beside the cost of parsing them alone. `make
// bench` runs it; it is no part of the product.
package bench

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// Shape says what to generate.
type Shape struct {
	// Resources is the number of resource instances over all roots.
	Resources int
	// Roots is the number of root modules.
	Roots int
	// Calls is the number of local module calls in addition, over all roots; each
	// makes three resources of one shared module.
	Calls int
	// Expanded tells to make the resources by for_each instead of blocks of their own.
	Expanded bool
}

// String names the shape in a table.
func (s Shape) String() string {
	name := fmt.Sprintf("%d resources, %d roots", s.Resources, s.Roots)
	if s.Calls > 0 {
		name += fmt.Sprintf(", %d module calls", s.Calls)
	}
	if s.Expanded {
		name += ", for_each"
	}
	return name
}

// perFile is how many stacks one file holds.
const perFile = 25

// Generate writes the configuration below dir.
func Generate(dir string, s Shape) error {
	roots := max(s.Roots, 1)
	for i := range roots {
		root := filepath.Join(dir, fmt.Sprintf("root%02d", i))
		if err := generateRoot(root, share(s.Resources, roots, i), share(s.Calls, roots, i), s.Expanded); err != nil {
			return err
		}
	}
	if s.Calls == 0 {
		return nil
	}
	return write(filepath.Join(dir, "modules", "store", "main.tf"), []byte(moduleText))
}

// share is the i-th of n parts of total.
func share(total, n, i int) int {
	part := total / n
	if i < total%n {
		part++
	}
	return part
}

func generateRoot(root string, resources, calls int, expanded bool) error {
	if err := write(filepath.Join(root, "main.tf"), []byte(rootText)); err != nil {
		return err
	}
	if err := write(filepath.Join(root, "terraform.tfvars"), []byte("environment = \"prod\"\nencrypted = true\n")); err != nil {
		return err
	}
	if expanded {
		return write(filepath.Join(root, "expanded.tf"), fmt.Appendf(nil, expandedText, resources))
	}
	var b bytes.Buffer
	file, stacks := 0, 0
	flush := func() error {
		name := filepath.Join(root, fmt.Sprintf("stack%04d.tf", file))
		file, stacks = file+1, 0
		err := write(name, b.Bytes())
		b.Reset()
		return err
	}
	for n, left := 0, resources; left > 0; n++ {
		for i, part := range stackParts {
			if left == 0 {
				break
			}
			fmt.Fprintf(&b, part, n, n%200, []string{"true", "false"}[(n+i)%2])
			left--
		}
		if stacks++; stacks == perFile {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	for n := range calls {
		fmt.Fprintf(&b, callText, n)
	}
	if b.Len() == 0 {
		return nil
	}
	return flush()
}

func write(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o600)
}
