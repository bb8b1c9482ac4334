package aws

import (
	"context"
	"maps"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/transfer"
	"github.com/aws/aws-sdk-go-v2/service/transfer/types"
)

// A server that is not found was deleted since it was listed.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awstransferfamily.html
var (
	listTransferServers    = operation{service: "transfer", name: "ListServers"}
	describeTransferServer = operation{service: "transfer", name: "DescribeServer", absent: []string{"ResourceNotFoundException"}}
)

func transferParts() []part {
	return []part{{types: []string{"aws_transfer_server"}, uses: []operation{listTransferServers, describeTransferServer}, run: readTransferServers}}
}

func readTransferServers(ctx context.Context, p *place) {
	client := transfer.NewFromConfig(p.config())
	type listed struct {
		types.ListedServer
		read read
	}
	var all []listed
	list(ctx, p, listTransferServers, transfer.NewListServersPaginator(client, &transfer.ListServersInput{MaxResults: sdk.Int32(1000)}), func(page *transfer.ListServersOutput, r read) {
		for _, s := range page.Servers {
			all = append(all, listed{s, r})
		}
	})
	forEach(ctx, all, func(ctx context.Context, s listed) {
		id := or(s.ServerId, "")
		out, r, err := get(ctx, p, describeTransferServer, id, client.DescribeServer, &transfer.DescribeServerInput{ServerId: &id})
		if err == nil && out.Server == nil {
			err = &failure{op: describeTransferServer, kind: "unreadable"}
		}
		if isAbsent(err) {
			return
		}
		it := item{typ: "aws_transfer_server", name: id, arn: or(s.Arn, ""), read: r, unread: asFailure(err), attrs: attrs{}}
		if p.lostOne(r, err); err != nil {
			it.read = s.read
		} else {
			it.attrs = transferAttrs(out.Server)
		}
		maps.Copy(it.attrs, attrs{"id": id, "arn": s.Arn, "endpoint_type": s.EndpointType, "region": p.region})
		p.emit(it)
	})
}

// transferAttrs are those that only the description has.
// Source: https://docs.aws.amazon.com/transfer/latest/APIReference/API_DescribedServer.html
func transferAttrs(s *types.DescribedServer) attrs {
	a := attrs{
		"logging_role": optional(s.LoggingRole), "structured_log_destinations": texts(s.StructuredLogDestinations), "security_policy_name": s.SecurityPolicyName,
		"identity_provider_type": optional(s.IdentityProviderType), "domain": optional(s.Domain), "protocols": missing(),
		"tags_all": tagsOf(s.Tags, func(t types.Tag) (key, value *string) { return t.Key, t.Value }),
	}
	if len(s.Protocols) > 0 {
		a["protocols"] = texts(s.Protocols)
	}
	return a
}
