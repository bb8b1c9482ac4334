package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
var (
	describeDeliverySources = operation{service: "logs", name: "DescribeDeliverySources"}
	describeDeliveries      = operation{service: "logs", name: "DescribeDeliveries"}
)

// edgeRegion is where CloudFront has its logs, web ACLs and certificates. They are read
// there whatever Regions are asked for, since distributions are in all of them.
// Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
const edgeRegion = "us-east-1"

// readDeliverySources reads what delivers the standard logs of distributions.
func readDeliverySources(ctx context.Context, p *place) {
	p = p.in(edgeRegion)
	client := cloudwatchlogs.NewFromConfig(p.config())
	list(ctx, p, describeDeliverySources, cloudwatchlogs.NewDescribeDeliverySourcesPaginator(client, &cloudwatchlogs.DescribeDeliverySourcesInput{}),
		func(page *cloudwatchlogs.DescribeDeliverySourcesOutput, r read) {
			for _, s := range page.DeliverySources {
				arns := any(missing())
				if len(s.ResourceArns) > 0 {
					arns = s.ResourceArns[0] // a list that holds one
				}
				p.emit(item{typ: "aws_cloudwatch_log_delivery_source", name: or(s.Name, ""), arn: or(s.Arn, ""), read: r, attrs: attrs{
					"name": s.Name, "arn": s.Arn, "resource_arn": arns, "log_type": s.LogType, "service": optional(s.Service), "tags_all": s.Tags, "region": p.region,
				}})
			}
		})
}

func readDeliveries(ctx context.Context, p *place) {
	p = p.in(edgeRegion)
	client := cloudwatchlogs.NewFromConfig(p.config())
	list(ctx, p, describeDeliveries, cloudwatchlogs.NewDescribeDeliveriesPaginator(client, &cloudwatchlogs.DescribeDeliveriesInput{}),
		func(page *cloudwatchlogs.DescribeDeliveriesOutput, r read) {
			for _, d := range page.Deliveries {
				p.emit(item{typ: "aws_cloudwatch_log_delivery", name: or(d.Id, ""), arn: or(d.Arn, ""), read: r, attrs: attrs{
					"id": d.Id, "arn": d.Arn, "delivery_source_name": d.DeliverySourceName, "delivery_destination_arn": d.DeliveryDestinationArn,
					"tags_all": d.Tags, "region": p.region,
				}})
			}
		})
}
