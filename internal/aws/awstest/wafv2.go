package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/wafv2"
	"github.com/aws/aws-sdk-go-v2/service/wafv2/types"
)

// webACL is an ACL with the rules, whose decisions are logged to the bucket, if there is one.
func (e *estate) webACL(label string, scope types.Scope, bucket string, rules ...types.Rule) *string {
	c := wafv2.NewFromConfig(e.config, func(o *wafv2.Options) {
		if scope == types.ScopeCloudfront {
			o.Region = "us-east-1"
		}
	})
	seen := &types.VisibilityConfig{CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true, MetricName: &label}
	for i := range rules {
		rules[i].VisibilityConfig = seen
	}
	acl := must[*wafv2.CreateWebACLOutput](e)(c.CreateWebACL(e.ctx, &wafv2.CreateWebACLInput{
		Name: &label, Scope: scope, DefaultAction: &types.DefaultAction{Allow: &types.AllowAction{}}, VisibilityConfig: seen, Rules: rules,
	})).Summary
	e.names["aws_wafv2_web_acl."+*acl.Id] = "aws_wafv2_web_acl." + label
	if bucket != "" {
		must[*wafv2.PutLoggingConfigurationOutput](e)(c.PutLoggingConfiguration(e.ctx, &wafv2.PutLoggingConfigurationInput{
			LoggingConfiguration: &types.LoggingConfiguration{ResourceArn: acl.ARN, LogDestinationConfigs: []string{"arn:aws:s3:::" + bucket}},
		}))
	}
	return acl.ARN
}

// common is the rule of a group that AWS manages.
func common() types.Rule {
	return types.Rule{
		Name: str("common"), Priority: 1, OverrideAction: &types.OverrideAction{None: &types.NoneAction{}},
		Statement: &types.Statement{ManagedRuleGroupStatement: &types.ManagedRuleGroupStatement{Name: str("AWSManagedRulesCommonRuleSet"), VendorName: str("AWS")}},
	}
}

func soundWAF(e *estate) { e.webACL("clinic", types.ScopeRegional, "aws-waf-logs-clinic", common()) }

func brokenWAF(e *estate) { e.webACL("open", types.ScopeRegional, "") }
