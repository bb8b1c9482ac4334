package main

import (
	"encoding/base64"
	"maps"

	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

const reportColumns = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active," +
	"access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date," +
	"cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n"

// supplied are answers of an account where everything is allowed, for what the emulator lacks.
func supplied() map[string]string {
	report := reportColumns +
		"<root_account>,arn:aws:iam::123456789012:root,2020-01-02T03:04:05Z,true,2026-11-20T03:04:05Z,not_supported,not_supported,false,true,2020-01-02T03:04:05Z,2026-11-20T03:04:05Z,false,N/A,N/A,false,N/A,false,N/A\n" +
		"deploy,arn:aws:iam::123456789012:user/deploy,2020-01-02T03:04:05Z,true,2025-11-20T03:04:05Z,2020-01-02T03:04:05Z,N/A,false,true,2020-01-02T03:04:05Z,2025-11-20T03:04:05Z,false,N/A,N/A,false,N/A,false,N/A\n"
	answers := map[string]string{
		"AccessAnalyzer ListAnalyzers":                       `{"analyzers":[]}`,
		"Backup DescribeRegionSettings":                      `{"ResourceTypeOptInPreference":{"Aurora":true,"DynamoDB":true,"EBS":true,"EFS":true,"RDS":true}}`,
		"Backup GetBackupVaultNotifications":                 `{"BackupVaultEvents":["RESTORE_JOB_COMPLETED"],"SNSTopicArn":"arn:aws:sns:eu-west-1:123456789012:security"}`,
		"Backup ListBackupJobs":                              `{"BackupJobs":[{"ResourceArn":"arn:aws:dynamodb:eu-west-1:123456789012:table/drafts","ResourceType":"DynamoDB","State":"FAILED","CreationDate":1795323600,"CompletionDate":1795324200}]}`,
		"Backup GetBackupVaultAccessPolicy":                  `{"Policy":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"backup:*\",\"Resource\":\"*\"}]}"}`,
		"Backup ListBackupSelections":                        `{"BackupSelectionsList":[]}`,
		"Backup ListProtectedResources":                      `{"Results":[]}`,
		"Backup ListRestoreTestingPlans":                     `{"RestoreTestingPlans":[]}`,
		"Backup ListRecoveryPointsByBackupVault":             `{"RecoveryPoints":[]}`,
		"CloudTrail ListEventDataStores":                     `{"EventDataStores":[]}`,
		"CloudWatch Logs DescribeAccountPolicies":            `{"accountPolicies":[]}`,
		"Config Service DescribeConformancePacks":            `{"ConformancePackDetails":[{"ConformancePackName":"hipaa","ConformancePackArn":"arn:aws:config:eu-west-1:123456789012:conformance-pack/hipaa/conformance-pack-0a1b2c3d"}]}`,
		"Config Service ListConformancePackComplianceScores": `{"ConformancePackComplianceScores":[{"ConformancePackName":"hipaa","Score":"71.43"}]}`,
		"DLM GetLifecyclePolicies":                           `{"Policies":[]}`,
		"EC2 DescribeClientVpnAuthorizationRules":            `<Answer><authorizationRule><item><destinationCidr>10.1.0.0/16</destinationCidr><accessAll>true</accessAll></item></authorizationRule></Answer>`,
		"EC2 DescribeClientVpnEndpoints": `<Answer><clientVpnEndpoint><item><clientVpnEndpointId>cvpn-endpoint-0123456789abcdef0</clientVpnEndpointId>` +
			`<status><code>available</code></status><connectionLogOptions><Enabled>true</Enabled></connectionLogOptions></item></clientVpnEndpoint></Answer>`,
		"EC2 GetImageBlockPublicAccessState":    `<Answer><imageBlockPublicAccessState>unblocked</imageBlockPublicAccessState></Answer>`,
		"EC2 GetEbsDefaultKmsKeyId":             `<Answer><kmsKeyId>alias/aws/ebs</kmsKeyId></Answer>`,
		"EC2 GetInstanceMetadataDefaults":       `<Answer><accountLevel><httpTokens>optional</httpTokens></accountLevel></Answer>`,
		"EC2 GetSnapshotBlockPublicAccessState": `<Answer><state>unblocked</state></Answer>`,
		"Elastic Load Balancing DescribeLoadBalancerPolicies": `<Answer><DescribeLoadBalancerPoliciesResult><PolicyDescriptions><member><PolicyName>tls</PolicyName>` +
			`<PolicyTypeName>SSLNegotiationPolicyType</PolicyTypeName><PolicyAttributeDescriptions><member><AttributeName>Protocol-TLSv1</AttributeName>` +
			`<AttributeValue>true</AttributeValue></member></PolicyAttributeDescriptions></member></PolicyDescriptions></DescribeLoadBalancerPoliciesResult></Answer>`,
		"GuardDuty ListFindings": `{"findingIds":[]}`,
		"IAM GetCredentialReport": `<Answer><GetCredentialReportResult><Content>` + base64.StdEncoding.EncodeToString([]byte(report)) +
			`</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>2026-11-23T20:02:02Z</GeneratedTime></GetCredentialReportResult></Answer>`,
		"Lambda ListFunctionUrlConfigs":             `{"FunctionUrlConfigs":[]}`,
		"Macie2 GetAutomatedDiscoveryConfiguration": `{"status":"DISABLED"}`,
		"RDS DescribeOptionGroups":                  `<Answer><DescribeOptionGroupsResult><OptionGroupsList></OptionGroupsList></DescribeOptionGroupsResult></Answer>`,
		"SecurityHub GetEnabledStandards":           `{"StandardsSubscriptions":[]}`,
		"SecurityHub ListFindingAggregators":        `{"FindingAggregators":[]}`,
		"SSM DescribeInstanceInformation":           `{"InstanceInformationList":[]}`,
		"SSM GetServiceSetting":                     `{"ServiceSetting":{"SettingValue":"Enable"}}`,
		"SSM ListResourceComplianceSummaries":       `{"ResourceComplianceSummaryItems":[]}`,
		"SSO Admin ListTagsForResource":             `{"Tags":[]}`,
		"WAFV2 ListResourcesForWebACL":              `{"ResourceArns":[]}`,
	}
	maps.Copy(answers, awstest.Lacking())
	return answers
}
