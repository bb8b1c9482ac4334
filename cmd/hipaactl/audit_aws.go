package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// auditAWSOptions are the flags of audit aws as they were given.
type auditAWSOptions struct {
	report       reportOptions
	baseline     baselineOptions
	policies     policyOptions
	markers      markerOptions
	waivers      waiverOptions
	regions      []string
	profile      string
	roleARN      string
	externalID   string
	organization bool
	roleName     string
	accounts     []string
	shard        string
	endpointURL  string
	parallelism  int
	timeout      time.Duration
	save         string
}

// defaultRole is the role that AWS Organizations makes in the accounts that it creates:
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access.html
const defaultRole = "OrganizationAccountAccessRole"

// defaultTimeout ends an audit that some service keeps waiting.
const defaultTimeout = 30 * time.Minute

// newAuditAWS makes the command. run is a parameter so that tests can look at the flags alone.
func newAuditAWS(p process, run func(context.Context, process, auditAWSOptions) error) *cobra.Command {
	var o auditAWSOptions
	cmd := &cobra.Command{
		Use:   "aws",
		Short: "Judge AWS accounts as they are",
		Long: `Audit aws reads an AWS account, or all of an organization, and judges it by the rules that
judge code. It only reads; hipaactl policy permissions prints the IAM policy that it needs.

Credentials are found as the AWS CLI finds them: environment, profiles, SSO, roles, web
identity. Every Region that is enabled for the account is read, unless --region names some.
With --organization every active account of the caller's organization is read, each but the
caller's own through the role --role-name.

What could not be read is unknown, never a pass: a denied or lost call is named with the
permission to grant. The first Ctrl-C, and the end of --timeout, report what was seen; a
second Ctrl-C ends at once. Every flag can be set as HIPAACTL_FLAG_NAME in the environment.

Exit codes: 0 clean, 1 the gate tripped, 2 usage or no credentials, 3 something that was
asked for could not be read (--allow-incomplete accepts that).`,
		Example: `  # the account of the default credentials, all Regions
  hipaactl audit aws

  # another account through a role, two Regions, with the evidence kept
  hipaactl audit aws --role-arn arn:aws:iam::111122223333:role/audit --region us-east-1,us-west-2 --save 2026-q1.json

  # all accounts of the organization, as documents
  hipaactl audit aws --organization --role-name hipaactl-audit -f json=audit.json -f junit=audit.xml`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return run(cmd.Context(), p, o)
		},
	}
	o.addFlags(cmd)
	return cmd
}

func (o *auditAWSOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	f.StringSliceVar(&o.regions, "region", nil, "read this `REGION`; repeatable (default all that are enabled for the account)")
	f.StringVar(&o.profile, "profile", "", "take the credentials of this `NAME` from the AWS configuration")
	f.StringVar(&o.roleARN, "role-arn", "", "assume the role `ARN` first")
	f.StringVar(&o.externalID, "external-id", "", "the `ID` that the roles to assume ask for")
	f.BoolVar(&o.organization, "organization", false, "read every active account of the organization")
	f.StringVar(&o.roleName, "role-name", defaultRole, "with --organization: the role of this `NAME` reads each account but the caller's own")
	f.StringSliceVar(&o.accounts, "account", nil, "with --organization: read only the account `ID`; repeatable")
	f.StringVar(&o.shard, "shard", "", "with --organization: read part `I/N` of the accounts, 0/N to N-1/N, for N audits that share the work")
	f.StringVar(&o.save, "save", "", "keep what was read in `FILE`, for hipaactl scan FILE; all rules' types are read then")
	o.report.addGate(cmd)
	o.baseline.addFlags(cmd)
	o.policies.addFlags(cmd)
	o.markers.addFlags(cmd)
	o.waivers.addFlags(cmd)
	f.StringVar(&o.endpointURL, "endpoint-url", "", "send every request to `URL`: an emulator or a proxy")
	f.IntVar(&o.parallelism, "parallelism", 0, "have at most `N` calls under way (default 16)")
	f.DurationVar(&o.timeout, "timeout", defaultTimeout, "report what was seen after this `TIME`; 0 means no limit")
	o.report.addRun(cmd)
	for _, flag := range []string{"region", "profile", "role-arn", "external-id", "role-name", "account", "shard", "endpoint-url", "parallelism", "timeout"} {
		complete(cmd, flag) // no files
	}
}

// runAuditAWS reads the accounts, and judges and reports what was seen, also where that is
// less than was asked for because the user or the clock ended it.
func runAuditAWS(ctx context.Context, p process, o auditAWSOptions) error {
	plan, err := o.plan(p)
	if err != nil {
		return err
	}
	live, err := newLive(plan, o.baseline, o.policies, o.markers, o.waivers, o.save)
	if err != nil {
		return err
	}
	wanted, err := live.wanted(engineLive, "an account")
	if err != nil {
		return err
	}
	result, err := o.read(ctx, p, plan, wanted)
	if err != nil {
		return err
	}
	set := &result.Set
	if len(set.Scopes)+len(set.Gaps) == 0 && o.shard == "" {
		return usagef("nothing to audit: the organization has no active account")
	}
	return live.finish(ctx, p, set, wanted, accountsAsked(result.Accounts), aws.CodeAlone)
}

// read reads the accounts and says on standard error how far it is and what could not be read.
func (o auditAWSOptions) read(ctx context.Context, p process, plan reporting, wanted resource.Wanted) (aws.Result, error) {
	within := ctx
	if o.timeout > 0 {
		var cancel context.CancelFunc
		within, cancel = context.WithTimeout(ctx, o.timeout)
		defer cancel()
	}
	shard, err := o.part()
	if err != nil {
		return aws.Result{}, err
	}
	progress := newProgress(p, plan.quiet)
	result, err := aws.Audit(within, aws.Options{
		Wanted: wanted, Regions: o.regions, Profile: o.profile, RoleARN: o.roleARN, ExternalID: o.externalID,
		Organization: o.organization, RoleName: o.roleName, Accounts: o.accounts, Shard: shard, EndpointURL: o.endpointURL,
		Parallelism: o.parallelism, Now: p.now, Progress: progress.listener(),
	})
	progress.clear()
	if err != nil {
		return result, o.refused(ctx, err)
	}
	if plan.quiet {
		return result, nil
	}
	switch {
	case ctx.Err() != nil:
		complain(p, "interrupted; what follows is what was seen until then")
	case within.Err() != nil:
		complain(p, fmt.Sprintf("--timeout %s is over; what follows is what was seen until then", o.timeout))
	}
	for _, a := range result.Accounts {
		if a.Problem != "" {
			complain(p, "not read: "+placeName(a)+": "+a.Problem)
		}
	}
	return result, nil
}

// refused is the error where nothing at all could be read.
func (o auditAWSOptions) refused(ctx context.Context, err error) error {
	var credentials *aws.CredentialsError
	switch {
	case ctx.Err() != nil:
		return context.Canceled
	case errors.As(err, &credentials) && !credentials.Missing:
		return unreadError{err}
	}
	return usageError{err: err}
}

// unreadError says that nothing of what was asked for could be read.
type unreadError struct{ err error }

func (e unreadError) Error() string { return e.err.Error() }
func (e unreadError) Unwrap() error { return e.err }

// accountsAsked names the accounts as sources of the report, also those that could not be read.
func accountsAsked(all []aws.AccountStatus) []finding.Source {
	var out []finding.Source
	for _, a := range all { // sorted
		if len(out) == 0 || out[len(out)-1].Name != a.Account {
			out = append(out, finding.Source{Kind: resource.Live, Name: a.Account})
		}
	}
	return out
}
