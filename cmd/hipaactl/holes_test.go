package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

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
				all = append(all, trial{what, op, func(other awstest.Request) bool { return other == q }, func(a awstest.Answer) awstest.Answer {
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
