package aws

import (
	"context"
	"maps"
	"slices"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// operation is one API operation.
type operation struct {
	// service is the IAM prefix, under which calls are counted and limited: "rds".
	service string
	// name is the operation's name in the API: "DescribeDBInstances".
	name string
	// action is the IAM action that allows it where that is not service:name. An
	// operation that needs several names them separated by commas.
	action string
	// absent are the error codes by which it says that nothing is configured, and saying
	// is what the message has to hold where the code alone does not tell.
	absent []string
	saying string
}

// String is the name in reports and causes.
func (o operation) String() string { return o.service + ":" + o.name }

// grant is the IAM action to allow.
func (o operation) grant() string {
	if o.action != "" {
		return o.action
	}
	return o.String()
}

// part reads some resource types in one account and region, or in one account
// where global is set. It runs where one of its types is wanted.
type part struct {
	types []string
	// uses are all operations that run may call.
	uses   []operation
	global bool
	// everywhere tells of a global part that asks all Regions itself.
	everywhere bool
	run        func(context.Context, *place)
}

// services are the parts of every service, a line each.
func services() [][]part {
	return [][]part{
		accessanalyzerParts(),
		acmParts(),
		apigatewayParts(),
		apigatewayv2Parts(),
		athenaParts(),
		autoscalingParts(),
		backupParts(), backupJobParts(), backupRestoreParts(), backupVaultParts(),
		bedrockagentParts(),
		cloudfrontParts(),
		cloudtrailParts(),
		cloudwatchParts(),
		codebuildParts(),
		cognitoParts(),
		configParts(), conformancePackParts(),
		contactParts(),
		daxParts(),
		dlmParts(),
		dmsParts(),
		docdbParts(),
		dynamodbParts(),
		ec2Parts(),
		ecrParts(),
		ecsParts(),
		efsParts(),
		eksParts(),
		elasticacheParts(),
		elbParts(),
		elbv2Parts(),
		emrParts(),
		eventsParts(),
		firehoseParts(),
		glueParts(),
		guarddutyParts(),
		iamParts(),
		kafkaParts(),
		kinesisParts(),
		inspector2Parts(),
		kmsParts(),
		lambdaParts(),
		logsParts(),
		macieParts(),
		opensearchParts(),
		rdsParts(),
		redshiftParts(),
		s3Parts(),
		sagemakerParts(),
		secretsmanagerParts(),
		securityhubParts(),
		snsParts(), snsSubscriptionParts(),
		sqsParts(),
		ssoadminParts(),
		ssmParts(),
		transferParts(),
		wafv2Parts(),
		workspacesParts(),
	}
}

// partsFor are the parts that read something wanted.
func partsFor(w resource.Wanted) []part {
	var out []part
	for _, parts := range services() {
		for _, p := range parts {
			if slices.ContainsFunc(p.types, func(typ string) bool { return w[typ] != nil }) {
				out = append(out, p)
			}
		}
	}
	return out
}

// Types are the resource types that can be read from an account, in order.
func Types() []string {
	all := map[string]bool{}
	for _, parts := range services() {
		for _, p := range parts {
			for _, typ := range p.types {
				all[typ] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(all))
}
