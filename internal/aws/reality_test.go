package aws

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/organizations/types"
	"golang.org/x/time/rate"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// These tests are about what AWS does and its emulators do not.

// cloud is an AWS that answers by the operation and the request's body or path.
type cloud func(operation, region, request string) (status int, body string)

func (c cloud) Do(r *http.Request) (*http.Response, error) {
	var sent []byte
	if r.Body != nil {
		sent, _ = io.ReadAll(r.Body)
	}
	_, operation, named := strings.Cut(r.Header.Get("X-Amz-Target"), ".")
	request := string(sent)
	if form, err := url.ParseQuery(request); !named && err == nil && form.Get("Action") != "" {
		operation, named = form.Get("Action"), true
	}
	if !named {
		operation, request = r.Method+" "+r.URL.Path, r.URL.RawQuery
	}
	_, scope, _ := strings.Cut(r.Header.Get("Authorization"), "Credential=")
	region := append(strings.Split(scope, "/"), "", "", "")[2]
	status, body := 200, ""
	switch operation {
	case "GetCallerIdentity":
		body = xmlAnswer(operation, "<Arn>arn:aws:iam::123456789012:user/auditor</Arn><Account>123456789012</Account>")
	case "DescribeRegions":
		body = "<DescribeRegionsResponse><regionInfo><item><regionName>eu-west-1</regionName></item></regionInfo></DescribeRegionsResponse>"
	default:
		status, body = c(operation, region, request)
	}
	header := http.Header{}
	if r.Header.Get("X-Amz-Target") != "" {
		header.Set("Content-Type", "application/x-amz-json-1.1")
	}
	return &http.Response{StatusCode: status, Header: header, Request: r, Body: io.NopCloser(strings.NewReader(body))}, nil
}

func xmlAnswer(operation, inner string) string {
	return fmt.Sprintf("<%[1]sResponse><%[1]sResult>%[2]s</%[1]sResult></%[1]sResponse>", operation, inner)
}

func xmlError(code string) string {
	return "<ErrorResponse><Error><Code>" + code + "</Code><Message>no</Message></Error></ErrorResponse>"
}

