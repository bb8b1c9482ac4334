package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/finding"
)

func TestAuditFlags(t *testing.T) {
	var got auditAWSOptions
	cmd := newAuditAWS(fake(io.Discard, io.Discard, nil), func(_ context.Context, _ process, o auditAWSOptions) error {
		got = o
		return nil
	})
	cmd.SetArgs([]string{
		"--region", "us-east-1,us-east-2", "--region", "eu-west-1", "--profile", "p", "--role-arn", "r", "--external-id", "x", "--organization",
		"--role-name", "n", "--account", "1,2", "--endpoint-url", "u", "--parallelism", "3", "--timeout", "90s", "--save", "s",
		"-f", "json", "--rule", "A", "-q",
	})
	if err := cmd.Execute(); err != nil {
		t.Fatal(err)
	}
	want := auditAWSOptions{
		regions: []string{"us-east-1", "us-east-2", "eu-west-1"}, profile: "p", roleARN: "r", externalID: "x", organization: true, roleName: "n",
		accounts: []string{"1", "2"}, endpointURL: "u", parallelism: 3, timeout: 90 * time.Second, save: "s",
		report: reportOptions{formats: []string{"json"}, failOn: "low", color: "auto", quiet: true}, policies: policyOptions{rules: []string{"A"}},
		waivers: waiverOptions{days: 366, findings: 50},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(auditAWSOptions{}, waiverOptions{}, policyOptions{}, markerOptions{}, reportOptions{}, baselineOptions{}, configFlag{}, configFile{})); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestAuditUsage: what is wrong with the flags is said before anything is sent.
func TestAuditUsage(t *testing.T) {
	onlyTestCredentials(t)
	dir := t.TempDir()
	for args, want := range map[string]string{
		"--region EU":                        "--region EU: want a Region's name, such as us-east-1",
		"--role-arn reader":                  "--role-arn reader: want a role's ARN",
		"--account 123456789012":             "--account chooses among the accounts of an organization: add --organization",
		"--organization --account 12":        "--account 12: want the 12 digits",
		"--role-name audit":                  "--role-name is the role in each account of an organization: add --organization",
		"--organization --role-name arn:aws": "--role-name arn:aws: want a role's name",
		"--external-id pl4nted":              "--external-id is for assuming a role: add --role-arn or --organization",
		"--endpoint-url localhost:5000":      "--endpoint-url: want a URL such as",
		"--timeout -1s":                      "--timeout: -1s is over before it begins",
		"--timeout soon":                     "--timeout: ",
		"--parallelism -1":                   "--parallelism: -1 is not a number of calls",
		"-f sarif":                           "name one of the repository with --sarif-anchor FILE",
		"-f sarif --sarif-anchor none.tf":    "--sarif-anchor none.tf: there is no such file",
		"--save " + dir + "/none/x.json":     "the directory to write it in is not there",
		"-f json=" + dir + "/none/x.json":    "the directory to write it in is not there",
		"--save " + dir:                      "is a directory",
		"--save x.json -f json=./x.json":     "--save: x.json is written twice",
		"extra":                              `hipaactl audit aws takes no arguments, got "extra"`,
		"--fail-on severe":                   "--fail-on: unknown threshold",
	} {
		t.Run(args, func(t *testing.T) {
			stdout, stderr, code := invoke(t, nil, append([]string{"audit", "aws", "--rule", "HIPAA-S3-004"}, strings.Fields(args)...)...)
			if code != 2 || stdout != "" || !strings.HasPrefix(stderr, "hipaactl: ") || !strings.Contains(stderr, want) || strings.Contains(stderr, "pl4nted") {
				t.Errorf("exit %d, want 2 and %q\nstdout: %s\nstderr: %s", code, want, stdout, stderr)
			}
		})
	}
	_, stderr, code := invoke(t, map[string]string{"HIPAACTL_REGION": "EU"}, "audit", "aws")
	if code != 2 || !strings.Contains(stderr, "--region EU") {
		t.Errorf("HIPAACTL_REGION is not read: exit %d, %s", code, stderr)
	}
}

// TestAuditRefused: where nothing can be read, one line says why and what to do. No
// credentials is a mistake in usage; refused ones are something that was not read.
func TestAuditRefused(t *testing.T) {
	denied, expired := refuse(http.StatusForbidden, "AccessDenied"), refuse(http.StatusForbidden, "ExpiredToken")
	tests := []struct {
		name string
		fake fakeAWS
		env  map[string]string
		args string
		code int
		want []string
	}{
		{
			"no credentials", nil,
			map[string]string{"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "AWS_SESSION_TOKEN": ""},
			"", 2,
			[]string{"no AWS credentials", "aws sso login", "--profile", "AWS_ACCESS_KEY_ID"},
		},
		{"unknown profile", nil, nil, "--profile nobody", 2, []string{"there is no profile nobody"}},
		{"expired", fakeAWS{"GetCallerIdentity": expired}, nil, "", 3, []string{"credentials are expired", "renew the credentials"}},
		{
			"invalid",
			fakeAWS{"GetCallerIdentity": refuse(http.StatusForbidden, "InvalidClientTokenId")},
			nil, "", 3,
			[]string{"expired or not valid", "renew the credentials"},
		},
		{
			"no such role",
			fakeAWS{"AssumeRole": denied},
			nil, "--role-arn arn:aws:iam::999999999999:role/none --external-id pl4nted-id", 3,
			[]string{"assuming the role arn:aws:iam::999999999999:role/none", "the role exists", "trusts the caller", "--external-id"},
		},
		{
			"not of an organization",
			fakeAWS{"ListAccounts": refuseJSON(http.StatusBadRequest, "AWSOrganizationsNotInUseException")},
			nil, "--organization", 3,
			[]string{"listing the accounts of the organization", "AWSOrganizationsNotInUseException"},
		},
		{
			"not the management account",
			fakeAWS{"ListAccounts": refuseJSON(http.StatusBadRequest, "AccessDeniedException")},
			nil, "--organization", 3,
			[]string{"use the management account or a delegated administrator", "grant organizations:ListAccounts"},
		},
		{
			"no such account",
			fakeAWS{"ListAccounts": members(ownAccount)},
			nil, "--organization --account 999999999999", 2,
			[]string{"--account 999999999999: the organization has no such account"},
		},
		{"nobody there", fakeAWS{"ListAccounts": members()}, nil, "--organization", 2, []string{"nothing to audit"}},
		{"no AWS", fakeAWS{"GetCallerIdentity": xml("<html>hello</html>")}, nil, "", 3, []string{"could not be read"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			url := tt.fake.start(t)
			for name, value := range tt.env {
				t.Setenv(name, value)
			}
			args := append([]string{"audit", "aws", "--rule", "HIPAA-S3-004", "--endpoint-url", url}, strings.Fields(tt.args)...)
			stdout, stderr, code := invoke(t, nil, args...)
			if code != tt.code || stdout != "" || strings.Count(stderr, "\n") != 1 || strings.Contains(stderr, "pl4nted") {
				t.Errorf("exit %d, want %d and one line\nstdout: %s\nstderr: %s", code, tt.code, stdout, stderr)
			}
			for _, want := range tt.want {
				if !strings.Contains(stderr, want) {
					t.Errorf("lacks %q: %s", want, stderr)
				}
			}
		})
	}
}

// auditJSON runs an audit of the account's public access block alone.
func auditJSON(t *testing.T, ctx context.Context, p process) (finding.Report, int) { //nolint:revive // the test comes first
	t.Helper()
	var r finding.Report
	var out bytes.Buffer
	p.stdout = &out
	code := Main(ctx, p)
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatalf("exit %d: %v\n%s\n%s", code, err, out.String(), p.stderr)
	}
	return r, code
}

func blockArgs(url string, more ...string) []string {
	return append([]string{"audit", "aws", "--rule", "HIPAA-S3-004", "--endpoint-url", url, "-f", "json"}, more...)
}

func TestAuditOfOneRule(t *testing.T) {
	url := fakeAWS{}.start(t)
	var errs bytes.Buffer
	r, code := auditJSON(t, t.Context(), fake(nil, &errs, nil, blockArgs(url)...))
	if code != 0 || !r.Complete || r.Summary != (finding.Summary{Pass: 1}) {
		t.Errorf("exit %d, complete: %v, %+v\n%s", code, r.Complete, r.Summary, errs.String())
	}
	if d := cmp.Diff([]finding.Source{{Kind: "live", Name: ownAccount}}, r.Sources); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]finding.Account{{Account: ownAccount, Regions: []string{"eu-west-1"}}}, r.Coverage.Accounts); d != "" {
		t.Error(d)
	}
	want := []finding.ServiceCalls{{Service: "ec2", Calls: 1}, {Service: "s3", Calls: 1}, {Service: "sts", Calls: 1}}
	if d := cmp.Diff(want, r.Coverage.Calls); d != "" {
		t.Error(d)
	}
}

