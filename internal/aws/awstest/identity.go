package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/cloudtrail"
	trailtypes "github.com/aws/aws-sdk-go-v2/service/cloudtrail/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

const readOnly = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::clinic-phi-records/*"]}]}`

const everything = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}`

// soundIdentity returns the ARN of the key for what is stored.
func (e *estate) soundIdentity() string {
	c := iam.NewFromConfig(e.config)
	must[*iam.UpdateAccountPasswordPolicyOutput](e)(c.UpdateAccountPasswordPolicy(e.ctx, &iam.UpdateAccountPasswordPolicyInput{
		MinimumPasswordLength: i32(14), RequireLowercaseCharacters: true, RequireUppercaseCharacters: true, RequireNumbers: true, RequireSymbols: true,
		MaxPasswordAge: i32(90), PasswordReusePrevention: i32(24),
	}))
	e.names["aws_iam_account_password_policy."+e.account] = "aws_iam_account_password_policy.strict"
	p := must[*iam.CreatePolicyOutput](e)(c.CreatePolicy(e.ctx, &iam.CreatePolicyInput{PolicyName: str("read-records"), PolicyDocument: str(readOnly)}))
	e.names["aws_iam_policy."+*p.Policy.Arn] = "aws_iam_policy.read-records"
	return e.key("charts", e.ownerPolicy(), true)
}

// ownerPolicy lets the account and nobody else use a key.
func (e *estate) ownerPolicy() string {
	return `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::` + e.account + `:root"},"Action":"kms:*","Resource":"*"}]}`
}

func (e *estate) key(label, policy string, rotate bool) (arn string) {
	c := kms.NewFromConfig(e.config)
	k := must[*kms.CreateKeyOutput](e)(c.CreateKey(e.ctx, &kms.CreateKeyInput{Policy: &policy})).KeyMetadata
	e.names["aws_kms_key."+*k.KeyId] = "aws_kms_key." + label
	if rotate {
		must[*kms.EnableKeyRotationOutput](e)(c.EnableKeyRotation(e.ctx, &kms.EnableKeyRotationInput{KeyId: k.KeyId}))
	}
	return *k.Arn
}

func (e *estate) brokenIdentity() {
	c := iam.NewFromConfig(e.config)
	must[*iam.UpdateAccountPasswordPolicyOutput](e)(c.UpdateAccountPasswordPolicy(e.ctx, &iam.UpdateAccountPasswordPolicyInput{MinimumPasswordLength: i32(8)}))
	e.names["aws_iam_account_password_policy."+e.account] = "aws_iam_account_password_policy.weak"
	p := must[*iam.CreatePolicyOutput](e)(c.CreatePolicy(e.ctx, &iam.CreatePolicyInput{PolicyName: str("everything"), PolicyDocument: str(everything)}))
	e.names["aws_iam_policy."+*p.Policy.Arn] = "aws_iam_policy.everything"
	must[*iam.CreateUserOutput](e)(c.CreateUser(e.ctx, &iam.CreateUserInput{UserName: str("deploy")}))
	must[*iam.CreateLoginProfileOutput](e)(c.CreateLoginProfile(e.ctx, &iam.CreateLoginProfileInput{UserName: str("deploy"), Password: str("only-in-the-emulator")}))
	must[*iam.CreateAccessKeyOutput](e)(c.CreateAccessKey(e.ctx, &iam.CreateAccessKeyInput{UserName: str("deploy")}))
	e.key("shared", `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:*","Resource":"*"}]}`, false)
}

func (e *estate) soundTrail() {
	c := cloudtrail.NewFromConfig(e.config)
	k := must[*kms.CreateKeyOutput](e)(kms.NewFromConfig(e.config).CreateKey(e.ctx, &kms.CreateKeyInput{}))
	must[*kms.EnableKeyRotationOutput](e)(kms.NewFromConfig(e.config).EnableKeyRotation(e.ctx, &kms.EnableKeyRotationInput{KeyId: k.KeyMetadata.KeyId}))
	e.names["aws_kms_key."+*k.KeyMetadata.KeyId] = "aws_kms_key.trail"
	must[*cloudtrail.CreateTrailOutput](e)(c.CreateTrail(e.ctx, &cloudtrail.CreateTrailInput{
		Name: str("audit"), S3BucketName: str("clinic-trail"), IsMultiRegionTrail: yes(), IncludeGlobalServiceEvents: yes(), EnableLogFileValidation: yes(), KmsKeyId: k.KeyMetadata.Arn,
		CloudWatchLogsLogGroupArn: str("arn:aws:logs:" + Region + ":" + e.account + ":log-group:audit:*"), CloudWatchLogsRoleArn: str("arn:aws:iam::" + e.account + ":role/trail-to-logs"),
	}))
	must[*cloudtrail.PutEventSelectorsOutput](e)(c.PutEventSelectors(e.ctx, &cloudtrail.PutEventSelectorsInput{TrailName: str("audit"), EventSelectors: []trailtypes.EventSelector{{
		IncludeManagementEvents: yes(), ReadWriteType: trailtypes.ReadWriteTypeAll, ExcludeManagementEventSources: []string{},
		DataResources: []trailtypes.DataResource{{Type: str("AWS::S3::Object"), Values: []string{"arn:aws:s3"}}, {Type: str("AWS::DynamoDB::Table"), Values: []string{"arn:aws:dynamodb"}}},
	}}}))
	must[*cloudtrail.StartLoggingOutput](e)(c.StartLogging(e.ctx, &cloudtrail.StartLoggingInput{Name: str("audit")}))
}

func (e *estate) brokenTrail() {
	c := cloudtrail.NewFromConfig(e.config)
	must[*cloudtrail.CreateTrailOutput](e)(c.CreateTrail(e.ctx, &cloudtrail.CreateTrailInput{Name: str("audit"), S3BucketName: str("phi-exports"), IsMultiRegionTrail: no()}))
	must[*cloudtrail.PutEventSelectorsOutput](e)(c.PutEventSelectors(e.ctx, &cloudtrail.PutEventSelectorsInput{TrailName: str("audit"), EventSelectors: []trailtypes.EventSelector{{
		IncludeManagementEvents: yes(), ReadWriteType: trailtypes.ReadWriteTypeWriteOnly, ExcludeManagementEventSources: []string{}, DataResources: []trailtypes.DataResource{},
	}}}))
}
