package aws

import (
	"slices"
	"strings"
)

// notLive are types that only code has. Live, the same thing is read as another type.
var notLive = map[string]string{
	"aws_security_group_rule":                   "rules stand in their aws_security_group",
	"aws_vpc_security_group_ingress_rule":       "rules stand in their aws_security_group",
	"aws_vpc_security_group_egress_rule":        "rules stand in their aws_security_group",
	"aws_network_acl_rule":                      "rules stand in their aws_network_acl",
	"aws_vpc_endpoint_policy":                   "the policy stands in its endpoint",
	"aws_vpc_endpoint_private_dns":              "the endpoint says it",
	"aws_vpc_endpoint_route_table_association":  "the endpoint lists its route tables",
	"aws_vpc_endpoint_subnet_association":       "the endpoint lists its subnets",
	"aws_ebs_snapshot_copy":                     "a copy is an aws_ebs_snapshot",
	"aws_ebs_snapshot_import":                   "what was imported is an aws_ebs_snapshot",
	"aws_ami_copy":                              "a copy is an aws_ami",
	"aws_ami_from_instance":                     "the image is an aws_ami",
	"aws_db_snapshot_copy":                      "a copy is an aws_db_snapshot",
	"aws_rds_cluster_snapshot_copy":             "a copy is an aws_db_cluster_snapshot",
	"aws_iam_policy_attachment":                 "attachments are aws_iam_role_policy_attachment and its siblings",
	"aws_lb_ssl_negotiation_policy":             "it is an aws_load_balancer_policy of its type",
	"aws_iam_access_key":                        "aws_iam_credential_report_user shows the keys",
	"aws_iam_group_membership":                  "members are shown by aws_iam_user_group_membership",
	"aws_opensearch_domain_policy":              "the policy stands in its domain",
	"aws_kms_key_policy":                        "the policy stands in its key",
	"aws_route":                                 "routes stand in their aws_route_table",
	"aws_default_route_table":                   "it is an aws_route_table",
	"aws_internet_gateway_attachment":           "aws_internet_gateway says what it is attached to",
	"aws_apigatewayv2_domain_name":              "it is an aws_api_gateway_domain_name",
	"aws_default_subnet":                        "it is an aws_subnet",
	"aws_cognito_identity_pool":                 "guests are judged in code alone: no collector lists identity pools",
	"aws_config_organization_conformance_pack":  "in each account it is an aws_config_conformance_pack",
	"aws_appstream_fleet":                       "its sessions are judged in code alone: no collector lists fleets",
	"aws_api_gateway_rest_api_policy":           "the policy stands in its API",
	"aws_secretsmanager_secret_policy":          "the policy stands in its secret",
	"aws_sns_topic_policy":                      "the policy stands in its topic",
	"aws_sqs_queue_policy":                      "the policy stands in its queue",
	"aws_iam_instance_profile":                  "aws_ssm_instance_information shows what it lets Systems Manager do",
	"aws_iam_organizations_features":            "aws_iam_account_summary shows what is left of root",
	"aws_wafv2_web_acl_rule_group_association":  "its rules stand in their aws_wafv2_web_acl",
	"aws_ssm_association":                       "aws_ssm_resource_compliance shows what it comes to",
	"aws_ssm_maintenance_window_task":           "aws_ssm_resource_compliance shows what it comes to",
	"aws_autoscaling_attachment":                "the group lists what is attached to it",
	"aws_autoscaling_traffic_source_attachment": "the group lists its traffic sources",
}

// CodeAlone tells whether no account is ever read for a type: it is of another provider, or
// what it stands for is read as another type.
func CodeAlone(typ string) bool {
	_, other := notLive[typ]
	return other || !isAWS(typ)
}

func isAWS(typ string) bool { return strings.HasPrefix(typ, "aws_") }

// own are the types of ours: what AWS answers and no resource of Terraform stands for.
var own = []string{
	"aws_accessanalyzer_finding",
	"aws_accessanalyzer_status",
	"aws_acm_certificate_status",
	"aws_backup_protected_resource",
	"aws_backup_protected_type",
	"aws_backup_vault_status",
	"aws_cloudtrail_status",
	"aws_config_conformance_pack_status",
	"aws_ecr_newest_image",
	"aws_elasticache_replication_group_status",
	"aws_guardduty_finding",
	"aws_iam_account_summary",
	"aws_iam_credential_report_user",
	"aws_inspector2_finding",
	"aws_instance_status",
	"aws_macie2_automated_discovery",
	"aws_secretsmanager_secret_status",
	"aws_ssm_instance_information",
	"aws_ssm_resource_compliance",
	"aws_ssoadmin_instance",
}

// Own tells whether a type is of ours, so that only an account can hold it and code never does.
func Own(typ string) bool { return slices.Contains(own, typ) }

// Covered are the types of which can be read from an account what they stand for: as
// themselves, or as other types that say the same.
func Covered() map[string]bool {
	out := map[string]bool{}
	for _, typ := range Types() {
		out[typ] = true
	}
	for typ := range notLive {
		out[typ] = true
	}
	return out
}
