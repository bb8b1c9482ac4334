# METADATA
# title: Stopped and aged instances are retired
# description: >-
#   A stopped instance keeps its disks, with what is on them, and nobody patches it. One that was made long ago has drifted from its
#   image, and what it holds is spread over a host that nobody could build again. An instance is as old as its first network interface:
#   to stop and start it does not renew it.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html
# custom:
#   id: HIPAA-EC2-012
#   severity: low
#   citations: ["164.308(a)(1)(ii)(B)", "164.310(d)(2)(ii)", "164.310(d)(2)(iii)"]
#   resources: {aws_instance_status: {instance_state: string, first_launch_time: string, stopped_time: string}}
#   params:
#     stopped_days: {type: number, default: 30, unit: days, stricter: lower, source: "common practice, not the Rule"}
#     age_days: {type: number, default: 180, unit: days, stricter: lower, source: "common practice, not the Rule"}
#   assertions:
#     stopped: {title: An instance is not left stopped, reads: [instance_state, stopped_time]}
#     aged: {title: An instance is replaced by one from a current image before it is old, reads: [first_launch_time]}
#   remediation: >-
#     Terminate stopped instances once what is on their volumes was moved or sanitised, and replace old hosts by new ones from a
#     current image.
package hipaactl.aws.ec2.retired

import data.hipaactl.lib.age

stopped if input.instance_state == "stopped"

deny contains {
	"assertion": "stopped",
	"paths": ["instance_state", "stopped_time"],
	"message": sprintf("the instance has been stopped for %d days", [floor(days)]),
} if {
	stopped
	days := age.days(input.stopped_time)
	days > data.params.stopped_days
}

not_applicable contains {"assertion": "stopped", "paths": ["instance_state"], "message": "the instance is not stopped"} if not stopped

deny contains {
	"assertion": "aged",
	"paths": ["first_launch_time"],
	"message": sprintf("the instance was made %d days ago", [floor(days)]),
} if {
	days := age.days(input.first_launch_time)
	days > data.params.age_days
}

# What is no time tells nothing.
unknown contains {"assertion": "stopped", "paths": ["stopped_time"], "message": "since when it has been stopped"} if {
	stopped
	not age.days(object.get(input, "stopped_time", ""))
}

unknown contains {"assertion": "aged", "paths": ["first_launch_time"], "message": "when it was made"} if not age.days(object.get(input, "first_launch_time", ""))
