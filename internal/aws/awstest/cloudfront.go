package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/cloudfront"
	"github.com/aws/aws-sdk-go-v2/service/cloudfront/types"
	waftypes "github.com/aws/aws-sdk-go-v2/service/wafv2/types"
)

// distribution serves what a custom origin and a bucket hold.
type distribution struct {
	label            string
	viewer           types.ViewerProtocolPolicy
	version          types.MinimumProtocolVersion
	origin           types.OriginProtocolPolicy
	identity, bucket string
	webACL           *string
}

func (e *estate) distribution(d distribution) {
	config := &types.DistributionConfig{
		CallerReference: &d.label, Comment: &d.label, Enabled: yes(), WebACLId: d.webACL,
		DefaultCacheBehavior: &types.DefaultCacheBehavior{TargetOriginId: str("portal"), ViewerProtocolPolicy: d.viewer},
		Origins: &types.Origins{Quantity: i32(2), Items: []types.Origin{
			{Id: str("portal"), DomainName: str("portal.example.org"), CustomOriginConfig: &types.CustomOriginConfig{
				HTTPPort: i32(80), HTTPSPort: i32(443), OriginProtocolPolicy: d.origin,
				OriginSslProtocols: &types.OriginSslProtocols{Quantity: i32(1), Items: []types.SslProtocol{types.SslProtocolTLSv12}},
			}},
			{Id: str("site"), DomainName: str("clinic-site.s3.eu-west-1.amazonaws.com"), S3OriginConfig: &types.S3OriginConfig{OriginAccessIdentity: &d.identity}},
		}},
		ViewerCertificate: &types.ViewerCertificate{
			ACMCertificateArn: str("arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"), CloudFrontDefaultCertificate: no(),
			MinimumProtocolVersion: d.version, SSLSupportMethod: types.SSLSupportMethodSniOnly,
		},
	}
	if d.bucket != "" {
		config.Logging = &types.LoggingConfig{Enabled: yes(), Bucket: &d.bucket, IncludeCookies: no(), Prefix: str("")}
	}
	out := must[*cloudfront.CreateDistributionOutput](e)(cloudfront.NewFromConfig(e.config).CreateDistribution(e.ctx, &cloudfront.CreateDistributionInput{DistributionConfig: config}))
	e.names["aws_cloudfront_distribution."+*out.Distribution.Id] = "aws_cloudfront_distribution." + d.label
}

func soundCloudFront(e *estate) {
	e.distribution(distribution{
		label: "site", viewer: types.ViewerProtocolPolicyRedirectToHttps, version: types.MinimumProtocolVersionTLSv122021, origin: types.OriginProtocolPolicyHttpsOnly,
		identity: "origin-access-identity/cloudfront/E1EXAMPLE", bucket: "clinic-access-logs.s3.amazonaws.com", webACL: e.webACL("site", waftypes.ScopeCloudfront, "aws-waf-logs-clinic", common()),
	})
}

func brokenCloudFront(e *estate) {
	e.distribution(distribution{label: "open", viewer: types.ViewerProtocolPolicyAllowAll, version: types.MinimumProtocolVersionTLSv1, origin: types.OriginProtocolPolicyHttpOnly})
}
