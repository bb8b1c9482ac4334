# Events as CloudTrail writes them, to try patterns on. They come from different Regions, addresses and
# principals, so that a pattern which is only about one of these does not match them all.
# https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
package hipaactl.lib.cloudtrail_events

places := [
	{"awsRegion": "us-east-1", "sourceIPAddress": "198.51.100.7", "userAgent": "aws-cli/2.17.0", "userIdentity": {
		"type": "IAMUser",
		"userName": "somebody",
		"arn": "arn:aws:iam::111122223333:user/somebody",
	}},
	{"awsRegion": "eu-central-1", "sourceIPAddress": "203.0.113.20", "userAgent": "Mozilla/5.0", "userIdentity": {
		"type": "AssumedRole",
		"arn": "arn:aws:sts::111122223333:assumed-role/somebody/session",
		"sessionContext": {"sessionIssuer": {"type": "Role", "userName": "somebody"}},
	}},
]

common := {"eventVersion": "1.11", "recipientAccountId": "111122223333", "managementEvent": true, "eventCategory": "Management"}

# calls are calls of a service by name, "iam". The first comes twice.
calls(service, names) := [event |
	some i, name in names
	some j, place in places
	i * j == 0
	event := object.union_n([common, place, {
		"eventType": "AwsApiCall", "eventSource": sprintf("%s.amazonaws.com", [service]), "eventName": name, "readOnly": false,
	}])
]

# refused are calls that are refused with one of the codes. Who looks around mostly reads.
refused(codes) := [object.union(event, {"errorCode": code, "readOnly": true}) |
	some code in codes
	some event in calls("ec2", ["DescribeInstances"])
]

# sign_ins are those to the console by a user, with what more is known of them.
sign_ins(more) := [event |
	some place in places
	who := object.union(place, {"userIdentity": places[0].userIdentity})
	event := object.union_n([common, who, {"eventType": "AwsConsoleSignIn", "eventSource": "signin.amazonaws.com", "eventName": "ConsoleLogin", "readOnly": false}, more])
]

root := {"userIdentity": {"type": "Root", "principalId": "111122223333", "arn": "arn:aws:iam::111122223333:root", "accountId": "111122223333"}}

# by_root is what the root user does: it signs in, and it calls.
by_root := [object.union(object.remove(event, ["userIdentity"]), root) |
	some event in array.concat(sign_ins(signed_in), calls("iam", ["CreateAccessKey"]))
]

signed_in := {"responseElements": {"ConsoleLogin": "Success"}, "additionalEventData": {"MFAUsed": "Yes"}}
