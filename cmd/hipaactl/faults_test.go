package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

// TestFaults shows that what could not be read never passes: whatever fails, a verdict
// is the one of the undisturbed account or unknown, and every lost read is listed. Most of
// the time is waiting, so that the faults are tried side by side.
func TestFaults(t *testing.T) {
	t.Parallel()
	url := awstest.Start(t)
	awstest.Broken(t, url, "123456789012")
	loaded := builtIn(t)
	audit := func(url string) (aws.Result, map[string]string, error) {
		result, err := aws.Audit(t.Context(), aws.Options{
			Wanted: loaded.Wanted(), EndpointURL: url, Regions: []string{awstest.Region}, HTTPClient: impatient(),
		})
		if err != nil {
			return result, nil, err
		}
		return result, rulings(judged(t, loaded, result.Set), nil), nil
	}
	_, clean, err := audit(url)
	if err != nil {
		t.Fatal(err)
	}
	const atATime = 8
	var trials sync.WaitGroup
	slots := make(chan struct{}, atATime)
	for _, fault := range awstest.Faults() {
		shares := []float64{0.2, 0.5}
		if fault == awstest.Hang {
			shares = []float64{0.1, 0.25} // a client waits for each
		}
		for _, share := range shares {
			proxy := awstest.NewProxy(t, url, fault, share)
			slots <- struct{}{}
			trials.Go(func() {
				defer func() { <-slots }()
				start := time.Now()
				result, got, err := audit(proxy.URL)
				said := faulty(result, clean, got)
				if err != nil {
					said = append(said, err.Error())
				}
				if took := time.Since(start); took > 2*time.Minute {
					said = append(said, fmt.Sprintf("took %s", took))
				}
				if proxy.Count() == 0 {
					said = append(said, "there was no fault")
				}
				for _, what := range said {
					t.Errorf("%s %.0f%%: %s", fault, share*100, what)
				}
			})
		}
	}
	trials.Wait()
}

// faulty is what is wrong with an audit in which calls failed, and with what the rules say of it.
func faulty(result aws.Result, clean, got map[string]string) (said []string) {
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
			said = append(said, "the failed "+what+" is not listed as a gap")
		}
	}
	for key, status := range got {
		for s := range strings.FieldsSeq(status) {
			if s != "unknown" && !strings.Contains(clean[key], s) {
				said = append(said, fmt.Sprintf("%s is %s; undisturbed it is %q", key, s, clean[key]))
			}
		}
	}
	for key, status := range clean {
		if strings.Contains(status, "fail") && got[key] == "" && len(failed) == 0 {
			said = append(said, key+" is gone and nothing is said to be lost")
		}
	}
	return said
}

// TestFaultsEndIncomplete shows what a pipeline sees of it: exit 3, and why.
func TestFaultsEndIncomplete(t *testing.T) {
	t.Parallel()
	url := awstest.Start(t)
	awstest.Fleet(t, url, "123456789012", 8, 0, 0)
	var trials sync.WaitGroup
	for _, fault := range awstest.Faults() {
		if fault == awstest.Hang {
			continue // the program waits longer than a test may
		}
		proxy := awstest.NewProxy(t, url, fault, 1) // a share would leave it to luck what is lost
		trials.Go(func() {
			stdout, stderr, code := invoke(t, nil, "audit", "aws", "--endpoint-url", proxy.URL, "--region", awstest.Region, "--rule", "HIPAA-S3-*", "--fail-on", "never")
			if code != 3 || !strings.Contains(stdout, "INCOMPLETE") {
				t.Errorf("%s: exit %d\n%s\n%s", fault, code, stdout, stderr)
			}
		})
	}
	trials.Wait()
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
