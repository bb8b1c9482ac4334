package aws

import (
	"context"
	"errors"
	"net"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/bedrockagent"
	"github.com/aws/smithy-go"
)

// noHost is the code for a host that does not exist, by which a service says that
// it is not in a Region.
const noHost = "NoSuchHost"

// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
var (
	listAgents         = operation{service: "bedrock", name: "ListAgents", absent: []string{noHost}}
	listKnowledgeBases = operation{service: "bedrock", name: "ListKnowledgeBases", absent: []string{noHost}}
	listBedrockTags    = operation{service: "bedrock", name: "ListTagsForResource"}
)

// bedrockAgentRegions are those where CloudFormation's registry has
// AWS::Bedrock::Agent, so that the service is there. In another Region a name that
// the resolver says does not exist means that the service is not there; in these it
// means that the resolver does not tell names of AWS (a DNS firewall, a closed
// network), and what there is stays unseen. A Region that is new to the service is
// read like any other, since its name exists.
var bedrockAgentRegions = []string{
	"ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ca-central-1",
	"eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "eusc-de-east-1", "sa-east-1",
	"us-east-1", "us-east-2", "us-gov-east-1", "us-gov-west-1", "us-west-2",
}

func bedrockagentParts() []part {
	return []part{
		{types: []string{"aws_bedrockagent_agent"}, uses: []operation{listAgents, listBedrockTags}, run: readAgents},
		{types: []string{"aws_bedrockagent_knowledge_base"}, uses: []operation{listKnowledgeBases, listBedrockTags}, run: readKnowledgeBases},
	}
}

// whereItIs are pages of a service that not every Region has. The SDK makes up a
// host for any Region and does not ask again for one that does not exist.
type whereItIs[Out, Opt any] struct {
	pager[Out, Opt]
	regions []string
	region  string
}

func (w whereItIs[Out, Opt]) NextPage(ctx context.Context, opts ...func(*Opt)) (*Out, error) {
	out, err := w.pager.NextPage(ctx, opts...)
	var dns *net.DNSError
	if errors.As(err, &dns) && dns.IsNotFound && !slices.Contains(w.regions, w.region) {
		err = &smithy.GenericAPIError{Code: noHost, Message: "the service is not in this Region"}
	}
	return out, err
}

func readAgents(ctx context.Context, p *place) {
	client := bedrockagent.NewFromConfig(p.config())
	pages := whereItIs[bedrockagent.ListAgentsOutput, bedrockagent.Options]{
		bedrockagent.NewListAgentsPaginator(client, &bedrockagent.ListAgentsInput{}), bedrockAgentRegions, p.region,
	}
	var all []item
	list(ctx, p, listAgents, pages, func(page *bedrockagent.ListAgentsOutput, r read) {
		for _, a := range page.AgentSummaries {
			// The summary has no ARN; its form is documented.
			// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_Agent.html
			id := or(a.AgentId, "")
			arn := p.arn("bedrock", "agent/"+id)
			all = append(all, item{typ: "aws_bedrockagent_agent", name: id, arn: arn, read: r, attrs: attrs{
				"id": a.AgentId, "agent_id": a.AgentId, "agent_arn": arn, "agent_name": a.AgentName, "description": optional(a.Description),
			}})
		}
	})
	emitWithBedrockTags(ctx, p, client, all)
}

func readKnowledgeBases(ctx context.Context, p *place) {
	client := bedrockagent.NewFromConfig(p.config())
	pages := whereItIs[bedrockagent.ListKnowledgeBasesOutput, bedrockagent.Options]{
		bedrockagent.NewListKnowledgeBasesPaginator(client, &bedrockagent.ListKnowledgeBasesInput{}), bedrockAgentRegions, p.region,
	}
	var all []item
	list(ctx, p, listKnowledgeBases, pages, func(page *bedrockagent.ListKnowledgeBasesOutput, r read) {
		for _, b := range page.KnowledgeBaseSummaries {
			// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_KnowledgeBase.html
			id := or(b.KnowledgeBaseId, "")
			arn := p.arn("bedrock", "knowledge-base/"+id)
			all = append(all, item{typ: "aws_bedrockagent_knowledge_base", name: id, arn: arn, read: r, attrs: attrs{
				"id": b.KnowledgeBaseId, "arn": arn, "name": b.Name, "description": optional(b.Description),
			}})
		}
	})
	emitWithBedrockTags(ctx, p, client, all)
}

func emitWithBedrockTags(ctx context.Context, p *place, client *bedrockagent.Client, all []item) {
	forEach(ctx, all, func(ctx context.Context, it item) {
		out, r, err := get(ctx, p, listBedrockTags, it.name, client.ListTagsForResource, &bedrockagent.ListTagsForResourceInput{ResourceArn: &it.arn})
		if isGone(err) {
			return
		}
		it.reads = map[string]read{"tags_all": r}
		if f := asFailure(err); f != nil {
			p.lostOne(r, f)
			it.attrs["tags_all"] = f
		} else {
			it.attrs["tags_all"] = out.Tags
		}
		p.emit(it)
	})
}
