package hipaactl.aws.ecr.repositories_test

import data.hipaactl.aws.ecr.repositories as policy

denied := {d.assertion | some d in policy.deny}

repository(phi, attributes) := object.union({"_": {"type": "aws_ecr_repository", "phi": phi}, "image_tag_mutability": "IMMUTABLE"}, attributes)

test_tags if {
	denied == set() with input as repository("no", {})
	denied == set() with input as repository("no", {"image_tag_mutability": "IMMUTABLE_WITH_EXCLUSION"})
	denied == {"immutable"} with input as repository("no", {"image_tag_mutability": "MUTABLE"})
	denied == {"immutable"} with input as repository("no", {"image_tag_mutability": "MUTABLE_WITH_EXCLUSION"})
}

test_encryption if {
	denied == {"encrypted"} with input as repository("yes", {})
	denied == {"encrypted"} with input as repository("yes", {"encryption_configuration": [{"encryption_type": "AES256"}]})
	denied == set() with input as repository("yes", {"encryption_configuration": [{"encryption_type": "KMS"}]})
}

test_policy if {
	open := {"_": {"type": "aws_ecr_repository_policy", "phi": "no"}, "policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": ["ecr:BatchGetImage"]}]}}
	denied == {"private"} with input as open
	named := {"_": {"type": "aws_ecr_repository_policy", "phi": "no"}, "policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": ["444455556666"]}, "Action": ["ecr:BatchGetImage"]}]}}
	denied == set() with input as named
}
