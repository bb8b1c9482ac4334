package aws_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

// TestGuard shows that nothing which could change an account leaves the process, whatever
// a collector might call.
func TestGuard(t *testing.T) {
	f := &fake{answers: answers{"GetUser": "<User><UserName>me</UserName></User>"}}
	c := aws.Guarded(sdk.Config{Region: "eu-west-1", HTTPClient: f, Credentials: credentials.NewStaticCredentialsProvider("test", "test", "")})
	str := sdk.String
	for name, call := range map[string]func(context.Context) error{
		"CreateUser": func(ctx context.Context) error {
			_, err := iam.NewFromConfig(c).CreateUser(ctx, &iam.CreateUserInput{UserName: str("x")})
			return err
		},
		"DeleteBucket": func(ctx context.Context) error {
			_, err := s3.NewFromConfig(c).DeleteBucket(ctx, &s3.DeleteBucketInput{Bucket: str("x")})
			return err
		},
		"PutBucketAcl": func(ctx context.Context) error {
			_, err := s3.NewFromConfig(c).PutBucketAcl(ctx, &s3.PutBucketAclInput{Bucket: str("x")})
			return err
		},
		"StopInstances": func(ctx context.Context) error {
			_, err := ec2.NewFromConfig(c).StopInstances(ctx, &ec2.StopInstancesInput{InstanceIds: []string{"i-1"}})
			return err
		},
		"UpdateTable": func(ctx context.Context) error {
			_, err := dynamodb.NewFromConfig(c).UpdateTable(ctx, &dynamodb.UpdateTableInput{TableName: str("x")})
			return err
		},
		"GenerateServiceLastAccessedDetails": func(ctx context.Context) error {
			_, err := iam.NewFromConfig(c).GenerateServiceLastAccessedDetails(ctx, &iam.GenerateServiceLastAccessedDetailsInput{Arn: str("arn:aws:iam::123456789012:user/x")})
			return err
		},
	} {
		if err := call(t.Context()); err == nil || !strings.Contains(err.Error(), name+" is not an operation that only reads") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(f.asked) > 0 {
		t.Errorf("%v was sent", f.asked)
	}
	if _, err := iam.NewFromConfig(c).GetUser(t.Context(), &iam.GetUserInput{}); err != nil || len(f.asked) != 1 {
		t.Errorf("%v, sent %v: what reads has to pass", err, f.asked)
	}
}

// wire stands before an emulator and writes down what arrives: the operation, or the
// method and path of services that have none.
type wire struct {
	url string

	mu   sync.Mutex
	seen map[string]bool
	// now and most count the requests under way.
	now, most int
}

func tap(t *testing.T, endpoint string) *wire {
	t.Helper()
	target, err := url.Parse(endpoint)
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{seen: map[string]bool{}}
	pass := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(target); r.Out.Host = r.In.Host }}
	server := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		w.now++
		w.most = max(w.most, w.now)
		w.mu.Unlock()
		pass.ServeHTTP(w.note(out, r), r)
		w.mu.Lock()
		w.now--
		w.mu.Unlock()
	}))
	t.Cleanup(server.Close)
	w.url = server.URL
	return w
}

func (w *wire) note(out http.ResponseWriter, r *http.Request) http.ResponseWriter {
	name := r.Method + " " + r.URL.Path
	if _, operation, ok := strings.Cut(r.Header.Get("X-Amz-Target"), "."); ok {
		name = operation
	} else if strings.Contains(r.Header.Get("Content-Type"), "x-www-form-urlencoded") {
		body := new(strings.Builder)
		_, _ = io.Copy(body, r.Body)
		r.Body = io.NopCloser(strings.NewReader(body.String()))
		form, _ := url.ParseQuery(body.String())
		name = form.Get("Action")
	}
	w.mu.Lock()
	w.seen[name] = true
	w.mu.Unlock()
	return out
}

// postReads are patterns of the requests with POST that only read, of services that do so.
var postReads = []string{
	"POST /agents/", "POST /detector/*/findings", "POST /detector/*/findings/get", "POST /findings/list", "POST /getAlternateContact", "POST /knowledgebases/",
	"POST /2021-01-01/opensearch/domain-info", "POST /standards/get", "POST /status/batch/get",
}

// TestOnlyReads shows what an audit of everything sends: only what reads, only what the
// parts declare, and no more at a time than is asked for.
func TestOnlyReads(t *testing.T) {
	url := startMoto(t)
	awstest.Both(t, url, ownAccount)
	w := tap(t, url)
	environment(t)
	t.Setenv("AWS_MAX_ATTEMPTS", "2")
	s := audit(t, aws.Options{Wanted: wanted(aws.Types()...), Regions: []string{awstest.Region}, EndpointURL: w.url, Parallelism: 3})
	if len(s.Resources) < 50 || len(w.seen) < 50 {
		t.Fatalf("%d resources, %d operations: this was no audit of everything", len(s.Resources), len(w.seen))
	}
	for name := range w.seen {
		if slices.ContainsFunc(postReads, func(read string) bool { ok, _ := path.Match(read, name); return ok }) {
			continue
		}
		if !slices.ContainsFunc([]string{"Get", "List", "Describe", "BatchGet", "GenerateCredentialReport", "GET ", "HEAD "}, func(p string) bool { return strings.HasPrefix(name, p) }) {
			t.Errorf("%s was sent", name)
		}
	}
	if w.most > 3 {
		t.Errorf("%d requests at a time, want 3 at most", w.most)
	}
	// One type alone takes no more than what it says: parts share some calls.
	for _, typ := range aws.Types() {
		granted := map[string]bool{}
		for _, p := range aws.Permissions(wanted(typ)) {
			granted[p.Action] = true
		}
		for _, c := range auditMoto(t, url, []string{typ}).Calls {
			for _, action := range aws.Actions()[c.Operation] {
				if !granted[action] {
					t.Errorf("to read %s calls %s, which needs %s: its permissions lack that", typ, c.Operation, action)
				}
			}
		}
	}
}
