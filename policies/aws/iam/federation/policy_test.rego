package hipaactl.aws.iam.federation_test

import data.hipaactl.aws.iam.federation as policy

of(type, source, values, lists) := object.union(values, {"_": object.union({"type": type, "source": source}, lists)})

failing(resource) := found if {
	found := {d.assertion | some d in policy.deny} with input as resource with data.params.break_glass as ["glass"]
}

test_users_of_configuration if {
	every source in ["code", "plan", "state"] {
		failing(of("aws_iam_user", source, {}, {})) == {"declared"}
	}
	failing(of("aws_iam_user", "live", {}, {"saml": [{}]})) == set()
	{n.assertion | some n in policy.not_applicable} == {"declared", "console"} with input as of("aws_iam_user", "live", {}, {})
}

profile(lists) := of("aws_iam_user_login_profile", "live", {"user": "jo"}, lists)

test_passwords if {
	failing(profile({"saml": [{}]})) == {"console"}
	failing(profile({"permission_sets": [{}]})) == {"console"}
	failing(profile({"centers": [{"status": "ACTIVE"}]})) == {"console"}
	failing(profile({"centers": [{"status": "CREATE_FAILED"}, {}]})) == set()
	failing(profile({"saml": [], "centers": [], "permission_sets": []})) == set()
}

test_emergencies if {
	failing(of("aws_iam_user_login_profile", "code", {"user": "glass"}, {"saml": [{}]})) == set()
	failing(of("aws_iam_user_login_profile", "code", {}, {"saml": [{}]})) == {"console"}
}
