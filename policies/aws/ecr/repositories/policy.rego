# METADATA
# title: Image repositories are immutable, private and encrypted
# description: Whoever can overwrite a tag decides what runs the next time that something is started from it.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
#   - https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html
#   - https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository
# custom:
#   id: HIPAA-ECR-002
#   severity: medium
#   citations: ["164.312(c)(1)", "164.312(a)(1)", "164.312(a)(2)(iv)"]
#   resources:
#     aws_ecr_repository: {image_tag_mutability: string, encryption_configuration: [{encryption_type: string}]}
#     aws_ecr_repository_policy: {policy: document}
#   assertions:
#     immutable: {title: Tags of images cannot be overwritten, reads: [image_tag_mutability]}
#     private: {title: The policy of the repository does not let in everybody, reads: [policy]}
#     encrypted: {title: A repository for PHI is encrypted with a KMS key, reads: [encryption_configuration]}
#   remediation: Set image_tag_mutability = "IMMUTABLE", name the accounts in the repository's policy, and make repositories for PHI with encryption_type = "KMS".
package hipaactl.aws.ecr.repositories

import data.hipaactl.lib.iam

repository if input._.type == "aws_ecr_repository"

deny contains {"assertion": "immutable", "paths": ["image_tag_mutability"], "message": "tags of images can be overwritten"} if {
	repository
	input.image_tag_mutability in {"MUTABLE", "MUTABLE_WITH_EXCLUSION"}
}

deny contains {"assertion": "private", "paths": iam.paths("policy", input.policy, n), "message": "everybody may use the repository"} if {
	some n in iam.public_statements(input.policy)
}

encrypted if {
	some config in input.encryption_configuration
	config.encryption_type in {"KMS", "KMS_DSSE"}
}

deny contains {"assertion": "encrypted", "paths": ["encryption_configuration", "_.phi"], "message": "a repository for PHI is not encrypted with a KMS key"} if {
	repository
	input._.phi == "yes"
	not encrypted
}

not_applicable contains {"assertion": "encrypted", "paths": ["_.phi"], "message": "the repository is not marked as one for PHI"} if {
	repository
	input._.phi != "yes"
}

not_applicable contains {"assertion": "private", "paths": ["_.type"], "message": "this is asked of its policy"} if repository

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "this is asked of the repository"} if {
	some assertion in {"immutable", "encrypted"}
	not repository
}
