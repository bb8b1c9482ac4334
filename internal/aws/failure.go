package aws

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"

	awsretry "github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// failure is a call that was not answered.
type failure struct {
	op operation
	// kind is one word for the report: denied, throttled, timeout, canceled,
	// unavailable, disabled, expired, unreachable, unreadable, refused, elsewhere, gone.
	kind string
	// code is the service's error code, empty where it gave none.
	code string
}

func (e *failure) Error() string {
	return e.op.String() + ": " + reasons[e.kind] + e.detail()
}

func (e *failure) detail() string {
	if e.code == "" {
		return ""
	}
	return " (" + e.code + ")"
}

// reasons say what happened, by kind, in a clause.
var reasons = map[string]string{
	"denied":          "access was denied",
	"throttled":       "the service kept throttling, also after retries",
	"timeout":         "no answer came in time",
	"canceled":        "the run was stopped before it was answered",
	"unavailable":     "the service failed, also after retries",
	"disabled":        "the Region or the service is not enabled for the account",
	"no organization": "the account belongs to no organization",
	"unknown region":  "there is no such Region in this partition",
	"expired":         "the credentials are expired or not valid",
	"unreachable":     "the service could not be reached",
	"unreadable":      "the answer could not be read",
	"refused":         "the service refused the request",
	"gone":            "it was deleted after it was listed",
	"elsewhere":       "it belongs to another account, and only that one can read this",
}

// cause explains what the failure leaves unknown.
func (e *failure) cause() resource.Cause {
	return resource.Cause{Kind: resource.NotVisible, What: e.op.String(), Why: reasons[e.kind] + e.detail(), Settle: e.settle()}
}

func (e *failure) settle() string {
	switch e.kind {
	case "denied":
		return "grant " + e.op.grant() + " (hipaactl policy permissions prints all that is needed)"
	case "throttled":
		return "run again with a lower --parallelism"
	case "timeout", "canceled":
		return "run again, with a longer --timeout"
	case "disabled":
		return "enable the Region or the service, or name the Regions to read with --region"
	case "no organization":
		return "leave --organization out, or use credentials of an organization"
	case "unknown region":
		return "name Regions as AWS does (us-east-1) with --region"
	case "expired":
		if e.op.service != "sts" { // it was answered when signing in
			return "renew the credentials and run again; a Region that alone answers so is not enabled: name the others with --region"
		}
		return "renew the credentials, see that this machine's clock is right, and run again"
	case "unreachable":
		return "check the network, a proxy and the Region's name"
	case "elsewhere":
		return "audit the account that owns it"
	case "refused", "unreadable":
		return "run again; if it stays, report it with the request id"
	}
	return "run again"
}

// classify turns an error of the SDK into absent or failure.
func classify(ctx context.Context, op operation, err error) error {
	if err == nil {
		return nil
	}
	f := &failure{op: op, kind: "refused"}
	var api smithy.APIError
	if errors.As(err, &api) {
		if f.code = plainCode(api.ErrorCode()); f.code == "UnknownError" {
			f.code = "" // the SDK's word for an answer without a code
		}
		if slices.Contains(op.absent, f.code) && strings.Contains(api.ErrorMessage(), op.saying) {
			return &absent{f.code}
		}
	}
	f.kind = kindOf(ctx, err, f.code)
	return f
}

