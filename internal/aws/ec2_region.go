package aws

import (
	"cmp"
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// setting reads what holds for a whole Region. It always exists: AWS answers with the
// default where nobody changed it.
func setting[In, Out any](ctx context.Context, p *place, op operation, m method[In, Out, ec2.Options], rest func(*Out) attrs) {
	out, r, err := get(ctx, p, op, "", m, new(In))
	if p.lost(op, "", err) || err != nil {
		return
	}
	a := rest(out)
	a["id"], a["region"] = p.region, p.region
	p.emit(item{typ: p.part.types[0], name: p.region, read: r, attrs: a})
}

func readEncryptionByDefault(ctx context.Context, p *place) {
	setting(ctx, p, getEncryptionByDefault, p.ec2().GetEbsEncryptionByDefault, func(o *ec2.GetEbsEncryptionByDefaultOutput) attrs {
		return attrs{"enabled": o.EbsEncryptionByDefault}
	})
}

// readDefaultKey gives the key by an ARN, also where the answer is the alias of the
// key that AWS manages.
func readDefaultKey(ctx context.Context, p *place) {
	setting(ctx, p, getDefaultKey, p.ec2().GetEbsDefaultKmsKeyId, func(o *ec2.GetEbsDefaultKmsKeyIdOutput) attrs {
		key := o.KmsKeyId
		if key == nil {
			return attrs{"key_arn": key}
		}
		if strings.HasPrefix(*key, "alias/") {
			return attrs{"key_arn": p.arn("kms", *key)}
		}
		return attrs{"key_arn": keyOf(ctx, p, key)}
	})
}

func readSnapshotBlock(ctx context.Context, p *place) {
	setting(ctx, p, getSnapshotBlock, p.ec2().GetSnapshotBlockPublicAccessState, func(o *ec2.GetSnapshotBlockPublicAccessStateOutput) attrs {
		return attrs{"state": o.State}
	})
}

func readImageBlock(ctx context.Context, p *place) {
	setting(ctx, p, getImageBlock, p.ec2().GetImageBlockPublicAccessState, func(o *ec2.GetImageBlockPublicAccessStateOutput) attrs {
		return attrs{"state": o.ImageBlockPublicAccessState}
	})
}

// readMetadataDefaults writes what AWS leaves out, since nobody chose it, as the
// provider does.
// Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_instance_metadata_defaults
func readMetadataDefaults(ctx context.Context, p *place) {
	setting(ctx, p, getMetadataDefaults, p.ec2().GetInstanceMetadataDefaults, func(o *ec2.GetInstanceMetadataDefaultsOutput) attrs {
		const open = "no-preference"
		d := o.AccountLevel
		if d == nil {
			d = &types.InstanceMetadataDefaultsResponse{}
		}
		return attrs{
			"http_endpoint": cmp.Or(string(d.HttpEndpoint), open), "http_tokens": cmp.Or(string(d.HttpTokens), open),
			"http_put_response_hop_limit": or(d.HttpPutResponseHopLimit, -1), "instance_metadata_tags": cmp.Or(string(d.InstanceMetadataTags), open),
		}
	})
}
