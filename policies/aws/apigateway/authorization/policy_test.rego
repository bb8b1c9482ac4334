package hipaactl.aws.apigateway.authorization_test

import data.hipaactl.aws.apigateway.authorization as policy

rest(methods, statements) := {
	"_": {"type": "aws_api_gateway_rest_api", "methods": [{"http_method": verb, "authorization": kind} | some verb, kind in methods], "policies": [], "routes": []},
	"policy": {"Statement": statements},
}

http(protocol, routes) := {
	"_": {"type": "aws_apigatewayv2_api", "methods": [], "policies": [], "routes": [{"route_key": key, "authorization_type": kind} | some key, kind in routes]},
	"protocol_type": protocol,
}

denied if count(policy.deny) > 0

statement(effect, principal, condition) := {"Effect": effect, "Principal": {"AWS": [principal]}, "Action": ["execute-api:Invoke"], "Resource": ["execute-api:/*"], "Condition": condition}

test_methods if {
	every kind in ["AWS_IAM", "COGNITO_USER_POOLS", "CUSTOM"] {
		not denied with input as rest({"GET": kind, "OPTIONS": "NONE"}, [])
	}
	denied with input as rest({"GET": "NONE"}, [])
	denied with input as rest({"ANY": "NONE", "GET": "AWS_IAM"}, [])
	denied with input as {"_": {"methods": [{}], "policies": [], "routes": []}}
}

test_policy_confines if {
	open := statement("Allow", "*", {})
	not denied with input as rest({"GET": "NONE"}, [statement("Allow", "arn:aws:iam::111122223333:root", {})])
	not denied with input as rest({"GET": "NONE"}, [statement("Allow", "*", {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24"]}})])
	every condition in [{"NotIpAddress": {"aws:SourceIp": ["203.0.113.0/24"]}}, {"StringNotEquals": {"aws:SourceVpce": ["vpce-1"]}}] {
		not denied with input as rest({"GET": "NONE"}, [open, statement("Deny", "*", condition)])
	}
}

test_policy_does_not_confine if {
	open := statement("Allow", "*", {})
	denied with input as rest({"GET": "NONE"}, [open])
	every condition in [{"Bool": {"aws:SecureTransport": ["false"]}}, {"NotIpAddress": {"aws:SourceIp": ["0.0.0.0/0"]}}, {"StringNotEquals": {"aws:SourceVpce": ["vpce-1"]}, "Bool": {"aws:SecureTransport": ["false"]}}] {
		denied with input as rest({"GET": "NONE"}, [open, statement("Deny", "*", condition)])
	}
	part := object.union(statement("Deny", "*", {"StringNotEquals": {"aws:SourceVpce": ["vpce-1"]}}), {"Resource": ["execute-api:/prod/GET/health"]})
	denied with input as rest({"GET": "NONE"}, [open, part])
}

test_attached_policy if {
	closed := {"_": object.union(rest({"GET": "NONE"}, [])._, {"policies": [{"policy": {"Statement": [statement("Allow", "111122223333", {})]}}]})}
	not denied with input as closed
}

test_routes if {
	not denied with input as http("HTTP", {"GET /records": "JWT", "OPTIONS /records": "NONE"})
	denied with input as http("HTTP", {"GET /records": "NONE"})
	denied with input as http("HTTP", {"$default": "NONE"})
	denied with input as object.union(http("HTTP", {"$default": "JWT"}), {"target": "arn:aws:lambda"})
}

test_websocket if {
	not denied with input as http("WEBSOCKET", {"$connect": "AWS_IAM", "$default": "NONE"})
	denied with input as http("WEBSOCKET", {"$connect": "NONE"})
	denied with input as http("WEBSOCKET", {"$default": "NONE"})
}

test_nothing_or_described if {
	count(policy.not_applicable) == 1 with input as rest({}, [])
	count(policy.not_applicable) == 0 with input as object.union(rest({}, []), {"body": "openapi: 3.0.1"})
	count(policy.unknown) == 1 with input as object.union(rest({}, []), {"body": "openapi: 3.0.1"})
	count(policy.unknown) == 0 with input as object.union(rest({}, [statement("Allow", "111122223333", {})]), {"body": "openapi: 3.0.1"})
}
