# METADATA
# title: API Gateway authorizes every call
# description: >-
#   A method or route without an authorizer answers whoever knows its address; an API key tells callers apart and proves
#   nothing. A resource policy that names who may come, or refuses everybody else, stands in for one. Of a WebSocket API only
#   the route $connect is authorized. OPTIONS is left out, since browsers ask it without credentials.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
# custom:
#   id: HIPAA-API-002
#   severity: {default: high, phi: critical}
#   citations: ["164.312(a)(1)", "164.312(d)", "164.312(a)(2)(i)"]
#   resources:
#     aws_api_gateway_rest_api: {body: string, policy: document}
#     aws_apigatewayv2_api: {body: string, protocol_type: string, target: string}
#   related:
#     methods: {type: aws_api_gateway_method, on: rest_api_id = id, attributes: {http_method: string, authorization: string}}
#     policies: {type: aws_api_gateway_rest_api_policy, on: rest_api_id = id, attributes: {policy: document}}
#     routes: {type: aws_apigatewayv2_route, on: api_id = id, attributes: {route_key: string, authorization_type: string}}
#   remediation: >-
#     Set authorization to AWS_IAM, COGNITO_USER_POOLS or CUSTOM on each aws_api_gateway_method, and authorization_type to
#     AWS_IAM, JWT or CUSTOM on each aws_apigatewayv2_route.
package hipaactl.aws.apigateway.authorization

import data.hipaactl.lib.iam


websocket if input.protocol_type == "WEBSOCKET"

deny contains {
	"paths": [sprintf("_.methods[%d].authorization", [i]), sprintf("_.methods[%d].http_method", [i]), "policy", "_.policies[*].policy"],
	"message": "a method answers without authorization, and no resource policy confines who may call",
} if {
	some i, method in input._.methods
	open(method, "authorization")
	not method.http_method == "OPTIONS"
	not confined
}

deny contains {
	"paths": [sprintf("_.routes[%d].authorization_type", [i]), sprintf("_.routes[%d].route_key", [i]), "protocol_type"],
	"message": "a route answers without authorization",
} if {
	some i, route in input._.routes
	open(route, "authorization_type")
	not spared(object.get(route, "route_key", ""))
}

deny contains {
	"paths": ["protocol_type", "_.routes[*].route_key"],
	"message": "the WebSocket API has no route $connect, so that anyone may connect",
} if {
	websocket
	count(input._.routes) > 0
	count([route | some route in input._.routes; route.route_key == "$connect"]) == 0
}

deny contains {"paths": ["target"], "message": "the route that target makes has no authorization"} if input.target != ""

open(what, attribute) if upper(object.get(what, attribute, "NONE")) in {"NONE", ""}

# spared holds for routes that need no authorization of their own.
spared(key) if startswith(key, "OPTIONS ")

spared(key) if {
	websocket
	key != "$connect"
}

# documents are the API's resource policies by path; it has one at most.
documents["policy"] := input.policy if count(input.policy.Statement) > 0

documents[path] := attached.policy if {
	some i, attached in input._.policies
	path := sprintf("_.policies[%d].policy", [i])
}

# confined holds for a resource policy that lets nobody call without saying who, as what it does not
# allow is refused, or that takes back what it lets everybody do.
confined if {
	count(documents) > 0
	every document in documents { count(iam.public_for(document, "execute-api:Invoke")) == 0 }
}

unknown contains {"paths": ["body"], "message": "which methods the document in body describes, and how they authorize"} if {
	input.body != ""
	not confined
}

not_applicable contains {"paths": ["_.methods", "_.routes", "body", "target"], "message": "it has no methods or routes"} if {
	count(input._.methods) + count(input._.routes) == 0
	object.get(input, "body", "") == ""
	object.get(input, "target", "") == ""
}
