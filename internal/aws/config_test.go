package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var configTypes = []string{"aws_config_configuration_recorder", "aws_config_delivery_channel", "aws_config_configuration_recorder_status"}

func TestConfig(t *testing.T) {
	a := &fake{answers: answers{
		"DescribeDeliveryChannels":            `{"DeliveryChannels":[{"name":"default","s3BucketName":"history"}]}`,
		"DescribeConfigurationRecorders":      `{"ConfigurationRecorders":[{"name":"default","roleARN":"arn:aws:iam::123456789012:role/config","recordingGroup":{"allSupported":true}}]}`,
		"DescribeConfigurationRecorderStatus": `{"ConfigurationRecordersStatus":[{"name":"default","recording":true,"lastStatus":"SUCCESS"}]}`,
	}}
	s := a.audit(t, configTypes)
	checkValues(t, s.one(t, configTypes[1], "default"), map[string]string{"s3_bucket_name": `"history"`, "s3_kms_key_arn": "null"})
	checkValues(t, s.one(t, configTypes[2], "default"), map[string]string{"is_enabled": "true", "name": `"default"`})
	checkValues(t, s.one(t, configTypes[0], "default"), map[string]string{
		"role_arn": `"arn:aws:iam::123456789012:role/config"`, "recording_group": `[{"all_supported":true,"include_global_resource_types":false,"resource_types":[]}]`,
	})
}

func TestConfigDenied(t *testing.T) {
	s := (&fake{}).audit(t, configTypes)
	want := []string{
		"eu-west-1 config:DescribeConfigurationRecorderStatus: aws_config_configuration_recorder_status",
		"eu-west-1 config:DescribeConfigurationRecorders: aws_config_configuration_recorder",
		"eu-west-1 config:DescribeDeliveryChannels: aws_config_delivery_channel",
	}
	if diff := cmp.Diff(want, s.gaps()); diff != "" {
		t.Error(diff)
	}
}
