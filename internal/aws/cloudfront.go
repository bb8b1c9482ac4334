package aws

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/cloudfront"
	"github.com/aws/aws-sdk-go-v2/service/cloudfront/types"
)

// The listing does not say what is logged, so that each distribution is asked for.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudfront.html
var (
	listDistributions     = operation{service: "cloudfront", name: "ListDistributions"}
	getDistributionConfig = operation{service: "cloudfront", name: "GetDistributionConfig", absent: []string{"NoSuchDistribution"}}
	listDistributionTags  = operation{service: "cloudfront", name: "ListTagsForResource", absent: []string{"NoSuchResource"}}
)

func cloudfrontParts() []part {
	return []part{
		{types: []string{"aws_cloudfront_distribution"}, uses: []operation{listDistributions, getDistributionConfig, listDistributionTags}, global: true, run: readDistributions},
		{types: []string{"aws_cloudwatch_log_delivery_source"}, uses: []operation{describeDeliverySources}, global: true, run: readDeliverySources},
		{types: []string{"aws_cloudwatch_log_delivery"}, uses: []operation{describeDeliveries}, global: true, run: readDeliveries},
	}
}

func (p *place) cloudfront() *cloudfront.Client { return cloudfront.NewFromConfig(p.config()) }

func readDistributions(ctx context.Context, p *place) {
	var all []found[types.DistributionSummary]
	list(ctx, p, listDistributions, cloudfront.NewListDistributionsPaginator(p.cloudfront(), &cloudfront.ListDistributionsInput{}),
		func(page *cloudfront.ListDistributionsOutput, r read) {
			if page.DistributionList == nil || int(or(page.DistributionList.Quantity, -1)) != len(page.DistributionList.Items) {
				p.garbled(listDistributions, "")
				return
			}
			for _, d := range page.DistributionList.Items {
				all = append(all, found[types.DistributionSummary]{d, r})
			}
		})
	forEach(ctx, all, func(ctx context.Context, d found[types.DistributionSummary]) { readDistribution(ctx, p, d) })
}

// readDistribution reads one. What serves many tenants has the same shape.
func readDistribution(ctx context.Context, p *place, d found[types.DistributionSummary]) {
	id := or(d.one.Id, "")
	it := item{typ: "aws_cloudfront_distribution", name: id, arn: or(d.one.ARN, ""), read: d.read, attrs: attrs{}, reads: map[string]read{}}
	out, r, err := get(ctx, p, getDistributionConfig, id, p.cloudfront().GetDistributionConfig, &cloudfront.GetDistributionConfigInput{Id: d.one.Id})
	if isAbsent(err) {
		return
	}
	if f := asFailure(err); f != nil {
		it.unread = f
		p.lostOne(r, f)
	} else if out.DistributionConfig != nil {
		it.read, it.attrs = r, distributionAttrs(out.DistributionConfig)
	}
	it.attrs["id"], it.attrs["arn"], it.attrs["domain_name"] = d.one.Id, d.one.ARN, d.one.DomainName
	tags, r, err := get(ctx, p, listDistributionTags, id, p.cloudfront().ListTagsForResource, &cloudfront.ListTagsForResourceInput{Resource: d.one.ARN})
	if isAbsent(err) {
		return
	}
	it.attrs["tags_all"], it.reads["tags_all"] = missing(), r
	if f := asFailure(err); f != nil {
		it.attrs["tags_all"] = f
		p.lostOne(r, f)
	} else if tags.Tags != nil {
		it.attrs["tags_all"] = tagsOf(tags.Tags.Items, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
	}
	p.emit(it)
}

// distributionAttrs are unknown where the answer lacks what a distribution always has.
// Source: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html
func distributionAttrs(c *types.DistributionConfig) attrs {
	a := attrs{
		"enabled": c.Enabled, "web_acl_id": optional(c.WebACLId), "logging_config": []attrs{}, "ordered_cache_behavior": []attrs{},
		"default_cache_behavior": missing(), "viewer_certificate": missing(), "origin": missing(),
	}
	if b := c.DefaultCacheBehavior; b != nil {
		a["default_cache_behavior"] = []attrs{{
			"viewer_protocol_policy": b.ViewerProtocolPolicy, "target_origin_id": b.TargetOriginId, "realtime_log_config_arn": optional(b.RealtimeLogConfigArn),
		}}
	}
	if c.CacheBehaviors != nil {
		ordered := []attrs{}
		for _, b := range c.CacheBehaviors.Items {
			ordered = append(ordered, attrs{
				"path_pattern": b.PathPattern, "viewer_protocol_policy": b.ViewerProtocolPolicy, "target_origin_id": b.TargetOriginId,
				"realtime_log_config_arn": optional(b.RealtimeLogConfigArn),
			})
		}
		a["ordered_cache_behavior"] = ordered
	}
	if v := c.ViewerCertificate; v != nil {
		a["viewer_certificate"] = []attrs{{
			"cloudfront_default_certificate": or(v.CloudFrontDefaultCertificate, false), "minimum_protocol_version": v.MinimumProtocolVersion,
			"acm_certificate_arn": optional(v.ACMCertificateArn), "iam_certificate_id": optional(v.IAMCertificateId), "ssl_support_method": optional(v.SSLSupportMethod),
		}}
	}
	if c.Origins != nil && c.Origins.Items != nil {
		origins := []attrs{}
		for _, o := range c.Origins.Items {
			origins = append(origins, originAttrs(o))
		}
		a["origin"] = origins
	}
	if l := c.Logging; l != nil && or(l.Enabled, false) {
		a["logging_config"] = []attrs{{"bucket": optional(l.Bucket), "prefix": optional(l.Prefix), "include_cookies": or(l.IncludeCookies, false)}}
	}
	return a
}

// originAttrs leave custom headers out: they often carry a secret that the origin asks for.
func originAttrs(o types.Origin) attrs {
	a := attrs{
		"origin_id": o.Id, "domain_name": o.DomainName, "origin_access_control_id": optional(o.OriginAccessControlId),
		"custom_origin_config": []attrs{}, "s3_origin_config": []attrs{}, "vpc_origin_config": []attrs{},
	}
	none := o.CustomOriginConfig == nil && o.S3OriginConfig == nil && o.VpcOriginConfig == nil
	if none && !strings.Contains(or(o.DomainName, ""), ".s3.") { // what is no bucket has one of them
		a["custom_origin_config"], a["vpc_origin_config"] = missing(), missing()
	}
	if c := o.CustomOriginConfig; c != nil {
		protocols := missing()
		if c.OriginSslProtocols != nil {
			protocols = texts(c.OriginSslProtocols.Items)
		}
		a["custom_origin_config"] = []attrs{{"origin_protocol_policy": c.OriginProtocolPolicy, "origin_ssl_protocols": protocols, "http_port": c.HTTPPort, "https_port": c.HTTPSPort}}
	}
	if c := o.S3OriginConfig; c != nil {
		a["s3_origin_config"] = []attrs{{"origin_access_identity": optional(c.OriginAccessIdentity)}}
	}
	if c := o.VpcOriginConfig; c != nil {
		a["vpc_origin_config"] = []attrs{{"vpc_origin_id": c.VpcOriginId}}
	}
	return a
}
