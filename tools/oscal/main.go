// oscal holds documents to the JSON schema that NIST publishes for their version of OSCAL:
// oscal FILE... The schemas come with go-oscal, which is large and needed for nothing else,
// so this is a module of its own.
package main

import (
	"fmt"
	"os"

	"github.com/defenseunicorns/go-oscal/src/pkg/validation"
)

func main() {
	bad := false
	for _, file := range os.Args[1:] {
		version, err := validate(file)
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", file, err)
			bad = true
			continue
		}
		fmt.Printf("%s: valid OSCAL %s\n", file, version)
	}
	if bad {
		os.Exit(1)
	}
}

func validate(file string) (version string, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	v, err := validation.NewValidator(text)
	if err != nil {
		return "", err
	}
	return v.GetSchemaVersion(), v.Validate()
}
