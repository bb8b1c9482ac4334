package hipaactl.aws.cloudwatch.service_health_test

import data.hipaactl.aws.cloudwatch.service_health as policy

names := {"LoadBalancer": "ref:self.arn_suffix", "DBInstanceIdentifier": "records"}

alarm(namespace, metric, actions) := {"dimensions": names, "namespace": namespace, "metric_name": metric, "actions_enabled": true, "alarm_actions": actions}

balancer(phi, alarms) := {"load_balancer_type": "application", "_": {"type": "aws_lb", "phi": phi, "alarms": alarms}}

database(phi, alarms) := {"identifier": "records", "_": {"type": "aws_db_instance", "phi": phi, "alarms": alarms}}

denied(of) := count(denials) if denials := policy.deny with input as of

topic := ["ref:aws_sns_topic.arn"]

test_watched if {
	denied(balancer("yes", [alarm("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", topic)])) == 0
	denied(database("yes", [alarm("AWS/RDS", "CPUUtilization", topic), alarm("AWS/RDS", "FreeStorageSpace", topic)])) == 0
}

test_not_watched if {
	denied(balancer("yes", [])) == 1
	denied(balancer("yes", [alarm("AWS/ApplicationELB", "RequestCount", topic)])) == 1
	denied(balancer("yes", [alarm("Clinic", "HTTPCode_ELB_5XX_Count", topic)])) == 1
	denied(balancer("yes", [alarm("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", [])])) == 1
	denied(database("yes", [alarm("AWS/RDS", "CPUUtilization", topic)])) == 1
	other := object.union(alarm("AWS/RDS", "FreeStorageSpace", topic), {"dimensions": {"DBInstanceIdentifier": "scratch"}})
	denied(database("yes", [other])) == 1
}

test_not_applicable if {
	count(policy.not_applicable) == 0 with input as database("yes", [])
	count(policy.not_applicable) == 1 with input as database("no", [])
	count(policy.not_applicable) == 1 with input as object.union(balancer("yes", []), {"load_balancer_type": "network"})
}
