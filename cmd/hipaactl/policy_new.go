package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/policies"
)

// templates are the files of a new rule.
//
//go:embed policynew
var templates embed.FS

var (
	ruleID       = regexp.MustCompile(`^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$`)
	resourceType = regexp.MustCompile(`^[a-z][a-z0-9]*_[a-z0-9_]+$`)
	unnameable   = regexp.MustCompile(`[^a-z0-9_]+`)
)

func newPolicyNew(p process) *cobra.Command {
	var typ string
	cmd := &cobra.Command{
		Use:   "new ID [DIR]",
		Short: "Begin a rule of your own",
		Long: `New writes the five files of a rule into DIR: the policy, its Rego tests, and examples that
pass, fail and cannot be decided. They are a working rule, on a tag: change what it demands.
DIR is new or empty; without it, it is the ID in small letters below the working directory.`,
		Example: `  hipaactl policy new ACME-OWN-001 our-policies/owner
  hipaactl policy test our-policies
  hipaactl scan --policies our-policies --rule ACME-OWN-001`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 && len(args) != 2 {
				return usageError{err: fmt.Errorf("want an ID and at most one DIR, got %d arguments", len(args)), help: cmd.CommandPath()}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			dir := strings.ToLower(args[0])
			if len(args) == 2 {
				dir = args[1]
			}
			return runPolicyNew(p, args[0], dir, typ)
		},
	}
	cmd.Flags().StringVar(&typ, "resource", "aws_s3_bucket", "the resource `TYPE` that the rule judges")
	return cmd
}

func runPolicyNew(p process, id, dir, typ string) error {
	switch {
	case !ruleID.MatchString(id):
		return usagef("%s: an id has parts of capitals and digits with hyphens between them, as in ACME-OWN-001", id)
	case !resourceType.MatchString(typ):
		return usagef("--resource %s: want a Terraform resource type, as in aws_s3_bucket", typ)
	}
	all, err := checks.Load(checks.Options{Embedded: policies.FS})
	if err != nil {
		return err
	}
	for _, m := range all.List() {
		if m.ID == id {
			return usagef("%s: it is the id of a built-in rule, %s: choose another", id, m.Title)
		}
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return usagef("%s is there and not empty: name another directory", dir)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return writeRule(p, dir, strings.NewReplacer("{{.ID}}", id, "{{.Type}}", typ, "{{.Package}}", packageOf(id, dir)))
}

// packageOf is the Rego package of a rule: the id's first part and the folder.
func packageOf(id, dir string) string {
	owner, _, _ := strings.Cut(strings.ToLower(id), "-")
	name := strings.Trim(unnameable.ReplaceAllString(strings.ToLower(filepath.Base(dir)), "_"), "_")
	if name == "" || name[0] >= '0' && name[0] <= '9' {
		name = "rule_" + name
	}
	return owner + "." + name
}

// writeRule writes the files. Templates of the standard library would do, but a program that
// executes one keeps every method of every client of AWS: decision 17.
func writeRule(p process, dir string, rule *strings.Replacer) error {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return err
	}
	entries, err := templates.ReadDir("policynew")
	if err != nil {
		return err
	}
	var said bytes.Buffer
	for _, e := range entries {
		text, err := templates.ReadFile(path.Join("policynew", e.Name()))
		if err != nil {
			return err
		}
		file := filepath.Join(dir, e.Name())
		if err := os.WriteFile(file, []byte(rule.Replace(string(text))), 0o600); err != nil {
			return err
		}
		fmt.Fprintf(&said, "wrote %s\n", filepath.ToSlash(file))
	}
	fmt.Fprintf(&said, "\nnext: hipaactl policy test %s\n", path.Clean(filepath.ToSlash(dir)))
	return writeAll(p.stdout, &said)
}
