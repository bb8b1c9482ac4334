package aws_test

import (
	"net"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var agentTypes = []string{"aws_bedrockagent_agent", "aws_bedrockagent_knowledge_base"}

func TestAgents(t *testing.T) {
	a := &fake{answers: answers{
		"ListAgents":         `{"agentSummaries":[{"agentId":"AGENT1","agentName":"intake"}]}`,
		"ListKnowledgeBases": `{"knowledgeBaseSummaries":[{"knowledgeBaseId":"BASE1","name":"charts"}]}`,
		"ListTagsForResource /tags/arn:aws:bedrock:eu-west-1:123456789012:agent/AGENT1": `{"tags":{"DataClass":"PHI"}}`,
	}}
	s := a.audit(t, agentTypes)
	checkValues(t, s.one(t, agentTypes[0], "AGENT1"), map[string]string{
		"agent_name": `"intake"`, "agent_arn": `"arn:aws:bedrock:eu-west-1:123456789012:agent/AGENT1"`, "tags_all": `{"DataClass":"PHI"}`,
	})
	checkValues(t, s.one(t, agentTypes[1], "BASE1"), map[string]string{"name": `"charts"`, "tags_all": "unknown: bedrock:ListTagsForResource: access was denied"})
}

// us-west-1 is not among the Regions that have the service, eu-west-1 is.
func TestAgentsWithoutHost(t *testing.T) {
	for _, c := range []struct {
		name, region string
		err          error
		lost         bool
	}{
		{"not in the Region", "us-west-1", &net.DNSError{IsNotFound: true}, false},
		{"hidden by the resolver", "eu-west-1", &net.DNSError{IsNotFound: true}, true},
		{"denied there", "us-west-1", nil, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := &fake{}
			if c.err != nil {
				a.answers = answers{"ListAgents": &net.OpError{Op: "dial", Err: c.err}, "ListKnowledgeBases": &net.OpError{Op: "dial", Err: c.err}}
			}
			s := a.audit(t, agentTypes, c.region)
			want := []string{}
			if c.lost {
				want = []string{
					c.region + " bedrock:ListAgents: aws_bedrockagent_agent",
					c.region + " bedrock:ListKnowledgeBases: aws_bedrockagent_knowledge_base",
				}
			}
			if diff := cmp.Diff(want, s.gaps()); diff != "" {
				t.Error(diff)
			}
			if n := a.calls["ListAgents"]; n != 1 {
				t.Errorf("asked %d times", n)
			}
		})
	}
}
