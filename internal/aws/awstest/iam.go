package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	cognitotypes "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types"
	"github.com/aws/aws-sdk-go-v2/service/eventbridge"
	eventtypes "github.com/aws/aws-sdk-go-v2/service/eventbridge/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/ssoadmin"
)

// statement is a policy document with one statement, given without its braces.
func statement(rest string) string { return `{"Version":"2012-10-17","Statement":[{` + rest + `}]}` }

// role makes a role and its inline policies, by name, whose names in the configuration
// are those of the policies alone.
func (e *estate) role(name, trust string, policies map[string]string) {
	e.roleOf(name, 3600, trust, policies)
}

// roleOf makes a role whose sessions last so many seconds.
func (e *estate) roleOf(name string, seconds int32, trust string, policies map[string]string) {
	c := iam.NewFromConfig(e.config)
	must[*iam.CreateRoleOutput](e)(c.CreateRole(e.ctx, &iam.CreateRoleInput{RoleName: &name, AssumeRolePolicyDocument: &trust, MaxSessionDuration: &seconds}))
	for policy, document := range policies {
		must[*iam.PutRolePolicyOutput](e)(c.PutRolePolicy(e.ctx, &iam.PutRolePolicyInput{RoleName: &name, PolicyName: &policy, PolicyDocument: &document}))
		e.names["aws_iam_role_policy."+name+":"+policy] = "aws_iam_role_policy." + policy
	}
}

func (e *estate) managed(name, document string) {
	p := must[*iam.CreatePolicyOutput](e)(iam.NewFromConfig(e.config).CreatePolicy(e.ctx, &iam.CreatePolicyInput{PolicyName: &name, PolicyDocument: &document}))
	e.names["aws_iam_policy."+*p.Policy.Arn] = "aws_iam_policy." + name
}

func soundIAM(e *estate) {
	own := `"arn:aws:iam::` + e.account + `:root"`
	e.role("task", statement(`"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole",
		"Condition":{"StringEquals":{"aws:SourceAccount":"`+e.account+`"}}`), nil)
	e.managed("records", statement(`"Effect":"Allow","Action":["s3:*","kms:Decrypt"],"Resource":"arn:aws:kms:eu-west-1:`+e.account+`:key/1234abcd-12ab-34cd-56ef-1234567890ab"`))
	e.managed("pass", statement(`"Effect":"Allow","Action":["iam:PassRole"],"Resource":"arn:aws:iam::`+e.account+`:role/task"`))
	e.roleOf("operator", 14400, statement(`"Effect":"Allow","Principal":{"AWS":`+own+`},"Action":"sts:AssumeRole"`), nil)
	e.role("vendor", statement(`"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::444455556666:root","arn:aws:iam::777788889999:root"]},"Action":"sts:AssumeRole",
		"Condition":{"StringEquals":{"sts:ExternalId":"clinic-7d1e"}}`), nil)
	e.role("deploy", e.trustOfGitHub("repo:clinic/records:*"), nil)
	c := iam.NewFromConfig(e.config)
	must[*iam.CreateUserOutput](e)(c.CreateUser(e.ctx, &iam.CreateUserInput{UserName: str("nightly")}))
	must[*iam.CreateGroupOutput](e)(c.CreateGroup(e.ctx, &iam.CreateGroupInput{GroupName: str("jobs")}))
	must[*iam.AddUserToGroupOutput](e)(c.AddUserToGroup(e.ctx, &iam.AddUserToGroupInput{GroupName: str("jobs"), UserName: str("nightly")}))
	e.permissionSet("ward", "PT1H")
	e.emergency("break-glass", own)
	e.told("break-glass")
	pool := e.pool("portal", &cognitoidentityprovider.CreateUserPoolInput{
		MfaConfiguration: cognitotypes.UserPoolMfaTypeOn, UserPoolTier: cognitotypes.UserPoolTierTypePlus,
		UserPoolAddOns: &cognitotypes.UserPoolAddOnsType{AdvancedSecurityMode: cognitotypes.AdvancedSecurityModeTypeEnforced},
		Policies:       &cognitotypes.UserPoolPolicyType{PasswordPolicy: &cognitotypes.PasswordPolicyType{MinimumLength: i32(14)}},
	})
	e.poolClient("portal", pool, nil)
}

