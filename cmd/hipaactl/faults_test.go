package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

// TestFaults shows that what could not be read never passes: whatever fails, a verdict
// is the one of the undisturbed account or unknown, and every lost read is listed.
func TestFaults(t *testing.T) {
	url := awstest.Start(t)
	emulated(t)
	t.Setenv("AWS_MAX_ATTEMPTS", "2")
	awstest.Broken(t, url, "123456789012")
	loaded := builtIn(t)
	audit := func(url string) (aws.Result, map[string]string) {
		t.Helper()
		result, err := aws.Audit(t.Context(), aws.Options{
			Wanted: loaded.Wanted(), EndpointURL: url, Regions: []string{awstest.Region}, HTTPClient: impatient(),
		})
		if err != nil {
			t.Fatal(err)
		}
		return result, rulings(judged(t, loaded, result.Set), nil)
	}
	_, clean := audit(url)
	for _, fault := range awstest.Faults() {
		for _, share := range []float64{0.2, 0.5} {
			t.Run(fmt.Sprintf("%s %.0f%%", fault, share*100), func(t *testing.T) {
				proxy := awstest.NewProxy(t, url, fault, share)
				start := time.Now()
				result, got := audit(proxy.URL)
				if took := time.Since(start); took > 2*time.Minute {
					t.Errorf("took %s", took)
				}
				if proxy.Count() == 0 {
					t.Fatal("there was no fault")
				}
				failed := map[string]bool{}
				for _, c := range result.Set.Calls {
					if c.Failure != "" {
						failed[strings.TrimSuffix(c.Operation+" of "+c.Target, " of ")] = true
					}
				}
				listed := map[string]bool{}
				for _, g := range result.Set.Gaps {
					listed[g.What] = true
				}
				for what := range failed {
					if !listed[what] && !strings.HasPrefix(what, "ec2:DescribeRegions") {
						t.Errorf("the failed %s is not listed as a gap", what)
					}
				}
				for key, status := range got {
					for s := range strings.FieldsSeq(status) {
						if s != "unknown" && !strings.Contains(clean[key], s) {
							t.Errorf("%s is %s; undisturbed it is %q", key, s, clean[key])
						}
					}
				}
				for key, status := range clean {
					if strings.Contains(status, "fail") && got[key] == "" && len(failed) == 0 {
						t.Errorf("%s is gone and nothing is said to be lost", key)
					}
				}
			})
		}
	}
}

// TestFaultsEndIncomplete shows what a pipeline sees of it: exit 3, and why.
func TestFaultsEndIncomplete(t *testing.T) {
	url := awstest.Start(t)
	emulated(t)
	t.Setenv("AWS_MAX_ATTEMPTS", "2")
	awstest.Sound(t, url, "123456789012")
	for _, fault := range awstest.Faults() {
		if fault == awstest.Hang {
			continue // the program waits longer than a test may
		}
		proxy := awstest.NewProxy(t, url, fault, 1) // a share would leave it to luck what is lost
		stdout, stderr, code := invoke(t, nil, "audit", "aws", "--endpoint-url", proxy.URL, "--region", awstest.Region, "--rule", "HIPAA-S3-*", "--fail-on", "never")
		if code != 3 || !strings.Contains(stdout, "INCOMPLETE") {
			t.Errorf("%s: exit %d\n%s\n%s", fault, code, stdout, stderr)
		}
	}
}

// impatient is a client that waits a second at most.
func impatient() *awshttp.BuildableClient {
	return awshttp.NewBuildableClient().WithTimeout(3 * time.Second).WithTransportOptions(func(t *http.Transport) {
		t.ResponseHeaderTimeout = time.Second
		t.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
			_, port, _ := net.SplitHostPort(address)
			return new(net.Dialer).DialContext(ctx, network, net.JoinHostPort("127.0.0.1", port))
		}
	})
}
