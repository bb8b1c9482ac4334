package hipaactl.aws.vpc.endpoints_test

import data.hipaactl.aws.vpc.endpoints as policy

narrow := {"Statement": [{"Effect": "Allow", "Principal": {"*": ["*"]}, "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::records/*"]}]}

open_to_all := {"Statement": [{"Effect": "Allow", "Principal": {"*": ["*"]}, "Action": ["*"], "Resource": ["*"]}]}

attached := {"policies": [], "routed": [], "seated": [], "named": []}

gateway := {"vpc_endpoint_type": "Gateway", "route_table_ids": ["rtb-1"]}

interface := {"vpc_endpoint_type": "Interface", "subnet_ids": ["subnet-1"], "private_dns_enabled": true}

shape(service) := gateway if {
	service in {"s3", "dynamodb"}
} else := interface

endpoint(service) := object.union(shape(service), {"service_name": concat(".", ["com.amazonaws.eu-west-1", service]), "policy": narrow, "_": attached})

vpc(endpoints) := {"_": {"phi": "yes", "endpoints": endpoints, "tables": [], "subnets": []}}

all := [endpoint(name) | some name in ["s3", "kms-fips", "secretsmanager"]]

said(i) := {d.message | some d in policy.deny with input as i}

test_services if {
	said(vpc(all)) == set()
	said(vpc([endpoint("s3-outposts"), endpoint("kms"), endpoint("secretsmanager")])) == {"no endpoint carries the VPC's traffic to S3"}
	said(vpc([object.union(e, {"state": "Failed"}) | some e in all])) == {sprintf("no endpoint carries the VPC's traffic to %s", [s]) | some s in ["S3", "KMS", "Secrets Manager"]}
	said(object.union(vpc([]), {"_": {"phi": "no"}})) == set()
}

test_used if {
	said(object.union(vpc(all), {"_": {"tables": [{}]}})) == {"DynamoDB is used, and no endpoint carries the VPC's traffic to it"}
	said(object.union(vpc(all), {"_": {"subnets": [{"_": {"machines": []}}, {"_": {"machines": [{}]}}]}})) == {"EC2 is used, and no endpoint carries the VPC's traffic to it"}
	said(object.union(vpc(array.concat(all, [endpoint("dynamodb"), endpoint("ec2")])), {"_": {"tables": [{}], "subnets": [{"_": {"machines": [{}]}}]}})) == set()
}

with_policy(document, policies) := vpc(array.concat(all, [object.union(endpoint("ec2"), {"policy": document, "_": {"policies": policies}})]))

missed(service, patch) := said(vpc(array.concat([e | some e in all; not contains(e.service_name, service)], [object.union(endpoint(service), patch)])))

no_s3 := {"no endpoint carries the VPC's traffic to S3"}

no_kms := {"no endpoint carries the VPC's traffic to KMS"}

test_carries if {
	missed("s3", {"route_table_ids": []}) == no_s3
	missed("s3", {"route_table_ids": [], "_": {"routed": [{}]}}) == set()
	missed("s3", interface) == no_s3
	missed("s3", object.union(interface, {"dns_options": [{"private_dns_only_for_inbound_resolver_endpoint": true}]})) == no_s3
	missed("s3", object.union(interface, {"dns_options": [{"private_dns_only_for_inbound_resolver_endpoint": false}]})) == set()
	missed("kms", {"private_dns_enabled": false}) == no_kms
	missed("kms", {"private_dns_enabled": false, "_": {"named": [{"private_dns_enabled": true}]}}) == set()
	missed("kms", {"_": {"named": [{"private_dns_enabled": false}]}}) == no_kms
	missed("kms", {"subnet_ids": []}) == no_kms
	missed("kms", {"subnet_ids": [], "_": {"seated": [{}]}}) == set()
	missed("kms", {"vpc_endpoint_type": "GatewayLoadBalancer"}) == no_kms
}

wide := {"an endpoint for EC2 lets everything through"}

test_policies if {
	said(with_policy(open_to_all, [])) == wide
	said(with_policy(open_to_all, [{"policy": narrow}])) == set()
	said(with_policy(narrow, [{"policy": open_to_all}])) == wide
	said(vpc(array.concat(all, [object.remove(endpoint("ec2"), ["policy"])]))) == wide
	said(vpc(array.concat(all, [object.remove(endpoint("logs"), ["policy"])]))) == set()
	every key in ["aws:PrincipalOrgID", "aws:ResourceAccount"] {
		own := {"Statement": [object.union(open_to_all.Statement[0], {"Condition": {"StringEquals": {key: ["111122223333"]}}})]}
		said(with_policy(own, [])) == set()
	}
}
