package hipaactl.aws.kms.enclave_attestation_test

import data.hipaactl.aws.kms.enclave_attestation as policy

one := "9fedcba8abcdef7abcdef6abcdef5abcdef4abcdef3abcdef2abcdef1abcdef1abcdef0abcdef1abcdef2abcdef3abcd"

two := "1fedcba8abcdef7abcdef6abcdef5abcdef4abcdef3abcdef2abcdef1abcdef1abcdef0abcdef1abcdef2abcdef3abcd"

zeros := "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"

pcr0 := "kms:RecipientAttestation:PCR0"

root := "arn:ref:partition.name:iam::ref:account.id:root"

statement(effect, who, actions, condition) := {
	"Effect": effect, "Principal": {"AWS": [who]},
	"Action": actions, "Resource": ["*"], "Condition": condition,
}

key(statements) := {"policy": {"Statement": statements}, "_": {"policies": []}}

asking(operator, name, values) := statement("Allow", "ref:aws_iam_role.enclave.arn", ["kms:Decrypt"], {operator: {name: values}})

guard(operator, name, values) := statement("Deny", "*", ["kms:Decrypt"], {operator: {name: values}})

all := statement("Allow", root, ["kms:*"], {})

denied(document) := n if {
	n := count({d.message | some d in policy.deny}) with input as document with data.params.images as []
}

test_digest if count(one) == 96

test_others_are_not_judged if {
	denied(key([all])) == 0
	count(policy.not_applicable) == 1 with input as key([all]) with data.params.images as []
	count(policy.not_applicable) == 1 with input as object.union(key([all]), {"tags_all": {"Enclave": "false"}}) with data.params.images as []
	count(policy.not_applicable) == 0 with input as key([asking("StringEquals", pcr0, [one])]) with data.params.images as []
}

test_asking if {
	every name in ["PCR0", "PCR2", "PCR8", "ImageSha384", "imagesha384"] {
		every operator in ["StringEquals", "StringEqualsIgnoreCase", "StringLike"] {
			denied(key([asking(operator, concat("", ["kms:RecipientAttestation:", name]), [one])])) == 0
		}
	}
}

test_not_asking if {
	every operator in ["StringEqualsIfExists", "StringNotEquals", "ForAllValues:StringEquals"] {
		denied(key([asking(operator, pcr0, [one])])) == 1
	}
	denied(key([asking("StringEquals", "kms:RecipientAttestation:PCR3", [one])])) == 1
	every values in [[zeros], [one, zeros], ["abc"], [concat("", ["*", one])], []] {
		denied(key([asking("StringEquals", pcr0, values)])) == 1
	}
}

test_other_ways if {
	denied(key([all, asking("StringEquals", pcr0, [one])])) == 1
	denied(key([all, asking("StringEquals", pcr0, [one]), guard("StringNotEquals", pcr0, [one])])) == 0
	denied(key([all, guard("StringNotEqualsIgnoreCaseIfExists", pcr0, [one])])) == 0
	denied(key([all, guard("StringNotEquals", pcr0, [zeros])])) == 1
	denied(key([all, guard("StringNotEquals", pcr0, [null])])) == 1
	denied(key([all, guard("ForAnyValue:StringNotEquals", pcr0, [one])])) == 1
	denied(key([all, guard("StringEquals", pcr0, [zeros])])) == 1
	denied(key([all, object.union(guard("StringNotEquals", pcr0, [one]), {"Condition": {"Bool": {"aws:MultiFactorAuthPresent": ["false"]}}})])) == 1
	denied(key([all, object.union(guard("StringNotEquals", pcr0, [one]), {"Principal": {"AWS": ["ref:aws_iam_role.other.arn"]}})])) == 1
	denied(key([all, object.union(guard("StringNotEquals", pcr0, [one]), {"Action": ["kms:Encrypt"]})])) == 1
	denied(key([{"Effect": "Allow", "Principal": {"AWS": [root]}, "NotAction": ["kms:Decrypt"], "Resource": ["*"]}, asking("StringEquals", pcr0, [one])])) == 0
}

allowed := key([asking("StringEquals", pcr0, [one])])

guarded := key([all, guard("StringNotEquals", pcr0, [one, two])])

test_approved_images if {
	count(policy.deny) == 0 with input as allowed with data.params.images as [upper(one)]
	count(policy.deny) == 0 with input as guarded with data.params.images as [one, two]
}

test_images_that_are_not_listed if {
	count(policy.deny) == 1 with input as allowed with data.params.images as [two]
	count(policy.deny) > 0 with input as guarded with data.params.images as [one]
}

test_a_list_that_names_no_digest if {
	count(policy.deny) == 1 with input as allowed with data.params.images as ["(release"]
}

test_default_policy if {
	denied({"tags_all": {"enclave": "true"}, "_": {"policies": []}}) == 1
	denied({"tags_all": {"Enclave": "True"}, "_": {"policies": [{"policy": {"Statement": [all]}}]}}) == 1
	denied({"tags_all": {}, "_": {"policies": []}}) == 0
}

test_reference if {
	document := key([asking("StringEquals", pcr0, ["ref:aws_ssm_parameter.pcr0.value"])])
	denied(document) == 0
	count(policy.unknown) == 1 with input as document with data.params.images as []
	count(policy.unknown) == 1 with input as document with data.params.images as [one]
	count(policy.unknown) == 0 with input as key([asking("StringEquals", pcr0, [one])]) with data.params.images as []
	count(policy.unknown) == 1 with input as key([all, guard("StringNotEquals", pcr0, ["ref:aws_ssm_parameter.pcr0.value"])]) with data.params.images as []
}
