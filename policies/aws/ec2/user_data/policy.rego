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
#     aws_instance: &data {user_data: examined, user_data_base64: examined}
#     aws_launch_configuration: *data
#     aws_launch_template: {user_data: examined}
#   params:
#     confidence: {type: "[string]", default: [medium, high], stricter: more, source: "hipaactl's own choice: from medium on, a form, check digit or surroundings rule most else out"}
#     kinds: {type: "[string]", default: ["*"], stricter: more, source: every kind that is known}
#   remediation: Let the instance read secrets when it boots, from Secrets Manager or Parameter Store and with its role. Replace what the user data gave away.
package hipaactl.aws.ec2.user_data

import data.hipaactl.lib.contents

deny contains {"paths": contents.at(attribute, places), "message": sprintf("user data holds %s", [contents.said(input[attribute], places)])} if {
	some attribute in {"user_data", "user_data_base64"}
	places := contents.told(input[attribute], {"credential", "phi"})
	count(places) > 0
}
