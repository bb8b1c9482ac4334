# METADATA
# title: Alarms watch the health of what holds PHI
# description: >-
#   That a service fails, or that a database runs full, has to be noticed before patients' data cannot be reached. Load balancers
#   that answer with errors and databases that run out of connections or space announce it.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html
# custom:
#   id: HIPAA-CWA-006
#   severity: low
#   citations: ["164.308(a)(7)(i)", "164.308(a)(7)(ii)(C)", "164.308(a)(6)(ii)"]
#   resources:
#     aws_lb: {load_balancer_type: string, arn_suffix: string}
#     aws_db_instance: {identifier: string}
#   related:
#     alarms:
#       type: aws_cloudwatch_metric_alarm
#       on: region
#       more: helps
#       elsewhere: true
#       attributes: {namespace: string, metric_name: string, dimensions: map(string), actions_enabled: bool, alarm_actions: [string]}
#   remediation: >-
#     Declare aws_cloudwatch_metric_alarm on HTTPCode_ELB_5XX_Count of the load balancer, or on DatabaseConnections or FreeStorageSpace of the
#     database, with an action.
package hipaactl.aws.cloudwatch.service_health

import data.hipaactl.lib.alarms

# wanted are the metrics of which one is to be watched.
wanted := {
	"aws_lb": {
		"own": ["load_balancer_type", "arn_suffix"],
		"dimension": "LoadBalancer",
		"names": {"ref:self.arn_suffix", object.get(input, "arn_suffix", "ref:self.arn_suffix")},
		"namespace": "AWS/ApplicationELB",
		"metrics": {"HTTPCode_ELB_5XX_Count", "HTTPCode_Target_5XX_Count"},
		"what": "no alarm with an action is on the errors of a load balancer for PHI",
	},
	"aws_db_instance": {
		"own": ["identifier"],
		"dimension": "DBInstanceIdentifier",
		"names": {"ref:self.identifier", "ref:self.id", object.get(input, "identifier", "ref:self.identifier")},
		"namespace": "AWS/RDS",
		"metrics": {"DatabaseConnections", "FreeStorageSpace"},
		"what": "no alarm with an action is on the connections or the space of a database with PHI",
	},
}[input._.type]

watched if {
	some alarm in input._.alarms
	alarm.dimensions[wanted.dimension] in wanted.names
	alarm.namespace == wanted.namespace
	alarm.metric_name in wanted.metrics
	alarms.acts(alarm)
}

deny contains {"paths": array.concat(["_.phi", "_.alarms"], wanted.own), "message": wanted.what} if {
	input._.phi == "yes"
	not watched
}

not_applicable contains {"paths": ["_.phi"], "message": "only what holds PHI is asked for"} if input._.phi != "yes"

not_applicable contains {"paths": ["load_balancer_type"], "message": "only load balancers for HTTP count errors"} if {
	input.load_balancer_type in {"network", "gateway"}
}

not_applicable contains {"paths": ["_.alarms"], "message": "no alarm is declared here; another stack may own those of it"} if {
	input._.whole == false
	count(input._.alarms) == 0
}
