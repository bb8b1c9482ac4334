package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/firehose"
	firehosetypes "github.com/aws/aws-sdk-go-v2/service/firehose/types"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/kinesis/types"
)

func (e *estate) stream(name string, tags map[string]string) *kinesis.Client {
	c := kinesis.NewFromConfig(e.config)
	must[*kinesis.CreateStreamOutput](e)(c.CreateStream(e.ctx, &kinesis.CreateStreamInput{
		StreamName: &name, StreamModeDetails: &types.StreamModeDetails{StreamMode: types.StreamModeOnDemand},
	}))
	// The emulator drops the tags of CreateStream.
	must[*kinesis.AddTagsToStreamOutput](e)(c.AddTagsToStream(e.ctx, &kinesis.AddTagsToStreamInput{StreamName: &name, Tags: tags}))
	return c
}

func (e *estate) delivery(name, bucket string, encryption *firehosetypes.DeliveryStreamEncryptionConfigurationInput, tags map[string]string) {
	in := &firehose.CreateDeliveryStreamInput{
		DeliveryStreamName: &name, DeliveryStreamType: firehosetypes.DeliveryStreamTypeDirectPut,
		ExtendedS3DestinationConfiguration: &firehosetypes.ExtendedS3DestinationConfiguration{BucketARN: str("arn:aws:s3:::" + bucket), RoleARN: str("arn:aws:iam::" + e.account + ":role/firehose")},
	}
	for k, v := range tags {
		in.Tags = append(in.Tags, firehosetypes.Tag{Key: str(k), Value: str(v)})
	}
	c := firehose.NewFromConfig(e.config)
	must[*firehose.CreateDeliveryStreamOutput](e)(c.CreateDeliveryStream(e.ctx, in))
	if encryption != nil {
		must[*firehose.StartDeliveryStreamEncryptionOutput](e)(c.StartDeliveryStreamEncryption(e.ctx, &firehose.StartDeliveryStreamEncryptionInput{
			DeliveryStreamName: &name, DeliveryStreamEncryptionConfigurationInput: encryption,
		}))
	}
}

func soundKinesis(e *estate) {
	phi := map[string]string{"DataClass": "PHI", "HIPAA": "true"}
	must[*kinesis.StartStreamEncryptionOutput](e)(e.stream("vitals", phi).StartStreamEncryption(e.ctx, &kinesis.StartStreamEncryptionInput{
		StreamName: str("vitals"), EncryptionType: types.EncryptionTypeKms, KeyId: &e.phiKey,
	}))
	e.delivery("vitals", "clinic-phi-records", &firehosetypes.DeliveryStreamEncryptionConfigurationInput{KeyType: firehosetypes.KeyTypeCustomerManagedCmk, KeyARN: &e.phiKey}, phi)
}

func brokenKinesis(e *estate) {
	e.stream("visits", map[string]string{"team": "billing"})
	e.delivery("visits", "phi-archive", nil, map[string]string{"team": "billing"})
}
