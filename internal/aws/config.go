package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/configservice"
)

// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsconfig.html
var (
	describeDeliveryChannels       = operation{service: "config", name: "DescribeDeliveryChannels"}
	describeConfigurationRecorders = operation{service: "config", name: "DescribeConfigurationRecorders"}
	describeRecorderStatus         = operation{service: "config", name: "DescribeConfigurationRecorderStatus"}
)

func configParts() []part {
	return []part{
		{types: []string{"aws_config_delivery_channel"}, uses: []operation{describeDeliveryChannels}, run: readDeliveryChannels},
		{types: []string{"aws_config_configuration_recorder"}, uses: []operation{describeConfigurationRecorders}, run: readConfigurationRecorders},
		{types: []string{"aws_config_configuration_recorder_status"}, uses: []operation{describeRecorderStatus}, run: readRecorderStatus},
	}
}

// readDeliveryChannels reads where AWS Config writes to. One answer holds all: a
// Region has one channel.
// Source: https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeDeliveryChannels.html
func readDeliveryChannels(ctx context.Context, p *place) {
	client := configservice.NewFromConfig(p.config())
	out, r, err := get(ctx, p, describeDeliveryChannels, "", client.DescribeDeliveryChannels, &configservice.DescribeDeliveryChannelsInput{})
	if p.lost(describeDeliveryChannels, "", err) {
		return
	}
	for _, c := range out.DeliveryChannels {
		p.emit(item{typ: "aws_config_delivery_channel", name: or(c.Name, ""), read: r, attrs: attrs{
			"id": c.Name, "name": c.Name, "s3_bucket_name": c.S3BucketName, "s3_key_prefix": optional(c.S3KeyPrefix),
			"s3_kms_key_arn": optional(c.S3KmsKeyArn), "sns_topic_arn": optional(c.SnsTopicARN),
		}})
	}
}

func readConfigurationRecorders(ctx context.Context, p *place) {
	client := configservice.NewFromConfig(p.config())
	out, r, err := get(ctx, p, describeConfigurationRecorders, "", client.DescribeConfigurationRecorders, &configservice.DescribeConfigurationRecordersInput{})
	if p.lost(describeConfigurationRecorders, "", err) {
		return
	}
	for _, c := range out.ConfigurationRecorders {
		group := missing()
		if g := c.RecordingGroup; g != nil {
			group = []attrs{{
				"all_supported": g.AllSupported, "include_global_resource_types": g.IncludeGlobalResourceTypes, "resource_types": texts(g.ResourceTypes),
			}}
		}
		p.emit(item{typ: "aws_config_configuration_recorder", name: or(c.Name, ""), read: r, attrs: attrs{
			"id": c.Name, "name": c.Name, "role_arn": c.RoleARN, "recording_group": group,
		}})
	}
}

func readRecorderStatus(ctx context.Context, p *place) {
	client := configservice.NewFromConfig(p.config())
	out, r, err := get(ctx, p, describeRecorderStatus, "", client.DescribeConfigurationRecorderStatus, &configservice.DescribeConfigurationRecorderStatusInput{})
	if p.lost(describeRecorderStatus, "", err) {
		return
	}
	for _, s := range out.ConfigurationRecordersStatus {
		p.emit(item{typ: "aws_config_configuration_recorder_status", name: or(s.Name, ""), read: r, attrs: attrs{"id": s.Name, "name": s.Name, "is_enabled": s.Recording}})
	}
}
