package aws_test

import (
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"
	"testing/synctest"

	"github.com/aws/smithy-go/middleware"

	"github.com/hipaactl/hipaactl/internal/aws"
)

// raw answers one operation as it is told, and leaves the others to a fake.
type raw struct {
	fake
	operation string
	status    int
	header    http.Header
	body      io.Reader
	err       error
}

func (r *raw) Do(q *http.Request) (*http.Response, error) {
	sent := q.Clone(q.Context())
	out, err := r.fake.Do(sent)
	if r.calls[r.operation] == 0 || !strings.HasPrefix(r.asked[len(r.asked)-1], r.operation+" ") {
		return out, err
	}
	if r.err != nil {
		return nil, r.err
	}
	return &http.Response{StatusCode: r.status, Header: r.header, Body: io.NopCloser(r.body), Request: q}, nil
}

// ofProtocol are an operation of each protocol and the type that it lists.
var ofProtocol = map[string]struct{ typ, operation string }{
	"xml": {"aws_s3_bucket", "ListBuckets"}, "query": {"aws_db_instance", "DescribeDBInstances"}, "ec2": {"aws_vpc", "DescribeVpcs"},
	"json": {"aws_dynamodb_table", "ListTables"}, "rest-json": {"aws_efs_file_system", "DescribeFileSystems"},
}

