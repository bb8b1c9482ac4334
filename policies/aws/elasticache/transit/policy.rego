# METADATA
# title: ElastiCache encrypts connections and authenticates clients
# description: A cache in plain text that asks for no password gives its contents to whoever reaches its port, or listens on the way.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group
# custom:
#   id: HIPAA-ELC-002
#   severity: high
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(d)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_elasticache_replication_group:
#       transit_encryption_enabled: bool
#       transit_encryption_mode: string
#       auth_token: string
#       user_group_ids: [string]
#   related:
#     status:
#       type: aws_elasticache_replication_group_status
#       on: replication_group_id = id
#       more: helps
#       attributes: {auth_token_enabled: bool}
#   assertions:
#     encrypted:
#       title: Connections are encrypted
#       reads: [transit_encryption_enabled, transit_encryption_mode]
#     authenticated:
#       title: Clients need a password or are users of a user group
#       reads: [_.status]
#   remediation: Set transit_encryption_enabled = true, leave transit_encryption_mode at required, and name an aws_elasticache_user_group in user_group_ids.
package hipaactl.aws.elasticache.transit

deny contains {
	"assertion": "encrypted",
	"paths": ["transit_encryption_enabled"],
	"message": "connections are not encrypted",
} if {
	not input.transit_encryption_enabled
}

# While clients migrate both kinds of connection are taken.
deny contains {
	"assertion": "encrypted",
	"paths": ["transit_encryption_mode"],
	"message": "connections may still be unencrypted: encryption is preferred, not required",
} if {
	input.transit_encryption_mode == "preferred"
}

authenticated if input.auth_token

authenticated if count(input.user_group_ids) > 0

authenticated if {
	some status in input._.status
	status.auth_token_enabled
}

# Of a token an account shows only that there is one.
evidence := ["user_group_ids", "_.status[*].auth_token_enabled"] if {
	input._.source == "live"
} else := ["user_group_ids", "auth_token"]

deny contains {
	"assertion": "authenticated",
	"paths": evidence,
	"message": "clients need neither a password nor to be of a user group",
} if {
	not authenticated
}
