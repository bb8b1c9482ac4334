package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestStreams(t *testing.T) {
	s := &fake{answers: answers{
		"ListStreams": func(in ask) string {
			if in.n == 0 {
				return `{"StreamNames":["vitals","open"],"HasMoreStreams":true,"NextToken":"2"}`
			}
			return `{"StreamNames":["closed","gone"],"HasMoreStreams":false}`
		},
		"DescribeStreamSummary": func(in ask) string {
			return map[string]string{
				"vitals": `{"StreamDescriptionSummary":{"StreamName":"vitals","EncryptionType":"KMS","KeyId":"alias/vitals","RetentionPeriodHours":24}}`,
				"open":   `{"StreamDescriptionSummary":{"StreamName":"open","EncryptionType":"NONE","RetentionPeriodHours":24}}`,
				"closed": "error AccessDeniedException", "gone": "error ResourceNotFoundException",
			}[in.Get("StreamName")]
		},
		"ListTagsForStream": func(in ask) string {
			switch in.Get("StreamName") + in.Get("ExclusiveStartTagKey") {
			case "vitals":
				return `{"HasMoreTags":true,"Tags":[{"Key":"DataClass","Value":"PHI"}]}`
			case "vitalsDataClass":
				return `{"HasMoreTags":false,"Tags":[{"Key":"team","Value":"ward"}]}`
			case "open":
				return `{"HasMoreTags":false,"Tags":[]}`
			}
			return "error AccessDeniedException"
		},
	}}
	set := s.audit(t, []string{"aws_kinesis_stream"})
	k := "aws_kinesis_stream "
	set.check(t, map[string]map[string]any{
		k + "vitals": {
			"arn": "arn:aws:kinesis:eu-west-1:123456789012:stream/vitals", "name": "vitals", "encryption_type": "KMS", "kms_key_id": "alias/vitals", "retention_period": 24,
			"tags_all": map[string]any{"DataClass": "PHI", "team": "ward"},
		},
		k + "open":   {"encryption_type": "NONE", "kms_key_id": nil, "tags_all": map[string]any{}},
		k + "closed": {"name": "closed", "unread": "kinesis:DescribeStreamSummary", "tags_all": "unknown: kinesis:ListTagsForStream: access was denied"},
	})
	want := []string{"eu-west-1 kinesis:DescribeStreamSummary of closed: settled", "eu-west-1 kinesis:ListTagsForStream of closed: settled"}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}

func TestDeliveryStreams(t *testing.T) {
	s := &fake{answers: answers{
		"ListDeliveryStreams": func(in ask) string {
			if in.Get("ExclusiveStartDeliveryStreamName") == "" {
				return `{"DeliveryStreamNames":["put","read"],"HasMoreDeliveryStreams":true}`
			}
			return `{"DeliveryStreamNames":["topic","open","closed"],"HasMoreDeliveryStreams":false}`
		},
		"DescribeDeliveryStream": func(in ask) string {
			return map[string]string{
				"put":    `{"DeliveryStreamDescription":{"DeliveryStreamType":"DirectPut","DeliveryStreamEncryptionConfiguration":{"Status":"ENABLED","KeyType":"CUSTOMER_MANAGED_CMK","KeyARN":"k"}}}`,
				"read":   `{"DeliveryStreamDescription":{"DeliveryStreamType":"KinesisStreamAsSource","Source":{"KinesisStreamSourceDescription":{"KinesisStreamARN":"s","RoleARN":"r"}}}}`,
				"topic":  `{"DeliveryStreamDescription":{"DeliveryStreamType":"MSKAsSource","Source":{"MSKSourceDescription":{"MSKClusterARN":"c","TopicName":"t"}}}}`,
				"open":   `{"DeliveryStreamDescription":{"DeliveryStreamType":"DirectPut","DeliveryStreamEncryptionConfiguration":{"Status":"DISABLED"}}}`,
				"closed": "error AccessDeniedException",
			}[in.Get("DeliveryStreamName")]
		},
		"ListTagsForDeliveryStream": `{"Tags":[{"Key":"DataClass","Value":"PHI"}],"HasMoreTags":false}`,
	}}
	f := "aws_kinesis_firehose_delivery_stream "
	encrypted := func(on bool, typ, key any) []any {
		return []any{map[string]any{"enabled": on, "key_type": typ, "key_arn": key}}
	}
	s.audit(t, []string{"aws_kinesis_firehose_delivery_stream"}).check(t, map[string]map[string]any{
		f + "put": {
			"arn": "arn:aws:firehose:eu-west-1:123456789012:deliverystream/put", "server_side_encryption": encrypted(true, "CUSTOMER_MANAGED_CMK", "k"),
			"kinesis_source_configuration": []any{}, "msk_source_configuration": []any{}, "tags_all": map[string]any{"DataClass": "PHI"},
		},
		f + "read":   {"kinesis_source_configuration": []any{map[string]any{"kinesis_stream_arn": "s", "role_arn": "r"}}, "server_side_encryption": []any{}},
		f + "topic":  {"msk_source_configuration": []any{map[string]any{"msk_cluster_arn": "c", "topic_name": "t"}}},
		f + "open":   {"server_side_encryption": encrypted(false, nil, nil)},
		f + "closed": {"unread": "firehose:DescribeDeliveryStream"},
	})
}