// TestAuditWithGaps: what could not be read leaves the run incomplete, is named with what to
// grant, and is said in one line for each account and Region that is lost whole.
func TestAuditWithGaps(t *testing.T) {
	tests := []struct {
		name       string
		fake       fakeAWS
		args       []string
		unknown    int
		gaps, told []string
	}{
		{
			"denied",
			fakeAWS{"GetPublicAccessBlock": refuse(http.StatusForbidden, "AccessDenied")},
			nil, 1,
			[]string{"grant s3:GetAccountPublicAccessBlock"},
			nil,
		},
		{
			"regions",
			fakeAWS{},
			[]string{"--region", "af-south-1,xx-nowhere-1"},
			1,
			[]string{"enable the Region", "name Regions as AWS does"},
			[]string{
				"hipaactl: not read: 123456789012 af-south-1: ec2:DescribeRegions: the Region or the service is not enabled",
				"hipaactl: not read: 123456789012 xx-nowhere-1: ec2:DescribeRegions: there is no such Region",
			},
		},
		{
			"a member that cannot be entered",
			fakeAWS{"ListAccounts": members(ownAccount, "999999999999"), "AssumeRole": refuse(http.StatusForbidden, "AccessDenied")},
			[]string{"--organization"},
			0,
			[]string{"trusts the caller"},
			[]string{"hipaactl: not read: 999999999999 (Clinic): sts:AssumeRole: access was denied (AccessDenied)"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			url := tt.fake.start(t)
			var errs bytes.Buffer
			r, code := auditJSON(t, t.Context(), fake(nil, &errs, nil, blockArgs(url, tt.args...)...))
			if code != 3 || r.Complete || r.Summary.Unknown != tt.unknown || len(r.Gaps) != len(tt.gaps) {
				t.Errorf("exit %d, complete: %v, %+v, gaps %+v", code, r.Complete, r.Summary, r.Gaps)
			}
			for i, g := range r.Gaps {
				if !strings.Contains(g.Settle, tt.gaps[i]) {
					t.Errorf("gap %d is settled by %q, want %q", i, g.Settle, tt.gaps[i])
				}
			}
			for _, want := range tt.told {
				if !strings.Contains(errs.String(), want) {
					t.Errorf("lacks %q:\n%s", want, errs.String())
				}
			}
			if strings.Contains(errs.String(), "pl4nted") {
				t.Errorf("a secret is shown: %s", errs.String())
			}
			if _, quiet, _ := invoke(t, nil, blockArgs(url, append(tt.args, "-q")...)...); quiet != "" {
				t.Errorf("--quiet says %q", quiet)
			}
		})
	}
}