// codes are the error codes whose kind the HTTP status does not tell.
var codes = map[string][]string{
	"throttled": {"SlowDown", "RequestLimitExceeded", "TooManyRequestsException", "ProvisionedThroughputExceededException", "RequestThrottled", "BandwidthLimitExceeded", "LimitExceededException", "PriorRequestNotComplete", "EC2ThrottledException"},
	"disabled":  {"OptInRequired", "SubscriptionRequiredException", "InvalidAccessException", "RegionDisabledException", "UnknownEndpoint", "IllegalLocationConstraintException", "NotSignedUp"},
	"expired":   {"ExpiredToken", "ExpiredTokenException", "RequestExpired", "InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "SignatureDoesNotMatch", "AuthFailure", "InvalidToken", "InvalidSignatureException", "MissingAuthenticationToken", "MissingAuthenticationTokenException", "RequestTimeTooSkewed"},
	"denied":    {"AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "Unauthorized", "UnauthorizedException", "Forbidden", "NotAuthorized", "AuthorizationError", "AllAccessDisabled", "KMSAccessDeniedException", "Client.UnauthorizedOperation"},
	"timeout":   {"RequestTimeout", "RequestTimeoutException"},
	"gone": {
		"NoSuchBucket", "LoadBalancerNotFound", "AccessPointNotFound", "TargetGroupNotFound", "ListenerNotFound", "TrailNotFoundException",
		"EventDataStoreNotFoundException", "ResourceNotFoundException",
	},
}

func kindOf(ctx context.Context, err error, code string) string {
	var unread *unreadable
	var canceled *awsCanceled
	switch {
	case errors.Is(context.Cause(ctx), context.DeadlineExceeded):
		return "timeout"
	case ctx.Err() != nil:
		return "canceled"
	case errors.As(err, &unread):
		return "unreadable"
	case errors.As(err, &canceled):
		return "canceled"
	}
	for kind, all := range codes {
		if slices.Contains(all, code) {
			return kind
		}
	}
	if strings.Contains(code, "Throttl") {
		return "throttled"
	}
	var answer *smithyhttp.ResponseError
	if errors.As(err, &answer) && answer.HTTPStatusCode() > 0 {
		return kindOfStatus(answer.HTTPStatusCode(), err)
	}
	return kindOfTransport(err)
}

// kindOfStatus decides where there is an answer without a code that is known. An
// answer of success that is an error nevertheless did not decode.
func kindOfStatus(status int, err error) string {
	switch {
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return "denied"
	case status == http.StatusTooManyRequests:
		return "throttled"
	case status == http.StatusRequestTimeout || status == http.StatusGatewayTimeout:
		return "timeout"
	case status >= http.StatusInternalServerError:
		return "unavailable"
	case status < http.StatusMultipleChoices:
		return "unreadable"
	}
	var decode *smithy.DeserializationError
	if errors.As(err, &decode) {
		return "unreadable"
	}
	return "refused"
}

func kindOfTransport(err error) string {
	var network net.Error
	var decode *smithy.DeserializationError
	var sent *smithyhttp.RequestSendError
	var tries *awsretry.MaxAttemptsError
	switch {
	case errors.As(err, &network) && network.Timeout():
		return "timeout"
	case errors.As(err, &decode):
		return "unreadable"
	case errors.As(err, &sent) || errors.As(err, &network):
		return "unreachable"
	case errors.As(err, &tries):
		return "unavailable"
	}
	return "refused"
}

// plainCode strips what some protocols put around an error's code:
// "com.amazonaws.kms#NotFoundException:http://...". Codes are identifiers; what
// is none is not repeated, since it came from outside.
func plainCode(code string) string {
	if i := strings.LastIndexByte(code, '#'); i >= 0 {
		code = code[i+1:]
	}
	code, _, _ = strings.Cut(code, ":")
	for _, r := range code {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '_' || r == '-') {
			return ""
		}
	}
	if len(code) > 64 {
		return ""
	}
	return code
}

// awsCanceled is how the SDK wraps a request that the context ended.
type awsCanceled = smithy.CanceledError

// isGone tells whether what a call asked about was deleted after it was listed. Some
// listings show things for a while that are not there any more.
func isGone(err error) bool {
	f := asFailure(err)
	return f != nil && f.kind == "gone"
}

// asFailure is the failure in err, nil where there is none.
func asFailure(err error) *failure {
	var f *failure
	if errors.As(err, &f) {
		return f
	}
	return nil
}

// nilCause explains a nil where the documentation promises a value.
func nilCause(op operation, attr string) resource.Cause {
	return resource.Cause{
		Kind: resource.NotVisible, What: op.String(), Why: fmt.Sprintf("the answer does not hold what %s is made from", attr),
		Settle: "run again; an endpoint that is not AWS may not implement it",
	}
}
