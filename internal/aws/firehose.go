package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/firehose"
	"github.com/aws/aws-sdk-go-v2/service/firehose/types"
)

// A delivery stream that is not found was deleted since it was listed.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisfirehose.html
var (
	listDeliveryStreams    = operation{service: "firehose", name: "ListDeliveryStreams"}
	describeDeliveryStream = operation{service: "firehose", name: "DescribeDeliveryStream", absent: []string{"ResourceNotFoundException"}}
	listDeliveryTags       = operation{service: "firehose", name: "ListTagsForDeliveryStream", absent: []string{"ResourceNotFoundException"}}
)

func firehoseParts() []part {
	return []part{{
		types: []string{"aws_kinesis_firehose_delivery_stream"},
		uses:  []operation{listDeliveryStreams, describeDeliveryStream, listDeliveryTags}, run: readDeliveryStreams,
	}}
}

// deliveryPages is the paginator that the SDK does not have.
type deliveryPages struct {
	client *firehose.Client
	in     firehose.ListDeliveryStreamsInput
	done   bool
}

func (d *deliveryPages) HasMorePages() bool { return !d.done }

func (d *deliveryPages) NextPage(ctx context.Context, opts ...func(*firehose.Options)) (*firehose.ListDeliveryStreamsOutput, error) {
	out, err := d.client.ListDeliveryStreams(ctx, &d.in, opts...)
	if err == nil {
		d.done = !or(out.HasMoreDeliveryStreams, false) || len(out.DeliveryStreamNames) == 0
		if !d.done {
			d.in.ExclusiveStartDeliveryStreamName = &out.DeliveryStreamNames[len(out.DeliveryStreamNames)-1]
		}
	}
	return out, err
}

func readDeliveryStreams(ctx context.Context, p *place) {
	client := firehose.NewFromConfig(p.config())
	type listed struct {
		name string
		read read
	}
	var all []listed
	list(ctx, p, listDeliveryStreams, &deliveryPages{client: client}, func(page *firehose.ListDeliveryStreamsOutput, r read) {
		for _, name := range page.DeliveryStreamNames {
			all = append(all, listed{name, r})
		}
	})
	forEach(ctx, all, func(ctx context.Context, s listed) {
		out, r, err := get(ctx, p, describeDeliveryStream, s.name, client.DescribeDeliveryStream, &firehose.DescribeDeliveryStreamInput{DeliveryStreamName: &s.name})
		if isAbsent(err) {
			return
		}
		it := item{typ: "aws_kinesis_firehose_delivery_stream", name: s.name, arn: p.arn("firehose", "deliverystream/"+s.name), read: r, unread: asFailure(err), attrs: attrs{}}
		if p.lostOne(r, err); err != nil {
			it.read = s.read
		} else if d := out.DeliveryStreamDescription; d != nil {
			it.attrs = deliveryAttrs(*d)
		}
		it.attrs["id"], it.attrs["arn"], it.attrs["name"], it.attrs["region"] = it.arn, it.arn, s.name, p.region
		tags, r, err := get(ctx, p, listDeliveryTags, s.name, client.ListTagsForDeliveryStream, &firehose.ListTagsForDeliveryStreamInput{DeliveryStreamName: &s.name})
		if it.tag(p, r, err, func() map[string]string {
			return tagsOf(tags.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
		}) {
			p.emit(it)
		}
	})
}

// deliveryAttrs has a block for where the records come from, and none where clients put them.
// Encryption is on as soon as its status says so, as the provider reads it.
// Source: https://docs.aws.amazon.com/firehose/latest/APIReference/API_DeliveryStreamDescription.html
func deliveryAttrs(d types.DeliveryStreamDescription) attrs {
	a := attrs{"kinesis_source_configuration": []attrs{}, "msk_source_configuration": []attrs{}, "server_side_encryption": []attrs{}}
	if s := d.Source; s != nil && s.KinesisStreamSourceDescription != nil {
		a["kinesis_source_configuration"] = []attrs{{"kinesis_stream_arn": s.KinesisStreamSourceDescription.KinesisStreamARN, "role_arn": optional(s.KinesisStreamSourceDescription.RoleARN)}}
	}
	if s := d.Source; s != nil && s.MSKSourceDescription != nil {
		a["msk_source_configuration"] = []attrs{{"msk_cluster_arn": s.MSKSourceDescription.MSKClusterARN, "topic_name": optional(s.MSKSourceDescription.TopicName)}}
	}
	if e := d.DeliveryStreamEncryptionConfiguration; e != nil {
		on := missing()
		if e.Status != "" {
			on = e.Status == types.DeliveryStreamEncryptionStatusEnabled
		}
		a["server_side_encryption"] = []attrs{{"enabled": on, "key_type": optional(e.KeyType), "key_arn": optional(e.KeyARN)}}
	}
	return a
}
