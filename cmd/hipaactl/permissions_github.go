package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/hipaactl/hipaactl/internal/github"
)

// gitHubPermission is one that a token needs.
type gitHubPermission struct {
	// Of is repository or organization, as the settings of a fine-grained token group them.
	Of string `json:"of"`
	// Permission and Access are GitHub's words: administration, read.
	Permission string `json:"permission"`
	Access     string `json:"access"`
	// Scopes are the scopes that do for a classic token.
	Scopes []string `json:"scopes"`
	// Calls are the endpoints that need it.
	Calls []string `json:"calls"`
}

// runGitHubPermissions prints what the token of audit github needs for the chosen rules.
func runGitHubPermissions(p process, o permissionsOptions, chosen bool) error {
	switch {
	case chosen && o.format != "json" && o.format != "text":
		return usagef("--format %s: want text or json for github", o.format)
	case o.organization || o.roleName != defaultRole:
		return usagef("--organization and --role-name are about accounts of AWS")
	}
	policies, err := o.policies.load()
	if err != nil {
		return err
	}
	needed := gitHubPermissions(github.Readings(policies.Wanted()))
	if len(needed) == 0 {
		complain(p, "none of the chosen rules judges settings of GitHub")
	}
	if chosen && o.format == "json" {
		return printJSON(p.stdout, needed)
	}
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintln(w, "OF\tPERMISSION\tACCESS\tCLASSIC SCOPE\tFOR")
	for _, n := range needed {
		_, _ = fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", n.Of, n.Permission, n.Access, strings.Join(n.Scopes, ", "), strings.Join(n.Calls, ", "))
	}
	_ = w.Flush() // into memory
	return writeAll(p.stdout, &b)
}

// gitHubPermissions joins calls by what they need. Writing includes reading.
func gitHubPermissions(calls []github.Reading) []gitHubPermission {
	out := []gitHubPermission{}
	for _, c := range calls {
		of := "repository"
		if c.Organization {
			of = "organization"
		}
		name, access, _ := strings.Cut(c.Permission, ":")
		at := slices.IndexFunc(out, func(n gitHubPermission) bool { return n.Of == of && n.Permission == name && n.Access == access })
		if at < 0 {
			at, out = len(out), append(out, gitHubPermission{Of: of, Permission: name, Access: access})
		}
		n := &out[at]
		n.Scopes, n.Calls = extend(n.Scopes, []string{c.Scope}), append(n.Calls, c.Operation)
	}
	slices.SortFunc(out, func(a, b gitHubPermission) int {
		return cmp.Or(-cmp.Compare(a.Of, b.Of), cmp.Compare(a.Permission, b.Permission), cmp.Compare(a.Access, b.Access))
	})
	return out
}