// TestFailures shows as what the errors of services, of what stands between, and of the
// network are reported, and that each leaves the list open.
func TestFailures(t *testing.T) {
	type answer struct {
		status int
		code   string
		body   string // instead of an error with the code
		err    error
		want   string
	}
	const page = "<html><body>502 Bad Gateway</body></html>"
	cut := func(text string) string { return text[:len(text)/2] }
	for protocol, answers := range map[string][]answer{
		"xml": {
			{403, "AccessDenied", "", nil, "denied"},
			{403, "AllAccessDisabled", "", nil, "denied"},
			{503, "SlowDown", "", nil, "throttled"},
			{400, "ExpiredToken", "", nil, "expired"},
			{403, "InvalidAccessKeyId", "", nil, "expired"},
			{403, "SignatureDoesNotMatch", "", nil, "expired"},
			{403, "RequestTimeTooSkewed", "", nil, "expired"},
			{403, "NotSignedUp", "", nil, "disabled"},
			{400, "IllegalLocationConstraintException", "", nil, "disabled"},
			{400, "RequestTimeout", "", nil, "timeout"},
			{301, "PermanentRedirect", "", nil, "refused"},
			{500, "InternalError", "", nil, "unavailable"},
			{200, "", cut(listed("", "records")), nil, "unreadable"},
		},
		"query": {
			{403, "AccessDenied", "", nil, "denied"},
			{400, "Throttling", "", nil, "throttled"},
			{400, "RequestLimitExceeded", "", nil, "throttled"},
			{403, "ExpiredToken", "", nil, "expired"},
			{403, "InvalidClientTokenId", "", nil, "expired"},
			{403, "OptInRequired", "", nil, "disabled"},
			{503, "ServiceUnavailable", "", nil, "unavailable"},
			{400, "InvalidParameterCombination", "", nil, "refused"},
			{200, "", cut("<DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances/></DescribeDBInstancesResult></DescribeDBInstancesResponse>"), nil, "unreadable"},
		},
		"ec2": {
			{403, "UnauthorizedOperation", "", nil, "denied"},
			{503, "RequestLimitExceeded", "", nil, "throttled"},
			{401, "AuthFailure", "", nil, "expired"},
			{400, "RequestExpired", "", nil, "expired"},
			{401, "OptInRequired", "", nil, "disabled"},
			{503, "Unavailable", "", nil, "unavailable"},
			{200, "", cut("<DescribeVpcsResponse><vpcSet/></DescribeVpcsResponse>"), nil, "unreadable"},
		},
		"json": {
			{400, "AccessDeniedException", "", nil, "denied"},
			{400, "com.amazonaws.dynamodb.v20120810#AccessDeniedException", "", nil, "denied"},
			{400, "com.amazon.coral.service#UnrecognizedClientException", "", nil, "expired"},
			{400, "ThrottlingException", "", nil, "throttled"},
			{400, "ProvisionedThroughputExceededException", "", nil, "throttled"},
			{400, "ExpiredTokenException", "", nil, "expired"},
			{400, "SubscriptionRequiredException", "", nil, "disabled"},
			{400, "ValidationException", "", nil, "refused"},
			{200, "", `{"TableNames":["a"`, nil, "unreadable"},
			{403, "", errorBody("query", "AccessDenied", "no"), nil, "denied"}, // an emulator that answers in another protocol
		},
		"rest-json": {
			{403, "AccessDeniedException", "", nil, "denied"},
			{429, "TooManyRequestsException", "", nil, "throttled"},
			{403, "UnrecognizedClientException", "", nil, "expired"},
			{200, "", `{"FileSystems":[{`, nil, "unreadable"},
		},
		"any": {
			{401, "", "", nil, "denied"},
			{403, "", "", nil, "denied"},
			{403, "", page, nil, "denied"},
			{429, "", "", nil, "throttled"},
			{500, "", page, nil, "unavailable"},
			{502, "", page, nil, "unavailable"},
			{504, "", page, nil, "timeout"},
			{200, "", page, nil, "unreadable"},
			{200, "", "", nil, "unreadable"},
			{418, "Not a code: <script>", "", nil, "refused"},
			{0, "", "", &net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", IsNotFound: true}}, "unreachable"},
			{0, "", "", &net.OpError{Op: "dial", Err: &net.DNSError{Err: "i/o timeout", IsTimeout: true}}, "timeout"},
			{0, "", "", &net.OpError{Op: "dial", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}, "unreachable"},
			{0, "", "", &net.OpError{Op: "read", Err: os.NewSyscallError("read", syscall.ECONNRESET)}, "unreachable"},
			{0, "", "", &net.OpError{Op: "read", Err: os.ErrDeadlineExceeded}, "timeout"},
			{0, "", "", io.ErrUnexpectedEOF, "unreachable"},
			{0, "", "", errors.New("tls: failed to verify certificate"), "unreachable"},
		},
	} {
		for name, op := range ofProtocol {
			if name != protocol && protocol != "any" {
				continue
			}
			for _, a := range answers {
				environment(t)
				r := &raw{operation: op.operation, status: a.status, header: http.Header{}, err: a.err}
				text := a.body
				if a.code != "" {
					text = errorBody(strings.TrimPrefix(name, "rest-"), a.code, "no")
				}
				if name == "rest-json" && a.code != "" {
					r.header.Set("X-Amzn-Errortype", a.code+":http://internal.amazon.com/coral/com.amazon.coral.validate/")
				}
				r.body = strings.NewReader(text)
				s := audit(t, aws.Options{Wanted: wanted(op.typ), Regions: []string{"eu-west-1"}, HTTPClient: r})
				got, seen := "", 0
				for _, c := range s.Calls {
					if strings.HasSuffix(c.Operation, ":"+op.operation) {
						got, seen = c.Failure, seen+1
					}
				}
				if got != a.want || seen != 1 {
					t.Errorf("%s %d %s %s %v is %q in %d calls, want %q", name, a.status, a.code, a.body, a.err, got, seen, a.want)
				}
				if len(s.Resources) > 0 || len(s.Gaps) != 1 || s.Gaps[0].Settled || !strings.Contains(strings.Join(s.Gaps[0].Types, " "), op.typ) {
					t.Errorf("%s %d %s %v: resources %v, gaps %v", name, a.status, a.code, a.err, s.values(), s.gaps())
				}
				if strings.Contains(s.Gaps[0].Why, "<") || s.Gaps[0].Settle == "" {
					t.Errorf("%s %d %s: %+v", name, a.status, a.code, s.Gaps[0])
				}
			}
		}
	}
}

// TestRetries shows that what passes is tried again, that what is final is not, and that
// both are counted.
func TestRetries(t *testing.T) {
	for answer, want := range map[string]int{
		"error Throttling": 3, "error RequestLimitExceeded": 3, "error 500": 3, "error 503": 3, "error AccessDenied": 1, "error 403": 1, "error ExpiredToken": 1, "error InvalidParameterValue": 1,
	} {
		synctest.Test(t, func(t *testing.T) { // nobody waits between the tries
			environment(t)
			t.Setenv("AWS_MAX_ATTEMPTS", "3")
			f := &fake{answers: answers{"DescribeDBInstances": func(in ask) string {
				if in.n < 2 {
					return answer
				}
				return "<DBInstances/>"
			}}}
			s := audit(t, aws.Options{Wanted: wanted("aws_db_instance"), Regions: []string{"eu-west-1"}, HTTPClient: f})
			if got := f.calls["DescribeDBInstances"]; got != want {
				t.Errorf("%s was tried %d times, want %d", answer, got, want)
			}
			if (len(s.Gaps) > 0) != (want == 1) {
				t.Errorf("%s: gaps %v", answer, s.gaps())
			}
			for _, c := range s.Calls {
				if c.Operation == "rds:DescribeDBInstances" && (c.Attempts != want || c.Retries != want-1) {
					t.Errorf("%s: %d attempts, %d retries", answer, c.Attempts, c.Retries)
				}
			}
		})
	}
}

// TestCutShort shows that an answer which ends in its middle is asked for again, and so
// is one that does not say who is calling.
func TestCutShort(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // nobody waits between the tries
		environment(t)
		t.Setenv("AWS_MAX_ATTEMPTS", "3")
		f := &fake{answers: answers{
			"DescribeDBInstances": "<DBInstances/>",
			"GetCallerIdentity": func(in ask) string {
				if in.n == 0 {
					return ""
				}
				return "<Arn>arn:aws:iam::" + ownAccount + ":user/auditor</Arn><Account>" + ownAccount + "</Account>"
			},
		}}
		s := audit(t, aws.Options{Wanted: wanted("aws_db_instance"), Regions: []string{"eu-west-1"}, HTTPClient: &cutting{fake: f, operation: "DescribeDBInstances"}})
		if got := f.calls["DescribeDBInstances"]; got != 2 || len(s.Gaps) > 0 {
			t.Errorf("tried %d times, gaps %v, want 2 and none", got, s.gaps())
		}
		if got := f.calls["GetCallerIdentity"]; got != 2 || len(s.accounts) == 0 || s.accounts[0].Account != ownAccount {
			t.Errorf("asked %d times who is calling, want 2; %+v", got, s.accounts)
		}
	})
}

// cutting ends the first answer of an operation in its middle, as a connection does that breaks.
type cutting struct {
	*fake
	operation string
}

func (c *cutting) Do(r *http.Request) (*http.Response, error) {
	out, err := c.fake.Do(r)
	if err == nil && middleware.GetOperationName(r.Context()) == c.operation && c.calls[c.operation] == 1 {
		out.Body = io.NopCloser(io.MultiReader(io.LimitReader(out.Body, 40), iotest.ErrReader(io.ErrUnexpectedEOF)))
	}
	return out, err
}
