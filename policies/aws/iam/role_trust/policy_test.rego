package hipaactl.aws.iam.role_trust_test

import data.hipaactl.aws.iam.role_trust as policy

role(statements) := {"assume_role_policy": {"Statement": statements}, "_": {"source": "code"}}

allow(principal, condition) := {"Effect": "Allow", "Principal": principal, "Action": ["sts:AssumeRole"], "Condition": condition}

deny(condition) := {"Effect": "Deny", "Principal": {"AWS": ["*"]}, "Action": ["sts:*"], "Condition": condition}

failing(document) := found if {
	found := {d.assertion | some d in policy.deny} with input as document with data.params.accounts as []
}

everybody := {"AWS": ["*"]}

vendor := {"AWS": ["arn:aws:iam::444455556666:root"]}

second := {"AWS": ["arn:aws:iam::444455556666:root", "arn:aws:iam::777788889999:role/reader"]}

id := {"StringEquals": {"sts:ExternalId": ["clinic-7"]}}

test_everybody if {
	failing(role([allow(everybody, {})])) == {"anyone"}
	failing(role([allow(everybody, {"Bool": {"aws:MultiFactorAuthPresent": ["true"]}})])) == {"anyone"}
	failing(role([allow(everybody, id)])) == {"anyone"}
	failing(role([{"Effect": "Allow", "NotPrincipal": {"AWS": ["111122223333"]}, "Action": ["sts:*"]}])) == {"anyone"}
	failing(role([allow(everybody, {"StringEquals": {"aws:PrincipalOrgID": ["o-abc"]}})])) == set()
	failing(role([deny({}), allow(everybody, {})])) == set()
	failing(role([deny({"StringNotEquals": {"aws:PrincipalOrgID": ["o-abc"]}}), allow(everybody, {})])) == set()
	failing(role([deny({"Bool": {"aws:SecureTransport": ["false"]}}), allow(everybody, {})])) == {"anyone"}
	failing(role([{"Effect": "Allow", "Principal": everybody, "Action": ["sts:TagSession"]}])) == set()
}

test_own_principals if {
	every who in [["arn:ref:partition.name:iam::ref:account.id:root"], ["ref:aws_iam_role.arn"], ["ref:account.id"], ["AROAEXAMPLE"]] {
		failing(role([allow({"AWS": who}, {})])) == set()
		count(policy.unknown) == 0 with input as role([allow({"AWS": who}, {})]) with data.params.accounts as []
	}
}

