package hipaactl.lib.iam_pattern_test

import data.hipaactl.lib.iam_pattern as pattern

test_includes if {
	every pair in [
		["*", "s3:Get*"], ["s3:*", "s3:Get*"], ["s3:Get*", "s3:Get*"], ["s3:*Object", "s3:Get*Object"], ["s3:Get*", "s3:Get?bject*"],
		["s3:?et*", "s3:Get*"], ["a?c", "a?c"], ["**", "*"], ["arn:aws:s3:::b/*", "arn:aws:s3:::b/${aws:username}/*"],
		["${aws:username}", "${aws:username}"], ["a.b", "a.b"], ["a[b](c)", "a[b](c)"],
	] {
		pattern.includes(pair[0], pair[1])
	}
	every pair in [
		["s3:Get*", "s3:*"], ["s3:Get*", "*"], ["s3:Get?", "s3:Get*"], ["s3:get*", "s3:Get*"], ["a.c", "abc"], ["a", "ab"], ["b", "ab"],
		["home/${aws:username}*", "home/joan"], ["${*}", "${aws:username}"], [null, "a"], ["a", null],
	] {
		not pattern.includes(pair[0], pair[1])
	}
}

test_apart if {
	every pair in [["s3:Get*", "s3:Put*"], ["s3:*", "sqs:*"], ["s3:GetObject", "s3:PutObject"], ["*Acl", "s3:GetObject"], ["a?", "abc"], ["a/${x}", "b/*"]] {
		pattern.apart(pair[0], pair[1])
		pattern.apart(pair[1], pair[0])
	}
	every pair in [["*", "s3:Get*"], ["s3:*Acl", "s3:Get*"], ["s3:Get*", "s3:GetObject*"], ["${x}", "anything"], ["a*b", "a*c"], ["s3:*", "s3:*"], [null, "a"], ["a", null]] {
		not pattern.apart(pair[0], pair[1])
		not pattern.apart(pair[1], pair[0])
	}
}

test_actions_by_exception if {
	pattern.acts({"NotAction": ["iam:*"]}, "s3:*")
	not pattern.acts({"NotAction": ["s3:Delete*"]}, "s3:*")
	not pattern.acts({"NotAction": ["s3:*Acl"]}, "s3:Get*")
	pattern.actions({"Action": ["s3:Get*", null]}) == {"s3:Get*"}
	pattern.actions({"NotAction": ["iam:*"]}) == {"*"}
	pattern.actions({}) == {"*"}
}

test_resources if {
	pattern.resources({"Resource": ["a", null]}) == {"a"}
	pattern.resources({"NotResource": ["a"]}) == {"*"}
	pattern.resources({}) == {"*"}
	pattern.lies_on({"NotResource": ["a", "b*"]}, "c*")
	not pattern.lies_on({"NotResource": ["a", null]}, "c*")
	not pattern.lies_on({"Resource": [null]}, "c")
}
