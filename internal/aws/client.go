package aws

import (
	"cmp"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go/logging"
)

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
			o.Retryables = append(o.Retryables, retry.IsErrorRetryableFunc(cutShort))
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

// cutShort has answers that ended in the middle asked for again, which the SDK does not
// do of its own: it cannot know that every call of ours only reads.
func cutShort(err error) sdk.Ternary {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return sdk.TrueTernary
	}
	return sdk.UnknownTernary
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
	out.APIOptions = append(slices.Clone(c.APIOptions), trace, refusePages)
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
