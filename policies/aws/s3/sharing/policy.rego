# METADATA
# title: Access points block the public, and buckets with PHI are shared with known accounts
# description: >-
#   An access point has a public access block of its own, which cannot be changed later. A policy of a bucket that names another
#   account gives PHI to whoever runs that account, which takes a business associate agreement.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
# custom:
#   id: HIPAA-S3-016
#   severity: medium
#   citations: ["164.312(a)(1)", "164.308(b)(1)"]
#   resources:
#     aws_s3_access_point:
#       public_access_block_configuration:
#         - block_public_acls: bool
#           block_public_policy: bool
#           ignore_public_acls: bool
#           restrict_public_buckets: bool
#     aws_s3_bucket: {}
#   related:
#     policies: {type: aws_s3_bucket_policy, on: bucket = id, attributes: {policy: document}}
#   params:
#     accounts: {type: [string], default: [], stricter: fewer, source: the accounts that have a business associate agreement}
#   assertions:
#     blocked: {title: The access point blocks all public access, reads: [public_access_block_configuration]}
#     accounts: {title: A bucket with PHI is shared with listed accounts only, reads: ["_.policies[*].policy"]}
#   remediation: >-
#     Make the access point anew with all four blocks on, which is the default. List the accounts that have an agreement in the
#     parameter accounts, and write the bucket's own account with data.aws_caller_identity.
package hipaactl.aws.s3.sharing

import data.hipaactl.lib.iam
import data.hipaactl.lib.iam_sharing

flags := ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]

# Without the block, all flags are on.
deny contains {"assertion": "blocked", "paths": [path], "message": message} if {
	some i, block in input.public_access_block_configuration
	some flag in flags
	block[flag] == false
	path := sprintf("public_access_block_configuration[%d].%s", [i, flag])
	message := sprintf("the access point is made with %s off", [flag])
}

not_applicable contains {"assertion": "blocked", "paths": ["_.type"], "message": "a bucket has a block that is judged by itself"} if {
	input._.type == "aws_s3_bucket"
}

documents[sprintf("_.policies[%d].policy", [i])] := attached.policy if {
	judged
	some i, attached in input._.policies
}

deny contains {"assertion": "accounts", "paths": array.concat(["_.phi"], iam.paths(at, document, n)), "message": message} if {
	some at, document in documents
	some n in iam.public_statements(document)
	message := "the bucket with PHI is shared with every account"
}

# foreign are the accounts that a bucket is shared with by their number, with the path that shows
# it, but for the listed ones.
foreign contains [path, account] if {
	some at, document in documents
	some path, account in iam_sharing.named(at, document, data.params.accounts)
}

foreign contains [iam.path(at, n), account] if {
	some at, document in documents
	some n, values in conditions(document, {"aws:principalaccount", "aws:principalarn", "s3:dataaccesspointaccount"})
	some value in values
	account := iam.account(value)
	regex.match(`^[0-9]{12}$`, account)
	not account in data.params.accounts
}

# conditions are what an Allow for everybody asks of some keys, by the index of its statement.
conditions(document, names) := {n: values |
	some n, statement in document.Statement
	statement.Effect == "Allow"
	iam.anyone(statement)
	values := {value |
		some keys in statement.Condition
		some key, list in keys
		lower(key) in names
		some value in list
		is_string(value)
	}
	count(values) > 0
}

accounts := {account | some [_, account] in foreign}

deny contains {"assertion": "accounts", "paths": array.concat(["_.phi"], [path | some [path, _] in foreign]), "message": message} if {
	count(foreign) > 0
	iam_sharing.certain(accounts, data.params.accounts)
	message := "the bucket with PHI is shared with an account that is not on the list"
}

unknown contains {"assertion": "accounts", "paths": [path], "message": message} if {
	some [path, _] in foreign
	not iam_sharing.certain(accounts, data.params.accounts)
	message := "whether this is the bucket's own account is not in the code: name it by data.aws_caller_identity, or list it"
}

unknown contains {"assertion": "accounts", "paths": [iam.path(at, n)], "message": "which accounts belong to the organization that the bucket is shared with"} if {
	some at, document in documents
	some n, _ in conditions(document, {"aws:principalorgid", "aws:principalorgpaths"})
	not conditions(document, {"aws:principalaccount", "aws:principalarn"})[n]
}

unknown contains {"assertion": "accounts", "paths": [iam.path(at, n)], "message": "which account the canonical user belongs to"} if {
	some at, document in documents
	some n, statement in document.Statement
	statement.Effect == "Allow"
	some user in statement.Principal.CanonicalUser
	not startswith(user, "ref:")
}

not_applicable contains {"assertion": "accounts", "paths": ["_.type", "_.phi"], "message": "only buckets with PHI are to be shared with listed accounts"} if {
	not judged
}

judged if {
	input._.type == "aws_s3_bucket"
	input._.phi == "yes"
}
