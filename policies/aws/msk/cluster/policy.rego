# METADATA
# title: MSK clusters are encrypted, private and know their clients
# description: >-
#   Records pass brokers in the clear where plain text is allowed, and whoever reaches a broker without a sign-in reads and
#   writes every topic. Without broker logs nobody can tell who did.
# related_resources:
#   - https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
#   - https://docs.aws.amazon.com/msk/latest/developerguide/msk-authentication-authorization.html
#   - https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html
#   - https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html
# custom:
#   id: HIPAA-MSK-001
#   severity: high
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(d)", "164.312(a)(2)(iv)"]
#   resources:
#     aws_msk_cluster:
#       encryption_info: [{encryption_at_rest_kms_key_arn: string, encryption_in_transit: [{client_broker: string, in_cluster: bool}]}]
#       client_authentication: [{unauthenticated: bool, sasl: [{iam: bool, scram: bool}], tls: [{certificate_authority_arns: [string]}]}]
#       broker_node_group_info: [{connectivity_info: [{public_access: [{type: string}]}]}]
#       logging_info: [{broker_logs: [{cloudwatch_logs: [{enabled: bool}], firehose: [{enabled: bool}], s3: [{enabled: bool}]}]}]
#   related:
#     key: {type: aws_kms_key, on: arn = encryption_info.encryption_at_rest_kms_key_arn, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = encryption_info.encryption_at_rest_kms_key_arn, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = encryption_info.encryption_at_rest_kms_key_arn, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = encryption_info.encryption_at_rest_kms_key_arn, attributes: {name: string}}
#   assertions:
#     transit: {title: Records travel over TLS alone, reads: ["encryption_info[*].encryption_in_transit"]}
#     authenticated: {title: Clients have to sign in, reads: [client_authentication]}
#     private: {title: Brokers have no public addresses, reads: ["broker_node_group_info[*].connectivity_info"]}
#     logged: {title: Broker logs are kept, reads: ["logging_info[*].broker_logs"]}
#     customer_key:
#       title: A cluster that carries PHI is encrypted with a customer managed key
#       reads: ["encryption_info[*].encryption_at_rest_kms_key_arn", _.key, _.imported_key, _.replica_key]
#   remediation: >-
#     Leave client_broker at TLS and in_cluster on, allow clients sasl { iam = true } or TLS with certificates alone, keep
#     public access disabled, send broker_logs somewhere, and name a key of your own for PHI.
package hipaactl.aws.msk.cluster

import data.hipaactl.lib.kms_key

deny contains {"assertion": "transit", "paths": [path], "message": "clients may talk to brokers in the clear"} if {
	some i, info in input.encryption_info
	some j, transit in info.encryption_in_transit
	transit.client_broker != "TLS"
	path := sprintf("encryption_info[%d].encryption_in_transit[%d].client_broker", [i, j])
}

deny contains {"assertion": "transit", "paths": [path], "message": "brokers talk to each other in the clear"} if {
	some i, info in input.encryption_info
	some j, transit in info.encryption_in_transit
	transit.in_cluster == false
	path := sprintf("encryption_info[%d].encryption_in_transit[%d].in_cluster", [i, j])
}

deny contains {"assertion": "authenticated", "paths": [path], "message": "clients need not sign in"} if {
	some i, allowed in input.client_authentication
	allowed.unauthenticated
	path := sprintf("client_authentication[%d].unauthenticated", [i])
}

# Where no way to sign in is named, MSK asks for none.
deny contains {"assertion": "authenticated", "paths": ["client_authentication"], "message": "there is no way for clients to sign in"} if {
	count(ways) == 0
}

ways contains "iam" if input.client_authentication[_].sasl[_].iam

ways contains "scram" if input.client_authentication[_].sasl[_].scram

ways contains "tls" if count(input.client_authentication[_].tls[_].certificate_authority_arns) > 0

deny contains {"assertion": "private", "paths": [path], "message": "brokers have public addresses"} if {
	some i, group in input.broker_node_group_info
	some j, info in group.connectivity_info
	some k, access in info.public_access
	access.type != "DISABLED"
	path := sprintf("broker_node_group_info[%d].connectivity_info[%d].public_access[%d].type", [i, j, k])
}

logged if {
	some info in input.logging_info
	some logs in info.broker_logs
	some destination in ["cloudwatch_logs", "firehose", "s3"]
	some where in logs[destination]
	where.enabled
}

deny contains {"assertion": "logged", "paths": ["logging_info[*].broker_logs"], "message": "broker logs are not kept"} if {
	not logged
}

deny contains {"assertion": "customer_key", "paths": paths, "message": lack} if {
	input._.phi == "yes"
	some i, info in input.encryption_info
	is_object(info) # null is not known
	some paths in kms_key.unkeyed_at(object.get(info, "encryption_at_rest_kms_key_arn", ""), sprintf("encryption_info[%d].encryption_at_rest_kms_key_arn", [i]))
}

deny contains {"assertion": "customer_key", "paths": ["encryption_info"], "message": lack} if {
	input._.phi == "yes"
	count(object.get(input, "encryption_info", [])) == 0
}

lack := kms_key.lack("the cluster")

not_applicable contains {"assertion": "customer_key", "paths": ["_.phi"], "message": "only clusters that carry PHI need a customer managed key"} if {
	input._.phi != "yes"
}