// TestAuditEnds: an interrupt and the end of --timeout leave a report of what was seen.
func TestAuditEnds(t *testing.T) {
	var reached, release chan struct{}
	hangs := fakeAWS{"GetPublicAccessBlock": func(http.ResponseWriter, *http.Request) {
		close(reached)
		<-release
	}}
	url := hangs.start(t)
	for _, tt := range []struct {
		name string
		args []string
		why  string
	}{
		{"interrupt", nil, "hipaactl: interrupted; what follows is what was seen until then\n"},
		{"timeout", []string{"--timeout", "300ms"}, "hipaactl: --timeout 300ms is over; what follows is what was seen until then\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			reached, release = make(chan struct{}), make(chan struct{})
			defer close(release)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if tt.name == "interrupt" {
				go func() {
					<-reached
					cancel()
				}()
			}
			var errs bytes.Buffer
			begin := time.Now()
			r, code := auditJSON(t, ctx, fake(nil, &errs, nil, blockArgs(url, tt.args...)...))
			if code != 3 || r.Complete || r.Summary.Unknown != 1 || len(r.Gaps) == 0 {
				t.Errorf("exit %d, complete: %v, %+v, gaps %+v", code, r.Complete, r.Summary, r.Gaps)
			}
			if !strings.HasPrefix(errs.String(), tt.why) {
				t.Errorf("want %q in %q", tt.why, errs.String())
			}
			if took := time.Since(begin); took > 10*time.Second {
				t.Errorf("it took %s", took)
			}
		})
	}
	t.Run("before anything", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		var out, errs bytes.Buffer
		if code := Main(ctx, fake(&out, &errs, nil, blockArgs(url)...)); code != 130 || out.Len() > 0 {
			t.Errorf("exit %d, %s, %s", code, out.String(), errs.String())
		}
	})
}

