package hipaactl.aws.iam.groups_test

import data.hipaactl.aws.iam.groups as policy

of(type, values, lists) := object.union(values, {"_": object.union({"type": type, "memberships": [], "groups": [], "joined": [], "members": []}, lists)})

failing(resource) := found if {
	found := {d.assertion | some d in policy.deny} with input as resource
}

test_users if {
	failing(of("aws_iam_user_policy", {}, {})) == {"users"}
	failing(of("aws_iam_user_policy_attachment", {}, {})) == {"users"}
	failing(of("aws_iam_policy_attachment", {"users": ["jo"]}, {})) == {"users"}
	failing(of("aws_iam_policy_attachment", {"users": []}, {})) == set()
	failing(of("aws_iam_policy_attachment", {}, {})) == set()
}

test_inline if {
	failing(of("aws_iam_role_policy", {}, {})) == {"inline"}
	failing(of("aws_iam_group_policy", {}, {})) == {"inline"}
}

test_members if {
	failing(of("aws_iam_user", {}, {})) == {"member"}
	failing(of("aws_iam_user", {}, {"memberships": [{"groups": []}]})) == {"member"}
	failing(of("aws_iam_user", {}, {"memberships": [{"groups": ["staff"]}]})) == set()
	failing(of("aws_iam_user", {}, {"groups": [{}]})) == set()
	failing(of("aws_iam_group", {}, {})) == {"populated"}
	failing(of("aws_iam_group", {}, {"members": [{"users": []}]})) == {"populated"}
	failing(of("aws_iam_group", {}, {"members": [{"users": ["jo"]}]})) == set()
	failing(of("aws_iam_group", {}, {"joined": [{}]})) == set()
}

test_asked_of_others if {
	{n.assertion | some n in policy.not_applicable} == {"inline", "member", "populated"} with input as of("aws_iam_user_policy", {}, {})
}
