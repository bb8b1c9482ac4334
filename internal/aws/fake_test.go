package aws_test

import (
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/aws/smithy-go/middleware"

	"github.com/hipaactl/hipaactl/internal/aws"
)

// answers are what a fake AWS says, by operation ("ListKeys"), with the Region or the
// path for one of several ("ListKeys eu-west-1", "GetBucketAcl /records"): a text, a func(ask) string that makes one, or an
// error of the network. Of the Query and EC2 protocols the text is what stands inside
// of the answer. "error CODE" is refused, "error CODE: MESSAGE" in these words, "error 403" without a code, "error 500" with a web
// page; what is not there is denied.
type answers map[string]any

// ask is one request: what it asks for by name, whether that came in the query, in a
// form or as members of JSON.
type ask struct {
	url.Values
	operation, region string
	// path is that of services which have one; of S3, the bucket's.
	path string
	// n counts the calls of the operation from 0.
	n int
}

// fake is an AWS without a network.
type fake struct {
	answers answers

	mu sync.Mutex
	// calls counts by operation, asked are the operations with their Regions, sent the
	// last body of each and hosts where they went.
	calls map[string]int
	asked []string
	sent  map[string]string
	hosts []string
}

// Do is that of an HTTP client.
func (f *fake) Do(r *http.Request) (*http.Response, error) {
	var body []byte
	if r.Body != nil {
		body, _ = io.ReadAll(r.Body)
	}
	in := ask{Values: parameters(r, body), operation: middleware.GetOperationName(r.Context()), region: signedFor(r), path: r.URL.Path}
	if bucket, ok := strings.CutSuffix(r.URL.Host, ".s3."+in.region+".amazonaws.com"); ok {
		in.path = "/" + bucket
	}
	f.mu.Lock()
	if f.calls == nil {
		f.calls, f.sent = map[string]int{}, map[string]string{}
	}
	in.n = f.calls[in.operation]
	f.calls[in.operation]++
	f.asked, f.hosts = append(f.asked, in.operation+" "+in.region), append(f.hosts, r.URL.Host)
	f.sent[in.operation] = string(body)
	f.mu.Unlock()
	answer := f.answer(in)
	if err, ok := answer.(error); ok {
		return nil, err
	}
	if answer == nil {
		answer = "error " + denials[protocolOf(r)]
	}
	return respond(r, in.operation, said(answer, in)), nil
}

// denials are the codes of a denial by protocol.
var denials = map[string]string{"xml": "AccessDenied", "query": "AccessDenied", "ec2": "UnauthorizedOperation", "json": "AccessDeniedException"}

// said is what an answer, a text or a function, says to a request.
func said(answer any, in ask) string {
	if say, ok := answer.(func(ask) string); ok {
		return say(in)
	}
	return answer.(string)
}

func (f *fake) answer(in ask) any {
	for _, key := range []string{in.operation + " " + in.path, in.operation + " " + in.region, in.operation} {
		if a, ok := f.answers[key]; ok {
			return a
		}
	}
	switch in.operation {
	case "GetCallerIdentity":
		return "<Arn>arn:aws:iam::" + ownAccount + ":user/auditor</Arn><Account>" + ownAccount + "</Account>"
	case "DescribeRegions":
		return regionsAnswer("eu-west-1", "us-east-1", "us-west-1")
	}
	return nil
}

// regionsAnswer are enabled Regions; "!NAME" is one that is not.
func regionsAnswer(names ...string) string {
	out := "<regionInfo>"
	for _, name := range names {
		status := "opt-in-not-required"
		if off, ok := strings.CutPrefix(name, "!"); ok {
			name, status = off, "not-opted-in"
		}
		out += "<item><regionName>" + name + "</regionName><optInStatus>" + status + "</optInStatus></item>"
	}
	return out + "</regionInfo>"
}

// signedFor is the Region in a request's signature.
func signedFor(r *http.Request) string {
	_, scope, _ := strings.Cut(r.Header.Get("Authorization"), "Credential=")
	if parts := strings.Split(scope, "/"); len(parts) > 2 {
		return parts[2]
	}
	return ""
}

