// Package awstest gives tests an AWS to talk to: the emulator moto in a process of
// its own, and configurations with which tests put things into its accounts.
package awstest

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// Start runs an emulator of AWS on a loopback port until the test ends and
// returns its URL. Where it is not installed the test is skipped.
func Start(t testing.TB, env ...string) string {
	t.Helper()
	var e Emulator
	t.Cleanup(e.Stop)
	return e.start(t, env...)
}

// Emulator is one process of the emulator for all tests of a package, whose TestMain
// stops it: to start it takes longer than most tests. It is used by one test at a time.
type Emulator struct {
	url  string
	stop func()
}

// Empty returns the emulator's URL, with nothing in any account. The first test that
// asks starts it; where it is not installed the test is skipped.
func (e *Emulator) Empty(t testing.TB) string {
	t.Helper()
	if e.url == "" {
		e.url = e.start(t)
	}
	Post(t, e.url+"/moto-api/reset", "")
	return e.url
}

// Stop ends the process, if there is one.
func (e *Emulator) Stop() {
	if e.stop != nil {
		e.stop()
	}
}

func (e *Emulator) start(t testing.TB, env ...string) string {
	t.Helper()
	path, err := exec.LookPath("moto_server")
	if err != nil {
		t.Skip("moto_server is not installed: pip install 'moto[server]'")
	}
	log, err := os.CreateTemp("", "moto-*.log") //nolint:usetesting // it may outlast the test
	if err != nil {
		t.Fatal(err)
	}
	port := freePort(t)
	cmd := exec.Command(path, "-H", "127.0.0.1", "-p", fmt.Sprint(port))                                // stop ends it
	own := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "AWS_") }) // it reads them too
	cmd.Env = append(append(own, "MOTO_EC2_LOAD_DEFAULT_AMIS=false"), env...)
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	e.stop = func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		_ = log.Close()
		_ = os.Remove(log.Name())
	}
	url := fmt.Sprintf("http://127.0.0.1:%d", port)
	for deadline := time.Now().Add(60 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		answer, err := client().Get(url + "/moto-api/")
		if err == nil {
			_ = answer.Body.Close()
			return url
		}
	}
	said, _ := os.ReadFile(log.Name())
	t.Fatalf("moto_server did not answer: %s", said)
	return ""
}

// Enforce makes the emulator check signatures and IAM policies from now on; the
// accounts stay, but what is asked for has to be allowed. It ends with the test.
func Enforce(t testing.TB, url string) {
	t.Helper()
	Post(t, url+"/moto-api/reset-auth", "0")
	t.Cleanup(func() { Post(t, url+"/moto-api/reset-auth", "inf") })
}

// answersIn is how long the emulator may take to answer: what takes longer is lost.
const answersIn = 30 * time.Second

// client is for controls of the emulator, which may be sent twice.
func client() *http.Client { return &http.Client{Timeout: answersIn} }

// Post sends a body to a control of the emulator.
func Post(t testing.TB, url, body string) {
	t.Helper()
	answer, err := client().Post(url, "text/plain", strings.NewReader(body))
	if err != nil {
		if answer, err = client().Post(url, "text/plain", strings.NewReader(body)); err != nil {
			t.Fatal(err)
		}
	}
	_ = answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("%s answered %s", url, answer.Status)
	}
}

func freePort(t testing.TB) int {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().(*net.TCPAddr).Port
}

// Seeder is a configuration with which tests put things into an account of the
// emulator, which takes the account from a header.
func Seeder(url, account, region string) sdk.Config {
	return sdk.Config{
		Region: region, BaseEndpoint: &url, Credentials: credentials.NewStaticCredentialsProvider("test", "test", ""),
		HTTPClient: awshttp.NewBuildableClient().WithTimeout(answersIn).WithTransportOptions(func(t *http.Transport) {
			// S3 Control puts the account in front of the host.
			t.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
				_, port, _ := net.SplitHostPort(address)
				return new(net.Dialer).DialContext(ctx, network, net.JoinHostPort("127.0.0.1", port))
			}
		}),
		APIOptions: []func(*middleware.Stack) error{func(s *middleware.Stack) error {
			return s.Build.Add(middleware.BuildMiddlewareFunc("account", func(
				ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler,
			) (middleware.BuildOutput, middleware.Metadata, error) {
				if r, ok := in.Request.(*smithyhttp.Request); ok {
					r.Header.Set("X-Moto-Account-Id", account)
				}
				return next.HandleBuild(ctx, in)
			}), middleware.After)
		}},
	}
}
