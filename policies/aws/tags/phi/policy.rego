# METADATA
# title: Names, tags and descriptions hold no PHI
# description: >-
#   What something is called, tagged and described as is shown in consoles, bills, logs and to everybody who may list it, and is not
#   encrypted as what it holds is. Looked for are Social Security numbers, labelled numbers of medical records and labelled dates of birth.
# related_resources:
#   - https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
#   - https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterMetadata.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html
# custom:
#   id: HIPAA-TAG-002
#   severity: medium
#   citations: ["164.312(a)(1)", "164.308(a)(1)(ii)(B)"]
#   resources:
#     aws_db_instance: {tags_all: &tags map(string), identifier: string}
#     aws_dynamodb_table: {tags_all: *tags, name: string}
#     aws_ebs_volume: {tags_all: *tags}
#     aws_efs_file_system: {tags_all: *tags, creation_token: string}
#     aws_rds_cluster: {tags_all: *tags, cluster_identifier: string}
#     aws_s3_bucket: {tags_all: *tags, bucket: string, bucket_prefix: string}
#     aws_secretsmanager_secret: {tags_all: *tags, name: string, name_prefix: string, description: string}
#     aws_security_group: {tags_all: *tags, name: string, description: string}
#     aws_ssm_parameter: {tags_all: *tags, name: string, description: string}
#   remediation: Replace what names a patient with an identifier that means nothing outside of the system that holds the records.
package hipaactl.aws.tags.phi

import data.hipaactl.lib.phi_text

names := object.remove(input, ["_", "tags_all"])

# A tag's key is a label of its value.
label(key, value) := concat(": ", [key, value])

# suspicious is a quick look at everything at once.
suspicious if {
	tags := [label(key, value) | some key, value in input.tags_all]
	phi_text.worth_reading(concat("\n", array.concat(tags, [text | some text in names])))
}

# texts are what is looked at closer, by path.
texts[attribute] := text if {
	suspicious
	some attribute, text in names
}

texts[sprintf("tags_all[%q]", [key])] := label(key, value) if {
	suspicious
	some key, value in input.tags_all
}

deny contains {"paths": [path], "message": sprintf("there is what looks like %s in a name, tag or description", [kind])} if {
	some path, text in texts
	some kind in phi_text.kinds(text)
}
