package awstest

import (
	"bytes"
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

// Recorded is a client that answers from a recording, NAME.yaml, and fails on a
// request that is not in it. With record it makes the recording instead, by sending
// requests on.
func Recorded(t testing.TB, name string, record bool) *http.Client {
	t.Helper()
	mode := recorder.ModeReplayOnly
	if record {
		mode = recorder.ModeRecordOnly
	}
	r, err := recorder.New(name,
		recorder.WithMode(mode), recorder.WithSkipRequestLatency(true),
		recorder.WithRealTransport(lacks{emulated()}),
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
	return &http.Client{Transport: signedScope{r}}
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
	return r.Method == i.Method && pathOf(r.URL.String()) == pathOf(i.URL) && string(body) == i.Body &&
		r.Header.Get("X-Amz-Target") == i.Headers.Get("X-Amz-Target") && r.Header.Get(scopeHeader) == i.Headers.Get(scopeHeader)
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
