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
	{"", `/(item|member|AccessPoint|Bucket|Grant|AttributeValue|Cluster|Origin|Parameter|ReplicationGroup|DB(Instance|Cluster|Snapshot|ClusterSnapshot))$`, "a list with one member less"},
	{"", `(\.resourceMethods\.[A-Z]+|\.methodSettings\.\*/\*|\.Environment\.Variables\.\w+)$`, "a map with one member less"},
	{"", `[/.](TagSet|tagSet|Tagging|TagList|[Tt]ags?)([/.\[]|$)`, "there are no tags, and so no mark of PHI"},
	{"^API Gateway GetResources$", `\.resourceMethods$`, "it has no methods"},
	{"^API Gateway GetStages$", `\.methodSettings$`, "its methods are as they are made"},
	{"^API Gateway GetStages$", `\.dataTraceEnabled$`, "the SDK takes a flag that is left out for false"},
	{"^Auto Scaling DescribeAutoScalingGroups$", `/LoadBalancerNames$`, "it stands behind no classic load balancer"},
	{"^CloudWatch Logs DescribeLogGroups$", `\.retentionInDays$`, "events never expire"},
	{"^CodeBuild BatchGetProjects$", `\.artifacts\.encryptionDisabled$`, "artifacts are encrypted, but where that was turned off"},
	{"^CodeBuild BatchGetProjects$", `\.logsConfig(\.cloudWatchLogs)?$`, "logs are as they are for a project that says nothing of them"},
	{"^Cognito Identity Provider DescribeUserPoolClient$", `\.AccessTokenValidity$`, "an hour"},
	{"^ECS DescribeServices$", `\.networkConfiguration(\.awsvpcConfiguration)?$`, "tasks that are not on Fargate may have the network of their instance"},
	{"^ECS DescribeTaskDefinition$", `\.(privileged|networkMode|pidMode|efsVolumeConfiguration)$`, "it is not, is the default, or is not of this kind"},
	{"^EKS DescribeCluster$", `\.endpointPublicAccess$`, "the SDK takes a flag that is left out for false"},
	{"^Lambda ListFunctions$", `\.Environment$`, "it has no variables"},
	{"^RDS DescribeDBParameters$", `/ParameterValue$`, "the engine's default"},
	{"^S3 GetBucketLifecycleConfiguration$", `/Expiration(/Days)?$`, "a rule may move objects alone, or go by a date"},
	{"^S3 GetBucketLocation$", `^/LocationConstraint$`, "us-east-1, which was not asked for"},
	{"^S3 GetBucketLogging$", `^/BucketLoggingStatus`, "logging is off"},
	{"^Secrets Manager GetResourcePolicy$", `^\.ResourcePolicy$`, "it has no policy"},
	{"^Secrets Manager ListSecrets$", `RotationEnabled$`, "rotation was never configured"},
	{"^SQS ListQueues$", `^\.QueueUrls$`, "there are no queues"},
	{"^SQS GetQueueAttributes$", `\.(KmsMasterKeyId|Policy)$`, "it has no key or no policy"},
	{"^SSM DescribeParameters$", `\.Description$`, "it has none"},
	{"^SSO Admin DescribePermissionSet$", `\.SessionDuration$`, "an hour"},
}

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
		if op == "IAM GenerateCredentialReport" {
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
