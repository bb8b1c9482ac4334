package aws

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/arn"
	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/organizations"
	orgtypes "github.com/aws/aws-sdk-go-v2/service/organizations/types"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go/logging"
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
	out, _, err := get(ctx, p, callerIdentity, "", client.GetCallerIdentity, &sts.GetCallerIdentityInput{})
	if f := asFailure(err); f != nil {
		return nil, &CredentialsError{Doing: "asking AWS who is calling (sts:GetCallerIdentity)", failure: f}
	}
	caller, err := arn.Parse(or(out.Arn, ""))
	if err != nil || or(out.Account, "") == "" {
		return nil, &CredentialsError{Doing: "asking AWS who is calling (sts:GetCallerIdentity)", failure: &failure{op: callerIdentity, kind: "unreadable"}}
	}
	own.id, own.partition = *out.Account, caller.Partition
	if home, ok := homes[own.partition]; ok {
		own.config.Region = home
	}
	r.adopt(own)
	return own, nil
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

// maxAttempts and the backoff are the SDK's standard mode with more patience. Its
// adaptive mode slowed a throttled scan down several times, and lost more.
const (
	maxAttempts = 8
	maxBackoff  = 5 * time.Second
	// signInAttempts are fewer: somebody waits, and a wrong endpoint stays wrong.
	signInAttempts = 3
)

func (r *run) baseConfig(ctx context.Context) (sdk.Config, error) {
	load := []func(*config.LoadOptions) error{
		config.WithHTTPClient(r.httpClient()),
		config.WithLogger(logging.Nop{}), // standard error is the user's
	}
	if r.options.Profile != "" {
		load = append(load, config.WithSharedConfigProfile(r.options.Profile))
	}
	if r.options.EndpointURL != "" {
		load = append(load, config.WithBaseEndpoint(r.options.EndpointURL))
	}
	c, err := config.LoadDefaultConfig(ctx, load...)
	if err != nil {
		return c, err
	}
	attempts := cmp.Or(c.RetryMaxAttempts, maxAttempts) // AWS_MAX_ATTEMPTS and max_attempts of a profile
	c.RetryMaxAttempts = attempts
	c.Retryer = func() sdk.Retryer {
		return retry.NewStandard(func(o *retry.StandardOptions) {
			o.MaxAttempts, o.MaxBackoff, o.RateLimiter = attempts, maxBackoff, ratelimit.None
		})
	}
	if b, ok := c.HTTPClient.(*awshttp.BuildableClient); ok {
		c.HTTPClient = b.Freeze() // else each service's client would keep connections of its own
	}
	r.client = c.HTTPClient
	if c.Region == "" && len(r.options.Regions) > 0 {
		c.Region = r.options.Regions[0]
	}
	if c.Region == "" {
		c.Region = homes["aws"]
	}
	return c, nil
}

// httpClient has a limit on every wait. The SDK's own kind of client is needed:
// it reads AWS_CA_BUNDLE.
func (r *run) httpClient() sdk.HTTPClient {
	if r.options.HTTPClient != nil {
		return r.options.HTTPClient
	}
	return awshttp.NewBuildableClient().WithTimeout(60 * time.Second).WithTransportOptions(func(t *http.Transport) {
		t.ResponseHeaderTimeout = 20 * time.Second
		t.MaxIdleConnsPerHost = 32
		if r.options.EndpointURL != "" {
			t.DialContext = dialLoopback(t.DialContext)
		}
	})
}

// hangUp closes the connections that nobody uses any more.
func (r *run) hangUp() {
	if c, ok := r.client.(interface{ CloseIdleConnections() }); ok {
		c.CloseIdleConnections()
	}
}

// dialLoopback lets host prefixes (123456789012.localhost, which S3 Control asks
// for) reach an emulator on this machine, whatever the resolver makes of them.
func dialLoopback(dial func(context.Context, string, string) (net.Conn, error)) func(context.Context, string, string) (net.Conn, error) {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		host, port, err := net.SplitHostPort(address)
		if err == nil && (strings.HasSuffix(host, ".localhost") || strings.HasSuffix(host, ".127.0.0.1")) {
			address = net.JoinHostPort("127.0.0.1", port)
		}
		return dial(ctx, network, address)
	}
}

// guarded adds the middleware that refuses operations that write.
func guarded(c sdk.Config) sdk.Config {
	out := c.Copy()
	out.APIOptions = append(slices.Clone(c.APIOptions), trace)
	return out
}

