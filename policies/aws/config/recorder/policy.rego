# METADATA
# title: AWS Config records every change in every Region
# description: >-
#   What was changed, when, and what it was before: without a running recorder of all types there is no inventory, and what an
#   attacker changed cannot be told from what was always so.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html
#   - https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html
#   - https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html
# custom:
#   id: HIPAA-CFG-001
#   severity: high
#   citations: ["164.308(a)(1)(ii)(A)", "164.308(a)(8)", "164.308(a)(1)(ii)(D)", "164.312(c)(1)"]
#   nprm: ["164.308(a)(1)"]
#   scope: region
#   resources:
#     aws_config_configuration_recorder: {recording_group: [{all_supported: bool}]}
#     aws_config_configuration_recorder_status: {is_enabled: bool}
#     aws_config_delivery_channel: {s3_bucket_name: string}
#   assertions:
#     complete: {title: A recorder records all types of resources, reads: [aws_config_configuration_recorder]}
#     running: {title: The recorder is started, reads: [aws_config_configuration_recorder_status]}
#     delivered: {title: What is recorded is delivered to a bucket, reads: [aws_config_delivery_channel]}
#   remediation: >-
#     In each Region declare aws_config_configuration_recorder for all types, aws_config_delivery_channel, and
#     aws_config_configuration_recorder_status with is_enabled = true; in one Region record the global types as well.
package hipaactl.aws.config.recorder

import data.hipaactl.lib.config_recorder

deny contains {"assertion": "complete", "paths": ["aws_config_configuration_recorder"], "message": "there is no recorder"} if {
	count(input.aws_config_configuration_recorder) == 0
}

deny contains {"assertion": "complete", "paths": [path], "message": "the recorder leaves types out"} if {
	some i, recorder in input.aws_config_configuration_recorder
	not config_recorder.complete(recorder)
	path := sprintf("aws_config_configuration_recorder[%d].recording_group", [i])
}

started if {
	some status in input.aws_config_configuration_recorder_status
	status.is_enabled
}

deny contains {"assertion": "running", "paths": ["aws_config_configuration_recorder_status[*].is_enabled"], "message": "no recorder is started"} if {
	not started
}

delivered if {
	some channel in input.aws_config_delivery_channel
	channel.s3_bucket_name
}

deny contains {"assertion": "delivered", "paths": ["aws_config_delivery_channel[*].s3_bucket_name"], "message": "nothing is delivered to a bucket"} if {
	not delivered
}
