package aws

import (
	"context"
	"errors"
	"strings"
	"sync"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/arn"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

// account is one account and how to read it.
type account struct {
	id, name, partition string
	// config has its credentials, the partition's home Region and the guard
	// against operations that write.
	config sdk.Config
	// member tells that it is read through a role of the organization.
	member bool

	mu    sync.Mutex
	memos map[string]*memo
}

func (a *account) memo(key string) *memo {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.memos == nil {
		a.memos = map[string]*memo{}
	}
	if a.memos[key] == nil {
		a.memos[key] = &memo{}
	}
	return a.memos[key]
}

// forget lets go of what its parts shared, once all of it is read.
func (a *account) forget() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.memos = nil
}

var (
	callerIdentity  = operation{service: "sts", name: "GetCallerIdentity"}
	assumeRole      = operation{service: "sts", name: "AssumeRole"}
	describeRegions = operation{service: "ec2", name: "DescribeRegions"}
	listAccounts    = operation{service: "organizations", name: "ListAccounts"}
)

// CredentialsError says that nothing can be read with the credentials that there
// are, and what to do. It holds no secret.
type CredentialsError struct {
	// Doing names what was tried.
	Doing string
	// Missing tells that there are none at all.
	Missing bool
	failure *failure
}

func (e *CredentialsError) Error() string {
	if e.Missing {
		return "no AWS credentials: " + e.Doing + "; sign in (aws sso login), choose a --profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
	}
	return e.Doing + ": " + reasons[e.failure.kind] + e.failure.detail() + "; " + e.failure.settle()
}

// homes are the Regions where a partition keeps what is global.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
var homes = map[string]string{"aws": "us-east-1", "aws-us-gov": "us-gov-west-1", "aws-cn": "cn-north-1"}

// signIn finds out who is calling.
func (r *run) signIn(ctx context.Context) (*account, error) {
	base, err := r.baseConfig(ctx)
	if err != nil {
		return nil, &CredentialsError{Doing: plainError(err), Missing: true}
	}
	if r.options.RoleARN != "" {
		base.Credentials = r.assume(base, r.options.RoleARN)
	}
	if _, err := base.Credentials.Retrieve(ctx); err != nil {
		return nil, r.credentialsError(ctx, err)
	}
	own := &account{}
	own.config = guarded(base)
	p := &place{run: r, account: own}
	client := sts.NewFromConfig(own.config, func(o *sts.Options) { o.RetryMaxAttempts = min(o.RetryMaxAttempts, signInAttempts) })
	id, partition, f := r.caller(ctx, p, client)
	if f != nil {
		return nil, &CredentialsError{Doing: "asking AWS who is calling (sts:GetCallerIdentity)", failure: f}
	}
	own.id, own.partition = id, partition
	if home, ok := homes[own.partition]; ok {
		own.config.Region = home
	}
	r.adopt(own)
	return own, nil
}

// caller asks for the account's id and partition. An answer without them is asked for
// again: nothing can be read before they are known.
func (r *run) caller(ctx context.Context, p *place, client *sts.Client) (id, partition string, f *failure) {
	for range signInAttempts {
		out, _, err := get(ctx, p, callerIdentity, "", client.GetCallerIdentity, &sts.GetCallerIdentityInput{})
		if f = asFailure(err); f != nil {
			if f.kind == "unreadable" {
				continue
			}
			return "", "", f
		}
		caller, err := arn.Parse(or(out.Arn, ""))
		if err == nil && or(out.Account, "") != "" {
			return *out.Account, caller.Partition, nil
		}
		f = &failure{op: callerIdentity, kind: "unreadable"}
	}
	return "", "", f
}

// adopt gives the calls of signing in, made before the id was known, their account.
func (r *run) adopt(own *account) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, c := range r.set.Calls {
		if c.Account == "" {
			c.Account = own.id
		}
	}
	if s := r.progress[rootOf("", "")]; s != nil {
		delete(r.progress, rootOf("", ""))
		s.Account = own.id
		r.progress[rootOf(own.id, "")] = s
	}
}

func (r *run) credentialsError(ctx context.Context, err error) error {
	var f *failure
	if errors.As(classify(ctx, assumeRole, err), &f) && (f.code != "" || ctx.Err() != nil) {
		if r.options.RoleARN != "" {
			return &CredentialsError{Doing: "assuming the role " + r.options.RoleARN, failure: roleFailure(f)}
		}
		return &CredentialsError{Doing: "getting credentials", failure: f}
	}
	return &CredentialsError{Doing: "the credential chain found none", Missing: true}
}

// roleFailure is why a role cannot be assumed: STS answers AccessDenied for a role
// that does not exist as for one that does not trust the caller.
func roleFailure(f *failure) *failure {
	if f.kind == "denied" {
		return &failure{op: operation{service: "sts", name: "AssumeRole", action: "sts:AssumeRole on that role, and check that the role exists, trusts the caller and that --external-id is right: grant both"}, kind: "denied", code: f.code}
	}
	return f
}

// plainError is a configuration error of the SDK in one line. It names files and
// profiles, never keys.
func plainError(err error) string {
	var profile config.SharedConfigProfileNotExistError
	if errors.As(err, &profile) {
		return "there is no profile " + profile.Profile
	}
	return strings.Join(strings.Fields(err.Error()), " ")
}
