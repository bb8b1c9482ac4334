package hipaactl.aws.vpc.endpoints_test

import data.hipaactl.aws.vpc.endpoints as policy

narrow := {"Statement": [{"Effect": "Allow", "Principal": {"*": ["*"]}, "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::records/*"]}]}

open_to_all := {"Statement": [{"Effect": "Allow", "Principal": {"*": ["*"]}, "Action": ["*"], "Resource": ["*"]}]}

endpoint(service) := {"service_name": concat(".", ["com.amazonaws.eu-west-1", service]), "policy": narrow, "_": {"policies": []}}

vpc(endpoints) := {"_": {"phi": "yes", "endpoints": endpoints, "tables": [], "subnets": []}}

all := [endpoint(name) | some name in ["s3", "kms-fips", "secretsmanager"]]

said(i) := {d.message | some d in policy.deny with input as i}

test_services if {
	said(vpc(all)) == set()
	said(vpc([endpoint("s3-outposts"), endpoint("kms"), endpoint("secretsmanager")])) == {"no endpoint of the VPC is for S3"}
	said(vpc([object.union(e, {"state": "Failed"}) | some e in all])) == {sprintf("no endpoint of the VPC is for %s", [s]) | some s in ["S3", "KMS", "Secrets Manager"]}
	said(object.union(vpc([]), {"_": {"phi": "no"}})) == set()
}

test_used if {
	said(object.union(vpc(all), {"_": {"tables": [{}]}})) == {"DynamoDB is used, and no endpoint of the VPC is for it"}
	said(object.union(vpc(all), {"_": {"subnets": [{"_": {"machines": []}}, {"_": {"machines": [{}]}}]}})) == {"EC2 is used, and no endpoint of the VPC is for it"}
	said(object.union(vpc(array.concat(all, [endpoint("dynamodb"), endpoint("ec2")])), {"_": {"tables": [{}], "subnets": [{"_": {"machines": [{}]}}]}})) == set()
}

with_policy(document, attached) := vpc(array.concat(all, [object.union(endpoint("ec2"), {"policy": document, "_": {"policies": attached}})]))

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
