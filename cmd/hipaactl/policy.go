package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/spelling"
)

func newPolicy(p process) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "policy",
		Short: "List, show, begin and test policies; print the permissions that they need",
		Args:  knownCommand,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newPolicyList(p), newPolicyShow(p), newPolicyNew(p), newPolicyInput(p), newPolicyTest(p), newPolicyDocs(p), newPolicyPermissions(p))
	return cmd
}

func newPolicyShow(p process) *cobra.Command {
	var o policyOptions
	var format string
	cmd := &cobra.Command{
		Use:     "show RULE",
		Short:   "Show a rule with its Rego",
		Example: "  hipaactl policy show HIPAA-S3-003",
		Args:    oneArgument("RULE"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return ruleCompletions(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			policies, err := o.load()
			if err != nil {
				return err
			}
			r, err := findRule(policies, args[0])
			if err != nil {
				return err
			}
			return showRule(p.stdout, policies, r, format)
		},
	}
	o.addSource(cmd)
	addFormat(cmd, &format)
	return cmd
}

func showRule(w io.Writer, policies *checks.Policies, r rule, format string) error {
	rego := map[string]string{}
	for _, source := range r.Sources {
		text, err := policies.Rego(source)
		if err != nil {
			return err
		}
		rego[source] = text
	}
	switch format {
	case "json":
		return printJSON(w, struct {
			rule
			Rego map[string]string `json:"rego"`
		}{r, rego})
	case "text":
		var b bytes.Buffer
		explainRule(&b, r)
		for _, source := range r.Sources {
			fmt.Fprintf(&b, "\n# %s\n\n%s", source, rego[source])
		}
		return writeAll(w, &b)
	}
	return badFormat(format)
}

// findRule finds a rule by its id in any case.
func findRule(policies *checks.Policies, id string) (rule, error) {
	rules := rulesByID(policies.List())
	at := slices.IndexFunc(rules, func(r rule) bool { return strings.EqualFold(r.ID, id) })
	if at < 0 {
		var ids []string
		for _, r := range rules {
			ids = append(ids, r.ID)
		}
		return rule{}, usagef("%s: there is no such rule%s; hipaactl policy list shows all", id, spelling.Meant(id, ids))
	}
	return rules[at], nil
}

// oneArgument asks for exactly one argument and names it.
func oneArgument(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usageError{err: fmt.Errorf("want exactly one %s, got %d", name, len(args)), help: cmd.CommandPath()}
		}
		return nil
	}
}
