package aws

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"reflect"
	"slices"

	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// unreadable is an answer that could not be made sense of.
type unreadable struct{ what string }

func (e *unreadable) Error() string { return "unreadable answer: " + e.what }

// xmlServices answer in XML, where an empty list is an empty element: an answer in which
// no list stands at all is none of this operation, and not an empty account.
var xmlServices = []string{"autoscaling", "ec2", "elasticloadbalancing", "iam", "rds", "s3"}

// listings are operations of other services that say so where there is nothing to list. Not
// all do: sqs:ListQueues leaves its list out.
var listings = []string{
	"access-analyzer:ListAnalyzers",
	"acm:ListCertificates",
	"apigateway:GetApis", "apigateway:GetDomainNames", "apigateway:GetResources", "apigateway:GetRestApis", "apigateway:GetRoutes", "apigateway:GetStages",
	"athena:ListWorkGroups",
	"backup:ListBackupJobs", "backup:ListBackupVaults",
	"cloudtrail:DescribeTrails",
	"codebuild:BatchGetProjects", "codebuild:ListProjects",
	"cognito-idp:ListUserPoolClients", "cognito-idp:ListUserPools",
	"config:DescribeConformancePacks",
	"dax:DescribeClusters",
	"dms:DescribeEndpoints", "dms:DescribeReplicationInstances",
	"dynamodb:ListTables",
	"ecr:DescribeRepositories",
	"ecs:DescribeClusters", "ecs:DescribeServices", "ecs:ListClusters", "ecs:ListServices", "ecs:ListTaskDefinitionFamilies",
	"eks:ListClusters",
	"elasticache:DescribeCacheClusters", "elasticache:DescribeReplicationGroups",
	"elasticfilesystem:DescribeAccessPoints", "elasticfilesystem:DescribeFileSystems",
	"elasticmapreduce:ListClusters",
	"es:DescribeDomains", "es:ListDomainNames",
	"events:ListRules", "events:ListTargetsByRule",
	"firehose:ListDeliveryStreams",
	"glue:GetConnections", "glue:GetCrawlers", "glue:GetJobs", "glue:GetSecurityConfigurations",
	"guardduty:GetFindings", "guardduty:ListDetectors", "guardduty:ListFindings",
	"inspector2:BatchGetAccountStatus", "inspector2:ListFindings",
	"kafka:ListClustersV2",
	"kinesis:ListStreams",
	"kms:ListKeys",
	"lambda:ListFunctionEventInvokeConfigs", "lambda:ListFunctionUrlConfigs", "lambda:ListFunctions",
	"logs:DescribeLogGroups", "logs:DescribeMetricFilters",
	"redshift:DescribeClusterParameters", "redshift:DescribeClusters",
	"redshift-serverless:ListNamespaces", "redshift-serverless:ListWorkgroups",
	"sagemaker:ListEndpointConfigs", "sagemaker:ListModels", "sagemaker:ListNotebookInstances",
	"secretsmanager:ListSecrets",
	"securityhub:GetEnabledStandards", "securityhub:ListFindingAggregators",
	"sns:GetTopicAttributes", "sns:ListSubscriptions", "sns:ListSubscriptionsByTopic", "sns:ListTopics",
	"sqs:GetQueueAttributes",
	"ssm:DescribeInstanceInformation", "ssm:DescribeParameters", "ssm:ListDocuments", "ssm:ListResourceComplianceSummaries",
	"sso:ListInstances", "sso:ListPermissionSets",
	"transfer:ListServers",
	"wafv2:ListLoggingConfigurations", "wafv2:ListResourcesForWebACL", "wafv2:ListWebACLs",
	"workspaces:DescribeWorkspaces",
}

// singly are operations that answer the one attribute that is asked for, a list or not.
// Who asks sees whether it is there.
var singly = []string{"ec2:DescribeInstanceAttribute"}

// sparse are operations that leave out each list that is empty: a bucket that tells nobody of
// its objects answers with nothing, and what is read of an access point is no list.
var sparse = []string{"s3:GetAccessPoint", "s3:GetBucketNotificationConfiguration"}

// defect says what is wrong with an answer that the SDK decoded; nil where nothing is.
func defect[Out any](op operation, out *Out) error {
	if out == nil {
		return &unreadable{"it is empty"}
	}
	if !slices.Contains(xmlServices, op.service) && !slices.Contains(listings, op.String()) || slices.Contains(singly, op.String()) || slices.Contains(sparse, op.String()) {
		return nil
	}
	lists := 0
	for _, f := range fields(out) {
		switch {
		case f.Kind() == reflect.Slice && f.Type().Elem().Kind() != reflect.Uint8, f.Kind() == reflect.Map:
			if !f.IsNil() {
				return nil
			}
			lists++
		}
	}
	if lists > 0 {
		return &unreadable{"it holds no list"}
	}
	return nil
}

// lastPage finds a listing that ends although the service says that there is more.
func lastPage[Out any](out *Out) error {
	if out == nil {
		return nil
	}
	v := reflect.ValueOf(out).Elem()
	for _, name := range []string{"IsTruncated", "Truncated"} {
		f := v.FieldByName(name)
		if f.Kind() == reflect.Pointer && !f.IsNil() {
			f = f.Elem()
		}
		if f.Kind() == reflect.Bool && f.Bool() {
			return &unreadable{"there is more, and it does not say where"}
		}
	}
	return nil
}

// samePage finds a service that answers with one page again and again.
func samePage[Out any](a, b *Out) bool {
	if a == nil || b == nil {
		return false
	}
	before, after := fields(a), fields(b)
	for i := range before {
		if !reflect.DeepEqual(before[i].Interface(), after[i].Interface()) {
			return false
		}
	}
	return true
}

// fields are the members of an answer, without what the SDK notes about the call.
func fields[Out any](out *Out) []reflect.Value {
	v := reflect.ValueOf(out).Elem()
	if v.Kind() != reflect.Struct {
		return nil
	}
	var all []reflect.Value
	for i := range v.NumField() {
		if f := v.Type().Field(i); f.IsExported() && f.Name != "ResultMetadata" {
			all = append(all, v.Field(i))
		}
	}
	return all
}

// refusePages is added to every client: a web page, such as a proxy's, is not taken for
// an XML answer in which nothing stands.
func refusePages(stack *middleware.Stack) error {
	return stack.Deserialize.Add(middleware.DeserializeMiddlewareFunc("hipaactl pages", func(
		ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler,
	) (middleware.DeserializeOutput, middleware.Metadata, error) {
		out, metadata, err := next.HandleDeserialize(ctx, in)
		answer, ok := out.RawResponse.(*smithyhttp.Response)
		if err != nil || !ok || answer.Body == nil || answer.StatusCode >= 300 {
			return out, metadata, err
		}
		body := bufio.NewReader(answer.Body)
		answer.Body = struct {
			io.Reader
			io.Closer
		}{body, answer.Body}
		head, _ := body.Peek(64) // a shorter one is looked at as far as it goes
		head = bytes.ToLower(bytes.TrimSpace(head))
		if bytes.HasPrefix(head, []byte("<!doctype")) || bytes.HasPrefix(head, []byte("<html")) {
			return out, metadata, &unreadable{"it is a web page"}
		}
		return out, metadata, nil
	}), middleware.After)
}
