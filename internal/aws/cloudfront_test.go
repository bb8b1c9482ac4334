package aws_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

func TestDistributions(t *testing.T) {
	url := startMoto(t)
	environment(t)
	awstest.Sound(t, url, ownAccount)
	s := auditMoto(t, url, []string{"aws_cloudfront_distribution"})
	if len(s.Resources) != 1 {
		t.Fatalf("%d distributions", len(s.Resources))
	}
	checkValues(t, s.Resources[0], map[string]string{
		"enabled": "true", "logging_config": `[{"bucket":"clinic-access-logs.s3.amazonaws.com","include_cookies":false,"prefix":null}]`, "tags_all": "{}",
		"default_cache_behavior": `[{"realtime_log_config_arn":null,"target_origin_id":"portal","viewer_protocol_policy":"redirect-to-https"}]`, "ordered_cache_behavior": "[]",
	})
	if s.Resources[0].Scope.Region != "" {
		t.Error("distributions are in no Region")
	}
}

const oneDistribution = `<DistributionList><Quantity>1</Quantity><Items><DistributionSummary><Id>E1</Id><ARN>arn:aws:cloudfront::123456789012:distribution/E1</ARN>
	<DomainName>e1.cloudfront.net</DomainName></DistributionSummary></Items><IsTruncated>false</IsTruncated></DistributionList>`

// TestDistributionShapes is about what the emulator does not keep: other behaviors, origins in
// VPCs, real-time logs, and an answer without what it has to hold.
func TestDistributionShapes(t *testing.T) {
	a := &fake{answers: answers{
		"ListDistributions": oneDistribution,
		"GetDistributionConfig": `<DistributionConfig><Enabled>true</Enabled>
			<CacheBehaviors><Items><CacheBehavior><PathPattern>/a</PathPattern><ViewerProtocolPolicy>https-only</ViewerProtocolPolicy><TargetOriginId>o</TargetOriginId><RealtimeLogConfigArn>arn:r</RealtimeLogConfigArn></CacheBehavior></Items></CacheBehaviors>
			<Origins><Items><Origin><Id>o</Id><DomainName>d</DomainName><VpcOriginConfig><VpcOriginId>vo_1</VpcOriginId></VpcOriginConfig></Origin></Items></Origins>
			<Logging><Enabled>false</Enabled><Bucket>left</Bucket></Logging></DistributionConfig>`,
		"ListTagsForResource":     `<Tags><Items><Tag><Key>DataClass</Key><Value>PHI</Value></Tag></Items></Tags>`,
		"DescribeDeliverySources": `{"deliverySources":[{"name":"edge","arn":"arn:s","resourceArns":["arn:aws:cloudfront::123456789012:distribution/E1"],"logType":"ACCESS_LOGS","service":"cloudfront"}]}`,
		"DescribeDeliveries":      `{"deliveries":[{"id":"d1","arn":"arn:d","deliverySourceName":"edge","deliveryDestinationArn":"arn:to"}]}`,
	}}
	s := a.audit(t, []string{"aws_cloudfront_distribution", "aws_cloudwatch_log_delivery_source", "aws_cloudwatch_log_delivery"})
	checkValues(t, s.one(t, "aws_cloudfront_distribution", "E1"), map[string]string{
		"logging_config": "[]", "tags_all": `{"DataClass":"PHI"}`, "viewer_certificate": "unknown: cloudfront:GetDistributionConfig", "default_cache_behavior": "unknown: cloudfront:GetDistributionConfig",
		"ordered_cache_behavior": `[{"path_pattern":"/a","realtime_log_config_arn":"arn:r","target_origin_id":"o","viewer_protocol_policy":"https-only"}]`,
		"origin":                 `[{"custom_origin_config":[],"domain_name":"d","origin_access_control_id":null,"origin_id":"o","s3_origin_config":[],"vpc_origin_config":[{"vpc_origin_id":"vo_1"}]}]`,
	})
	checkValues(t, s.one(t, "aws_cloudwatch_log_delivery_source", "edge"), map[string]string{"resource_arn": `"arn:aws:cloudfront::123456789012:distribution/E1"`, "log_type": `"ACCESS_LOGS"`})
	checkValues(t, s.one(t, "aws_cloudwatch_log_delivery", "d1"), map[string]string{"delivery_source_name": `"edge"`})
	for _, call := range a.asked {
		if strings.HasPrefix(call, "DescribeDeliver") && !strings.HasSuffix(call, "us-east-1") {
			t.Errorf("%s: CloudFront's deliveries are in us-east-1", call)
		}
	}
}

func TestDistributionsDenied(t *testing.T) {
	a := &fake{answers: answers{"ListDistributions": oneDistribution}}
	s := a.audit(t, []string{"aws_cloudfront_distribution", "aws_cloudwatch_log_delivery_source"})
	r := s.one(t, "aws_cloudfront_distribution", "E1")
	checkValues(t, r, map[string]string{"logging_config": "not read", "tags_all": "unknown: cloudfront:ListTagsForResource: access was denied"})
	if r.Unread.What != "cloudfront:GetDistributionConfig" {
		t.Errorf("%+v", r.Unread)
	}
	want := []string{
		"global cloudfront:GetDistributionConfig of E1: settled", "global cloudfront:ListTagsForResource of E1: settled",
		"us-east-1 logs:DescribeDeliverySources: aws_cloudwatch_log_delivery_source",
	}
	if diff := cmp.Diff(want, s.gaps()); diff != "" {
		t.Error(diff)
	}
}
