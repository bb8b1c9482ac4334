package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/checks"
)

// permissionsOptions are the flags of policy permissions as they were given.
type permissionsOptions struct {
	policies     policyOptions
	format       string
	organization bool
	roleName     string
}

func newPolicyPermissions(p process) *cobra.Command {
	var o permissionsOptions
	cmd := &cobra.Command{
		Use:   "permissions [aws|github]",
		Short: "Print the permissions that audits need",
		Long: `Permissions prints the least IAM policy with which hipaactl audit aws can judge the chosen
rules: the actions of the calls that it makes, all of which only read. With github it prints the
permissions that the token of hipaactl audit github needs. It opens no connection.

With --organization it adds what the caller needs to find the accounts of the organization and
to assume the role --role-name in them; that role itself needs the rest alone.`,
		Example: `  # for the AWS CLI
  hipaactl policy permissions > policy.json

  # for Terraform, for the rules on RDS alone
  hipaactl policy permissions --rule 'HIPAA-RDS-*' -f hcl

  # for a token of GitHub
  hipaactl policy permissions github`,
		ValidArgs: []string{"aws", "github"},
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 && slices.Contains(cmd.ValidArgs, args[0]) {
				return nil
			}
			return noArguments(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 && args[0] == "github" {
				return runGitHubPermissions(p, o, cmd.Flags().Changed("format"))
			}
			return runPermissions(p, o)
		},
	}
	o.policies.addFlags(cmd)
	f := cmd.Flags()
	f.BoolVar(&o.organization, "organization", false, "add what audit aws --organization needs")
	f.StringVar(&o.roleName, "role-name", defaultRole, "with --organization: the role of this `NAME` is assumed in each account")
	f.StringVarP(&o.format, "format", "f", "json", "print `json|hcl`: a policy document, or a data source of Terraform; of github: text (default) or json")
	complete(cmd, "format", "json", "hcl", "text")
	return cmd
}

func runPermissions(p process, o permissionsOptions) error {
	write, ok := map[string]func(io.Writer, []statement) error{"json": writeDocument, "hcl": writeDataSource}[o.format]
	switch {
	case !ok:
		return usagef("--format %s: want json or hcl", o.format)
	case o.roleName != defaultRole && !o.organization:
		return usagef("--role-name is the role in each account of an organization: add --organization")
	case !roleName.MatchString(o.roleName):
		return usagef("--role-name %s: want a role's name, without the rest of its ARN", o.roleName)
	}
	policies, err := o.policies.load()
	if err != nil {
		return err
	}
	granted := aws.Permissions(policies.Wanted())
	if idle := idleRules(policies.List(), granted); len(idle) > 0 {
		complain(p, "nothing is read from AWS for "+strings.Join(idle, ", "))
	}
	statements := o.statements(granted)
	if n := size(statements); n > maxManaged {
		complain(p, fmt.Sprintf("the policy has %d characters, more than a managed policy may have (%d): put it inline into a role, or make two of it with --rule", n, maxManaged))
	}
	return write(p.stdout, statements)
}

// maxManaged is how many characters a managed policy may have, white space not counted. The
// inline policies of a role may have 10,240:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
const maxManaged = 6144

// size counts as AWS does.
func size(statements []statement) int {
	var b bytes.Buffer
	if err := writeDocument(&b, statements); err != nil {
		return 0
	}
	return len(strings.Join(strings.Fields(b.String()), ""))
}

// statement is one of an IAM policy, all of which allow.
type statement struct {
	Sid      string
	Effect   string
	Action   []string
	Resource []string
}

// statements name no resources where they read: an audit is of everything that is there, and
// most of these actions cannot be limited. The partition of the roles is any:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
func (o permissionsOptions) statements(granted []aws.Permission) []statement {
	read := statement{Sid: "HipaactlRead", Effect: "Allow", Resource: []string{"*"}}
	for _, g := range granted {
		read.Action = append(read.Action, g.Action)
	}
	out := []statement{read}
	if o.organization {
		out = append(out,
			statement{Sid: "HipaactlAccounts", Effect: "Allow", Action: []string{"organizations:ListAccounts"}, Resource: []string{"*"}},
			statement{Sid: "HipaactlRole", Effect: "Allow", Action: []string{"sts:AssumeRole"}, Resource: []string{"arn:*:iam::*:role/" + o.roleName}},
		)
	}
	return out
}

func writeDocument(w io.Writer, statements []statement) error {
	return printJSON(w, struct {
		Version   string
		Statement []statement
	}{"2012-10-17", statements})
}

// writeDataSource writes HCL as terraform fmt would: single-line arguments that follow each
// other are aligned.
func writeDataSource(w io.Writer, statements []statement) error {
	var b bytes.Buffer
	b.WriteString("data \"aws_iam_policy_document\" \"hipaactl\" {\n")
	for i, s := range statements {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "  statement {\n    sid       = %q\n    effect    = %q\n    resources = [%q]\n\n    actions = [\n", s.Sid, s.Effect, s.Resource[0])
		for _, action := range s.Action {
			fmt.Fprintf(&b, "      %q,\n", action)
		}
		b.WriteString("    ]\n  }\n")
	}
	b.WriteString("}\n")
	return writeAll(w, &b)
}

// idleRules are the rules for which nothing is granted: they judge what no account shows.
func idleRules(list []checks.Metadata, granted []aws.Permission) []string {
	read := map[string]bool{}
	for _, g := range granted {
		for _, typ := range g.For {
			read[typ] = true
		}
	}
	needs, within := map[string]bool{}, newReach()
	for _, m := range list {
		if !m.User && slices.Contains(within.engines(m), engineGitHub) {
			continue // its permissions are another list
		}
		needs[m.ID] = needs[m.ID] || slices.ContainsFunc(typesOf(m), func(typ string) bool { return read[typ] })
	}
	var out []string
	for _, id := range slices.Sorted(maps.Keys(needs)) {
		if !needs[id] {
			out = append(out, id)
		}
	}
	return out
}

// typesOf are the types that a policy judges or relates.
func typesOf(m checks.Metadata) []string {
	out := slices.Sorted(maps.Keys(m.Resources))
	var add func(map[string]*checks.Related)
	add = func(all map[string]*checks.Related) {
		for _, r := range all {
			out = append(out, r.Type)
			add(r.Related)
		}
	}
	add(m.Related)
	return out
}
