package awstest

import "github.com/aws/aws-sdk-go-v2/service/iam"

// statement is a policy document with one statement, given without its braces.
func statement(rest string) string { return `{"Version":"2012-10-17","Statement":[{` + rest + `}]}` }

// role makes a role and its inline policies, by name, whose names in the configuration
// are those of the policies alone.
func (e *estate) role(name, trust string, policies map[string]string) {
	c := iam.NewFromConfig(e.config)
	must[*iam.CreateRoleOutput](e)(c.CreateRole(e.ctx, &iam.CreateRoleInput{RoleName: &name, AssumeRolePolicyDocument: &trust}))
	for policy, document := range policies {
		must[*iam.PutRolePolicyOutput](e)(c.PutRolePolicy(e.ctx, &iam.PutRolePolicyInput{RoleName: &name, PolicyName: &policy, PolicyDocument: &document}))
		e.names["aws_iam_role_policy."+name+":"+policy] = "aws_iam_role_policy." + policy
	}
}

func soundIAM(e *estate) {
	own := `"arn:aws:iam::` + e.account + `:root"`
	e.role("task", statement(`"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole",
		"Condition":{"StringEquals":{"aws:SourceAccount":"`+e.account+`"}}`), map[string]string{
		"records": statement(`"Effect":"Allow","Action":["s3:*","kms:Decrypt"],"Resource":"arn:aws:kms:eu-west-1:` + e.account + `:key/1234abcd-12ab-34cd-56ef-1234567890ab"`),
		"pass":    statement(`"Effect":"Allow","Action":["iam:PassRole"],"Resource":"arn:aws:iam::` + e.account + `:role/task"`),
	})
	e.role("operator", statement(`"Effect":"Allow","Principal":{"AWS":`+own+`},"Action":"sts:AssumeRole"`), nil)
	e.role("vendor", statement(`"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::444455556666:root","arn:aws:iam::777788889999:root"]},"Action":"sts:AssumeRole",
		"Condition":{"StringEquals":{"sts:ExternalId":"clinic-7d1e"}}`), nil)
	e.role("deploy", statement(`"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::`+e.account+`:oidc-provider/token.actions.githubusercontent.com"},
		"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:clinic/records:*"}}`), nil)
	c := iam.NewFromConfig(e.config)
	must[*iam.CreateUserOutput](e)(c.CreateUser(e.ctx, &iam.CreateUserInput{UserName: str("nightly")}))
	must[*iam.CreateGroupOutput](e)(c.CreateGroup(e.ctx, &iam.CreateGroupInput{GroupName: str("jobs")}))
	must[*iam.AddUserToGroupOutput](e)(c.AddUserToGroup(e.ctx, &iam.AddUserToGroupInput{GroupName: str("jobs"), UserName: str("nightly")}))
}

func brokenIAM(e *estate) {
	e.role("everybody", statement(`"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"`), map[string]string{
		"escalate":  statement(`"Effect":"Allow","Action":["iam:PassRole","lambda:CreateFunction"],"Resource":"*"`),
		"decrypt":   statement(`"Effect":"Allow","Action":["kms:Decrypt"],"Resource":"*"`),
		"services":  statement(`"Effect":"Allow","Action":["s3:*"],"Resource":"*"`),
		"subscribe": statement(`"Effect":"Allow","Action":["aws-marketplace:Subscribe"],"Resource":"*"`),
	})
	e.role("task", statement(`"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole"`), nil)
	e.role("vendor", statement(`"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::444455556666:root","arn:aws:iam::777788889999:root"]},"Action":"sts:AssumeRole"`), nil)
	e.role("deploy", statement(`"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::`+e.account+`:oidc-provider/token.actions.githubusercontent.com"},
		"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:clinic/*"}}`), nil)
	c := iam.NewFromConfig(e.config)
	must[*iam.CreateUserOutput](e)(c.CreateUser(e.ctx, &iam.CreateUserInput{UserName: str("contractor")}))
	must[*iam.PutUserPolicyOutput](e)(c.PutUserPolicy(e.ctx, &iam.PutUserPolicyInput{
		UserName: str("contractor"), PolicyName: str("inline"), PolicyDocument: str(statement(`"Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::phi-exports/*"`)),
	}))
	e.names["aws_iam_user_policy.contractor:inline"] = "aws_iam_user_policy.inline"
	must[*iam.CreateGroupOutput](e)(c.CreateGroup(e.ctx, &iam.CreateGroupInput{GroupName: str("empty")}))
}
