package aws_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/hipaactl/hipaactl/internal/aws"
)

// TestInterrupted shows that an audit that is stopped ends at once, says what it did
// not see, and leaves nothing behind.
func TestInterrupted(t *testing.T) {
	environment(t)
	asked := make(chan struct{}, 1000)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body := make([]byte, 200)
		n, _ := r.Body.Read(body)
		switch {
		case strings.Contains(string(body[:n]), "GetCallerIdentity"):
			_, _ = w.Write([]byte(`<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/u</Arn><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`))
		case strings.Contains(string(body[:n]), "DescribeRegions"):
			_, _ = w.Write([]byte(`<DescribeRegionsResponse><regionInfo><item><regionName>eu-west-1</regionName><optInStatus>opt-in-not-required</optInStatus></item></regionInfo></DescribeRegionsResponse>`))
		default:
			asked <- struct{}{}
			<-r.Context().Done()
		}
	}))
	defer server.Close()
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-asked
		cancel()
	}()
	start := time.Now()
	result, err := aws.Audit(ctx, aws.Options{Wanted: wanted(aws.Types()...), EndpointURL: server.URL})
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("it took %s to stop", took)
	}
	lost := map[string]bool{}
	for _, g := range result.Set.Gaps {
		for _, typ := range g.Types {
			lost[typ] = true
		}
	}
	for _, r := range result.Set.Resources {
		lost[r.Address.Type] = r.Unread.What != "" // it is there, and says what was not seen of it
	}
	for _, typ := range aws.Types() {
		if !lost[typ] {
			t.Errorf("nothing says that %s was not seen", typ)
		}
	}
	server.CloseClientConnections()
	for deadline := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before+2; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<16)
			t.Fatalf("%d goroutines before, %d after:\n%s", before, runtime.NumGoroutine(), stacks[:runtime.Stack(stacks, true)])
		}
	}
}
