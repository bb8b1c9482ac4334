package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"maps"
	"net/http"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/aws/awstest"
	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/snapshot"
	"github.com/hipaactl/hipaactl/policies"
)

// estate is a recorded account that is audited many times, each time with one answer changed.
type estate struct {
	loaded *checks.Policies
	replay awstest.Replay
	// supplied answers the operations that the emulator does not have.
	supplied map[string]string
	// asked are the undisturbed answers, clean the verdicts on them.
	asked map[awstest.Request]awstest.Answer
	clean outcome
	// read is what was read undisturbed: an audit that reads the same is not judged again.
	read []byte
	// saves tells to judge what was read again from a snapshot, with the same findings.
	saves bool
}

// outcome is what an audit came to: how often each status was given by each assertion of
// each rule, and what was lost.
type outcome struct {
	counts map[string]map[finding.Status]int
	// types are those of which each assertion judged something.
	types map[string]map[string]bool
	gaps  map[string]resource.Gap
}

const reportColumns = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active," +
	"access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date," +
	"cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n"

// supplied are answers of an account where everything is allowed, for what the emulator lacks.
func supplied() map[string]string {
	report := reportColumns +
		"<root_account>,arn:aws:iam::123456789012:root,2020-01-02T03:04:05Z,true,2026-11-20T03:04:05Z,not_supported,not_supported,false,true,2020-01-02T03:04:05Z,2026-11-20T03:04:05Z,false,N/A,N/A,false,N/A,false,N/A\n" +
		"deploy,arn:aws:iam::123456789012:user/deploy,2020-01-02T03:04:05Z,true,2025-11-20T03:04:05Z,2020-01-02T03:04:05Z,N/A,false,true,2020-01-02T03:04:05Z,2025-11-20T03:04:05Z,false,N/A,N/A,false,N/A,false,N/A\n"
	answers := map[string]string{
		"AccessAnalyzer ListAnalyzers":           `{"analyzers":[]}`,
		"Backup DescribeRegionSettings":          `{"ResourceTypeOptInPreference":{"Aurora":true,"DynamoDB":true,"EBS":true,"EFS":true,"RDS":true}}`,
		"Backup GetBackupVaultAccessPolicy":      `{"Policy":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"backup:*\",\"Resource\":\"*\"}]}"}`,
		"Backup ListBackupSelections":            `{"BackupSelectionsList":[]}`,
		"Backup ListProtectedResources":          `{"Results":[]}`,
		"Backup ListRestoreTestingPlans":         `{"RestoreTestingPlans":[]}`,
		"Backup ListRecoveryPointsByBackupVault": `{"RecoveryPoints":[]}`,
		"CloudTrail ListEventDataStores":         `{"EventDataStores":[]}`,
		"DLM GetLifecyclePolicies":               `{"Policies":[]}`,
		"EC2 GetImageBlockPublicAccessState":     `<Answer><imageBlockPublicAccessState>unblocked</imageBlockPublicAccessState></Answer>`,
		"EC2 GetEbsDefaultKmsKeyId":              `<Answer><kmsKeyId>alias/aws/ebs</kmsKeyId></Answer>`,
		"EC2 GetInstanceMetadataDefaults":        `<Answer><accountLevel><httpTokens>optional</httpTokens></accountLevel></Answer>`,
		"EC2 GetSnapshotBlockPublicAccessState":  `<Answer><state>unblocked</state></Answer>`,
		"Elastic Load Balancing DescribeLoadBalancerPolicies": `<Answer><DescribeLoadBalancerPoliciesResult><PolicyDescriptions><member><PolicyName>tls</PolicyName>` +
			`<PolicyTypeName>SSLNegotiationPolicyType</PolicyTypeName><PolicyAttributeDescriptions><member><AttributeName>Protocol-TLSv1</AttributeName>` +
			`<AttributeValue>true</AttributeValue></member></PolicyAttributeDescriptions></member></PolicyDescriptions></DescribeLoadBalancerPoliciesResult></Answer>`,
		"GuardDuty ListFindings": `{"findingIds":[]}`,
		"IAM GetCredentialReport": `<Answer><GetCredentialReportResult><Content>` + base64.StdEncoding.EncodeToString([]byte(report)) +
			`</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>2026-11-23T20:02:02Z</GeneratedTime></GetCredentialReportResult></Answer>`,
		"Lambda ListFunctionUrlConfigs":       `{"FunctionUrlConfigs":[]}`,
		"SecurityHub GetEnabledStandards":     `{"StandardsSubscriptions":[]}`,
		"SSM GetServiceSetting":               `{"ServiceSetting":{"SettingValue":"Enable"}}`,
		"SSM ListResourceComplianceSummaries": `{"ResourceComplianceSummaryItems":[]}`,
		"SSO Admin ListTagsForResource":       `{"Tags":[]}`,
		"WAFV2 ListResourcesForWebACL":        `{"ResourceArns":[]}`,
	}
	maps.Copy(answers, awstest.Lacking())
	return answers
}