// see reads the types in eu-west-1.
func (c cloud) see(t *testing.T, o Options, types ...string) resource.Set {
	t.Helper()
	for name, value := range map[string]string{
		"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true", "AWS_MAX_ATTEMPTS": "1", "AWS_REGION": "", "AWS_PROFILE": "",
		"AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null", "AWS_CA_BUNDLE": "", "AWS_ENDPOINT_URL": "", "AWS_SESSION_TOKEN": "",
	} {
		t.Setenv(name, value)
	}
	o.Wanted, o.HTTPClient = resource.Wanted{}, c
	for _, typ := range types {
		o.Wanted[typ] = &resource.Shape{Kind: resource.Object}
	}
	result, err := Audit(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return result.Set
}

// lost are the calls of the gaps of a set.
func lost(set resource.Set) []string {
	out := []string{}
	for _, g := range set.Gaps {
		out = append(out, g.What+": "+g.Why)
	}
	slices.Sort(out)
	return out
}

func addresses(set resource.Set) []string {
	out := []string{}
	for _, r := range set.Resources {
		out = append(out, r.Address.String())
	}
	slices.Sort(out)
	return out
}

// Organizations stopped to answer Status in September 2026.
func TestStateOfMembers(t *testing.T) {
	tests := []struct {
		account types.Account
		want    types.AccountState
	}{
		{types.Account{State: types.AccountStateActive}, types.AccountStateActive},
		{types.Account{State: types.AccountStateSuspended}, types.AccountStateSuspended},
		{types.Account{State: types.AccountStatePendingActivation, Status: types.AccountStatusActive}, types.AccountStatePendingActivation},
		{types.Account{Status: types.AccountStatusActive}, types.AccountStateActive},
		{types.Account{Status: types.AccountStatusPendingClosure}, types.AccountStatePendingClosure},
		{types.Account{}, types.AccountStateActive},
	}
	for _, c := range tests {
		if got := stateOf(c.account); got != c.want {
			t.Errorf("%+v is %s, want %s", c.account, got, c.want)
		}
	}
}

func TestMembersWithoutStatusAreRead(t *testing.T) {
	set := cloud(func(operation, _, _ string) (int, string) {
		switch operation {
		case "ListAccounts":
			return 200, `{"Accounts":[{"Id":"123456789012","State":"ACTIVE"},{"Id":"999988887777","State":"CLOSED"}]}`
		case "GetAccountPasswordPolicy":
			return 404, xmlError("NoSuchEntity")
		}
		return 403, ""
	}).see(t, Options{Organization: true, RoleName: "audit", Regions: []string{"eu-west-1"}}, "aws_iam_account_password_policy")
	if len(set.Scopes) != 2 || len(set.Gaps) != 0 {
		t.Errorf("scopes %v, gaps %v", set.Scopes, lost(set))
	}
	if !slices.Equal(set.Notes, []string{"account 999988887777 is closed: it was not read"}) {
		t.Error(set.Notes)
	}
}

// A Region without a feature of RDS answers that the request is not valid, which no gap is.
func TestFeaturesThatARegionDoesNotHave(t *testing.T) {
	all := []string{"aws_rds_global_cluster", "aws_db_proxy", "aws_db_instance_automated_backups_replication"}
	for _, code := range []string{"InvalidAction", "InvalidParameterValue"} {
		set := cloud(func(string, string, string) (int, string) { return 400, xmlError(code) }).see(t, Options{}, all...)
		if len(set.Gaps) != 0 {
			t.Errorf("%s: %v", code, lost(set))
		}
	}
	set := cloud(func(string, string, string) (int, string) { return 400, xmlError("InvalidParameterCombination") }).see(t, Options{}, all...)
	if len(set.Gaps) != 3 {
		t.Errorf("gaps %v, want three", lost(set))
	}
}

// The same code for a later page means that the list is not whole.
func TestALaterPageIsNotAbsent(t *testing.T) {
	set := cloud(func(_, _, request string) (int, string) {
		if strings.Contains(request, "Marker=") {
			return 400, xmlError("InvalidParameterValue")
		}
		return 200, xmlAnswer("DescribeDBProxies", "<DBProxies><member><DBProxyName>one</DBProxyName></member></DBProxies><Marker>more</Marker>")
	}).see(t, Options{}, "aws_db_proxy")
	if len(set.Gaps) != 1 || len(set.Resources) != 1 {
		t.Errorf("resources %v, gaps %v", addresses(set), lost(set))
	}
}

func TestBucketsThatAreGone(t *testing.T) {
	set := cloud(func(operation, _, request string) (int, string) {
		if operation == "GET /" && !strings.Contains(request, "publicAccessBlock") {
			return 200, `<ListAllMyBucketsResult><Buckets><Bucket><Name>gone</Name><BucketRegion>eu-west-1</BucketRegion></Bucket></Buckets></ListAllMyBucketsResult>`
		}
		return 404, "<Error><Code>NoSuchBucket</Code></Error>"
	}).see(t, Options{EndpointURL: "http://127.0.0.1:1"}, "aws_s3_bucket", "aws_s3_bucket_policy")
	if len(set.Gaps) != 0 {
		t.Error(lost(set))
	}
	if got := addresses(set); !slices.Equal(got, []string{"aws_s3_bucket_policy.gone"}) || len(set.Resources[0].Existence) == 0 {
		t.Errorf("%v: the bucket is gone, and whether it had a policy is open", got)
	}
}

// One load balancer that was deleted makes DescribeTags refuse all that it was asked for.
func TestTagsBesideSomethingDeleted(t *testing.T) {
	member := "<member><LoadBalancerName>%[1]s</LoadBalancerName><Scheme>internal</Scheme></member>"
	set := cloud(func(operation, _, request string) (int, string) {
		switch operation {
		case "DescribeLoadBalancers":
			return 200, xmlAnswer(operation, "<LoadBalancerDescriptions>"+fmt.Sprintf(member, "gone")+fmt.Sprintf(member, "here")+"</LoadBalancerDescriptions>")
		case "DescribeTags", "DescribeLoadBalancerAttributes":
			if strings.Contains(request, "gone") {
				return 400, xmlError("LoadBalancerNotFound")
			}
			return 200, xmlAnswer(operation, "<TagDescriptions><member><LoadBalancerName>here</LoadBalancerName><Tags><member><Key>HIPAA</Key><Value>true</Value></member></Tags></member></TagDescriptions>"+
				"<LoadBalancerAttributes><AccessLog><Enabled>false</Enabled></AccessLog></LoadBalancerAttributes>")
		}
		return 403, ""
	}).see(t, Options{}, "aws_elb")
	if got := addresses(set); !slices.Equal(got, []string{"aws_elb.here"}) || len(set.Gaps) != 0 {
		t.Fatalf("%v, gaps %v", got, lost(set))
	}
	if got := set.Resources[0].Values.GetAttr("tags_all").GoString(); !strings.Contains(got, `"HIPAA":cty.StringVal("true")`) {
		t.Error(got)
	}
}

// A credential report is up to four hours old, and so is the evidence that it gives.
func TestAgeOfTheCredentialReport(t *testing.T) {
	csv := base64.StdEncoding.EncodeToString([]byte("user,arn,mfa_active\n<root_account>,arn:aws:iam::123456789012:root,true\n"))
	set := cloud(func(operation, _, _ string) (int, string) {
		if operation == "GenerateCredentialReport" {
			return 200, xmlAnswer(operation, "<State>COMPLETE</State>")
		}
		return 200, xmlAnswer(operation, "<Content>"+csv+"</Content><GeneratedTime>2026-01-15T06:00:00Z</GeneratedTime>")
	}).see(t, Options{Now: func() time.Time { return time.Date(2026, 1, 15, 10, 0, 0, 0, time.UTC) }}, "aws_iam_credential_report_user")
	if got := set.Resources[0].ReadBy("mfa_active").Time.Format(time.RFC3339); got != "2026-01-15T06:00:00Z" {
		t.Errorf("the evidence is of %s", got)
	}
}

// An account can be set up not to list the instances and disks that services of AWS manage.
func TestManagedResourcesAreAskedFor(t *testing.T) {
	var mu sync.Mutex
	asked := map[string]bool{}
	cloud(func(operation, _, request string) (int, string) {
		mu.Lock()
		defer mu.Unlock()
		asked[operation] = strings.Contains(request, "IncludeManagedResources=true")
		inner := map[string]string{
			"DescribeInstances": "<reservationSet/>", "DescribeVolumes": "<volumeSet/>", "DescribeLaunchTemplateVersions": "<launchTemplateVersionSet/>",
			"DescribeLaunchTemplates": "<launchTemplates><item><launchTemplateId>lt-1</launchTemplateId></item></launchTemplates>",
		}
		return 200, "<" + operation + "Response>" + inner[operation] + "</" + operation + "Response>"
	}).see(t, Options{}, "aws_instance", "aws_launch_template")
	for _, operation := range []string{"DescribeInstances", "DescribeVolumes", "DescribeLaunchTemplates", "DescribeLaunchTemplateVersions"} {
		if !asked[operation] {
			t.Errorf("%s does not ask for what AWS manages", operation)
		}
	}
}

func TestNoTemplatesNoVersions(t *testing.T) {
	set := cloud(func(operation, _, _ string) (int, string) {
		if operation == "DescribeLaunchTemplates" {
			return 200, "<DescribeLaunchTemplatesResponse><launchTemplates/></DescribeLaunchTemplatesResponse>"
		}
		return 400, "<Response><Errors><Error><Code>InvalidLaunchTemplateId.NotFound</Code></Error></Errors></Response>"
	}).see(t, Options{}, "aws_launch_template")
	if len(set.Gaps) != 0 {
		t.Error(lost(set))
	}
}

// A call whose turn would come after the end was not refused by anybody.
func TestNoTurnBeforeTheEnd(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
	defer cancel()
	op := operation{service: "ec2", name: "DescribeVpcs"}
	p := &place{account: &account{id: "1"}}
	slow := rate.NewLimiter(rate.Every(2*time.Hour), 1)
	slow.Allow()
	r := &run{ctx: ctx, slots: make(chan struct{}, 1), limiters: map[limiterKey]*rate.Limiter{{"1", "", "ec2"}: slow}}
	_, err := r.turn(ctx, p, op)
	if f := asFailure(classify(ctx, op, err)); f == nil || f.kind != "timeout" {
		t.Errorf("%v, want a timeout", f)
	}
}

func TestSomeAtATime(t *testing.T) {
	var now, most, sum atomic.Int64
	all := make([]int64, 10000)
	for i := range all {
		all[i] = int64(i)
	}
	before := runtime.NumGoroutine()
	someAtATime(t.Context(), 5, all, func(_ context.Context, n int64) {
		most.Store(max(most.Load(), now.Add(1), int64(runtime.NumGoroutine()-before)))
		sum.Add(n)
		now.Add(-1)
	})
	if got := most.Load(); got > 5 {
		t.Errorf("%d at a time", got)
	}
	if got, want := sum.Load(), int64(len(all)*(len(all)-1)/2); got != want {
		t.Errorf("the sum of all is %d, want %d", got, want)
	}
}

// TestManyAccounts shows that the accounts of a large organization are read in turn.
func TestManyAccounts(t *testing.T) {
	var mu sync.Mutex
	started := map[string]bool{}
	o := Options{Organization: true, RoleName: "audit", Regions: []string{"eu-west-1"}}
	most := 0
	o.Progress = func(s AccountStatus) {
		mu.Lock()
		defer mu.Unlock()
		if s.Region != "" {
			return
		}
		if started[s.Account] = true; s.Done {
			delete(started, s.Account)
		}
		most = max(most, len(started))
	}
	set := cloud(func(operation, _, request string) (int, string) {
		switch operation {
		case "ListAccounts":
			var members []string
			for i := range 40 {
				members = append(members, fmt.Sprintf(`{"Id":"%012d","State":"ACTIVE"}`, i+1))
			}
			return 200, `{"Accounts":[` + strings.Join(members, ",") + `]}`
		case "AssumeRole":
			return 200, xmlAnswer(operation, "<Credentials><AccessKeyId>a</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>")
		case "GetAccountPasswordPolicy":
			return 404, xmlError("NoSuchEntity")
		}
		return 403, request
	}).see(t, o, "aws_iam_account_password_policy")
	if len(set.Gaps) != 0 || len(set.Scopes) != 80 {
		t.Errorf("%d scopes, gaps %v", len(set.Scopes), lost(set))
	}
	if most > accountsAtOnce+2 {
		t.Errorf("%d accounts at once", most)
	}
}

func TestGoneIsNoLoss(t *testing.T) {
	if isGone(nil) || isGone(errors.New("x")) || isGone(&absent{"NoSuchBucket"}) || !isGone(&failure{kind: "gone"}) {
		t.Error("only a failure of that kind is gone")
	}
}

// Snapshots of AWS Backup are listed by a call of their own, which fails under the same name.
func TestLostSnapshotsOfBackup(t *testing.T) {
	set := cloud(func(operation, _, request string) (int, string) {
		if strings.Contains(request, "awsbackup") {
			return 403, xmlError("AccessDenied")
		}
		return 200, xmlAnswer(operation, "<DBSnapshots/>")
	}).see(t, Options{}, "aws_db_snapshot")
	for _, c := range set.Calls {
		if c.Failure != "" && (len(set.Gaps) != 1 || set.Gaps[0].What != named(operation{service: "rds", name: "DescribeDBSnapshots"}, c.Target)) {
			t.Errorf("%s of %q failed, gaps %v", c.Operation, c.Target, lost(set))
		}
	}
}