func brokenIAM(e *estate) {
	e.roleOf("everybody", 43200, statement(`"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"`), map[string]string{
		"escalate":  statement(`"Effect":"Allow","Action":["iam:PassRole","lambda:CreateFunction"],"Resource":"*"`),
		"decrypt":   statement(`"Effect":"Allow","Action":["kms:Decrypt"],"Resource":"*"`),
		"services":  statement(`"Effect":"Allow","Action":["s3:*"],"Resource":"*"`),
		"subscribe": statement(`"Effect":"Allow","Action":["aws-marketplace:Subscribe"],"Resource":"*"`),
	})
	e.role("runner", statement(`"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole"`), nil)
	e.role("partner", statement(`"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::444455556666:root","arn:aws:iam::777788889999:root"]},"Action":"sts:AssumeRole"`), nil)
	e.role("release", e.trustOfGitHub("repo:clinic/*"), nil)
	c := iam.NewFromConfig(e.config)
	must[*iam.CreateUserOutput](e)(c.CreateUser(e.ctx, &iam.CreateUserInput{UserName: str("contractor")}))
	must[*iam.PutUserPolicyOutput](e)(c.PutUserPolicy(e.ctx, &iam.PutUserPolicyInput{
		UserName: str("contractor"), PolicyName: str("inline"), PolicyDocument: str(statement(`"Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::phi-exports/*"`)),
	}))
	e.names["aws_iam_user_policy.contractor:inline"] = "aws_iam_user_policy.inline"
	must[*iam.CreateGroupOutput](e)(c.CreateGroup(e.ctx, &iam.CreateGroupInput{GroupName: str("empty")}))
	e.permissionSet("clerk", "PT12H")
	e.emergency("emergency", `["arn:aws:iam::444455556666:root","arn:aws:iam::777788889999:root"]`)
	e.poolClient("portal", e.pool("portal", &cognitoidentityprovider.CreateUserPoolInput{}), i32(24))
}

func (e *estate) trustOfGitHub(sub string) string {
	return statement(`"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::` + e.account + `:oidc-provider/token.actions.githubusercontent.com"},
		"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"token.actions.githubusercontent.com:sub":"` + sub + `"}}`)
}

// permissionSet makes one in the instance of Identity Center that the emulator gives to every account.
func (e *estate) permissionSet(name, duration string) {
	c := ssoadmin.NewFromConfig(e.config)
	instances := must[*ssoadmin.ListInstancesOutput](e)(c.ListInstances(e.ctx, &ssoadmin.ListInstancesInput{})).Instances
	set := must[*ssoadmin.CreatePermissionSetOutput](e)(c.CreatePermissionSet(e.ctx, &ssoadmin.CreatePermissionSetInput{
		InstanceArn: instances[0].InstanceArn, Name: &name, SessionDuration: &duration,
	})).PermissionSet
	e.names["aws_ssoadmin_permission_set."+*set.PermissionSetArn] = "aws_ssoadmin_permission_set." + name
}

// pool makes a user pool that cannot be deleted, and says its id.
func (e *estate) pool(name string, in *cognitoidentityprovider.CreateUserPoolInput) *string {
	in.PoolName, in.DeletionProtection = &name, cognitotypes.DeletionProtectionTypeActive
	pool := must[*cognitoidentityprovider.CreateUserPoolOutput](e)(cognitoidentityprovider.NewFromConfig(e.config).CreateUserPool(e.ctx, in)).UserPool
	e.names["aws_cognito_user_pool."+*pool.Id] = "aws_cognito_user_pool." + name
	return pool.Id
}

// poolClient makes a client of a pool whose access tokens are valid for so many hours.
func (e *estate) poolClient(name string, pool *string, hours *int32) {
	client := must[*cognitoidentityprovider.CreateUserPoolClientOutput](e)(cognitoidentityprovider.NewFromConfig(e.config).CreateUserPoolClient(e.ctx, &cognitoidentityprovider.CreateUserPoolClientInput{
		UserPoolId: pool, ClientName: &name, AccessTokenValidity: hours,
	})).UserPoolClient
	e.names["aws_cognito_user_pool_client."+*client.ClientId] = "aws_cognito_user_pool_client." + name
}

// emergency makes a role with the tag of those for emergencies.
func (e *estate) emergency(name, principal string) {
	e.role(name, statement(`"Effect":"Allow","Principal":{"AWS":`+principal+`},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}`), nil)
	must[*iam.TagRoleOutput](e)(iam.NewFromConfig(e.config).TagRole(e.ctx, &iam.TagRoleInput{RoleName: &name, Tags: []iamtypes.Tag{{Key: str("BreakGlass"), Value: str("true")}}}))
}

// told makes a rule with a target for the events of assuming a role.
func (e *estate) told(role string) {
	c := eventbridge.NewFromConfig(e.config)
	pattern := `{"source":["aws.sts"],"detail":{"eventName":["AssumeRole"],"requestParameters":{"roleArn":["arn:aws:iam::` + e.account + `:role/` + role + `"]}}}`
	must[*eventbridge.PutRuleOutput](e)(c.PutRule(e.ctx, &eventbridge.PutRuleInput{Name: &role, EventPattern: &pattern}))
	must[*eventbridge.PutTargetsOutput](e)(c.PutTargets(e.ctx, &eventbridge.PutTargetsInput{
		Rule: &role, Targets: []eventtypes.Target{{Id: str("security"), Arn: str("arn:aws:sns:" + Region + ":" + e.account + ":security")}},
	}))
}
