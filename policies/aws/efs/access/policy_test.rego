package hipaactl.aws.efs.access_test

import data.hipaactl.aws.efs.access as policy

said(rules) := {s.assertion | some s in rules}

file_system(statements) := {"_": {"type": "aws_efs_file_system", "policies": [{"policy": {"Statement": statements}}]}}

plain := {"Effect": "Deny", "Principal": {"AWS": ["*"]}, "Action": ["*"], "Resource": ["*"], "Condition": {"Bool": {"aws:SecureTransport": ["false"]}}}

allow(principal) := {"Effect": "Allow", "Principal": {"AWS": [principal]}, "Action": ["elasticfilesystem:ClientMount"], "Resource": ["*"], "Condition": {}}

role := "arn:aws:iam::111122223333:role/records"

test_file_system if {
	said(policy.deny) == set() with input as file_system([plain, allow(role)])
	said(policy.not_applicable) == {"user", "root"} with input as file_system([plain])
	said(policy.deny) == {"tls"} with input as file_system([allow(role)])
	said(policy.deny) == {"identity"} with input as file_system([plain, allow("*")])
	said(policy.deny) == {"tls", "identity"} with input as {"_": {"type": "aws_efs_file_system", "policies": []}}
}

test_deny_of_something_else if {
	said(policy.deny) == {"tls"} with input as file_system([object.union(plain, {"Action": ["elasticfilesystem:DeleteFileSystem"]})])
	said(policy.deny) == {"tls"} with input as file_system([object.union(plain, {"Resource": ["ref:aws_efs_file_system.arn"]})])
}

point(attributes) := object.union({"_": {"type": "aws_efs_access_point", "policies": []}}, attributes)

test_access_point if {
	said(policy.deny) == set() with input as point({"posix_user": [{"uid": 1000}], "root_directory": [{"path": "/charts"}]})
	said(policy.not_applicable) == {"tls", "identity"} with input as point({})
	said(policy.deny) == {"user", "root"} with input as point({})
	said(policy.deny) == {"root"} with input as point({"posix_user": [{"uid": 1000}], "root_directory": [{"path": "/"}]})
	said(policy.deny) == {"root"} with input as point({"posix_user": [{"uid": 1000}], "root_directory": [{}]})
}
