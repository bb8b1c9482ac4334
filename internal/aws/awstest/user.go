package awstest

import (
	"encoding/json"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/iam"
)

// User makes a user of an account who may do the actions and nothing else, and returns a
// key of that user. It means something where policies are enforced (Enforce).
func User(t testing.TB, url, account, name string, actions ...string) (id, secret string) {
	t.Helper()
	e := newEstate(t, url, account, Region)
	c := iam.NewFromConfig(e.config)
	document, err := json.Marshal(map[string]any{
		"Version": "2012-10-17", "Statement": []any{map[string]any{"Effect": "Allow", "Action": actions, "Resource": "*"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	must[*iam.CreateUserOutput](e)(c.CreateUser(e.ctx, &iam.CreateUserInput{UserName: &name}))
	must[*iam.PutUserPolicyOutput](e)(c.PutUserPolicy(e.ctx, &iam.PutUserPolicyInput{UserName: &name, PolicyName: str("may"), PolicyDocument: str(string(document))}))
	key := must[*iam.CreateAccessKeyOutput](e)(c.CreateAccessKey(e.ctx, &iam.CreateAccessKeyInput{UserName: &name})).AccessKey
	return *key.AccessKeyId, *key.SecretAccessKey
}