func newEstate(t *testing.T, name string) *estate {
	t.Helper()
	loaded, err := checks.Load(checks.Options{Embedded: policies.FS})
	if err != nil {
		t.Fatal(err)
	}
	emulated(t)
	t.Setenv("AWS_CA_BUNDLE", "") // the SDK wants to set it on a client that is not its own
	e := &estate{loaded: loaded, replay: awstest.NewReplay(t, recordings+"/"+name), supplied: supplied(), asked: map[awstest.Request]awstest.Answer{}}
	var mu sync.Mutex
	clean, err := e.audit(t, func(q awstest.Request, a awstest.Answer) awstest.Answer {
		mu.Lock()
		defer mu.Unlock()
		e.asked[q] = a
		return a
	})
	if err != nil || len(clean.gaps) > 0 {
		t.Fatalf("undisturbed: %v, lost %v", err, slices.Sorted(maps.Keys(clean.gaps)))
	}
	e.clean = clean
	return e
}

// operations are those that were called but for signing in, without which there is nothing to audit.
func (e *estate) operations() []string {
	all := map[string]bool{}
	for q := range e.asked {
		all[q.Operation] = q.Operation != "STS GetCallerIdentity"
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(all)), func(op string) bool { return !all[op] })
}

func (e *estate) audit(t *testing.T, change func(awstest.Request, awstest.Answer) awstest.Answer) (outcome, error) {
	t.Helper()
	now := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	client := e.replay.Client(func(q awstest.Request, a awstest.Answer) awstest.Answer {
		if body, ok := e.supplied[q.Operation]; ok {
			a = awstest.Answer{Status: http.StatusOK, Body: body}
		}
		if q.Operation == "Elastic Load Balancing DescribeLoadBalancers" { // AWS gives a policy to every listener with TLS
			a.Body = strings.ReplaceAll(a.Body, "<PolicyNames/>", "<PolicyNames><member>tls</member></PolicyNames>")
		}
		return change(q, a)
	})
	result, err := aws.Audit(t.Context(), aws.Options{
		Wanted: e.loaded.Wanted(), EndpointURL: "http://127.0.0.1:1", Regions: []string{awstest.Region}, HTTPClient: client, Now: func() time.Time { return now },
	})
	out := outcome{counts: map[string]map[finding.Status]int{}, types: map[string]map[string]bool{}, gaps: map[string]resource.Gap{}}
	if err != nil {
		return out, err
	}
	var file bytes.Buffer
	if err := snapshot.Write(&file, snapshot.Snapshot{Time: now, Set: result.Set}); err != nil {
		return out, err
	}
	switch {
	case e.read == nil:
		e.read = file.Bytes()
	case bytes.Equal(e.read, file.Bytes()):
		return e.clean, nil
	}
	phi.Mark(&result.Set, phi.Markers{})
	found := e.loaded.Evaluate(t.Context(), &result.Set, checks.EvalOptions{Now: now, Parallelism: 1}).Findings
	if e.saves {
		read, err := snapshot.Read(file.Bytes(), "saved.json")
		if err != nil {
			return out, err
		}
		phi.Mark(&read.Set, phi.Markers{})
		again := e.loaded.Evaluate(t.Context(), &read.Set, checks.EvalOptions{Now: now, Parallelism: 1}).Findings
		if diff := cmp.Diff(found, again); diff != "" || len(read.Set.Gaps) != len(result.Set.Gaps) {
			return out, fmt.Errorf("judged again, %d gaps of %d, -first +again:\n%s", len(read.Set.Gaps), len(result.Set.Gaps), diff)
		}
	}
	for _, f := range found {
		key := f.Rule + "/" + f.Assertion
		if out.counts[key] == nil {
			out.counts[key], out.types[key] = map[finding.Status]int{}, map[string]bool{}
		}
		out.counts[key][f.Status]++
		out.types[key][f.Resource.Type] = true
	}
	for _, g := range result.Set.Gaps {
		out.gaps[g.What] = g
	}
	return out, nil
}

