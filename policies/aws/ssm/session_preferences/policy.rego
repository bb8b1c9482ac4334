# METADATA
# title: Sessions of Session Manager are logged, encrypted and end when idle
# description: >-
#   The document SSM-SessionManagerRunShell says how sessions in a Region are kept. Without it, or where it is silent, nothing of what
#   is typed is logged, no key of the customer's adds to the encryption, and an idle session stays open for 20 minutes.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-timeout.html
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html
# custom:
#   id: HIPAA-SSM-004
#   severity: medium
#   citations: ["164.312(b)", "164.312(a)(2)(iii)", "164.312(e)(2)(ii)"]
#   resources: {aws_ssm_document: {name: string, content: string}}
#   params:
#     maximum_idle_minutes: {type: number, default: 15, unit: minutes, stricter: lower, source: a common limit; the Rule names no number}
#   assertions:
#     logged: {title: Sessions are logged to CloudWatch Logs or S3}
#     encrypted: {title: Sessions are encrypted with a KMS key}
#     idle: {title: Idle sessions end}
#   remediation: >-
#     Manage SSM-SessionManagerRunShell as an aws_ssm_document of type Session whose inputs have kmsKeyId, cloudWatchLogGroupName or
#     s3BucketName, and idleSessionTimeout = "15".
package hipaactl.aws.ssm.session_preferences

preferences := "SSM-SessionManagerRunShell"

names := {"logged", "encrypted", "idle"}

# JSON is YAML as well, and a document may be either.
document := yaml.unmarshal(input.content) if yaml.is_valid(input.content)

readable if is_object(inputs)

inputs := object.get(document, "inputs", {}) if is_object(document)

# of is what an input says, "" where it is not set.
of(name) := trim_space(inputs[name]) if {
	is_string(inputs[name])
} else := inputs[name] if {
	is_number(inputs[name])
} else := "" if is_object(inputs)

# A parameter of the document is filled in when a session starts.
open(name) if contains(of(name), "{{")

deny contains {"assertion": "logged", "paths": ["name", "content"], "message": "sessions are logged neither to CloudWatch Logs nor to S3"} if {
	input.name == preferences
	of("cloudWatchLogGroupName") == ""
	of("s3BucketName") == ""
}

deny contains {"assertion": "encrypted", "paths": ["name", "content"], "message": "sessions have no key of KMS"} if {
	input.name == preferences
	of("kmsKeyId") == ""
}

minutes := to_number(of("idleSessionTimeout")) if regex.match(`^[0-9]+$`, sprintf("%v", [of("idleSessionTimeout")]))

# An idle session ends after 20 minutes where nothing else is said.
minutes := 20 if of("idleSessionTimeout") == ""

deny contains {"assertion": "idle", "paths": ["name", "content"], "message": message} if {
	input.name == preferences
	minutes > data.params.maximum_idle_minutes
	message := sprintf("an idle session stays open for more than %v minutes", [data.params.maximum_idle_minutes])
}

unknown contains {"assertion": name, "paths": ["name", "content"], "message": "what the document says, which is no text of Session Manager"} if {
	input.name == preferences
	some name in names
	not readable
}

unknown contains {"assertion": "logged", "paths": ["name", "content"], "message": "where sessions are logged, which is a parameter of the document"} if {
	input.name == preferences
	some name in ["cloudWatchLogGroupName", "s3BucketName"]
	open(name)
}

unknown contains {"assertion": "encrypted", "paths": ["name", "content"], "message": "which key sessions have, which is a parameter of the document"} if {
	input.name == preferences
	open("kmsKeyId")
}

unknown contains {"assertion": "idle", "paths": ["name", "content"], "message": "after how many minutes an idle session ends"} if {
	input.name == preferences
	readable
	not minutes
}

not_applicable contains {"assertion": name, "paths": ["name"], "message": "the document does not hold the preferences of Session Manager"} if {
	input.name != preferences
	some name in names
}
