package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/opensearch"
	"github.com/aws/aws-sdk-go-v2/service/opensearch/types"
)

func (e *estate) searchDomain(in *opensearch.CreateDomainInput, tags map[string]string) {
	in.EngineVersion = str("OpenSearch_2.19")
	for k, v := range tags {
		in.TagList = append(in.TagList, types.Tag{Key: str(k), Value: str(v)})
	}
	must[*opensearch.CreateDomainOutput](e)(opensearch.NewFromConfig(e.config).CreateDomain(e.ctx, in))
}

func soundOpenSearch(e *estate) {
	log := types.LogPublishingOption{Enabled: yes(), CloudWatchLogsLogGroupArn: str("arn:aws:logs:eu-west-1:" + e.account + ":log-group:search")}
	e.searchDomain(&opensearch.CreateDomainInput{
		DomainName:                  str("notes"),
		EncryptionAtRestOptions:     &types.EncryptionAtRestOptions{Enabled: yes(), KmsKeyId: &e.phiKey},
		NodeToNodeEncryptionOptions: &types.NodeToNodeEncryptionOptions{Enabled: yes()},
		DomainEndpointOptions:       &types.DomainEndpointOptions{EnforceHTTPS: yes(), TLSSecurityPolicy: types.TLSSecurityPolicyPolicyMinTls12201907},
		AdvancedSecurityOptions:     &types.AdvancedSecurityOptionsInput{Enabled: yes()},
		VPCOptions:                  &types.VPCOptions{SubnetIds: []string{"subnet-1"}, SecurityGroupIds: []string{"sg-1"}},
		LogPublishingOptions:        map[string]types.LogPublishingOption{"AUDIT_LOGS": log, "ES_APPLICATION_LOGS": log},
		AccessPolicies: str(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::` + e.account + `:role/search"},
			"Action":"es:ESHttp*","Resource":"arn:aws:es:eu-west-1:` + e.account + `:domain/notes/*"}]}`),
	}, map[string]string{"DataClass": "PHI", "HIPAA": "true"})
}

func brokenOpenSearch(e *estate) {
	e.searchDomain(&opensearch.CreateDomainInput{
		DomainName:     str("phi-search"),
		AccessPolicies: str(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"es:*","Resource":"*"}]}`),
	}, map[string]string{"team": "billing"})
}
