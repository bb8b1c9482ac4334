# METADATA
# title: The account has a conformance pack for HIPAA
# description: >-
#   Without a conformance pack nothing in the account compares it with what HIPAA asks for, after each change and with a record. A pack of an
#   organization is in each of its accounts.
# related_resources:
#   - https://docs.aws.amazon.com/config/latest/developerguide/conformance-packs.html
#   - https://docs.aws.amazon.com/config/latest/developerguide/operational-best-practices-for-hipaa_security.html
#   - https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConformancePacks.html
# custom:
#   id: HIPAA-CFG-002
#   severity: low
#   citations: ["164.308(a)(8)", "164.308(a)(1)(ii)(B)"]
#   scope: account
#   more: helps
#   resources:
#     aws_config_conformance_pack: &pack {name: string, template_s3_uri: string, template_body: string}
#     aws_config_organization_conformance_pack: *pack
#     aws_config_conformance_pack_status: {template_document: string}
#   assertions:
#     deployed:
#       # Advice: other tools evaluate as well, this one among them.
#       title: A conformance pack for HIPAA or NIST SP 800-53 is deployed
#       severity: info
#       # Of an account nobody sees the template itself, which a pass can do without.
#       reads: ["aws_config_conformance_pack[*].name", "aws_config_organization_conformance_pack[*].name", "aws_config_conformance_pack_status[*].template_document"]
#   remediation: >-
#     Declare an aws_config_conformance_pack with name = "Operational-Best-Practices-for-HIPAA-Security" and AWS's template of that name
#     as its template_body or template_s3_uri, or an aws_config_organization_conformance_pack for all accounts.
package hipaactl.aws.config.conformance_pack_account

import data.hipaactl.lib.conformance_pack

kinds := ["aws_config_conformance_pack", "aws_config_organization_conformance_pack"]

texts := ["name", "template_s3_uri", "template_body"]

deployed if {
	some kind in kinds
	some pack in input[kind]
	some text in texts
	conformance_pack.recognised(pack[text])
}

deployed if {
	some status in input.aws_config_conformance_pack_status
	conformance_pack.recognised(status.template_document)
}

# An account does not show the template, but for the document of AWS that it was.
paths := ["aws_config_conformance_pack[*].name", "aws_config_conformance_pack_status[*].template_document"] if {
	input._.source == "live"
} else := [sprintf("%s[*].%s", [kind, text]) | some kind in kinds; some text in texts]

deny contains {"assertion": "deployed", "paths": paths, "message": "no conformance pack is named after HIPAA or NIST SP 800-53, or made from a template for one"} if not deployed