// flaws are verdicts that became better, or went without a word, because of what was not seen.
func (e *estate) flaws(got outcome) []string {
	var out []string
	for _, key := range slices.Sorted(maps.Keys(got.counts)) {
		for _, s := range []finding.Status{finding.Pass, finding.NotApplicable} {
			if n, before := got.counts[key][s], e.clean.counts[key][s]; n > before && harmless[key] == "" {
				out = append(out, fmt.Sprintf("%s: %d %s, undisturbed %d", key, n, s, before))
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(e.clean.counts)) {
		if n, before := total(got.counts[key]), total(e.clean.counts[key]); n < before && !got.hides(e.clean.types[key]) {
			out = append(out, fmt.Sprintf("%s: %d verdicts, undisturbed %d, and no gap says why", key, n, before))
		}
	}
	return out
}

// harmless are demands that may pass or not apply more often when something is not seen, with the reason.
var harmless = map[string]string{
	"HIPAA-S3-010/locked":     "a bucket that is locked passes, whether or not logs are delivered there",
	"HIPAA-S3-010/compliance": "a bucket that is locked passes, whether or not logs are delivered there",
	"HIPAA-KMS-002/window":    "the window is an argument of Terraform, and applies to no key of an account",
}

func total(counts map[finding.Status]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// hides tells whether a gap says that resources of one of the types were not seen.
func (o outcome) hides(types map[string]bool) bool {
	for _, g := range o.gaps {
		if !g.Settled && (len(g.Types) == 0 || slices.ContainsFunc(g.Types, func(typ string) bool { return types[typ] })) {
			return true
		}
	}
	return false
}

// trial is an audit in which something goes wrong.
type trial struct {
	what string
	// change is made to the answers to the requests that hit.
	hit    func(awstest.Request) bool
	change func(operation string, a awstest.Answer) awstest.Answer
}

// each makes all trials, as many at a time as there are processors.
func (e *estate) each(t *testing.T, all []trial, judge func(trial, outcome)) {
	t.Helper()
	var mu sync.Mutex
	var workers sync.WaitGroup
	next := make(chan trial)
	for range runtime.NumCPU() {
		workers.Go(func() {
			for one := range next {
				got, err := e.audit(t, func(q awstest.Request, a awstest.Answer) awstest.Answer {
					if one.hit(q) {
						return one.change(q.Operation, a)
					}
					return a
				})
				mu.Lock()
				if err != nil {
					t.Errorf("%s: %v", one.what, err)
				} else {
					judge(one, got)
				}
				mu.Unlock()
			}
		})
	}
	for _, one := range all {
		next <- one
	}
	close(next)
	workers.Wait()
}

// failures are answers by which something is not seen.
var failures = map[string]func(string, awstest.Answer) awstest.Answer{
	"denied": func(op string, _ awstest.Answer) awstest.Answer {
		return awstest.Refusal(op, http.StatusForbidden, "AccessDenied")
	},
	"failed": func(op string, _ awstest.Answer) awstest.Answer {
		return awstest.Refusal(op, http.StatusInternalServerError, "InternalFailure")
	},
	"a web page": func(string, awstest.Answer) awstest.Answer {
		return awstest.Answer{Status: http.StatusOK, Header: http.Header{"Content-Type": {"text/html"}}, Body: "\n<!DOCTYPE html><html><body>Sign in</body></html>"}
	},
}

// TestDenied shows, for each operation and each request of an audit, that nothing passes,
// becomes not applicable or disappears because that alone was denied or failed.
func TestDenied(t *testing.T) {
	for _, name := range []string{"sound", "broken"} {
		t.Run(name, func(t *testing.T) {
			e := newEstate(t, name)
			e.saves = name == "sound"
			var all []trial
			for _, op := range e.operations() {
				for how, change := range failures {
					if how == "denied" || name == "broken" {
						all = append(all, trial{op + " " + how, func(q awstest.Request) bool { return q.Operation == op }, change})
					}
				}
			}
			for q := range e.asked {
				if e.times(q.Operation) > 1 {
					all = append(all, trial{q.Operation + " denied once: " + q.Key, func(other awstest.Request) bool { return other == q }, failures["denied"]})
				}
			}
			e.each(t, all, func(one trial, got outcome) {
				if len(got.gaps) == 0 {
					t.Errorf("%s: nothing says that it was lost", one.what)
				}
				for _, flaw := range e.flaws(got) {
					t.Errorf("%s: %s", one.what, flaw)
				}
			})
		})
	}
}

// times is how many requests an operation takes.
func (e *estate) times(operation string) int {
	n := 0
	for q := range e.asked {
		if q.Operation == operation {
			n++
		}
	}
	return n
}

// absences are things whose absence from an answer is an answer, by operation and path, with the reason.
var absences = []struct{ operation, path, why string }{
	{"", `/(item|member|Bucket|Grant|AttributeValue|DB(Instance|Cluster|Snapshot|ClusterSnapshot))$`, "a list with one member less"},
	{"^S3 GetBucketLifecycleConfiguration$", `/Expiration(/Days)?$`, "a rule may move objects alone, or go by a date"},
	{"^S3 GetBucketLocation$", `^/LocationConstraint$`, "us-east-1, which was not asked for"},
	{"^S3 GetBucketLogging$", `^/BucketLoggingStatus`, "logging is off"},
	{"", `[/.]([Tt]agSet|Tagging|TagList|Tags?)(/|$)|^\.Tags`, "there are no tags, and so no mark of PHI"},
	{"^IAM GetAccountAuthorizationDetails$", `/Policies$`, "a page may hold one kind of things alone"},
	{"^Secrets Manager ListSecrets$", `RotationEnabled$`, "rotation was never configured"},
}

// unproven are the operations of which it is not yet told whether a list that is missing is an
// empty one, and whether a value that is missing is a default: collectors that came after the
// others, and what these read since. TestDenied covers them all the same.
var unproven = regexp.MustCompile(`^(ACM|API Gateway|ApiGatewayV2|AccessAnalyzer|Athena|CloudFront|CloudWatch|CloudWatch Logs|Cognito Identity Provider|DAX|ECR|ECS|EKS|ElastiCache|` +
	`EventBridge|Firehose|GuardDuty|Inspector2|Kafka|Kinesis|Lambda|OpenSearch|Redshift|Redshift Serverless|SageMaker|SecurityHub|SNS|SQS|SSM|SSO Admin|Transfer|WAFV2) ` +
	`|^(Backup ListBackupVaults|Database Migration Service DescribeEndpoints|EC2 Describe(Images|LaunchTemplates|SecurityGroups|Vpcs)|EFS DescribeAccessPoints|` +
	`IAM GetAccountAuthorizationDetails|RDS DescribeDBParameters)$`)

// TestHoles leaves out of each answer of an audit one thing at a time: no verdict becomes
// a pass, not applicable or disappears, but where leaving it out is how AWS says something.
// HIPAACTL_HOLES=all does so for the sound account too.
func TestHoles(t *testing.T) {
	accounts := []string{"broken"}
	if os.Getenv("HIPAACTL_HOLES") == "all" {
		accounts = append(accounts, "sound")
	}
	for _, name := range accounts {
		t.Run(name, func(t *testing.T) {
			e := newEstate(t, name)
			e.each(t, e.holes(), func(one trial, got outcome) {
				if flaws := e.flaws(got); len(flaws) > 0 {
					t.Errorf("%s:\n\t%s", one.what, strings.Join(flaws, "\n\t"))
				}
			})
		})
	}
}

// holes are the trials of an account, each thing of an operation's answers once.
func (e *estate) holes() []trial {
	var all []trial
	seen := map[string]bool{}
	for _, op := range e.operations() {
		if op == "IAM GenerateCredentialReport" || unproven.MatchString(op) {
			continue // without a state the report is asked for again, for a minute
		}
		for q, a := range e.asked {
			if q.Operation != op {
				continue
			}
			for _, hole := range awstest.Holes(a.Body) {
				what := op + " without " + hole.Path
				if seen[what] || excused(op, hole.Path) {
					continue
				}
				seen[what] = true
				all = append(all, trial{what, func(other awstest.Request) bool { return other == q }, func(_ string, a awstest.Answer) awstest.Answer {
					a.Body = hole.Body
					return a
				}})
			}
		}
	}
	return all
}

func excused(operation, path string) bool {
	for _, a := range absences {
		if regexp.MustCompile(a.operation).MatchString(operation) && regexp.MustCompile(a.path).MatchString(path) {
			return true
		}
	}
	return false
}
