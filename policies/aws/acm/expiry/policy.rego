# METADATA
# title: Certificates are renewed before they expire, and their keys are long enough
# description: >-
#   When the certificate of a service runs out, its users see a warning and learn to click it away, or the service is gone.
#   ACM renews by itself what it issued and validated by DNS. What was imported it cannot renew, and validation by e-mail
#   waits for an answer. Certificates that nothing uses are left out, where an account says so.
# related_resources:
#   - https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html
#   - https://docs.aws.amazon.com/acm/latest/userguide/import-certificate.html
#   - https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate
# custom:
#   id: HIPAA-ACM-001
#   severity: medium
#   citations: ["164.312(e)(2)(ii)", "164.312(e)(1)"]
#   resources:
#     aws_acm_certificate: {certificate_body: string, type: string, validation_method: string, key_algorithm: string, not_after: string}
#   related:
#     status: {type: aws_acm_certificate_status, on: certificate_arn = arn, attributes: {in_use: bool}}
#   params:
#     warning_days: {type: number, default: 30, unit: days, stricter: higher, source: ACM renews 60 days before the end and warns from 45 days on}
#     minimum_rsa_bits: {type: number, default: 2048, unit: bits, stricter: higher, source: NIST SP 800-131A Rev. 2}
#   assertions:
#     expiry:
#       title: The certificate does not expire soon
#       reads: [not_after, _.status]
#     key:
#       title: The RSA key is long enough
#       reads: [key_algorithm, _.status]
#     renewal:
#       title: ACM can renew the certificate by itself
#       reads: [certificate_body, type, validation_method, _.status]
#       severity: info
#   remediation: >-
#     Request the certificate with validation_method = "DNS" and keep the validation record, which ACM renews with; replace
#     keys of RSA below 2048 bits.
package hipaactl.aws.acm.expiry

import data.hipaactl.lib.age

idle if {
	some status in input._.status
	status.in_use == false
}

issued if input.not_after != ""

deny contains {
	"assertion": "expiry",
	"paths": ["not_after", "_.status[*].in_use"],
	"message": sprintf("the certificate has expired or does so within %v days", [data.params.warning_days]),
} if {
	not idle
	age.days(input.not_after) > 0 - data.params.warning_days
}

unknown contains {"assertion": "expiry", "paths": ["not_after"], "message": "when the certificate expires"} if {
	issued
	not told
}

told if age.hours(input.not_after) != null

not_applicable contains {"assertion": "expiry", "paths": ["not_after"], "message": "the certificate is not issued yet"} if not issued

deny contains {
	"assertion": "key",
	"paths": ["key_algorithm", "_.status[*].in_use"],
	"message": sprintf("the RSA key has fewer than %v bits", [data.params.minimum_rsa_bits]),
} if {
	not idle
	some match in regex.find_all_string_submatch_n(`^RSA[-_](\d+)$`, input.key_algorithm, 1)
	to_number(match[1]) < data.params.minimum_rsa_bits
}

deny contains {
	"assertion": "renewal",
	"paths": ["certificate_body", "_.status[*].in_use"],
	"message": "the certificate is imported, so that ACM does not renew it",
} if {
	not idle
	input.certificate_body != ""
}

deny contains {
	"assertion": "renewal",
	"paths": ["type", "_.status[*].in_use"],
	"message": "the certificate is imported, so that ACM does not renew it",
} if {
	not idle
	input.type == "IMPORTED"
}

deny contains {
	"assertion": "renewal",
	"paths": ["validation_method", "_.status[*].in_use"],
	"message": "the certificate is validated by e-mail, so that somebody has to approve each renewal",
} if {
	not idle
	input.validation_method == "EMAIL"
}

not_applicable contains {"paths": ["_.status[*].in_use"], "message": "nothing uses the certificate"} if idle
