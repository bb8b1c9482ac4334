# METADATA
# title: Sessions end soon
# description: >-
#   A session that is left open is used by whoever finds it. People's sessions in roles, permission sets, applications and
#   streamed desktops end after a few hours, those that reach PHI earlier.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html
#   - https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html
#   - https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
#   - https://docs.aws.amazon.com/appstream2/latest/APIReference/API_CreateFleet.html
# custom:
#   id: HIPAA-IAM-015
#   severity: medium
#   citations: ["164.312(a)(2)(iii)", "164.312(a)(1)"]
#   nprm: ["164.312(a)(2)(iv)"]
#   resources:
#     aws_iam_role: {max_session_duration: number, assume_role_policy: document, path: string}
#     aws_ssoadmin_permission_set: {session_duration: string}
#     aws_cognito_user_pool_client: {access_token_validity: number, token_validity_units: [{access_token: string}]}
#     aws_appstream_fleet: {idle_disconnect_timeout_in_seconds: number}
#   related:
#     pool: {type: aws_cognito_user_pool, on: id = user_pool_id}
#   params:
#     role_hours: {type: number, default: 4, unit: hours, stricter: lower, source: a common limit for people's sessions; the Rule names no number}
#     permission_set_hours: {type: number, default: 8, unit: hours, stricter: lower, source: a working day}
#     phi_hours: {type: number, default: 1, unit: hours, stricter: lower, source: the shortest that roles and permission sets can have}
#     token_minutes: {type: number, default: 60, unit: minutes, stricter: lower, source: what Cognito gives to a client that says nothing}
#     phi_token_minutes: {type: number, default: 15, unit: minutes, stricter: lower, source: a common limit for applications with PHI}
#     idle_minutes: {type: number, default: 15, unit: minutes, stricter: lower, source: a common limit for a screen that nobody uses}
#   assertions:
#     roles: {title: Roles of people have short sessions, reads: [max_session_duration, assume_role_policy, path]}
#     permission_sets: {title: Permission sets have short sessions, reads: [session_duration]}
#     tokens: {title: Access tokens of applications expire soon, reads: [access_token_validity, token_validity_units, _.pool]}
#     desktops: {title: Streamed desktops log off who does nothing, reads: [idle_disconnect_timeout_in_seconds]}
#   remediation: >-
#     Lower max_session_duration, session_duration and access_token_validity, and set idle_disconnect_timeout_in_seconds to 900 or less.
package hipaactl.aws.iam.session_length

import data.hipaactl.lib.iam

asked := {
	"roles": "aws_iam_role",
	"permission_sets": "aws_ssoadmin_permission_set",
	"tokens": "aws_cognito_user_pool_client",
	"desktops": "aws_appstream_fleet",
}

# marks are what shows that PHI is reached.
marks contains "_.phi" if input._.phi == "yes"

marks contains sprintf("_.pool[%d]._.phi", [i]) if {
	some i, pool in input._.pool
	pool._.phi == "yes"
}

# exceeding are what more a denial rests on where so many seconds are too long: nothing by
# the limit for everything, a mark by that for PHI.
exceeding(seconds, limit, _) := {[]} if seconds > limit

exceeding(seconds, limit, phi) := {[mark] | some mark in marks} if {
	seconds <= limit
	seconds > phi
}

# peoples are the statements by which people can assume a role: of an account, which means
# whomever it allows to, of users, and of those who signed in elsewhere. A role that a
# role assumes has sessions of an hour at most.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining
peoples contains n if {
	some n, statement in input.assume_role_policy.Statement
	statement.Effect == "Allow"
	some principal in statement.Principal.AWS
	is_string(principal)
	not regex.match(`:(assumed-)?role/|^ref:aws_iam_role\.|^AROA`, principal)
}

peoples contains n if {
	some n, statement in input.assume_role_policy.Statement
	statement.Effect == "Allow"
	iam.covers(statement, "sts:AssumeRoleWithSAML")
	statement.Principal.Federated
}

deny contains {"assertion": "roles", "paths": paths, "message": message} if {
	not reserved
	some n in peoples
	some more in exceeding(input.max_session_duration, data.params.role_hours * 3600, data.params.phi_hours * 3600)
	paths := array.concat(["path", "max_session_duration", iam.path("assume_role_policy", n)], more)
	message := sprintf("people's sessions in the role may last longer than %v", [hours(more, data.params.role_hours)])
}

hours(more, limit) := sprintf("%v hours", [limit]) if count(more) == 0

hours(more, _) := sprintf("%v hours, which is the limit for PHI", [data.params.phi_hours]) if count(more) > 0

# reserved holds for the roles of IAM Identity Center: the length of a session is the permission set's.
reserved if startswith(input.path, "/aws-reserved/")

not_applicable contains {"assertion": "roles", "paths": ["path"], "message": "the permission set decides how long sessions last"} if reserved

not_applicable contains {"assertion": "roles", "paths": ["assume_role_policy"], "message": "no person assumes the role"} if {
	input._.type == asked.roles
	count(peoples) == 0
}

# length is an ISO 8601 duration without years and months, in seconds.
length := sum(seconds) if {
	regex.match(`^P([0-9]+W|([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)$`, input.session_duration)
	seconds := [part |
		some text in regex.find_n(`[0-9]+[WDHMS]`, input.session_duration, -1)
		unit := substring(text, count(text) - 1, 1)
		part := to_number(trim_right(text, unit)) * units[unit]
	]
}

units := {"W": 604800, "D": 86400, "H": 3600, "M": 60, "S": 1}

deny contains {"assertion": "permission_sets", "paths": array.concat(["session_duration"], more), "message": message} if {
	some more in exceeding(length, data.params.permission_set_hours * 3600, data.params.phi_hours * 3600)
	message := sprintf("sessions of the permission set last longer than %v", [hours(more, data.params.permission_set_hours)])
}

unknown contains {"assertion": "permission_sets", "paths": ["session_duration"], "message": "how long sessions of the permission set last"} if {
	is_string(input.session_duration)
	not lasting
}

lasting if length > 0

# token is how many seconds an access token is valid; a client that says nothing gives an hour.
token := 3600 if object.get(input, "access_token_validity", 0) == 0

token := input.access_token_validity * token_units[unit] if {
	input.access_token_validity > 0
	unit := object.get(input, ["token_validity_units", 0, "access_token"], "hours")
}

token_units := {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}

deny contains {"assertion": "tokens", "paths": array.concat(["access_token_validity", "token_validity_units"], more), "message": message} if {
	input._.type == asked.tokens
	some more in exceeding(token, data.params.token_minutes * 60, data.params.phi_token_minutes * 60)
	limit := {true: data.params.token_minutes, false: data.params.phi_token_minutes}[count(more) == 0]
	message := sprintf("access tokens are valid for longer than %v minutes", [limit])
}

deny contains {"assertion": "desktops", "paths": ["idle_disconnect_timeout_in_seconds"], "message": message} if {
	input._.type == asked.desktops
	idle := object.get(input, "idle_disconnect_timeout_in_seconds", 0)
	never_or_later(idle)
	message := sprintf("who does nothing stays logged on for longer than %v minutes", [data.params.idle_minutes])
}

never_or_later(idle) if idle == 0

never_or_later(idle) if idle > data.params.idle_minutes * 60

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "this is asked of other resources"} if {
	some assertion, type in asked
	type != input._.type
}
