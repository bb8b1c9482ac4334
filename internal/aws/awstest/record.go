package awstest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"gopkg.in/dnaeon/go-vcr.v4/pkg/cassette"
	"gopkg.in/dnaeon/go-vcr.v4/pkg/recorder"
)

// kept are the headers that decide which answer a request gets, and those of an
// answer that the SDK reads. No other header is recorded, so that no credential is,
// and what was recorded changes only when the answers do.
var kept = []string{"Content-Type", "X-Amz-Target", "X-Amzn-Errortype", "X-Amzn-Requestid", "X-Amz-Bucket-Region", scopeHeader}

// scopeHeader says, in a recording, for which Region and service a request was signed.
const scopeHeader = "Recorded-Scope"

// Recorded is a client that answers from a recording, NAME.yaml, and fails the test on a
// request that is not in it. With record it makes the recording instead, by sending
// requests on. What the emulator does not have is answered alike by both, and not recorded.
func Recorded(t testing.TB, name string, record bool) *http.Client {
	t.Helper()
	mode := recorder.ModeReplayOnly
	if record {
		mode = recorder.ModeRecordOnly
	}
	r, err := recorder.New(name,
		recorder.WithMode(mode), recorder.WithSkipRequestLatency(true),
		recorder.WithRealTransport(emulated()),
		recorder.WithMatcher(sameRequest),
		recorder.WithHook(tidy, recorder.BeforeSaveHook),
	)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Stop(); err != nil {
			t.Error(err)
		}
	})
	return &http.Client{Transport: lacks{signedScope{complete{t, name, r}}}}
}

// complete fails the test on a request that is not in the recording: the audit would only
// count it among what it lost.
type complete struct {
	t    testing.TB
	name string
	next http.RoundTripper
}

func (c complete) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := c.next.RoundTrip(r)
	if errors.Is(err, cassette.ErrInteractionNotFound) {
		c.t.Errorf("%s.yaml holds no (further) answer to %s %s %s, %s (HIPAACTL_RECORD=1 makes it anew)",
			c.name, r.Method, "/"+pathOf(r.URL.String()), r.Header.Get("X-Amz-Target"), r.Header.Get(scopeHeader))
	}
	return answer, err
}

// signedScope notes the Region and service of a request where a recording keeps them.
type signedScope struct{ next http.RoundTripper }

func (s signedScope) RoundTrip(r *http.Request) (*http.Response, error) {
	out := r.Clone(r.Context())
	_, scope, _ := strings.Cut(r.Header.Get("Authorization"), "Credential=")
	if parts := strings.Split(scope, "/"); len(parts) > 3 {
		out.Header.Set(scopeHeader, parts[2]+" "+parts[3])
	}
	return s.next.RoundTrip(out)
}

func sameRequest(r *http.Request, i cassette.Request) bool {
	var body []byte
	if r.Body != nil {
		body, _ = io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(body))
	}
	return r.Method == i.Method && pathOf(r.URL.String()) == pathOf(i.URL) &&
		r.Header.Get("X-Amz-Target") == i.Headers.Get("X-Amz-Target") && r.Header.Get(scopeHeader) == i.Headers.Get(scopeHeader) &&
		sorted(string(body)) == sorted(i.Body)
}

// sorted is a body with the keys of its JSON in order: the SDK writes those of a map in
// any. What is not JSON is left as it is.
func sorted(body string) string {
	if !strings.HasPrefix(body, "{") {
		return body
	}
	d := json.NewDecoder(strings.NewReader(body))
	d.UseNumber()
	var v map[string]any
	if err := d.Decode(&v); err != nil || d.More() {
		return body
	}
	out, err := json.Marshal(v)
	if err != nil {
		return body
	}
	return string(out)
}

// pathOf is a URL without its host: the emulator had another port.
func pathOf(url string) string {
	_, rest, _ := strings.Cut(url, "//")
	_, path, _ := strings.Cut(rest, "/")
	return path
}

func tidy(i *cassette.Interaction) error {
	for _, h := range []http.Header{i.Request.Headers, i.Response.Headers} {
		for name := range h {
			if !slices.Contains(kept, name) {
				delete(h, name)
			}
		}
	}
	i.Request.URL = "http://127.0.0.1/" + pathOf(i.Request.URL)
	i.Request.Host, i.Request.RemoteAddr, i.Request.RequestURI, i.Request.Form = "127.0.0.1", "", "", nil
	i.Response.Duration = 0
	return nil
}
