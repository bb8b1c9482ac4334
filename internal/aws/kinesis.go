package aws

import (
	"context"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/kinesis/types"
)

// A stream that is not found was deleted since it was listed.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisdatastreams.html
var (
	listStreams           = operation{service: "kinesis", name: "ListStreams"}
	describeStreamSummary = operation{service: "kinesis", name: "DescribeStreamSummary", absent: []string{"ResourceNotFoundException"}}
	listStreamTags        = operation{service: "kinesis", name: "ListTagsForStream", absent: []string{"ResourceNotFoundException"}}
)

func kinesisParts() []part {
	return []part{{types: []string{"aws_kinesis_stream"}, uses: []operation{listStreams, describeStreamSummary, listStreamTags}, run: readStreams}}
}

func readStreams(ctx context.Context, p *place) {
	client := kinesis.NewFromConfig(p.config())
	type listed struct {
		name string
		read read
	}
	var all []listed
	list(ctx, p, listStreams, kinesis.NewListStreamsPaginator(client, &kinesis.ListStreamsInput{}), func(page *kinesis.ListStreamsOutput, r read) {
		if page.StreamNames == nil {
			p.garbled(listStreams, "")
		}
		for _, name := range page.StreamNames {
			all = append(all, listed{name, r})
		}
	})
	forEach(ctx, all, func(ctx context.Context, s listed) {
		out, r, err := get(ctx, p, describeStreamSummary, s.name, client.DescribeStreamSummary, &kinesis.DescribeStreamSummaryInput{StreamName: &s.name})
		if isAbsent(err) {
			return
		}
		it := item{typ: "aws_kinesis_stream", name: s.name, arn: p.arn("kinesis", "stream/"+s.name), read: r, unread: asFailure(err), attrs: attrs{}}
		if p.lostOne(r, err); err != nil {
			it.read = s.read
		} else if d := out.StreamDescriptionSummary; d != nil {
			it.attrs = attrs{"encryption_type": d.EncryptionType, "kms_key_id": optional(d.KeyId), "retention_period": d.RetentionPeriodHours}
		}
		it.attrs["id"], it.attrs["arn"], it.attrs["name"], it.attrs["region"] = it.arn, it.arn, s.name, p.region
		if streamTags(ctx, p, client, &it) {
			p.emit(it)
		}
	})
}

// streamTags reads a stream's tags, page by page. It tells whether the stream is still there.
func streamTags(ctx context.Context, p *place, client *kinesis.Client, it *item) bool {
	var tags []types.Tag
	in := &kinesis.ListTagsForStreamInput{StreamName: sdk.String(it.name)}
	for {
		out, r, err := get(ctx, p, listStreamTags, it.name, client.ListTagsForStream, in)
		if err == nil {
			tags = append(tags, out.Tags...)
			if or(out.HasMoreTags, false) && len(out.Tags) > 0 {
				in.ExclusiveStartTagKey = out.Tags[len(out.Tags)-1].Key
				continue
			}
		}
		return it.tag(p, r, err, func() map[string]string {
			return tagsOf(tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
		})
	}
}
