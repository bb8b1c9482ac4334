# METADATA
# title: Database migrations are private and encrypted
# description: >-
#   Whole databases pass through a replication instance. One with a public address, or an endpoint without TLS, lays them
#   open on the way.
# related_resources:
#   - https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.PublicPrivate.html
#   - https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
#   - https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.EncryptionAtRest.html
# custom:
#   id: HIPAA-DMS-001
#   severity: high
#   citations: ["164.312(a)(1)", "164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(a)(2)(iv)"]
#   resources:
#     aws_dms_replication_instance: {publicly_accessible: bool, kms_key_arn: string}
#     aws_dms_endpoint:
#       engine_name: string
#       ssl_mode: string
#       kms_key_arn: string
#       kafka_settings: [{security_protocol: string}]
#       redis_settings: [{ssl_security_protocol: string}]
#   related:
#     key: {type: aws_kms_key, on: arn = kms_key_arn, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_arn, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_arn, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_arn, attributes: {name: string}}
#   assertions:
#     private:
#       title: The replication instance has no public address
#       reads: [publicly_accessible]
#     transport:
#       title: The endpoint is reached over TLS
#       reads: [engine_name, ssl_mode, "kafka_settings[*].security_protocol", "redis_settings[*].ssl_security_protocol"]
#     customer_key:
#       title: Where PHI passes, the key is the customer's
#       reads: [kms_key_arn, _.key, _.imported_key, _.replica_key]
#   remediation: Set publicly_accessible = false, ssl_mode = "verify-full" with a certificate_arn, and for PHI a kms_key_arn of your own.
package hipaactl.aws.dms.replication

import data.hipaactl.lib.kms_key

endpoint if input._.type == "aws_dms_endpoint"

# Services of AWS that DMS reaches over HTTPS or, of Redshift, over TLS of its own accord.
served := {"docs-db-elastic", "dynamodb", "elasticsearch", "kinesis", "neptune", "opensearch", "redshift", "redshift-serverless", "s3", "timestream"}

deny contains {"assertion": "private", "paths": ["publicly_accessible"], "message": "the replication instance has a public address"} if {
	input.publicly_accessible
}

not_applicable contains {"assertion": "private", "paths": ["_.type"], "message": "an endpoint has no address of its own"} if endpoint

deny contains {"assertion": "transport", "paths": ["ssl_mode", "engine_name"], "message": "the endpoint is reached without TLS"} if {
	endpoint
	not input.engine_name in served
	not input.engine_name in {"kafka", "redis"}
	object.get(input, "ssl_mode", "none") == "none"
}

deny contains {"assertion": "transport", "paths": ["kafka_settings[*].security_protocol", "engine_name"], "message": "the brokers are reached without TLS"} if {
	input.engine_name == "kafka"
	count([k | some k in input.kafka_settings; regex.match(`ssl`, k.security_protocol)]) == 0
}

deny contains {"assertion": "transport", "paths": [path, "engine_name"], "message": "the cache is reached without TLS"} if {
	input.engine_name == "redis"
	some i, redis in input.redis_settings
	redis.ssl_security_protocol == "plaintext"
	path := sprintf("redis_settings[%d].ssl_security_protocol", [i])
}

not_applicable contains {"assertion": "transport", "paths": ["engine_name"], "message": "DMS reaches the service over HTTPS or TLS as it is"} if {
	endpoint
	input.engine_name in served
}

not_applicable contains {"assertion": "transport", "paths": ["_.type"], "message": "the endpoints of a replication say how they are reached"} if not endpoint

deny contains {"assertion": "customer_key", "paths": paths, "message": "PHI passes here, and there is no customer managed key"} if {
	input._.phi == "yes"
	some paths in kms_key.unkeyed_at(object.get(input, "kms_key_arn", ""), "kms_key_arn")
}

not_applicable contains {"assertion": "customer_key", "paths": ["_.phi"], "message": "only where PHI passes does the key have to be the customer's"} if {
	input._.phi != "yes"
}
