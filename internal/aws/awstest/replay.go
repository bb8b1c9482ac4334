package awstest

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"gopkg.in/dnaeon/go-vcr.v4/pkg/cassette"
)

// Replay is a recording that answers from memory, as often as it is asked: for tests
// that audit an account many times, each time with something else gone wrong.
type Replay map[string]Answer

// Answer is what a request is answered with.
type Answer struct {
	Status int
	Header http.Header
	Body   string
}

// Request is one request of a recording. Operation is the SDK's name for what it asks
// ("RDS DescribeDBInstances"), Key tells it from all others.
type Request struct{ Operation, Key string }

// NewReplay reads the recording NAME.yaml.
func NewReplay(t testing.TB, name string) Replay {
	t.Helper()
	recorded, err := cassette.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	r := Replay{}
	for _, i := range recorded.Interactions {
		r[requestKey(i.Request.Method, i.Request.URL, i.Request.Body, i.Request.Headers)] = Answer{i.Response.Code, i.Response.Headers, i.Response.Body}
	}
	return r
}

func requestKey(method, url, body string, h http.Header) string {
	return strings.Join([]string{method, pathOf(url), sorted(body), h.Get("X-Amz-Target"), h.Get(scopeHeader)}, " ")
}

// Client answers with what change makes of the recorded answers. change is called by
// many goroutines at a time. What was not recorded is not implemented.
func (r Replay) Client(change func(Request, Answer) Answer) *http.Client {
	return &http.Client{Transport: signedScope{replayer{r, change}}}
}

type replayer struct {
	replay Replay
	change func(Request, Answer) Answer
}

func (r replayer) RoundTrip(q *http.Request) (*http.Response, error) {
	var body []byte
	if q.Body != nil {
		var err error
		if body, err = io.ReadAll(q.Body); err != nil {
			return nil, err
		}
		_ = q.Body.Close()
	}
	ctx := q.Context()
	asked := Request{
		Operation: awsmiddleware.GetServiceID(ctx) + " " + awsmiddleware.GetOperationName(ctx),
		Key:       requestKey(q.Method, q.URL.String(), string(body), q.Header),
	}
	a, ok := r.replay[asked.Key]
	if !ok {
		a = Answer{Status: http.StatusNotImplemented}
	}
	a = r.change(asked, a)
	header := a.Header.Clone()
	if header == nil {
		header = http.Header{}
	}
	return &http.Response{
		StatusCode: a.Status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: header,
		Body: io.NopCloser(bytes.NewReader([]byte(a.Body))), ContentLength: int64(len(a.Body)), Request: q,
	}, nil
}

// Refusal is an answer with an error code, in the form of the operation's protocol.
func Refusal(operation string, status int, code string) Answer {
	service, _, _ := strings.Cut(operation, " ")
	h := http.Header{"Content-Type": {"text/xml"}}
	switch service {
	case "S3":
		return Answer{status, h, "<Error><Code>" + code + "</Code></Error>"}
	case "EC2":
		return Answer{status, h, "<Response><Errors><Error><Code>" + code + "</Code></Error></Errors></Response>"}
	case "IAM", "RDS", "STS", "Elastic", "Auto": // Elastic Load Balancing, Auto Scaling
		return Answer{status, h, "<ErrorResponse><Error><Code>" + code + "</Code></Error></ErrorResponse>"}
	}
	h = http.Header{"Content-Type": {"application/json"}, "X-Amzn-Errortype": {code}}
	return Answer{status, h, `{"__type":"` + code + `"}`}
}
