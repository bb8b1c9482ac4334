package hipaactl.aws.iam.session_length_test

import data.hipaactl.aws.iam.session_length as policy

defaults := {"role_hours": 4, "permission_set_hours": 8, "phi_hours": 1, "token_minutes": 60, "phi_token_minutes": 15, "idle_minutes": 15}

failing(resource) := found if {
	found := {d.assertion | some d in policy.deny} with input as resource with data.params as defaults
}

of(type, phi, values) := object.union(values, {"_": {"type": type, "phi": phi}})

trust(principal) := {"Statement": [{"Effect": "Allow", "Principal": principal, "Action": ["sts:AssumeRole", "sts:AssumeRoleWithSAML"]}]}

role(phi, seconds, principal) := of("aws_iam_role", phi, {"max_session_duration": seconds, "assume_role_policy": trust(principal)})

test_roles_of_people if {
	every principal in [
		{"AWS": ["arn:aws:iam::ref:account.id:root"]}, {"AWS": ["arn:aws:iam::111122223333:user/jo"]}, {"AWS": ["*"]}, {"AWS": ["ref:aws_iam_user.arn"]},
		{"Federated": ["arn:aws:iam::111122223333:saml-provider/clinic"]},
	] {
		failing(role("no", 43200, principal)) == {"roles"}
		failing(role("no", 14400, principal)) == set()
		failing(role("yes", 14400, principal)) == {"roles"}
		failing(role("yes", 3600, principal)) == set()
	}
}

test_roles_of_machines if {
	every principal in [{"Service": ["ec2.amazonaws.com"]}, {"AWS": ["arn:aws:iam::111122223333:role/app", "ref:aws_iam_role.arn", null]}, {}] {
		failing(role("yes", 43200, principal)) == set()
		count(policy.not_applicable) == 4 with input as role("yes", 43200, principal) with data.params as defaults
	}
	failing(of("aws_iam_role", "yes", {"max_session_duration": 43200, "assume_role_policy": {"Statement": [null]}})) == set()
}

test_roles_of_identity_center if {
	reserved := object.union(role("yes", 43200, {"Federated": ["arn:aws:iam::111122223333:saml-provider/x"]}), {"path": "/aws-reserved/sso.amazonaws.com/"})
	failing(reserved) == set()
	count(policy.not_applicable) == 4 with input as reserved with data.params as defaults
}

set_of(phi, duration) := of("aws_ssoadmin_permission_set", phi, {"session_duration": duration})

test_permission_sets if {
	every duration in ["PT12H", "PT8H1S", "P1D", "PT481M", "P1W", "P0DT9H"] {
		failing(set_of("unmarked", duration)) == {"permission_sets"}
	}
	every duration in ["PT8H", "PT1H", "PT2H30M", "PT480M"] {
		failing(set_of("unmarked", duration)) == set()
	}
	failing(set_of("yes", "PT1H1M")) == {"permission_sets"}
	failing(set_of("yes", "PT60M")) == set()
	every duration in ["8 hours", "", "P1Y", "T8H"] {
		failing(set_of("yes", duration)) == set()
		count(policy.unknown) == 1 with input as set_of("yes", duration) with data.params as defaults
	}
}

client(pool, values) := object.union(values, {"_": {"type": "aws_cognito_user_pool_client", "phi": "unmarked", "pool": [{"_": {"phi": pool}}]}})

test_tokens if {
	failing(client("no", {})) == set()
	failing(client("yes", {})) == {"tokens"}
	failing(client("no", {"access_token_validity": 2})) == {"tokens"}
	failing(client("no", {"access_token_validity": 1, "token_validity_units": [{"access_token": "days"}]})) == {"tokens"}
	failing(client("yes", {"access_token_validity": 15, "token_validity_units": [{"access_token": "minutes"}]})) == set()
	failing(client("yes", {"access_token_validity": 901, "token_validity_units": [{"access_token": "seconds"}]})) == {"tokens"}
	failing(client("no", {"access_token_validity": 1, "token_validity_units": [{}]})) == set()
}

fleet(values) := of("aws_appstream_fleet", "no", values)

test_desktops if {
	failing(fleet({"idle_disconnect_timeout_in_seconds": 900})) == set()
	failing(fleet({"idle_disconnect_timeout_in_seconds": 901})) == {"desktops"}
	failing(fleet({"idle_disconnect_timeout_in_seconds": 0})) == {"desktops"}
	failing(fleet({})) == {"desktops"}
}

test_paths if {
	{d.paths | some d in policy.deny} == {["session_duration", "_.phi"]} with input as set_of("yes", "PT2H") with data.params as defaults
	{d.paths | some d in policy.deny} == {["access_token_validity", "token_validity_units", "_.pool[0]._.phi"]} with input as client("yes", {}) with data.params as defaults
	{d.paths | some d in policy.deny} == {["session_duration"]} with input as set_of("yes", "PT12H") with data.params as defaults
}