func (r *run) assume(base sdk.Config, role string) sdk.CredentialsProvider {
	client := sts.NewFromConfig(base)
	return sdk.NewCredentialsCache(stscreds.NewAssumeRoleProvider(client, role, func(o *stscreds.AssumeRoleOptions) {
		o.RoleSessionName = "hipaactl"
		if r.options.ExternalID != "" {
			o.ExternalID = sdk.String(r.options.ExternalID)
		}
	}))
}

// members are the active accounts of the caller's organization. The caller's own
// account is read with the credentials that are there.
func (r *run) members(ctx context.Context, own *account) ([]*account, error) {
	p := &place{run: r, account: own}
	var out []*account
	base := own.config.Copy()
	base.APIOptions = nil // AssumeRole reads nothing
	seen := map[string]bool{}
	err := listPages(ctx, p, listAccounts, "", organizations.NewListAccountsPaginator(organizations.NewFromConfig(own.config), &organizations.ListAccountsInput{}),
		func(page *organizations.ListAccountsOutput, _ read) {
			for _, m := range page.Accounts {
				id := or(m.Id, "")
				if len(r.options.Accounts) > 0 && !slices.Contains(r.options.Accounts, id) {
					continue
				}
				seen[id] = true
				if m.Status != orgtypes.AccountStatusActive {
					r.set.Notes = append(r.set.Notes, fmt.Sprintf("account %s is %s: it was not read", id, strings.ToLower(string(m.Status))))
					continue
				}
				if id == own.id {
					own.name = or(m.Name, "")
					out = append(out, own)
					continue
				}
				a := &account{id: id, name: or(m.Name, ""), partition: own.partition, config: guarded(base), member: true}
				a.config.Credentials = r.assume(base, fmt.Sprintf("arn:%s:iam::%s:role/%s", own.partition, id, r.options.RoleName))
				out = append(out, a)
			}
		})
	if f := asFailure(err); f != nil {
		if f.code == "AWSOrganizationsNotInUseException" {
			f.kind = "no organization"
		}
		return nil, &CredentialsError{Doing: "listing the accounts of the organization (use the management account or a delegated administrator)", failure: f}
	}
	for _, id := range r.options.Accounts {
		if !seen[id] {
			return nil, &UnknownAccountError{ID: id}
		}
	}
	return out, nil
}

// UnknownAccountError says that the organization has no such account.
type UnknownAccountError struct{ ID string }

func (e *UnknownAccountError) Error() string {
	return "--account " + e.ID + ": the organization has no such account"
}

// verify shows that an account's role can be assumed.
func (a *account) verify(ctx context.Context, r *run) *failure {
	if !a.member {
		return nil
	}
	done, err := r.turn(ctx, &place{run: r, account: a}, assumeRole)
	if err == nil {
		_, err = a.config.Credentials.Retrieve(ctx)
		done()
	}
	if err == nil {
		return nil
	}
	f := asFailure(classify(ctx, assumeRole, err))
	return roleFailure(f)
}

// regions are those to read: the ones asked for, or all that are enabled. One
// that is asked for and not there, or not enabled, is a gap.
func (r *run) regions(ctx context.Context, a *account) []string {
	p := &place{run: r, account: a}
	asked := r.options.Regions
	out, _, err := get(ctx, p, describeRegions, "", ec2.NewFromConfig(p.config()).DescribeRegions, &ec2.DescribeRegionsInput{AllRegions: sdk.Bool(true)})
	if f := asFailure(err); f != nil {
		if len(asked) > 0 {
			r.lose(p, describeRegions.String(), f, nil) // whether they are enabled shows when they are read
			return asked
		}
		r.lose(p, describeRegions.String()+" (so only "+p.config().Region+" was read)", f, nil)
		return []string{p.config().Region}
	}
	enabled, known := map[string]bool{}, map[string]bool{}
	for _, region := range out.Regions {
		name := or(region.RegionName, "")
		known[name] = true
		enabled[name] = or(region.OptInStatus, "opt-in-not-required") != "not-opted-in"
	}
	var names []string
	if len(asked) == 0 {
		for name, on := range enabled {
			if on {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		return names
	}
	for _, name := range asked {
		switch {
		case enabled[name]:
			names = append(names, name)
		case known[name]:
			r.unreadable(a, name, &failure{op: describeRegions, kind: "disabled"})
		default:
			r.unreadable(a, name, &failure{op: describeRegions, kind: "unknown region"})
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
