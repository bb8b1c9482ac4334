package hipaactl.aws.dms.replication_test

import data.hipaactl.aws.dms.replication as policy

denied := {d.assertion | some d in policy.deny}

not_judged := {n.assertion | some n in policy.not_applicable}

instance(phi, attributes) := object.union({"_": {"type": "aws_dms_replication_instance", "phi": phi, "source": "code"}}, attributes)

endpoint(attributes) := object.union({"_": {"type": "aws_dms_endpoint", "phi": "no", "source": "code"}}, attributes)

test_instance if {
	denied == set() with input as instance("no", {"publicly_accessible": false})
	denied == {"private"} with input as instance("no", {"publicly_accessible": true})
	denied == {"customer_key"} with input as instance("yes", {})
	denied == set() with input as instance("yes", {"kms_key_arn": "ref:aws_kms_key.arn"})
	not_judged == {"transport", "customer_key"} with input as instance("no", {})
}

test_endpoint if {
	denied == set() with input as endpoint({"engine_name": "postgres", "ssl_mode": "require"})
	denied == {"transport"} with input as endpoint({"engine_name": "postgres", "ssl_mode": "none"})
	denied == {"transport"} with input as endpoint({"engine_name": "mysql"})
	not_judged == {"private", "customer_key"} with input as endpoint({"engine_name": "mysql"})
}

test_services if {
	denied == set() with input as endpoint({"engine_name": "s3", "ssl_mode": "none"})
	not_judged == {"private", "transport", "customer_key"} with input as endpoint({"engine_name": "s3", "ssl_mode": "none"})
}

test_kafka if {
	denied == set() with input as endpoint({"engine_name": "kafka", "kafka_settings": [{"security_protocol": "sasl-ssl"}]})
	denied == {"transport"} with input as endpoint({"engine_name": "kafka", "kafka_settings": [{"security_protocol": "plaintext"}]})
	denied == {"transport"} with input as endpoint({"engine_name": "kafka"})
}

test_redis if {
	denied == set() with input as endpoint({"engine_name": "redis", "redis_settings": [{"ssl_security_protocol": "ssl-encryption"}]})
	denied == {"transport"} with input as endpoint({"engine_name": "redis", "redis_settings": [{"ssl_security_protocol": "plaintext"}]})
}
