# METADATA
# title: User data of instances holds no secrets and no PHI
# description: Everybody who may describe the instance or run a program on it can read its user data, and the state keeps a copy.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-metadata.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance#user_data-1
# custom:
#   id: HIPAA-EC2-010
#   severity: high
#   citations: ["164.308(a)(5)(ii)(D)", "164.312(a)(1)", "164.308(a)(1)(ii)(B)"]
#   resources:
#     aws_instance: &data {user_data: string, user_data_base64: string}
#     aws_launch_configuration: *data
#     aws_launch_template: {user_data: string}
#   remediation: Let the instance read secrets when it boots, from Secrets Manager or Parameter Store and with its role. Replace what the user data gave away.
package hipaactl.aws.ec2.user_data

import data.hipaactl.lib.secrets

given[attribute] := input[attribute] if some attribute in {"user_data", "user_data_base64"}

# The provider takes base64 in every one of these attributes.
encoded(text) if {
	count(text) >= 16
	base64.is_valid(regex.replace(text, `\s`, ""))
}

# A compressed text cannot be read here. So do all begin that gzip makes:
# https://www.rfc-editor.org/rfc/rfc1952#section-2.3
packed(text) if startswith(text, "H4sI")

texts[attribute] := base64.decode(regex.replace(text, `\s`, "")) if {
	some attribute, text in given
	encoded(text)
	not packed(text)
}

texts[attribute] := text if {
	some attribute, text in given
	not encoded(text)
}

deny contains {"paths": [attribute], "message": sprintf("user data holds %s", [secrets.listed(kinds)])} if {
	some attribute, text in texts
	kinds := secrets.in_text(text)
	count(kinds) > 0
}

unknown contains {"paths": [attribute], "message": "what the compressed user data holds"} if {
	some attribute, text in given
	encoded(text)
	packed(text)
}