test_other_accounts if {
	failing(role([allow(second, {})])) == {"accounts"}
	failing(object.union(role([allow(vendor, {})]), {"_": {"source": "live"}})) == {"accounts"}
	failing(role([allow(second, id)])) == set()
	failing(role([allow(second, {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": ["o-abc/*"]}})])) == set()
	failing(role([allow(second, {"StringLike": {"sts:ExternalId": ["*"]}})])) == {"accounts"}
	failing(role([allow(second, {"StringEqualsIfExists": {"sts:ExternalId": ["clinic-7"]}})])) == {"accounts"}
	failing(role([allow(second, {"StringEquals": {"aws:PrincipalTag/team": ["x"]}})])) == {"accounts"}
	failing(role([allow(second, {}), deny({})])) == set()
}

test_one_account_may_be_its_own if {
	single := role([allow(vendor, {})])
	failing(single) == set()
	{u.paths | some u in policy.unknown} == {["assume_role_policy.Statement[0].Principal.AWS[0]"]} with input as single with data.params.accounts as []
	count(policy.unknown) == 0 with input as role([allow(vendor, id)]) with data.params.accounts as []
	listed := {d.assertion | some d in policy.deny} with input as single with data.params.accounts as ["111122223333"]
	listed == {"accounts"}
	ours := {d.assertion | some d in policy.deny} with input as single with data.params.accounts as ["444455556666"]
	ours == set()
}

test_services if {
	every name in ["ecs-tasks.amazonaws.com", "states.eu-west-1.amazonaws.com", "monitoring.rds.amazonaws.com"] {
		failing(role([allow({"Service": [name]}, {})])) == {"services"}
		failing(role([allow({"Service": ["ec2.amazonaws.com", name]}, {"StringEquals": {"aws:SourceAccount": ["ref:account.id"]}})])) == set()
		failing(role([allow({"Service": [name]}, {"ArnLike": {"aws:SourceArn": ["arn:aws:ecs:eu-west-1:ref:account.id:*"]}})])) == set()
		failing(role([allow({"Service": [name]}, {"ArnLike": {"aws:SourceArn": ["arn:aws:ecs:*:*:*"]}})])) == {"services"}
		failing(role([allow({"Service": [name]}, {"StringEqualsIfExists": {"aws:SourceAccount": ["ref:account.id"]}})])) == {"services"}
	}
	every name in ["ec2.amazonaws.com", "lambda.amazonaws.com", "logsmith.amazonaws.com"] {
		failing(role([allow({"Service": [name]}, {})])) == set()
	}
}

web(provider, condition) := {"Effect": "Allow", "Principal": {"Federated": [provider]}, "Action": ["sts:AssumeRoleWithWebIdentity"], "Condition": condition}

provider := "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"

sub := "token.actions.githubusercontent.com:sub"

aud := {"StringEquals": {"token.actions.githubusercontent.com:aud": ["sts.amazonaws.com"]}}

test_one_repository if {
	every value in [
		"repo:clinic/records:ref:refs/heads/main", "repo:clinic/records:*", "repo:clinic@123/records@456:environment:prod",
		"repo:clinic/ref:github_repository.name:*", "repo:ref:github_repository.full_name:*", "repository_id:123456:environment:prod",
		"repository:clinic/records:ref:refs/heads/main",
	] {
		failing(role([web(provider, {"StringLike": {sub: [value]}})])) == set()
		failing(role([web("ref:aws_iam_openid_connect_provider.arn", {"StringLike": {sub: [value]}})])) == set()
	}
	every claim, value in {"repository": "clinic/records", "repository_id": "123456"} {
		failing(role([web(provider, {"StringEquals": {sprintf("token.actions.githubusercontent.com:%s", [claim]): [value]}})])) == set()
	}
	failing(role([web(provider, {"StringEquals": {"token.actions.githubusercontent.com/clinic:sub": ["repo:clinic/records:pull_request"]}})])) == set()
}

test_more_than_one_repository if {
	every value in [
		"*", "repo:*", "repo:clinic/*", "repo:clinic/*:ref:refs/heads/main", "repo:clinic/rec*:*", "repo:clinic/records*", "repo:*/records:*",
		"repository_owner:clinic:*", "job_workflow_ref:clinic/ci/.github/workflows/x.yml@main", "repo:${aws:PrincipalTag/x}/y:*",
	] {
		failing(role([web(provider, {"StringLike": {sub: [value]}})])) == {"web"}
	}
	failing(role([web(provider, {})])) == {"web"}
	failing(role([web(provider, aud)])) == {"web"}
	failing(role([web("ref:aws_iam_openid_connect_provider.arn", aud)])) == {"web"}
	failing(role([web(provider, {"StringLike": {sub: ["repo:clinic/records:*", "repo:clinic/*"]}})])) == {"web"}
	failing(role([web(provider, {"StringNotLike": {sub: ["repo:clinic/records:*"]}})])) == {"web"}
	failing(role([web(provider, {"ForAllValues:StringLike": {sub: ["repo:clinic/records:*"]}})])) == {"web"}
	failing(role([web(provider, {"StringEquals": {"token.actions.githubusercontent.com:repository": ["clinic/*"]}})])) == {"web"}
	failing(role([web(provider, {"StringEquals": {"token.actions.githubusercontent.com:repository_owner": ["clinic"]}})])) == {"web"}
}

# AWS calls such a condition true where the token lacks the claim.
test_conditions_that_do_not_ask if {
	every operator in ["ForAllValues:StringLike", "StringLikeIfExists"] {
		denials := policy.deny with input as role([web(provider, {operator: {sub: ["repo:clinic/records:*"]}})]) with data.params.accounts as []
		{contains(d.message, "ForAllValues and IfExists") | some d in denials} == {true}
	}
	failing(role([web(provider, {"ForAllValues:StringLike": {sub: ["repo:clinic/records:*"]}, "Null": {sub: ["false"]}})])) == set()
	denials := policy.deny with input as role([web(provider, {"ForAllValues:StringEquals": {"token.actions.githubusercontent.com:aud": ["sts.amazonaws.com"]}})]) with data.params.accounts as []
	{contains(d.message, "no condition pins") | some d in denials} == {true}
}

test_other_providers if {
	every other in ["ref:aws_iam_openid_connect_provider.arn", "arn:aws:iam::ref:account.id:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC"] {
		failing(role([web(other, {})])) == {"web"}
		failing(role([web(other, {"StringEqualsIfExists": {"oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub": ["x"]}})])) == {"web"}
		failing(role([web(other, {"StringEquals": {"oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub": ["system:serviceaccount:app:web"]}})])) == set()
	}
	{n.assertion | some n in policy.not_applicable} == {"web"} with input as role([web("arn:aws:iam::111122223333:saml-provider/clinic", {})])
}

test_service_linked if {
	linked := object.union(role([allow({"Service": ["autoscaling.amazonaws.com"]}, {})]), {"path": "/aws-service-role/autoscaling.amazonaws.com/"})
	count(policy.not_applicable) == 5 with input as linked
	count(policy.not_applicable) == 1 with input as role([allow({"Service": ["autoscaling.amazonaws.com"]}, {})])
}

test_unseen_parts if {
	failing(role([null, allow({"AWS": [null], "Service": [null], "Federated": [null]}, {})])) == set()
	failing({"_": {"source": "code"}}) == set()
	failing(role([web(provider, {"StringLike": {sub: [null]}})])) == {"web"}
}
