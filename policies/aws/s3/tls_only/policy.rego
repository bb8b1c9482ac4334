# METADATA
# title: S3 buckets refuse requests without TLS
# description: >-
#   S3 answers plain HTTP until a bucket policy denies it, so a client's mistake sends records and credentials in the clear.
#   Its public endpoints refuse TLS below 1.2 by themselves since February 2024; for PHI the bucket policy has to say so too.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
#   - https://repost.aws/knowledge-center/s3-enforce-modern-tls
#   - https://aws.amazon.com/blogs/storage/enforcing-encryption-in-transit-with-tls1-2-or-higher-with-amazon-s3/
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
# custom:
#   id: HIPAA-S3-007
#   severity: high
#   citations: ["164.312(e)(1)", "164.312(e)(2)(ii)", "164.312(e)(2)(i)", "164.312(c)(2)"]
#   nprm: ["164.312(b)(2)"]
#   resources: {aws_s3_bucket: {}}
#   related:
#     policies: {type: aws_s3_bucket_policy, on: bucket = id, more: helps, attributes: {policy: document}}
#   params:
#     assume_phi: {type: bool, default: false, stricter: true, source: the demands on PHI are made of what tags mark; true makes them of what has no mark either}
#   remediation: >-
#     Attach a bucket policy that denies s3:* to Principal "*" on the bucket and its objects when aws:SecureTransport is
#     false, and for PHI another that denies it when s3:TlsVersion is less than 1.2.
package hipaactl.aws.s3.tls_only

import data.hipaactl.lib.documents
import data.hipaactl.lib.iam

# refuses holds where Deny statements for everybody and every action, each with this
# one condition, reach both the bucket and its objects.
refuses(reason) if {
	every target in ["bucket", "objects"] {
		some attached in input._.policies
		some statement in attached.policy.Statement
		statement.Effect == "Deny"
		iam.anyone(statement)
		iam.covers(statement, "s3:*")
		some resource in statement.Resource
		reaches(resource, target)
		reason in reasons(statement)
	}
}

# reaches holds for resources that are all of the bucket's own, or all there are.
reaches(resource, _) if resource in {"*", "ref:self.arn*"}

reaches(resource, _) if {
	is_string(resource)
	regex.match(`^arn:[^:]*:s3:::\*$`, replace(resource, "ref:", "ref."))
}

reaches("ref:self.arn", "bucket")

reaches("ref:self.arn/*", "objects")

# reasons are what a statement with one condition denies. A minimum version refuses
# requests without TLS too, as the knowledge center's page says.
reasons(statement) := {"no_tls"} if {
	[operator, key, values] := documents.only_condition(statement)
	operator in {"bool", "boolifexists"}
	key == "aws:securetransport"
	"false" in values
} else := {"no_tls", "old_tls"} if {
	[operator, key, values] := documents.only_condition(statement)
	operator in {"numericlessthan", "numericlessthanifexists"}
	key == "s3:tlsversion"
	some value in values
	is_string(value)
	regex.match(`^[0-9]+([.][0-9]+)?$`, value)
	to_number(value) >= 1.2
}

deny contains {"paths": ["_.policies[*].policy"], "message": message} if {
	not refuses("no_tls")
	message := "no statement of a bucket policy denies s3:* on the bucket and its objects when aws:SecureTransport is false"
}

deny contains {"paths": ["_.policies[*].policy"], "message": message} if {
	phi
	not refuses("old_tls")
	message := sprintf("no statement of a bucket policy denies s3:* on the %s and its objects when s3:TlsVersion is less than 1.2", [bucket])
}

phi if input._.phi == "yes"

phi if {
	input._.phi == "unmarked"
	data.params.assume_phi
}

bucket := "PHI bucket" if input._.phi == "yes"

bucket := "bucket" if input._.phi != "yes"