// protocolOf is xml (REST), query, ec2 or json.
func protocolOf(r *http.Request) string {
	service := middleware.GetServiceID(r.Context())
	switch {
	case service == "EC2":
		return "ec2"
	case strings.HasPrefix(service, "S3") || service == "CloudFront":
		return "xml"
	case strings.Contains(r.Header.Get("Content-Type"), "x-www-form-urlencoded"):
		return "query"
	}
	return "json"
}

func parameters(r *http.Request, body []byte) url.Values {
	out := r.URL.Query()
	var members map[string]any
	if json.Unmarshal(body, &members) == nil {
		for name, v := range members {
			out.Set(name, fmt.Sprint(v))
		}
	} else if form, err := url.ParseQuery(string(body)); err == nil {
		for name, v := range form {
			out[name] = v
		}
	}
	return out
}

// respond puts a text into the form of the request's protocol.
func respond(r *http.Request, operation, text string) *http.Response {
	protocol, status := protocolOf(r), http.StatusOK
	header := http.Header{"Content-Type": {map[string]string{"json": "application/json"}[protocol]}}
	if code, failed := strings.CutPrefix(text, "error "); failed {
		name, message, worded := strings.Cut(code, ": ")
		if !worded {
			message = "no"
		}
		status, text = refusal(protocol, name, message)
		if middleware.GetServiceID(r.Context()) == "S3 Control" {
			text = "<ErrorResponse>" + text + "</ErrorResponse>"
		}
		if protocol == "json" && text != "" {
			header.Set("X-Amzn-Errortype", name)
		}
	} else {
		text = inside(protocol, operation, text)
	}
	header.Set("X-Amz-Crc32", fmt.Sprint(crc32.ChecksumIEEE([]byte(text)))) // DynamoDB sums its answers
	return &http.Response{StatusCode: status, Header: header, Request: r, Body: io.NopCloser(strings.NewReader(text))}
}

func inside(protocol, operation, text string) string {
	switch protocol {
	case "query":
		text = fmt.Sprintf("<%[1]sResult>%[2]s</%[1]sResult>", operation, text)
		fallthrough
	case "ec2":
		return fmt.Sprintf("<%[1]sResponse>%[2]s</%[1]sResponse>", operation, text)
	}
	return text
}

// refusal is the status and the body of an error.
func refusal(protocol, code, message string) (status int, body string) {
	if n, err := strconv.Atoi(code); err == nil {
		return n, map[bool]string{true: "<!doctype html><title>Internal Server Error</title>"}[n >= 500]
	}
	switch {
	case code == "PermanentRedirect":
		status = http.StatusMovedPermanently
	case code == "SlowDown":
		status = http.StatusServiceUnavailable
	case strings.HasPrefix(code, "NoSuch"):
		status = http.StatusNotFound
	case strings.Contains(code, "Denied") || strings.HasPrefix(code, "Unauthorized"):
		status = http.StatusForbidden
	default:
		status = http.StatusBadRequest
	}
	return status, errorBody(protocol, code, message)
}

// errorBody is an error as each protocol writes it.
// Source: https://smithy.io/2.0/aws/protocols/index.html
func errorBody(protocol, code, message string) string {
	text := "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>"
	switch protocol {
	case "query":
		return "<ErrorResponse>" + text + "</ErrorResponse>"
	case "ec2":
		return "<Response><Errors>" + text + "</Errors></Response>"
	case "json":
		return fmt.Sprintf(`{"__type":%q,"message":%q}`, code, message)
	}
	return text
}

// audit reads the types from it, in eu-west-1 unless Regions are named.
func (f *fake) audit(t *testing.T, types []string, regions ...string) sight {
	t.Helper()
	environment(t)
	if len(regions) == 0 {
		regions = []string{"eu-west-1"}
	}
	return audit(t, aws.Options{Wanted: wanted(types...), Regions: regions, HTTPClient: f})
}

// everywhere reads the types in all Regions.
func (f *fake) everywhere(t *testing.T, types []string) sight {
	t.Helper()
	environment(t)
	return audit(t, aws.Options{Wanted: wanted(types...), HTTPClient: f})
}
