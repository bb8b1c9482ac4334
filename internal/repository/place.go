package repository

import (
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// places finds attributes by their first step: where they stand, or where the whole stands.
type places struct {
	whole hcl.Range
	of    map[string]hcl.Range
}

// Locate implements resource.Locator.
func (p places) Locate(steps []any) hcl.Range {
	if len(steps) > 0 {
		if name, ok := steps[0].(string); ok {
			if at, ok := p.of[name]; ok {
				return at
			}
		}
	}
	return p.whole
}

// lineOf is a line as a place.
func lineOf(file string, line int) hcl.Range {
	at := hcl.Pos{Line: max(line, 1), Column: 1}
	return hcl.Range{Filename: file, Start: at, End: at}
}

// forTests tells by a file's name that what stands in it is for tests or examples, or is not the
// repository's own: such files are not what runs.
func forTests(name string) bool {
	dir, base := path.Split(name)
	for part := range strings.SplitSeq(strings.Trim(dir, "/"), "/") {
		if aside(part) {
			return true
		}
	}
	stem := strings.TrimSuffix(base, path.Ext(base))
	for _, end := range []string{"Test", "Tests", "TestCase", "TestBase", "Spec", "Specs", "IT"} { // XTest.java, and not protest.rb
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	stem = strings.ToLower(stem)
	for _, end := range []string{"_test", ".test", "-test", "_tests", "-tests", "_spec", ".spec", "-spec", ".stories", ".min"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	return strings.HasPrefix(stem, "test_") || strings.HasPrefix(stem, "test-") || stem == "conftest" || stem == "test" || stem == "tests"
}

// aside tells the same by the name of a directory.
func aside(dir string) bool {
	for _, end := range []string{"Test", "Tests"} {
		if strings.HasSuffix(dir, end) {
			return true
		}
	}
	dir = strings.ToLower(dir)
	switch dir {
	case "test", "tests", "testing", "spec", "specs", "__tests__", "__mocks__", "testdata", "testutil", "testutils", "testlib", "testfixtures",
		"fixtures", "fixture", "e2e", "mocks", "example", "examples", "samples", "sample", "demo", "demos",
		"node_modules", "vendor", "third_party", "third-party", "site-packages", "bower_components":
		return true
	}
	for _, mark := range []string{"test_", "test-"} {
		if strings.HasPrefix(dir, mark) {
			return true
		}
	}
	for _, mark := range []string{"_test", "-test", "_tests", "-tests", ".test", ".tests"} {
		if strings.HasSuffix(dir, mark) {
			return true
		}
	}
	return false
}