func TestAuditOfCodeAlone(t *testing.T) {
	onlyTestCredentials(t)
	stdout, stderr, code := invoke(t, nil, "audit", "aws", "--policies", onePolicy(t), "--rule", "CLINIC-001")
	if code != 2 || stdout != "" || !strings.Contains(stderr, "none of the chosen rules judges an account") {
		t.Errorf("exit %d, %s", code, stderr)
	}
}

// onePolicy is a directory with a policy on a type that no account is read for.
func onePolicy(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	const rego = `# METADATA
# title: One
# description: The first.
# custom:
#   id: CLINIC-001
#   severity: low
#   citations: ["164.312(b)"]
#   resources: {github_repository: {}}
#   remediation: Do one.
package clinic.one

deny contains {"paths": [], "message": "never"} if false
`
	if err := os.WriteFile(filepath.Join(dir, "policy.rego"), []byte(rego), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	p := fake(nil, &out, nil)
	p.columns = func(io.Writer) int { return 60 }
	clock := time.Unix(0, 0)
	p.now = func() time.Time { return clock }
	shown := newProgress(p, false)
	say := shown.listener()
	say(aws.AccountStatus{Account: "1"})
	say(aws.AccountStatus{Account: "1", Region: "eu-west-1", Calls: 1}) // too soon
	clock = clock.Add(time.Second)
	say(aws.AccountStatus{Account: "1", Region: "eu-west-1", Calls: 2, Failed: 1})
	say(aws.AccountStatus{Account: "1", Region: "eu-west-1", Calls: 2, Failed: 1, Done: true})
	say(aws.AccountStatus{Account: "2", Name: "a\x1bb", Problem: "denied", Done: true})
	say(aws.AccountStatus{Account: "1", Calls: 1, Done: true})
	shown.clear()
	const line, gone = "reading ", "\r\x1b[K"
	want := line + "1  0 of 1 done, 0 calls" + gone + line + "1 eu-west-1  0 of 2 done, 2 calls, 1 failed" + gone +
		"read 1 eu-west-1: 2 calls, 1 failed\n" + line + "1 eu-west-1  1 of 2 done, 2 calls, 1 failed" + gone +
		line + `2 (a\x1bb)  2 of 3 done, 2 calls, 1 failed` + gone + "read 1: 1 call\n"
	if d := cmp.Diff(want, out.String()); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	out.Reset()
	shown.width = 20
	shown.draw(step{name: "3"})
	say(aws.AccountStatus{Account: "3"})
	clock = clock.Add(time.Second)
	say(aws.AccountStatus{Account: "3", Region: "eu-west-1"})
	for line := range strings.SplitSeq(strings.ReplaceAll(out.String(), gone, "\n"), "\n") {
		if len(line) >= 20 {
			t.Errorf("%q does not fit", line)
		}
	}
	for name, env := range map[string]map[string]string{"CI": {"CI": "true"}, "dumb": {"TERM": "dumb"}} {
		p.getenv = func(name string) string { return env[name] }
		if newProgress(p, false).listener() != nil {
			t.Errorf("%s: progress is shown", name)
		}
	}
	p.getenv = func(string) string { return "" }
	if newProgress(p, true).listener() != nil {
		t.Error("progress is shown in spite of --quiet")
	}
	p.columns = func(io.Writer) int { return 0 }
	if newProgress(p, false).listener() != nil {
		t.Error("progress is shown where there is no terminal")
	}
}

// TestSnapshotOfOtherTypes: what an audit did not ask for is not there for all one knows, so
// a rule that reads it passes and fails nothing.
func TestSnapshotOfOtherTypes(t *testing.T) {
	url := fakeAWS{}.start(t)
	file := filepath.Join(t.TempDir(), "saved.json")
	invoke(t, nil, blockArgs(url, "-f", "text="+os.DevNull, "--save", file)...)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	without := bytes.Replace(text, []byte("  \"aws_cloudtrail\",\n"), nil, 1)
	if bytes.Equal(text, without) {
		t.Fatalf("the snapshot does not say which types it was taken with: %.400s", text)
	}
	if err := os.WriteFile(file, without, 0o600); err != nil {
		t.Fatal(err)
	}
	r, code := auditJSON(t, t.Context(), fake(nil, io.Discard, nil, "scan", file, "--rule", "HIPAA-CTR-001", "-f", "json"))
	told := slices.ContainsFunc(r.Gaps, func(g finding.Gap) bool {
		return g.What == "aws_cloudtrail" && g.Why == "the snapshot was taken without this type"
	})
	if code != 3 || r.Summary.Unknown != 1 || !told {
		t.Errorf("exit %d, %+v, gaps %+v", code, r.Summary, r.Gaps)
	}
}
