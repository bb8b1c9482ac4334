package hipaactl.lib.iam_test

import data.hipaactl.lib.iam

test_everybody if {
	iam.anyone({"Effect": "Allow", "Principal": {"AWS": ["*"]}})
	iam.anyone({"Effect": "Allow", "NotPrincipal": {"AWS": ["arn:aws:iam::111122223333:root"]}})
	not iam.anyone({"Effect": "Deny", "NotPrincipal": {"AWS": ["arn:aws:iam::111122223333:root"]}})
	not iam.anyone({"Effect": "Allow", "Principal": {"Service": ["cloudtrail.amazonaws.com"]}})
}

test_actions if {
	iam.covers({"Action": ["s3:Get*"]}, "s3:GetObject")
	iam.covers({"Action": ["S3:getobject"]}, "s3:GetObject")
	iam.covers({"NotAction": ["iam:*"]}, "s3:GetObject")
	not iam.covers({"NotAction": ["s3:*"]}, "s3:GetObject")
	not iam.covers({"Action": ["s3:GetObjectAcl"]}, "s3:GetObject")
	not iam.covers({"Action": ["s3.GetObject"]}, "s3:GetObject")
	not iam.covers({"Action": ["s3:Get[Object"]}, "s3:GetObject")
}

test_resources if {
	iam.reaches({"Resource": ["ref:self.arn/*"]}, "ref:self.arn/record")
	not iam.reaches({"Resource": ["ref:self.arn/*"]}, "ref:self.arn")
}

test_narrowed if {
	iam.narrowed({"Condition": {"StringEquals": {"aws:PrincipalOrgID": ["o-abc"]}}})
	iam.narrowed({"Condition": {"IpAddress": {"aws:SourceIp": ["10.0.0.0/8"]}}})
	iam.narrowed({"Condition": {"StringEquals": {"AWS:SourceVpce": ["ref:aws_vpc_endpoint.id"]}}})
	not iam.narrowed({"Condition": {"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "0.0.0.0/0"]}}})
	not iam.narrowed({"Condition": {"StringNotEquals": {"aws:PrincipalOrgID": ["o-abc"]}}})
	not iam.narrowed({"Condition": {"StringEqualsIfExists": {"aws:PrincipalOrgID": ["o-abc"]}}})
	not iam.narrowed({"Condition": {"Bool": {"aws:SecureTransport": ["true"]}}})
	not iam.narrowed({"Condition": {"StringLike": {"aws:PrincipalArn": ["*"]}}})
	not iam.narrowed({"Effect": "Allow"})
}
